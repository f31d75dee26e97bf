"""Why two sources differ, as a page of at most 80 columns: entries, sub-frames, stances, voices."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from framing.model.shift import WordShift
from framing.report.escape import plain
from framing.report.explain_view import Part, Row, parts, voice_rows, whole
from framing.report.explain_words import answer, digits, question, signed, voices

_WIDTH = 80
# To either side of the middle. Each list has its scale: on that of the sub-frames all entries would be alike.
_BAR = 6
_LABEL = 44
_WORDS, _PATTERN = 26, 15
_PLAIN = str.maketrans({"█": "#", "–": "-", "…": "~"})
_FOOT = (
    "a, b: hits. difference: hits per 1,000 words; + and a bar to the right is more in a, - and a bar to the left more "
    "in b. Each list has its scale, and sums to the difference of the rates. In [ ]: the entry's pattern; before it "
    "the words it was hit by, here. Their lines: framing kwic WORD ARTICLES, or framing-compare --evidence hits.jsonl."
)
_LACKING = (
    " -: no word in that voice. The other's rate stands in: who never quotes cannot be said to quote differently."
)


def explain_page(shift: WordShift, *, ascii: bool = False) -> str:  # noqa: A002 -- says what it does
    """Return the page."""
    lines = [*_wrapped(question(shift), ""), *_wrapped(answer(shift), "  ")]
    for part in parts(shift):
        lines += ["", *_list(part, shift)]
    lines += ["", *_voices(shift), ""]
    lacking = any((voice.rate_a is None) != (voice.rate_b is None) for voice in shift.voices.voices)
    lines += _wrapped(_FOOT + (_LACKING if lacking else ""), "  ")
    text = "\n".join(lines) + "\n"
    return text.translate(_PLAIN).encode("ascii", "replace").decode() if ascii else text


def _list(part: Part, shift: WordShift) -> Iterator[str]:
    yield f"{part.title:<{_LABEL + 2}} {'a':>5} {'b':>5} {'difference':>9}"
    most = max(abs(row.difference) for row in part.rows)
    for row in part.rows:
        yield f"{_cells(row, digits(shift))} {_bars(row.difference, most)}".rstrip()
    yield _cells(whole(shift), digits(shift))


def _cells(row: Row, decimals: int) -> str:
    label = f"{_cut(row.label, _WORDS)} [{_cut(row.pattern, _PATTERN)}]" if row.pattern else _cut(row.label, _LABEL)
    return f"  {label:<{_LABEL}} {row.hits_a:>5,} {row.hits_b:>5,} {signed(row.difference, decimals):>7}"


def _bars(value: float, most: float) -> str:
    # What is not nought is seen, however small beside the largest.
    length = max(1, round(_BAR * abs(value) / most)) if value else 0
    return f"{'█' * length if value < 0 else '':>{_BAR}}|{'█' * length if value > 0 else ''}"


def _voices(shift: WordShift) -> Iterator[str]:
    yield from textwrap.wrap(voices(shift.voices, digits(shift)), _WIDTH, subsequent_indent="  ")
    yield f"  {'':<12}{'share of words':>16}{'hits per 1,000':>18}{'by share':>12}{'by rate':>10}"
    yield f"  {'':<12}{'a':>8}{'b':>8}{'a':>10}{'b':>8}"
    for voice, share_a, share_b, rate_a, rate_b, by_share, by_rate in voice_rows(shift):
        yield f"  {voice:<12}{share_a:>8}{share_b:>8}{rate_a:>10}{rate_b:>8}{by_share:>12}{by_rate:>10}"


def _cut(text: str, width: int) -> str:
    text = plain(text)
    return text if len(text) <= width else text[: width - 1].rstrip("…") + "…"


def _wrapped(text: str, indent: str) -> list[str]:
    # Of a wrapped headline, the lines behind the first are indented too.
    return textwrap.wrap(plain(text), _WIDTH - 2, initial_indent=indent, subsequent_indent="  ", break_on_hyphens=False)
