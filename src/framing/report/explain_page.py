"""Why two sources differ, as a page of at most 80 columns: entries, sub-frames, stances, voices."""

from __future__ import annotations

from collections.abc import Iterator

from framing.model.shift import WordShift
from framing.report.escape import plain
from framing.report.explain_view import Part, Row, parts, voice_rows, whole
from framing.report.explain_words import answer, digits, question, signed, voices
from framing.report.width import cut, left, to_ascii, wrap

_WIDTH = 80
# To either side of the middle. Each list has its scale: on that of the sub-frames all entries would be alike.
_BAR = 6
_LABEL = 44
_WORDS, _PATTERN = 26, 15
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
    lines = [wrap(plain(question(shift)), _WIDTH, "  "), wrap("  " + plain(answer(shift)), _WIDTH, "  ")]
    for part in parts(shift):
        lines += ["", *_list(part, shift)]
    lines += ["", *_voices(shift), ""]
    lacking = any((voice.rate_a is None) != (voice.rate_b is None) for voice in shift.voices.voices)
    lines.append(wrap("  " + _FOOT + (_LACKING if lacking else ""), _WIDTH, "  "))
    text = "\n".join(lines) + "\n"
    return to_ascii(text) if ascii else text


def _list(part: Part, shift: WordShift) -> Iterator[str]:
    yield f"{part.title:<{_LABEL + 2}} {'a':>5} {'b':>5} {'difference':>9}"
    most = max(abs(row.difference) for row in part.rows)
    for row in part.rows:
        yield f"{_cells(row, digits(shift))} {_bars(row.difference, most)}".rstrip()
    yield _cells(whole(shift), digits(shift))


def _cells(row: Row, decimals: int) -> str:
    label = cut(plain(row.label), _WORDS if row.pattern else _LABEL)
    label += f" [{cut(plain(row.pattern), _PATTERN)}]" if row.pattern else ""
    return f"  {left(label, _LABEL)} {row.hits_a:>5,} {row.hits_b:>5,} {signed(row.difference, decimals):>7}"


def _bars(value: float, most: float) -> str:
    # What is not nought is seen, however small beside the largest.
    length = max(1, round(_BAR * abs(value) / most)) if value else 0
    return f"{'█' * length if value < 0 else '':>{_BAR}}|{'█' * length if value > 0 else ''}"


def _voices(shift: WordShift) -> Iterator[str]:
    yield wrap(voices(shift.voices, digits(shift)), _WIDTH, "  ")
    yield f"  {'':<12}{'share of words':>16}{'hits per 1,000':>18}{'by share':>12}{'by rate':>10}"
    yield f"  {'':<12}{'a':>8}{'b':>8}{'a':>10}{'b':>8}"
    for voice, share_a, share_b, rate_a, rate_b, by_share, by_rate in voice_rows(shift):
        yield f"  {voice:<12}{share_a:>8}{share_b:>8}{rate_a:>10}{rate_b:>8}{by_share:>12}{by_rate:>10}"
