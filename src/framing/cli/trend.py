"""framing trend: a source's framing over time, and whether it changed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from framing.cli.faults import Command
from framing.cli.options import corpus_options, lexicon_option
from framing.cli.progress import Ticker
from framing.cli.reading import read, split

if TYPE_CHECKING:
    from framing.model.article import Corpus
    from framing.model.trend import TrendReport


@click.command("trend", cls=Command)
@corpus_options
@lexicon_option
@click.option(
    "--per",
    type=click.Choice(["year", "quarter", "month", "week", "day"]),
    default="month",
    show_default=True,
    help="Length of a period.",
)
@click.option(
    "--event",
    default="",
    metavar="DATE",
    help="Compare the rate from this date on (2021-03-15, 2021-03) with the rate before, and test no slope.",
)
@click.option("--pooled", is_flag=True, help="The whole corpus as one source.")
@click.option("--date-field", default="date", show_default=True, metavar="NAME", help="Where an article's date stands.")
@click.option("--periods", is_flag=True, help="List each period with its rate and interval.")
@click.option(
    "--voice",
    type=click.Choice(["headline", "all", "own", "quoted"]),
    default="headline",
    show_default=True,
    help="Whose words the rates follow.",
)
@click.option("--level", type=float, default=0.95, show_default=True, help="Of the intervals.")
@click.option("--q", type=float, default=0.10, show_default=True, help="False discovery rate of changes.")
@click.option(
    "-f", "--format", "format_", type=click.Choice(["table", "json", "csv"]), default="table", show_default=True
)
@click.option("-o", "--output", metavar="FILE", help="Write there and not to standard output.")
@click.option("-q", "--quiet", is_flag=True, help="No notes and no progress on stderr.")
def trend(corpus: tuple[str, ...], **options: Any) -> None:  # noqa: ANN401 -- click passes them by name
    """Show how sources' framing moves over time, and test whether it changed.

    CORPUS is as for framing-compare; each article's date is taken from its metadata (2021-03-15). Without --event a
    linear trend is tested; with it, after against before. Articles without a date are left out and listed.
    """
    from framing.io.output import write_text  # noqa: PLC0415 -- --help must not pay for it

    reading, rest = split(options)
    if ":" in reading["by"]:
        raise click.UsageError(f"--by {reading['by']}: periods are made by --per; --by names what a source is")
    articles = read(corpus, **reading)
    if not rest["quiet"]:
        for note in articles.notes:
            click.echo(f"note: {note}", err=True)
    report = _report(articles, reading["on_error"], rest)
    text = _page(report, rest)
    if rest["output"]:
        write_text(rest["output"], text)
    else:
        encoding = (sys.stdout.encoding or "utf-8") if rest["format_"] == "table" else "utf-8"
        sys.stdout.buffer.write(text.encode(encoding, "replace"))


def _report(articles: Corpus, on_error: str, options: dict[str, Any]) -> TrendReport:
    from framing.api.lexicons import load_lexicon  # noqa: PLC0415 -- --help must not pay for numpy
    from framing.api.trend_dates import TrendPlan  # noqa: PLC0415
    from framing.api.trends import trend as run  # noqa: PLC0415
    from framing.model.settings import Settings  # noqa: PLC0415

    plan = TrendPlan(
        per=options["per"], event=options["event"], pooled=options["pooled"], date_field=options["date_field"].lower()
    )
    settings = Settings(voice=options["voice"], level=options["level"], q=options["q"])
    with Ticker(len(articles), enabled=not options["quiet"]) as tick:
        return run(
            articles,
            plan=plan,
            lexicon=load_lexicon(*options["lexicons"]),
            settings=settings,
            on_error="skip" if on_error == "skip" else "fail",
            progress=tick,
        )


def _page(report: TrendReport, options: dict[str, Any]) -> str:
    from framing.report.trend_export import trend_csv, trend_json  # noqa: PLC0415
    from framing.report.trend_terminal import render_trend  # noqa: PLC0415
    from framing.report.trend_view import make_trend_view  # noqa: PLC0415

    if options["format_"] != "table":
        return {"json": trend_json, "csv": trend_csv}[options["format_"]](report)
    utf = (sys.stdout.encoding or "utf-8").lower().replace("-", "").startswith("utf")
    return render_trend(make_trend_view(report), periods=options["periods"], ascii=not options["output"] and not utf)
