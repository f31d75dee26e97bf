"""Small lexicons and sheets, made by hand."""

import pytest

from framing.model.lexicon import Dimension, Entry, Lexicon, Subframe, WordClass
from framing.model.pattern import parse_pattern
from framing.model.sheet import CodedLine, Sheet


@pytest.fixture
def make_entry():
    def make(pattern, **rest):
        for name in ("exclude",):
            rest[name] = tuple(map(parse_pattern, rest.get(name, ())))
        return Entry(pattern=parse_pattern(pattern), **{"dimension": "d", "subframe": "s", "scope": "f"} | rest)

    return make


@pytest.fixture
def make_lexicon():
    def make(*entries, classes=None):
        words = {
            ("f", name): WordClass(id=name, words=tuple(map(parse_pattern, words)), scope="f")
            for name, words in (classes or {}).items()
        }
        dimension = Dimension(id="d", title="D", subframes=(Subframe(id="s"), Subframe(id="t")))
        return Lexicon(files=(), dimensions=(dimension,), entries=entries, classes=words)

    return make


@pytest.fixture
def make_sheet():
    """Return a function from (fingerprint, codes, options) rows to a sheet; a line's id is its place in the row."""

    def make(*rows):
        lines = []
        for fingerprint, codes, rest in rows:
            for number, code in enumerate(codes):
                fields = {"subframe": "s", "dimension": "d", "hits": 30, "corpus": "c", "article": str(number)} | rest
                lines.append(
                    CodedLine(
                        id=f"{fingerprint}.{number}",
                        entry="e",
                        fingerprint=fingerprint,
                        code="" if code == "_" else code,
                        note="",
                        where="",
                        **fields,
                    )
                )
        return Sheet(where="x.csv", sha256="0", lines=tuple(lines))

    return make
