"""framing plan: what a corpus could show, before it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from framing.cli.faults import Command
from framing.cli.options import claim_options, corpus_options, lexicon_option, page_options
from framing.cli.progress import Ticker
from framing.cli.reading import read, split, tell
from framing.cli.writing import write

if TYPE_CHECKING:
    from framing.model.plan import Plan


@click.command("plan", cls=Command)
@corpus_options
@lexicon_option
@click.option("--ratio", type=float, metavar="R", help="Say how much text a rate ratio of R needs.")
@click.option("--base-rate", type=float, metavar="HITS", help="Hits per 1,000 words to plan with; else of the corpus.")
@click.option("--article-words", type=int, default=800, show_default=True, help="Length of an article, for --ratio.")
@click.option("--power", type=float, default=0.8, show_default=True, help="Probability of telling a true difference.")
@claim_options(
    voice="Whose words the rates will follow.",
    level="1 less the level of one test.",
    q="False discovery rate of pairs.",
)
@page_options
def plan(corpus: tuple[str, ...], **options: Any) -> None:  # noqa: ANN401 -- click passes them by name
    """Say what rate ratio the corpus could tell, for each pair of sources and each dimension.

    To be asked before a result is read: which source is higher is not shown. CORPUS is as for framing-compare. With
    --ratio it says how much text two sources need; without CORPUS that takes a --base-rate.
    """
    from framing.report.plan_page import (  # noqa: PLC0415 -- --help must not pay for it
        plan_csv,
        plan_json,
        plan_table,
    )

    reading, rest = split(options)
    found = _plan(corpus, reading, rest)
    text = {"table": plan_table, "json": plan_json, "csv": plan_csv}[rest["format_"]](found)
    write(text, table=rest["format_"] == "table", output=rest["output"])


def _plan(corpus: tuple[str, ...], reading: dict[str, Any], options: dict[str, Any]) -> Plan:
    from framing.api.lexicons import load_lexicon  # noqa: PLC0415 -- --help must not pay for numpy
    from framing.api.planning import PlanSettings  # noqa: PLC0415
    from framing.api.planning import plan as run  # noqa: PLC0415
    from framing.model.settings import Settings  # noqa: PLC0415

    alone = options["ratio"] is not None and not corpus and not reading["demo"]
    articles = None if alone else read(corpus, **reading)
    tell(articles.notes if articles else (), quiet=options["quiet"])
    with Ticker(len(articles or ()), enabled=not options["quiet"]) as tick:
        return run(
            articles,
            plan=PlanSettings(
                power=options["power"],
                base_rate=options["base_rate"],
                ratio=options["ratio"],
                article_words=options["article_words"],
                paragraph_words=min(60, options["article_words"]),
            ),
            lexicon=load_lexicon(*options["lexicons"]),
            settings=Settings(voice=options["voice"], level=options["level"], q=options["q"]),
            on_error="skip" if reading["on_error"] == "skip" else "fail",
            progress=tick,
        )
