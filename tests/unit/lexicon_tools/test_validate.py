"""From codes to verdicts, with numbers that can be checked by eye."""

import pytest

from framing.lexicon_tools.fingerprint import fingerprints
from framing.lexicon_tools.precision import share, verdict_on, weighted_precision
from framing.lexicon_tools.validate import validate


@pytest.mark.parametrize(
    ("right", "n", "verdict"),
    [
        (5, 5, "keep"),  # [.57, 1]
        (4, 5, "rewrite"),  # [.38, .96]
        (1, 5, "drop"),  # [.04, .62]
        (4, 4, "too few"),
        (0, 0, "too few"),
        (21, 30, "keep"),  # [.52, .83]
        (20, 30, "rewrite"),  # [.49, .81]
        (17, 30, "rewrite"),  # [.39, .73]
        (16, 30, "drop"),  # [.36, .70)
        (600, 1000, "keep"),  # [.57, .63]: both rules speak, and the first holds
    ],
)
def test_the_rule(right, n, verdict):
    assert verdict_on(share(right, n, 0.95), n) == verdict


@pytest.fixture
def lexicon(make_entry, make_lexicon):
    return make_lexicon(
        make_entry("war"),
        make_entry("threat", subframe="t"),
        make_entry("village", role="support"),
        make_entry("old", status="retired"),
        make_entry("never coded"),
    )


@pytest.fixture
def prints(lexicon):
    return fingerprints(lexicon)


def test_one_coder(lexicon, prints, make_sheet):
    sheet = make_sheet((prints[0], "1110?_", {"hits": 60}), (prints[1], "01", {"subframe": "t", "hits": 20}))
    found = validate(lexicon, [sheet])
    war, threat = found.entries
    assert (war.lines, war.decided, war.right, war.disputed, war.unclear) == (5, 4, 3, 0, 1)
    assert (war.articles, war.hits, war.verdict) == (4, 60, "too few")
    assert war.precision.value == 0.75
    assert (threat.subframe, threat.decided, threat.right) == ("t", 2, 1)
    assert (found.coders, found.uncoded, found.without_lines) == (1, 1, 1)
    assert (found.agreement.lines, found.agreement.alpha) == (0, None)
    whole, first, second = found.groups
    assert (whole.subframe, first.subframe, second.subframe) == ("", "s", "t")
    assert (whole.hits, whole.decided, whole.entries) == (80, 6, 2)
    assert whole.precision.value == pytest.approx((60 * 0.75 + 20 * 0.5) / 80)
    assert first.precision.value == 0.75


def test_two_coders_and_an_adjudicator(lexicon, prints, make_sheet):
    first = make_sheet((prints[0], "11001?", {}))
    second = make_sheet((prints[0], "10011?", {}))
    war = validate(lexicon, [first, second]).entries[0]
    assert (war.decided, war.right, war.disputed, war.unclear) == (5, 2, 2, 1)
    final = make_sheet((prints[0], "_1_0_1", {}))
    found = validate(lexicon, [first, second], [final])
    war = found.entries[0]
    assert (war.decided, war.right, war.disputed, war.unclear) == (6, 4, 0, 0)
    # The adjudicator saw both codes: no third coder.
    assert (found.coders, found.agreement) == (2, validate(lexicon, [first, second]).agreement)


def test_most_coders_decide(lexicon, prints, make_sheet):
    sheets = [make_sheet((prints[0], codes, {})) for codes in ("110", "100", "10?")]
    war = validate(lexicon, sheets).entries[0]
    assert (war.decided, war.right, war.disputed) == (3, 1, 0)


def test_halves_of_a_sheet_are_no_two_coders(lexicon, prints, make_sheet):
    halves = [make_sheet((prints[0], "1111", {})), make_sheet((prints[1], "00", {"subframe": "t"}))]
    found = validate(lexicon, halves)
    assert (found.coders, found.agreement.lines) == (1, 0)
    assert [entry.decided for entry in found.entries] == [4, 2]


def test_codes_of_entries_that_changed_are_left_out_and_listed(lexicon, prints, make_sheet):
    sheet = make_sheet(
        (prints[0], "11", {}),
        ("p_was_else", "111", {}),
        (prints[3], "1", {}),  # retired since
        (prints[1], "1", {"subframe": "s"}),  # judged for another sub-frame
    )
    found = validate(lexicon, [sheet])
    assert [entry.fingerprint for entry in found.entries] == [prints[0]]
    assert sum(stale.lines for stale in found.stale) == 5


def test_support_entries_have_a_precision_and_are_in_no_group(lexicon, prints, make_sheet):
    found = validate(lexicon, [make_sheet((prints[2], "1010", {}))])
    assert [(entry.role, entry.right) for entry in found.entries] == [("support", 2)]
    assert found.groups == ()


def test_hits_of_two_corpora_add_up(lexicon, prints, make_sheet):
    # Both have an article called "1", and it is not the same one.
    one = make_sheet((prints[0], "111", {"corpus": "a", "hits": 40, "article": "1"}))
    two = make_sheet((prints[0], "___0", {"corpus": "b", "hits": 7, "article": "1"}))
    found = validate(lexicon, [one, two])
    assert (found.entries[0].hits, found.entries[0].articles) == (47, 2)
    assert found.corpora == ("a", "b")


def test_nothing_decided_is_no_precision(lexicon, prints, make_sheet):
    entry = validate(lexicon, [make_sheet((prints[0], "??", {}))]).entries[0]
    assert entry.precision == (None, None, None)
    assert weighted_precision([]) == (None, None, None)
