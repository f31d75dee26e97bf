"""framing trend: a source's framing over time, and whether it changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from framing.cli.faults import Command
from framing.cli.options import claim_options, corpus_options, lexicon_option, min_tokens_option, page_options
from framing.cli.progress import Ticker
from framing.cli.reading import read, split, tell
from framing.cli.writing import ascii_only, write

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
@claim_options(voice="Whose words the rates follow.", level="Of the intervals.", q="False discovery rate of changes.")
@min_tokens_option
@page_options
def trend(corpus: tuple[str, ...], **options: Any) -> None:  # noqa: ANN401 -- click passes them by name
    """Show how sources' framing moves over time, and test whether it changed.

    CORPUS is as for framing-compare; each article's date is taken from its metadata (2021-03-15). Without --event a
    linear trend is tested; with it, after against before. Articles without a date are left out and listed.
    """
    reading, rest = split(options)
    if ":" in reading["by"]:
        raise click.UsageError(f"--by {reading['by']}: periods are made by --per; --by names what a source is")
    articles = read(corpus, **reading)
    tell(articles.notes, quiet=rest["quiet"])
    report = _report(articles, reading["on_error"], rest)
    write(_page(report, rest), table=rest["format_"] == "table", output=rest["output"])


def _report(articles: Corpus, on_error: str, options: dict[str, Any]) -> TrendReport:
    from framing.api.lexicons import load_lexicon  # noqa: PLC0415 -- --help must not pay for numpy
    from framing.api.trend_dates import TrendPlan  # noqa: PLC0415
    from framing.api.trends import trend as run  # noqa: PLC0415
    from framing.model.settings import Settings  # noqa: PLC0415

    plan = TrendPlan(
        per=options["per"], event=options["event"], pooled=options["pooled"], date_field=options["date_field"].lower()
    )
    settings = Settings(
        voice=options["voice"], level=options["level"], q=options["q"], min_tokens=options["min_tokens"]
    )
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
    return render_trend(make_trend_view(report), periods=options["periods"], ascii=ascii_only(options["output"]))
