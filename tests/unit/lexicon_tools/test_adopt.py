"""Another program's dictionary as a lexicon: nothing is mended, and nothing goes without a word."""

import pytest

from framing.lexicon_tools.adopt import adopt
from framing.lexicon_tools.globs import pattern_of
from framing.model.dictionary import Category, Dictionary, Near, Term
from framing.model.pattern import PatternError


def dictionary(*rows, **options):
    terms = tuple(
        Term(text=text, path=tuple(path.split(".")), line=line, **more)
        for line, (text, path, more) in enumerate(((*row, {})[:3] for row in rows), start=1)
    )
    paths = dict.fromkeys(term.path[:depth] for term in terms for depth in range(1, len(term.path) + 1))
    return Dictionary(
        name="own", where="own.dic", terms=terms, categories=tuple(Category(path=p) for p in paths), **options
    )


def entries(adopted):
    return [(row["pattern"], row["dimension"], row.get("subframe", "")) for row in adopted.raw["entry"]]


def lost(adopted):
    return [str(fault) for fault in adopted.lost]


def test_the_topmost_categories_are_dimensions():
    adopted = adopt(dictionary(("sun", "sky.calm"), ("hail", "sky.storm.ice"), ("wave", "sea")))
    assert entries(adopted) == [("sun", "sky", "calm"), ("hail", "sky", "storm.ice"), ("wave", "sea", "")]
    assert [row["id"] for row in adopted.raw["dimension"]] == ["sky", "sea"]
    assert [sub["id"] for sub in adopted.raw["dimension"][0]["subframe"]] == ["calm", "storm.ice"]
    assert adopted.lost == ()


def test_flat_makes_each_category_a_dimension():
    adopted = adopt(dictionary(("sun", "sky.calm"), ("sun", "sky.storm"), ("moon", "sky")), flat=True)
    assert entries(adopted) == [("sun", "sky.calm", ""), ("sun", "sky.storm", ""), ("moon", "sky", "")]
    assert adopted.lost == ()


def test_words_beside_sub_categories_get_one_of_their_own():
    adopted = adopt(dictionary(("sun", "sky"), ("hail", "sky.general")))
    assert entries(adopted) == [("sun", "sky", "general_"), ("hail", "sky", "general")]


def test_a_word_twice_in_a_dimension_is_told():
    adopted = adopt(dictionary(("sun", "sky.calm"), ("Sun", "sky.storm"), ("sun", "sea"), ("sun", "sky.calm")))
    assert entries(adopted) == [("sun", "sky", "calm"), ("sun", "sea", "")]
    assert lost(adopted)[:2] == [
        "own.dic:2: 'Sun' is left out of 'sky.storm': it is already in 'sky.calm'",
        "own.dic:4: 'sun' is left out of 'sky.calm': it is already in 'sky.calm'",
    ]
    assert lost(adopted)[2] == "own.dic: categories without a term are left out: sky.storm"


@pytest.mark.parametrize(
    "glob", [":-)", "and/or", "a*b", "*ab*", "w?r", "9:30pm(ish", "*", "* war", "war *", "a_b", "@name", "[x]", "<x>"]
)
def test_what_no_text_can_match_is_told(glob):
    with pytest.raises(PatternError):
        pattern_of(glob)
    adopted = adopt(dictionary((glob, "sky"), ("sun", "sky")))
    assert entries(adopted) == [("sun", "sky", "")]
    assert lost(adopted)[0].startswith(f"own.dic:1: '{glob}' is left out: ")


@pytest.mark.parametrize(
    ("glob", "pattern"),
    [
        ("war*", "war*"),
        ("*phobia", "*phobia"),
        ("jump**", "jump*"),
        ("can't", "can't"),
        ("half-*", "half-*"),
        ("10,000", "10,000"),
        ("well, well", "well, well"),
        ("state of * emergency", "state of [1] emergency"),
    ],
)
def test_a_glob_as_a_pattern(glob, pattern):
    assert pattern_of(glob) == pattern


def test_a_phrase_is_matched_as_it_is_written():
    adopted = adopt(dictionary(("counter terror*", "sky"), ("terror*", "sky")))
    assert [row.get("compound") for row in adopted.raw["entry"]] == [False, None]


def test_a_star_by_itself_is_noted():
    assert "1 patterns with a star by itself" in adopt(dictionary(("a * b", "sky"))).notes[0]


def test_negated_categories_are_left_to_the_cues():
    adopted = adopt(dictionary(("good*", "positive"), ("not good*", "neg_positive"), ("no good*", "neg_positive")))
    assert entries(adopted) == [("good*", "positive", "")]
    assert len(lost(adopted)) == 1
    assert lost(adopted)[0].startswith("own.dic: 'neg_positive' is left out, 2 terms behind no, not; the cues of")
    assert entries(adopt(dictionary(("nerve*", "neg_affect")))) == [("nerve*", "neg_affect", "")]


def test_a_rule_that_names_a_category_gets_a_class():
    near = Near(any=("#CLOUDS",), within=3, side="before")
    adopted = adopt(
        dictionary(("sun", "sky", {"near": near}), ("cloud*", "clouds"), ("#stars", "sky"), ("sirius", "stars"))
    )
    assert adopted.raw["class"] == [
        {"id": "c_clouds", "words": ["cloud*"]},
        {"id": "c_stars", "words": ["sirius"]},
    ]
    assert adopted.raw["entry"][0]["require"] == {"any": ["<c_clouds>"], "within": 3, "side": "before"}
    assert adopted.raw["entry"][2]["pattern"] == "<c_stars>"


def test_a_rule_that_names_no_category_is_told():
    adopted = adopt(dictionary(("sun", "sky", {"near": Near(any=("#CLOUDS",))}), ("moon", "sky")))
    assert lost(adopted) == ["own.dic:1: 'sun' is left out: no category #CLOUDS with terms"]


def test_masks_come_along():
    adopted = adopt(dictionary(("sun", "sky"), masks={"org": ("Sun Bank", ":-)")}))
    assert adopted.raw["mask"] == [{"id": "org", "patterns": ["Sun Bank"]}]
    assert "mask 'org': ':-)' is left out" in lost(adopted)[0]
