"""Why two sources differ, as a page of at most 80 columns: entries, sub-frames, voices."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from framing.model.pairs import Pair
from framing.model.shift import Shift, VoiceSplit, WordShift
from framing.report.escape import plain
from framing.report.times import times
from framing.report.view import short_pattern

_WIDTH = 80
_BAR = 8
_WORDS, _ENTRY = 30, 18
MOST_ENTRIES = 12
_ROUNDS_TO_NOTHING = 0.05


def explain_page(shift: WordShift, *, ascii: bool = False) -> str:  # noqa: A002 -- says what it does
    """Return the page."""
    bar = "#" if ascii else "█"
    lines = [f"Why {plain(shift.a)} and {plain(shift.b)} differ: {plain(shift.title)}", *_head(shift)]
    lines += ["", *_entries(shift, bar), "", *_subframes(shift, bar), "", *_voices(shift)]
    lines += ["", *_wrapped(_FOOT)]
    text = "\n".join(lines) + "\n"
    return text.translate(_PLAIN).encode("ascii", "replace").decode() if ascii else text


_PLAIN = str.maketrans({"–": "-", "…": "~"})
_FOOT = (
    "a, b: hits. difference: hits per 1,000 words, + is more in a; the bars of a list sum to the difference of the "
    "rates. In [ ]: the entry's pattern; before it the words it was hit by, here. Their lines: framing kwic WORD "
    "ARTICLES, or framing-compare --evidence hits.jsonl."
)


def _head(shift: WordShift) -> list[str]:
    apart = abs(shift.difference)
    more = "a has as many." if apart < _ROUNDS_TO_NOTHING else f"a has {apart:.1f} {_than(shift.difference)}."
    said = (
        f"a, {plain(shift.a)}: {shift.rate_a:.1f} hits per 1,000 words; b, {plain(shift.b)}: {shift.rate_b:.1f}. "
        f"{more} {_test(shift.pair)}"
    )
    return _wrapped(said)


def _than(difference: float) -> str:
    return "more" if difference > 0 else "fewer"


def _test(pair: Pair | None) -> str:
    if pair is None:
        return "The pair was not tested, so nothing says that the sources differ beyond these texts."
    high = "no bound" if pair.high is None else times(pair.high)
    test = f"{plain(pair.a)} over {plain(pair.b)}: {times(pair.rate_ratio)} times ({times(pair.low)} to {high}"
    if pair.tie:
        return f"{test}; q = {pair.q:.2g}): a tie. What follows says how these texts differ, not that the sources do."
    return f"{test}; q = {pair.q:.2g}): told apart."


def _entries(shift: WordShift, bar: str) -> list[str]:
    shown, others = shift.parts[:MOST_ENTRIES], shift.parts[MOST_ENTRIES:]
    rest = sum(part.difference for part in others)
    most = max((abs(value) for value in (*(part.difference for part in shown), rest)), default=0.0)
    rows = [
        _row(_label(part), part.hits_a, part.hits_b, part.difference, _bars(part.difference, most, bar))
        for part in shown
    ]
    if others:
        a, b = sum(part.hits_a for part in others), sum(part.hits_b for part in others)
        rows.append(_row(f"{len(others)} more entries", a, b, rest, _bars(rest, most, bar)))
    return [_title("by entry"), *rows, _total(shift)]


def _label(part: Shift) -> str:
    entry = f"[{_cut(short_pattern(part.entry), _ENTRY)}]"
    words = _cut(", ".join(part.words) or short_pattern(part.entry), _WORDS)
    return f"{words} {entry}"


def _subframes(shift: WordShift, bar: str) -> list[str]:
    told = [part for part in shift.subframes if part.hits_a or part.hits_b]
    told.sort(key=lambda part: (-abs(part.difference), part.subframe))
    most = max((abs(part.difference) for part in told), default=0.0)
    rows = [
        _row(part.subframe.replace("_", " "), part.hits_a, part.hits_b, part.difference, bars)
        for part, bars in ((part, _bars(part.difference, most, bar)) for part in told)
    ]
    return [_title("by sub-frame"), *rows, _total(shift)]


def _title(name: str) -> str:
    return f"{name:<51} {'a':>5} {'b':>5} {'difference':>9}"


def _row(label: str, a: int, b: int, difference: float, bars: str) -> str:
    return f"  {_cut(label, 49):<49} {a:>5,} {b:>5,} {_signed(difference):>7} {bars}".rstrip()


def _total(shift: WordShift) -> str:
    a, b = sum(part.hits_a for part in shift.parts), sum(part.hits_b for part in shift.parts)
    return _row("all", a, b, shift.difference, "")


def _bars(value: float, most: float, bar: str) -> str:
    return bar * round(_BAR * abs(value) / most) if most else ""


def _voices(shift: WordShift) -> list[str]:
    split = shift.voices
    head = (
        f"by voice, over all that is said, quotations too: {split.rate_a:.1f} against {split.rate_b:.1f}, a difference "
        f"of {_signed(split.difference)}. Of it {_signed(split.from_shares)} comes of who is given words (one source "
        f"quotes more), {_signed(split.from_rates)} of what is said in each voice (they speak differently)."
    )
    return [*textwrap.wrap(head, _WIDTH, subsequent_indent="  "), *_voice_rows(split)]


def _voice_rows(split: VoiceSplit) -> Sequence[str]:
    title = f"  {'':<12}{'share of words':>16}{'hits per 1,000':>18}{'by share':>12}{'by rate':>10}"
    head = f"  {'':<12}{'a':>8}{'b':>8}{'a':>10}{'b':>8}"
    rows = [
        f"  {part.voice:<12}{part.share_a:>8.0%}{part.share_b:>8.0%}{_rate(part.rate_a):>10}{_rate(part.rate_b):>8}"
        f"{_signed(part.from_share):>12}{_signed(part.from_rate):>10}"
        for part in split.voices
    ]
    return [title, head, *rows]


def _signed(value: float) -> str:
    # -0.04 is shown as +0.0, not as -0.0
    return f"{round(value, 1) + 0.0:+.1f}"


def _rate(rate: float | None) -> str:
    return "-" if rate is None else f"{rate:.1f}"


def _cut(text: str, width: int) -> str:
    text = plain(text)
    return text if len(text) <= width else text[: width - 1] + "…"


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH - 2, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)
