"""What holds of every match in every text: sections 3.1, 3.2, 3.4, 3.6 and 3.12 of the lexicon format."""

import itertools
import re
import unicodedata

from hypothesis import assume, given
from hypothesis import strategies as st

from framing.matching.fates import fates
from framing.matching.matcher import Matcher
from framing.model.article import Article
from framing.model.lexicon import Cues, Dimension, Entry, Lexicon, Mask, Require, WordClass
from framing.model.pattern import parse_pattern
from framing.text.normalise import normalise
from framing.text.reading import read_article
from framing.text.tokens import tokenise


def patterns(*texts):
    return tuple(parse_pattern(text) for text in texts)


def entry(pattern, dimension="d", **options):
    return Entry(pattern=parse_pattern(pattern), dimension=dimension, subframe="", scope="file", **options)


ENTRIES = (
    entry("grave threat{,s}"),
    entry("threat{,s} to peace"),
    entry("war*", exclude=patterns("war room")),
    entry("silenc{e,ed} [2] critics"),
    entry("regime", require=Require(any=patterns("army", "<power>"), within=5)),
    entry("<power> [1] <power>", dimension="e"),
    entry("counter terror*", dimension="e", compound=True),
    entry("yes , minister", dimension="e"),
    entry("troops", role="support"),
)
LEXICON = Lexicon(
    files=(),
    dimensions=(Dimension(id="d", title="D"), Dimension(id="e", title="E", polarity="contestable")),
    entries=ENTRIES,
    classes={("file", "power"): WordClass(id="power", words=patterns("russia{,n}", "new china"), scope="file")},
    masks=(Mask(id="m", patterns=patterns("war museum")),),
    cues=Cues(negation=patterns("no", "not"), contest=patterns("myth"), hedge=patterns("may")),
)
MATCHER = Matcher(LEXICON)

# The lexicon's words come often, or no law would ever be put to the test.
WORDS = (
    "grave threat threats to peace war wars room museum silence silenced critics regime regime's army Russia Russian "
    "new China counter terror terrorism counter-terrorism yes minister troops no not may myth the of small 10,000 U.S."
).split()
word = st.sampled_from(WORDS)
spacing = st.sampled_from([" ", " ", " ", " ", "  ", ", ", "; ", " (", ") ", " \u2014 ", " \u201c", "\u201d "])
raw_only = st.sampled_from(["\u00ad", "\u200b", "\u00a0", "\ufb01", "e\u0301", "\r\n", "\n", ""])


@st.composite
def sentences(draw, spaces=spacing):
    pairs = draw(st.lists(st.tuples(word, spaces), max_size=14))
    return "The " + "".join(one + space for one, space in pairs) + "day."


texts = st.lists(sentences(), min_size=1, max_size=4).map(" ".join)


def read(text):
    return read_article(Article(id="a", source="s", text=text), keep_boilerplate=True)


def hits(text, matcher=MATCHER):
    return matcher.match(read(text)).hits


@given(st.lists(st.tuples(sentences(), raw_only), max_size=3), raw_only)
def test_offsets_cover_the_matched_tokens_in_the_raw_text(parts, inside):
    raw = "".join(
        text.replace("threat", f"thr{inside}eat" if inside in "\u00ad\u200b" else "threat") + mark
        for text, mark in parts
    )
    document = read(raw)
    for hit in MATCHER.match(document).hits:
        covered = tokenise(normalise(raw[hit.start : hit.end]).text).words
        assert covered == document.words[hit.first : hit.last]


@given(texts)
def test_hits_lie_in_order_and_do_not_overlap_in_a_dimension(text):
    found = hits(text)
    for dimension in ("d", "e"):
        own = [hit for hit in found if ENTRIES[hit.entry].dimension == dimension]
        assert all(before.last <= after.first for before, after in itertools.pairwise(own))


@given(texts)
def test_support_takes_no_word_and_is_no_hit(text):
    matches = MATCHER.match(read(text))
    assert all(ENTRIES[hit.entry].role == "frame" for hit in matches.hits)
    assert all(ENTRIES[hit.entry].role == "support" for hit in matches.support)


@given(texts)
def test_a_non_breaking_space_is_a_space(text):
    assert hits(text.replace(" ", "\u00a0")) == hits(text)


@given(texts)
def test_an_unrelated_sentence_before_only_shifts(text):
    before = "It rained. "
    shifted = [hit._replace(start=hit.start + len(before), end=hit.end + len(before)) for hit in hits(text)]
    shifted = [hit._replace(first=hit.first + 2, last=hit.last + 2) for hit in shifted]
    assert list(hits(before + text)) == shifted


