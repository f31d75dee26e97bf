"""Laws of conversion: what a format can say comes back the same, and what comes back hits the same words.

`TOML -> X -> TOML` for every format X; the fixed text is our own.
"""

import contextlib
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from framing.api.conversion import convert_lexicon
from framing.api.lexicons import load_one
from framing.errors import LexiconError
from framing.io.dictionaries.formats import FORMATS
from framing.io.lexicon_toml import lexicon_toml
from framing.lexicon_tools.trial import plain_document
from framing.matching.matcher import Matcher
from framing.model.lexicon import COMPOUND_FIRST

ENDINGS = {"liwc": "dic", "quanteda": "yml", "lexicoder": "lc3", "wordstat": "cat", "csv": "csv"}
HEADER = {"name": "own", "version": "1", "language": "en", "licence": "CC0-1.0"}
TEXT = (
    "The river rose and the rivers met; a flood came over the wide plain, over-land and overland. Counter floods, "
    "counter-floods and counterfloods: no dam held. The organised towns organized a great, great market. "
    "A river of a wide and muddy flood met the north sea, the sea of the north. Can't dams hold? "
)

# Not "co", "de", "over" ...: written out, a compound is three entries.
letters = st.text(st.sampled_from("abcdeénort"), min_size=2, max_size=6).filter(lambda word: word not in COMPOUND_FIRST)
names = st.text(st.sampled_from("abcxyz_é"), min_size=1, max_size=6).filter(
    lambda name: name.strip("_")
)  # "__" is quanteda's
notes = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=12).map(str.strip)


@st.composite
def trees(draw):
    """Return dimensions with their sub-frames, each name once."""
    tops = draw(st.lists(names, min_size=1, max_size=3, unique=True))
    return {top: draw(st.lists(names, max_size=3, unique=True)) for top in tops}


@st.composite
def lexicons(draw, patterns, form):
    """Return the tables of a lexicon that the format can say whole: grouped by sub-frame, none without an entry."""
    keeps = FORMATS[form].keeps
    tree = draw(trees())
    entries = []
    for top, subs in tree.items():
        taken = draw(st.lists(patterns, min_size=len(subs) + 1, max_size=len(subs) + 6, unique_by=str.casefold))
        places = sorted([*range(len(subs)), *(draw(st.integers(0, max(0, len(subs) - 1))) for _ in taken[len(subs) :])])
        for pattern, place in zip(taken, places, strict=True):
            row = {"pattern": pattern, "dimension": top} | ({"subframe": subs[place]} if subs else {})
            if keeps.weights != "none":
                row["weight"] = draw(st.sampled_from([1.0, 2.0] if keeps.weights == "whole" else [1.0, 0.25, 1.37]))
            if keeps.notes and (note := draw(notes)):
                row["note"] = note
            if keeps.near and draw(st.booleans()):
                row["require"] = {"any": draw(st.lists(letters, min_size=1, max_size=2, unique=True)), "within": 4}
            entries.append(row)
    dimensions = [{"id": top, "subframe": [{"id": sub} for sub in subs]} for top, subs in tree.items()]
    dimensions = [{key: value for key, value in row.items() if value} for row in dimensions]
    return {"lexicon": HEADER, "dimension": dimensions, "entry": entries}


@st.composite
def plain_phrases(draw, form):
    """Return a phrase that stands for itself in every format."""
    words = draw(st.lists(letters, min_size=1, max_size=3))
    stars = [draw(st.booleans()) for _ in words]
    if FORMATS[form].keeps.stars == "last":
        stars[:-1] = [False] * (len(words) - 1)
    return " ".join(word + "*" * star for word, star in zip(words, stars, strict=True))


def round_trip(raw, form, *, lossy=False):
    """Return the lexicon before and after."""
    with tempfile.TemporaryDirectory() as folder:
        first, other, again = (Path(folder, name) for name in ("own.toml", f"own.{ENDINGS[form]}", "again.toml"))
        first.write_text(lexicon_toml(raw), "utf-8")
        convert_lexicon(first, other, lossy=lossy)
        convert_lexicon(other, again, lossy=lossy)
        before, after, direct = (load_one(path) for path in (first, again, other))
    assert said(after) == said(direct)
    assert after.files[0].sha256 == direct.files[0].sha256
    return before, after


def said(lexicon):
    return [
        (
            dimension.id,
            dimension.title,
            dimension.polarity,
            [subframe.id for subframe in dimension.subframes],
            [
                (
                    e.pattern.text,
                    e.subframe,
                    e.weight,
                    e.note,
                    e.require and (e.require.any, e.require.within, e.require.side),
                )
                for e in lexicon.entries
                if e.dimension == dimension.id
            ],
        )
        for dimension in lexicon.dimensions
    ]


def hits(lexicon):
    found = Matcher(lexicon).match(plain_document(TEXT))
    entries = lexicon.entries
    # Sorted: of two dimensions at one place neither is first.
    return sorted((entries[h.entry].dimension, entries[h.entry].subframe, h.start, h.end) for h in found.hits)


@pytest.mark.parametrize("form", FORMATS)
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_what_a_format_can_say_comes_back_the_same(form, data):
    raw = data.draw(lexicons(plain_phrases(form), form))
    before, after = round_trip(raw, form)
    assert said(before) == said(after)
    assert hits(before) == hits(after)


POOL = (
    "river{,s} flood{,s,ed} {wide,muddy} over organi{s,z}ed great wide+plain north+sea over+land counter+flood{,s} "
    "great+great the+{river,sea} {no,can't}+{dam,dams} sea+of mud* organ* met+the a+{wide,great} "
    "<water> the+<water> <water>+of <land>+<land>"
).split()
CLASSES = [
    {"id": "water", "words": ["river{,s}", "north sea", "flood*"]},
    {"id": "land", "words": ["wide", "plain", "great"]},
]
GAPS = ["a+[2]+flood", "river+[3]+sea", "the+[1]+north", "{north,wide}+[2]+of"]


@pytest.mark.parametrize("form", FORMATS)
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_what_comes_back_hits_the_same_words(form, data):
    gaps = GAPS if FORMATS[form].keeps.any_word or FORMATS[form].keeps.patterns else []
    patterns = st.sampled_from([text.replace("+", " ") for text in (*POOL, *gaps)])
    raw = data.draw(lexicons(patterns, form))
    for row in raw["entry"]:
        row.pop("weight", None)
        row.pop("require", None)
    raw["class"] = CLASSES
    raw["lexicon"] = {**HEADER, "spelling": "uk+us"}
    before, after = round_trip(raw, form, lossy=True)
    assert hits(before) == hits(after)


@pytest.mark.parametrize("form", FORMATS)
@settings(max_examples=60, deadline=None)
@given(
    st.text(st.sampled_from("+%#@[](){}<>*?,;:_-'\"\\/.\t\n \x00\x85ab1é"), max_size=60),
    st.sampled_from(["", "%\n1\ta\n%\n", "pattern,dimension\n"]),
)
def test_no_file_ends_in_a_traceback(form, text, start):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"own.{ENDINGS[form]}")
        path.write_bytes((start + text).encode())
        with contextlib.suppress(LexiconError):
            load_one(path)
