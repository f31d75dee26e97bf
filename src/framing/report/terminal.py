"""The view for a terminal: at most as wide as asked for, readable when piped."""

from __future__ import annotations

from collections.abc import Iterator

from framing.report.escape import plain
from framing.report.profile_table import ProfileTables
from framing.report.terms_view import SourceView
from framing.report.topic_terminal import topic_lines
from framing.report.topic_view import TopicView
from framing.report.view import View
from framing.report.width import to_ascii, wrap

_TERMS_LEGEND = (
    "Words and names: what sets a source apart, with its hits. * more than bursts of words explain; ! one sentence, "
    "paragraph or article repeats it; ? drops out when the text is drawn again."
)
_BOLD, _DIM, _END = "\x1b[1m", "\x1b[2m", "\x1b[0m"


def render_terminal(
    view: View,
    *,
    width: int = 80,
    colour: bool = False,
    ascii: bool = False,  # noqa: A002 -- says what it does
    topic: TopicView | None = None,
) -> str:
    """Return the page; no line is wider than `width`, and without `colour` it holds no escape code."""
    parts = [wrap(plain(line), width) for line in (view.head, *view.left_out)]
    parts += [*_tables(view, width, colour=colour), "", _dim(wrap(view.legend, width), colour=colour)]
    if topic:
        parts += ["", *topic_lines(topic, width)]
    if view.any_terms:
        parts += ["", _dim(wrap(_TERMS_LEGEND, width), colour=colour)]
    for source in view.sources:
        parts += ["", *_source(source, width, colour=colour)]
    parts += ["", *(wrap(f"Note: {plain(note)}", width, "  ") for note in view.notes)]
    parts += [
        "",
        *(_dim(wrap(plain(line), width), colour=colour) for line in (view.constants, view.signature) if line),
    ]
    text = "\n".join(parts) + "\n"
    return to_ascii(text) if ascii else text


def _tables(view: View, width: int, *, colour: bool) -> Iterator[str]:
    tables = ProfileTables(view, width)
    for number, dimension in enumerate(view.dimensions):
        yield ""
        yield _bold(wrap(plain(dimension.title), width), colour=colour)
        yield _dim(tables.head(number), colour=colour)
        yield from tables.rows(number)
        for line in (*dimension.differences, dimension.ties, dimension.ranks):
            if line:
                yield wrap("  " + plain(line), width, "    ")
    if tables.dropped:
        yield ""
        yield wrap(f"no room for: {', '.join(tables.dropped)}; a wider window has it, and so have all formats", width)


def _source(source: SourceView, width: int, *, colour: bool) -> Iterator[str]:
    yield _bold(wrap(plain(source.source), width), colour=colour)
    for head, said in (*source.leading, *source.terms):
        yield wrap(f"  {plain(head)}: {plain(said)}", width, "    ")


def _bold(text: str, *, colour: bool) -> str:
    return f"{_BOLD}{text}{_END}" if colour else text


def _dim(text: str, *, colour: bool) -> str:
    return f"{_DIM}{text}{_END}" if colour else text