@given(sentences(spaces=st.sampled_from([" ", " ", ", "])))
def test_capitals_keep_what_case_does_not_matter_to(text):
    assume("U.S." not in text)  # where a sentence ends does depend on case
    assert [(hit.first, hit.last, hit.entry) for hit in hits(text.upper())] == [
        (hit.first, hit.last, hit.entry) for hit in hits(text)
    ]


PLAIN = tuple(entry(text) for text in ("grave threat{,s}", "threat{,s} to peace", "war*", "silenc{e,ed} [2] critics"))
PLAIN_DIMENSION = (Dimension(id="d", title="D"),)


@given(texts)
def test_a_masked_copy_has_no_hits(text):
    mask = Mask(id="m", patterns=tuple(one.pattern for one in PLAIN))
    masked = Matcher(Lexicon(files=(), dimensions=PLAIN_DIMENSION, entries=PLAIN, masks=(mask,)))
    bare = Matcher(Lexicon(files=(), dimensions=PLAIN_DIMENSION, entries=PLAIN))
    answer = masked.match(read(text))
    assert answer.hits == ()
    assert (answer.masked > 0) == bool(hits(text, bare))


@given(texts, texts)
def test_the_answer_does_not_depend_on_what_was_read_before(text, other):
    fresh = Matcher(LEXICON)
    fresh.match(read(other))
    assert fresh.match(read(text)) == Matcher(LEXICON).match(read(text))


UNMASKED = Matcher(LEXICON, masks=False)


@given(texts)
def test_the_fate_of_each_match_agrees_with_what_counts(text):
    document = read(text)
    found = fates(MATCHER, document)
    matches = MATCHER.match(document)
    for end, kept in (("hit", matches.hits), ("support", matches.support)):
        assert [(f.first, f.last, f.entry) for f in found if f.end == end] == [(h.first, h.last, h.entry) for h in kept]
    assert sum(f.end in ("excluded", "unmet") for f in found) == matches.suppressed
    assert all(bool(f.by) == (f.end in ("masked", "taken")) for f in found)


@given(texts)
def test_masked_is_what_matches_without_the_masks_and_not_with_them(text):
    document = read(text)
    places = [
        {(span.target, span.first) for span in matcher.candidates(document)[1]} for matcher in (UNMASKED, MATCHER)
    ]
    masked = {(fate.entry, fate.first) for fate in fates(MATCHER, document) if fate.end == "masked"}
    assert masked == places[0] - places[1]


# The tokeniser, against section 3.2 written as two plain regexes over the kinds of characters.
_KINDS = dict.fromkeys("'\u2019\u02bc`", "A") | dict.fromkeys("-\u2010\u2011", "H") | {".": "P", ",": "C"}
# The stops of initialisms; a comma or full stop between digits; letters, digits and marks.
_INSIDE = re.compile(r"(?<![LD])(?:LP){2,}|(?<=D)[PC](?=D)|[LD]")
_TOKEN = re.compile(r"W+(?:[AH]W+)*")


def kind(character):
    if character in _KINDS:
        return _KINDS[character]
    category = unicodedata.category(character)
    return "D" if category == "Nd" else "L" if category[0] in "LMN" else "x"


def reference(text):
    kinds = "".join(map(kind, text))
    inside = _INSIDE.sub(lambda match: "W" * len(match[0]), kinds)
    return [text[match.start() : match.end()] for match in _TOKEN.finditer(inside)]


# No sign that begins an address: those have a law of their own.
plain_characters = st.characters(exclude_characters="@#/") | st.sampled_from(
    "aUS.,'\u2019\u02bc`-\u2010\u2011 12\u0301"
)


@given(st.text(plain_characters))
def test_tokens_are_those_of_the_specification(text):
    assume("www." not in text)
    tokens = tokenise(text)
    assert list(tokens.words) == reference(text)
    assert [text[s:e] for s, e in zip(tokens.start, tokens.end, strict=True)] == list(tokens.words)


ADDRESSES = [
    "https://example.org/a-b/war?x=1&y=2",
    "http://example.org",
    "www.example.org/war",
    "example.org/war",
    "jane.roe+war@example.co.uk",
    "@jane_roe",
    "#war",
    "#war_2022",
]


@given(st.lists(st.sampled_from([*ADDRESSES, *WORDS]), max_size=8), st.sampled_from(["", ".", ",", ")", "!", "\u201d"]))
def test_an_address_is_one_token_and_never_matches(pieces, sign):
    text = " ".join(piece + (sign if piece in ADDRESSES else "") for piece in pieces)
    document = read(text)
    assert list(tokenise(normalise(text).text).words) == pieces
    one_word = Matcher(Lexicon(files=(), dimensions=PLAIN_DIMENSION, entries=(entry("war*"),)))
    assert all(document.words[hit.first] not in ADDRESSES for hit in one_word.match(document).hits)
