"""framing-compare: a framing profile per source."""

from __future__ import annotations

import shutil
import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import click

import framing
from framing.cli.faults import Command
from framing.cli.options import claim_options, corpus_options, lexicon_option, min_tokens_option
from framing.cli.progress import Ticker
from framing.cli.reading import read, split, tell
from framing.cli.writing import ascii_only, write
from framing.errors import DataError

if TYPE_CHECKING:
    from framing.api.result import Result
    from framing.io.evidence import Sink

_VOICE = (
    "Whose words the rates follow: headline is the outlet's own and what it attributes to others, "
    "without direct quotation."
)
_FORMATS = ("table", "json", "csv", "markdown", "latex")


@click.command("framing-compare", cls=Command, context_settings={"help_option_names": ["-h", "--help"]})
@corpus_options
@lexicon_option
@click.option("--classifier", metavar="FILE", help="Add a column of a second opinion: a file of 'framing train'.")
@click.option("--topic", metavar="FILE", help="Hold a topic constant: its words, one pattern a line, or a lexicon.")
@click.option(
    "--against",
    default="rest",
    show_default=True,
    metavar="rest|corpus|NAME",
    help="What each source's words are set against: the rest, sources weighted equally; the corpus, every other "
    "token alike; or one source.",
)
@click.option("--keep-boilerplate", is_flag=True, help="Count page furniture as text.")
@click.option("--no-masks", is_flag=True, help="Let names of bodies and offices count: to see what masks do.")
@click.option("-f", "--format", "format_", type=click.Choice(_FORMATS), default="table", show_default=True)
@click.option("-o", "--output", metavar="FILE", help="Write there and not to standard output.")
@click.option("--html", metavar="FILE", help="Also write a page that needs nothing else.")
@click.option("--evidence", metavar="FILE.jsonl", help="Also write every hit with its place in the raw text.")
@click.option(
    "--explain",
    nargs=3,
    multiple=True,
    metavar="A B DIMENSION",
    help="Also say why sources A and B differ: entries, sub-frames, voices. Repeatable; not in csv.",
)
@click.option("--top", type=click.IntRange(0, 1000), default=10, show_default=True, help="Entries and terms kept.")
@claim_options(voice=_VOICE, level="Of the intervals.", q="False discovery rate of pairs.")
@min_tokens_option
@click.option("--seed", type=int, default=0, show_default=True, help="For the resampling behind the contrast terms.")
@click.option("-q", "--quiet", is_flag=True, help="No notes and no progress on stderr.")
@click.option("--no-progress", is_flag=True, help="No progress bar.")
@click.version_option(framing.__version__, prog_name="framing-compare")
def compare(corpus: tuple[str, ...], **options: Any) -> None:  # noqa: ANN401 -- click passes them by name
    """Show how sources frame what they write about.

    CORPUS is any number of files and folders (.txt, .md, .csv, .tsv, .jsonl), or '-' for JSON lines on
    standard input. Each source gets a profile in three dimensions: securitisation, governance critique and
    geopolitics; more through --lexicon.
    """
    reading, rest = split(options)
    articles = read(corpus, **reading)
    tell(articles.notes, quiet=rest["quiet"])
    result = _compare(articles, reading["on_error"], rest)
    result, unanswered = _explained(result, rest)
    if rest["html"]:
        result.write_html(rest["html"])
    _show(result, rest["format_"], rest["output"], rest["top"])
    if unanswered:  # what was counted is shown all the same: it may have taken an hour
        raise unanswered


def _compare(articles: Any, on_error: str, options: dict[str, Any]) -> Result:  # noqa: ANN401 -- a Corpus; its import costs
    from framing.api.comparing import compare as run  # noqa: PLC0415 -- --help must not pay for numpy
    from framing.api.lexicons import load_lexicon  # noqa: PLC0415
    from framing.api.shifting import check_question  # noqa: PLC0415
    from framing.api.topics import read_topic  # noqa: PLC0415
    from framing.io.classifiers import read_classifier  # noqa: PLC0415
    from framing.io.evidence import evidence_file  # noqa: PLC0415
    from framing.model.settings import Settings  # noqa: PLC0415

    settings = Settings(
        voice=options["voice"],
        masks=not options["no_masks"],
        keep_boilerplate=options["keep_boilerplate"],
        level=options["level"],
        q=options["q"],
        min_tokens=options["min_tokens"],
        top=options["top"],
        seed=options["seed"],
        against=options["against"],
    )
    lexicon = load_lexicon(*options["lexicons"])
    for question in options["explain"]:  # a name written wrongly is told before anything long is done
        check_question(question, articles.sources, lexicon)
    classifier = read_classifier(options["classifier"]) if options["classifier"] else None
    topic = read_topic(options["topic"]) if options["topic"] else None
    if options["format_"] == "csv":  # all other formats carry them
        tell(lexicon.notes, quiet=options["quiet"])
    with ExitStack() as stack:
        sink: Sink | None = None
        if options["evidence"]:
            sink = stack.enter_context(evidence_file(options["evidence"]))
        enabled = not (options["quiet"] or options["no_progress"])
        tick = stack.enter_context(Ticker(len(articles), enabled=enabled))
        return run(
            articles,
            lexicon=lexicon,
            settings=settings,
            classifier=classifier,
            topic=topic,
            on_error="skip" if on_error == "skip" else "fail",
            evidence_to=sink,
            progress=tick,
        )


def _explained(result: Result, options: dict[str, Any]) -> tuple[Result, DataError | None]:
    """Return the result with each explanation that can be given, and what is to be said of the others."""
    from framing.api.shifting import unspoken  # noqa: PLC0415

    if options["explain"] and options["format_"] == "csv":
        tell(["what --explain says is in all formats but csv, whose rows are of sources"], quiet=options["quiet"])
    reasons = {question: unspoken(question, result.comparison) for question in options["explain"]}
    asked = [question for question, reason in reasons.items() if not reason]
    why = "; ".join(dict.fromkeys(reason for reason in reasons.values() if reason))
    fault = DataError(f"not explained: {why}", hint="choose another --voice") if why else None
    return (result.explained(asked) if asked else result), fault


def _show(result: Result, format_: str, output: str | None, top: int) -> None:
    text = _table(result, output, top) if format_ == "table" else _exported(result, format_)
    write(text, table=format_ == "table", output=output)


def _exported(result: Result, format_: str) -> str:
    from framing.report.export import FORMATS  # noqa: PLC0415

    return FORMATS[format_](result.comparison)


def _table(result: Result, output: str | None, top: int) -> str:
    from framing.report.explain_page import explain_page  # noqa: PLC0415
    from framing.report.terminal import render_terminal  # noqa: PLC0415
    from framing.report.topic_view import make_topic_view  # noqa: PLC0415
    from framing.report.view import make_view  # noqa: PLC0415

    terminal = sys.stdout.isatty() and not output
    narrow = ascii_only(output)
    page = render_terminal(
        make_view(
            result.comparison,
            top=min(top, 5),
            where_articles=" (--html, -f json and -f csv have that of these articles only, too)",
        ),
        width=max(60, min(shutil.get_terminal_size((80, 24)).columns, 120)) if terminal else 80,
        colour=terminal,
        topic=make_topic_view(result.comparison),
        ascii=narrow,
    )
    return page + "".join(f"\n{explain_page(shift, ascii=narrow)}" for shift in result.comparison.explain)


def main() -> None:
    """Run the command."""
    compare()


if __name__ == "__main__":
    main()
