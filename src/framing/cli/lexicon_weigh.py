"""framing lexicon weigh."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from framing.cli.faults import Command

if TYPE_CHECKING:
    from framing.lexicon_tools.weighing.agreement import Agreement
    from framing.lexicon_tools.weighing.weigh import Weighing
    from framing.model.lexicon import Lexicon

# Below this gain in log likelihood (nats over all passages) an entry moves nothing on these passages.
_IDLE = 0.05


@click.command("weigh", cls=Command)
@click.argument("lexicon")
@click.option("--coded", multiple=True, required=True, metavar="FILE.jsonl", help="Coded passages; repeatable.")
@click.option("--write", is_flag=True, help="Write weights and presence into the lexicon's file.")
@click.option("-o", "--output", metavar="FILE.toml", help="Write a copy of the lexicon with them there.")
@click.option("--note", default="", help="What the passages are, for fitted_on: n, date and command are added.")
@click.option("--all", "all_", is_flag=True, help="List entries that move nothing, too.")
def weigh(lexicon: str, coded: tuple[str, ...], write: bool, output: str | None, note: str, all_: bool) -> None:  # noqa: FBT001 -- click passes them by name
    """Fit the weights of LEXICON on coded passages, and print what each entry contributes.

    Penalised logistic regression shrunk towards the author's weights; all figures called 'unseen' are of articles
    that the fit has not seen.
    """
    from framing.api.lexicons import load_lexicon  # noqa: PLC0415 -- --help must not pay for numpy
    from framing.api.weighing import entries_of, weigh_lexicon, write_weights  # noqa: PLC0415

    loaded = load_lexicon(lexicon)
    for weighing in weigh_lexicon(lexicon, coded):
        # Written before it is shown: `weigh ... --write | head` closes the pipe, and must not lose the weights.
        target = write_weights(lexicon, weighing, _source(weighing, note), output or "") if write or output else None
        _show(weighing, loaded, entries_of(loaded, weighing.dimension).tolist(), all_=all_)
        if target:
            click.echo(f"written to {target}")


def _show(weighing: Weighing, lexicon: Lexicon, entries: list[int], *, all_: bool) -> None:
    click.echo(f"{weighing.dimension}: {weighing.passages} passages, {weighing.positives} coded 1")
    choice = weighing.choice
    click.echo(f"threshold {weighing.threshold:g}, neighbours {choice.neighbours:g}, shrinkage {choice.strength:g}")
    for name in ("declared", "fitted", "unseen"):
        click.echo(f"  {name:9}{_line(getattr(weighing, name))}")
    click.echo("  helps  passages coded-1  weight (declared)  entry")
    idle = 0
    for row in sorted(weighing.contributions, key=lambda row: -row.helps):
        if abs(row.helps) < _IDLE and not all_:
            idle += 1
            continue
        entry = lexicon.entries[entries[row.entry]]
        numbers = f"{row.helps:7.2f}  {row.passages:8} {row.positive:7}  {row.weight:6.2f} ({row.prior:.2f})"
        click.echo(f"{numbers}       {entry.pattern.text[:90]}")
    if idle:
        click.echo(f"  {idle} entries move nothing on these passages (--all lists them)")


def _line(found: Agreement) -> str:
    return f"precision {found.precision:.2f}  recall {found.recall:.2f}  F1 {found.f1:.2f}  AUC {found.auc:.2f}"


def _source(weighing: Weighing, note: str) -> str:
    from datetime import datetime  # noqa: PLC0415

    what = f"{weighing.passages} coded passages ({weighing.positives} positive)" + (f": {note}" if note else "")
    today = datetime.now().astimezone().date().isoformat()
    return f"{what}; unseen F1 {weighing.unseen.f1:.2f}, AUC {weighing.unseen.auc:.2f}; {today}, framing lexicon weigh"
