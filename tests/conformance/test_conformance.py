"""The matching contract, row by row: every case of the tables beside this file, through every door.

A row gives a lexicon and a text, and the hits that the lexicon format (sections 1 to 3) says there are. The
shipped masks and cues stay out: the rows prove the contract, not our data. A row on which the library is
known to disagree says so under `disagrees`; when the library is mended, that key has to go.
"""

import json
import tomllib
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

import framing
from framing.cli.compare import compare
from framing.errors import LexiconError
from framing.io.lexicons import read_lexicon
from framing.lexicon_tools.checks import check
from framing.matching.matcher import Matcher
from framing.model.article import Article
from framing.model.document import VOICES
from framing.text.reading import read_article

TABLES = sorted(Path(__file__).parent.glob("*.toml"))
CASES = [case for table in TABLES for case in tomllib.loads(table.read_text("utf-8"))["case"]]
KEYS = {"id", "spec", "lexicon", "base", "header", "text", "expect", "support", "error", "disagrees"}
FIELDS = ("entry", "dimension", "stance", "voice", "counted", "hedged")

HEADER = '[lexicon]\nname = "{name}"\nversion = "0.1.0"\nlanguage = "en"\nlicence = "CC0-1.0"\n{more}\n'
# A lexicon without cues would be given the shipped ones.
NO_CUES = '\n[cues]\nnegation = ["qqqq"]\n'


class Found(NamedTuple):
    """What a door tells of one hit."""

    start: int
    end: int
    text: str
    entry: str
    dimension: str
    stance: str
    voice: str
    counted: bool
    hedged: bool


class Refused(Exception):  # noqa: N818 -- an answer, not a mishap
    """The door did not load the lexicon; the first argument holds the codes of its faults."""


def through_the_matcher(path, text):
    lexicon, faults = read_lexicon(path, {"base": path.with_name("base.toml")}.get)
    faults = faults or check(lexicon)
    if faults:
        raise Refused([fault.code for fault in faults])
    matches = Matcher(lexicon).match(read_article(Article(id="a", source="s", text=text)))
    return [found(hit, text, lexicon) for hit in matches.hits], [found(hit, text, lexicon) for hit in matches.support]


def found(hit, text, lexicon):
    entry = lexicon.entries[hit.entry]
    return Found(
        start=hit.start,
        end=hit.end,
        text=text[hit.start : hit.end],
        entry=entry.name,
        dimension=entry.dimension,
        stance=hit.stance,
        voice=VOICES[hit.voice],
        counted=hit.counted,
        hedged=hit.hedged,
    )


def through_python(path, text):
    try:
        lexicon = framing.load_lexicon(path)
    except LexiconError as error:
        raise Refused([fault.code for fault in error.faults]) from error
    score = framing.score(text, lexicon=lexicon)
    rows = [row for dimension in score.dimensions.values() for row in dimension.rows]
    assert len(rows) == sum(dimension.hits for dimension in score.dimensions.values())
    return [Found(*(getattr(row, name) for name in Found._fields)) for row in rows], None


def through_the_command_line(path, text):
    # As a JSON line, not as a text file: there "\r\n" is read as "\n", and the raw text is what was read.
    article, evidence = path.with_name("article.jsonl"), path.with_name("evidence.jsonl")
    article.write_text(json.dumps({"id": "a", "source": "s", "text": text}) + "\n", "utf-8")
    arguments = [str(article), "-l", str(path), "--evidence", str(evidence), "-f", "json", "--quiet"]
    answer = CliRunner().invoke(compare, arguments)
    if answer.exit_code == 1 and isinstance(answer.exception, SystemExit):
        raise Refused(answer.output.split())
    assert answer.exit_code == 0, answer.output
    rows = [json.loads(line) for line in evidence.read_text("utf-8").splitlines()]
    assert all(row["text"] == text[row["start"] : row["end"]] for row in rows)
    return [Found(*(row[name] for name in Found._fields)) for row in rows], None


# A door takes the path of a lexicon and a text; it returns the hits and, if it tells of them, the support.
DOORS = {
    "matcher": through_the_matcher,
    "python": through_python,
    "command_line": through_the_command_line,
}
# Negated hits of a plain dimension are kept out of a score.
COUNTED_ONLY = {"python"}


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_case(request, case, door, tmp_path, monkeypatch):
    if "disagrees" in case:
        request.applymarker(pytest.mark.xfail(reason=case["disagrees"], strict=True))
    path = tmp_path / "lexicon.toml"
    path.write_text(lexicon_text(case), "utf-8")
    shipped = {}
    if "base" in case:
        shipped["base"] = tmp_path / "base.toml"
        shipped["base"].write_text(HEADER.format(name="base", more="") + case["base"], "utf-8")
    monkeypatch.setattr("framing.api.lexicons.shipped_lexicons", lambda: shipped)
    if "error" in case:
        with pytest.raises(Refused) as refused:
            DOORS[door](path, "The day was long.")
        assert not case["error"] or case["error"] in refused.value.args[0]
        return
    hits, support = DOORS[door](path, case["text"])
    expected = [wanted(item, case["text"]) for item in case["expect"]]
    if door in COUNTED_ONLY:
        expected = [item for item in expected if item["counted"]]
    agree(expected, hits)
    if support is not None and "support" in case:
        agree([wanted(item, case["text"]) for item in case["support"]], support)


def lexicon_text(case):
    """Return the row's lexicon with what every file must have: a header, a dimension, cues."""
    text = HEADER.format(name=case["id"], more=case.get("header", ""))
    given = tomllib.loads(case["lexicon"])
    if "dimension" not in given and "base" not in case:
        text += '\n[[dimension]]\nid = "d"\n'
    return text + "\n" + case["lexicon"] + ("" if "cues" in given else NO_CUES)


def wanted(item, text):
    """Return an expected hit as a dict with its place in the raw text: the only one, or number `at`."""
    item = {"text": item} if isinstance(item, str) else item
    places = [n for n in range(len(text)) if text.startswith(item["text"], n)]
    assert len(places) == 1 or (places and "at" in item), f"{item['text']!r} stands at {places}: say which, by `at`"
    start = places[item.get("at", 1) - 1]
    fields = {name: item[name] for name in FIELDS if name in item}
    return {"counted": True} | fields | {"start": start, "end": start + len(item["text"])}


def agree(expected, hits):
    spans = Counter((hit.start, hit.end) for hit in hits)
    assert spans == Counter((item["start"], item["end"]) for item in expected), [hit.text for hit in hits]
    for item in expected:
        here = [hit for hit in hits if (hit.start, hit.end) == (item["start"], item["end"])]
        assert any(all(getattr(hit, name) == value for name, value in item.items()) for hit in here), (item, here)


def test_every_row_is_whole_and_named_once():
    assert max(Counter(case["id"] for case in CASES).values()) == 1
    for case in CASES:
        assert not set(case) - KEYS, case["id"]
        assert case["spec"], case["id"]
        assert ("error" in case) != ("expect" in case and "text" in case), case["id"]
