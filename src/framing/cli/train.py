"""framing train: a classifier from coded passages."""

from __future__ import annotations

from contextlib import ExitStack

import click

from framing.cli.faults import Command
from framing.cli.options import lexicon_option
from framing.cli.progress import Ticker


@click.command(cls=Command)
@click.option("--coded", multiple=True, required=True, metavar="FILE.jsonl", help="Coded passages; repeatable.")
@lexicon_option
@click.option("-o", "--output", required=True, metavar="MODEL.json", help="The classifier; .json.gz packs it.")
@click.option("--folds", type=click.IntRange(2, 100), default=10, show_default=True, help="Of the figures, by article.")
@click.option(
    "--seed", type=int, default=0, show_default=True, help="Of the order in which articles are dealt to folds."
)
@click.option("--no-figures", is_flag=True, help="Train without the figures, in a tenth of the time.")
@click.option("--no-progress", is_flag=True, help="No progress bar.")
def train(  # noqa: PLR0913, PLR0917 -- click passes them by name
    coded: tuple[str, ...],
    lexicons: tuple[str, ...],
    output: str,
    folds: int,
    seed: int,
    no_figures: bool,  # noqa: FBT001
    no_progress: bool,  # noqa: FBT001
) -> None:
    """Train a classifier on passages that you have coded, and print how well it does on articles it has not seen.

    A coded file holds one JSON object a line: text, article, par (the passage's place in it), boilerplate, and a 0
    or 1 for each dimension of the lexicons. 'framing-compare --classifier MODEL.json' then shows its opinion in a
    column of its own.
    """
    from framing.api.lexicons import load_lexicon  # noqa: PLC0415 -- --help must not pay for numpy
    from framing.api.training import train_classifier  # noqa: PLC0415
    from framing.io.classifiers import write_classifier  # noqa: PLC0415
    from framing.learning.explain import top_terms  # noqa: PLC0415
    from framing.learning.task import Plan  # noqa: PLC0415
    from framing.report.classifier import to_text  # noqa: PLC0415

    plan = Plan(folds=folds, seed=seed, evaluate=not no_figures)
    with ExitStack() as stack:
        tick = stack.enter_context(Ticker(folds, enabled=not no_progress, work="training without one fold each"))
        model = train_classifier(coded, lexicon=load_lexicon(*lexicons), plan=plan, progress=tick)
    write_classifier(output, model)
    top = {name: [weighty.term for weighty in most] for name, (most, _) in top_terms(model, 12).items()}
    click.echo(to_text(model, top), nl=False)
    click.echo(f"written to {output}")
