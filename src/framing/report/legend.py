"""What the columns mean, and the constants that the intervals rest on: said once, under every profile."""

from __future__ import annotations

from collections.abc import Mapping

from framing.model.result import Comparison

_COLUMNS = (
    "hits: of the chosen voices. rate: hits per 1,000 of their tokens; 0 (at most x): none found, and a rate of x "
    "could still show none. interval: of the source's rate in the long run, or of its article where it has "
    "one{articles}. shrunk: the rate drawn towards that of the other sources by a declared prior of {b0:g} tokens, so "
    "short texts move most. net: asserted less contested, per 1,000 (asserted/contested/reported hits). quoted: rate "
    "inside quotations. cover: share of the text, by paragraphs, that carries the dimension, whoever speaks, by a "
    "fitted threshold. sub: sub-frames hit."
)
_LEARNED = " learned: the same share as a trained classifier calls it."
_DOMINATED = (
    " interval none: one of the source's articles holds most of its words; no order or rank is claimed of that source."
)
_WORDLESS = " -: no word in the voices that the column counts."
# The flag of c0^2 is older than the others', and keeps its name in the output.
_DECLARED = {"c0_squared": "declared"}
_RANKS = " possible ranks: all but those that are too improbable at the level of the intervals; 1 is the highest rate."
_SHORT = " *: too few tokens to compare; no order or rank is claimed."


def legend(comparison: Comparison, *, articles: str = "") -> str:
    """Return what the columns mean; `articles` says where the interval of the articles alone is to be found."""
    profiles = [facts for source in comparison.sources for facts in source.dimensions.values()]
    b0 = next((facts.shrinkage.b0 for facts in profiles if facts.shrinkage), 500.0)
    several = any(source.articles > 1 for source in comparison.sources)
    text = _COLUMNS.format(articles=articles if several else "", b0=b0)
    if any(facts.classifier for facts in profiles):
        text += _LEARNED
    if any(facts.rate and facts.rate.low is None for facts in profiles):
        text += _DOMINATED
    if any(facts.rate is None or facts.voice["quoted"].rate is None for facts in profiles):
        text += _WORDLESS
    if len(comparison.sources) > 1:
        text += _RANKS
    if any("insufficient_tokens" in source.flags for source in comparison.sources):
        text += _SHORT
    return text


def constants_line(comparison: Comparison) -> str:
    """Return the constants of rule R by dimension, and how far entry weights change the order; "" without any.

    phi0 is the variance of a paragraph's hits over their mean, c0^2 the squared variation, between the articles
    of one source, of its rate, rho0 the likeness of neighbouring paragraphs.
    """
    if not comparison.constants:
        return ""
    titles = comparison.dimension_titles
    said = {name: _said(constants) for name, constants in comparison.constants.items()}
    if len(set(said.values())) == 1:
        by_dimension = f"in every dimension {next(iter(said.values()))}"
    else:
        by_dimension = "; ".join(f"{titles.get(name, name)} {text}" for name, text in said.items())
    head = (
        "Constants of the intervals (phi0: burstiness within articles, 1 = none; c0^2: spread between articles; "
        "rho0: likeness of neighbouring paragraphs): "
    )
    return head + by_dimension + _weights(comparison)


def _said(constants: Mapping[str, float | bool | None]) -> str:
    names = {"phi0": "phi0", "c0_squared": "c0^2", "rho0": "rho0"}
    near = [shown for name, shown in names.items() if constants[_DECLARED.get(name, f"{name}_declared")]]
    if len(near) == len(names):
        how = "near what is declared, as the corpus is too small to tell"
    else:
        how = f"estimated; {' and '.join(near)} near what is declared" if near else "estimated"
    return f"{', '.join(f'{shown} = {constants[name]:.2f}' for name, shown in names.items())} ({how})"


def _weights(comparison: Comparison) -> str:
    known = {
        comparison.dimension_titles.get(name, name): constants.get("weights_rank_correlation")
        for name, constants in comparison.constants.items()
    }
    shown = [f"{title} {rho:.2f}" for title, rho in known.items() if rho is not None]
    return f". Rank correlation of rates with and without entry weights: {', '.join(shown)}" if shown else ""
