"""The share of the method's variants in which each order of a close reading holds.

Variants: masks off, weights on (weighted rates), all voices or own voice only, negation cues off, one
sub-frame left out, the ten most frequent entries left out, entries left out whose wording the design notes share
with the five articles.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
from typing import Any

from framing.api.comparing import compare
from framing.api.corpora import read_corpus
from framing.api.result import Result
from framing.lexicon_tools.trial import Trial
from framing.model.article import Corpus
from framing.model.lexicon import Lexicon
from framing.model.settings import Settings, VoiceChoice

ORDERS = Path(__file__).with_name("orders_five_articles.toml")
MOST_FREQUENT = 10
Order = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to run the method; `of` is the dimension it is about, empty for all."""

    name: str
    lexicon: Lexicon
    masks: bool = True
    voice: VoiceChoice | None = None
    weighted: bool = False
    of: str = ""


def robustness(folder: str, lexicon: Lexicon) -> list[dict[str, Any]]:
    """Return, for each order, the variants in which it holds and in which it does not."""
    notes = tomllib.loads(ORDERS.read_text(encoding="utf-8"))
    corpus = read_corpus(folder)
    variants = list(_variants(corpus, lexicon, notes["dagger"]["strings"]))
    results: dict[tuple[str, str], Result] = {}
    rows = []
    for order in notes["order"]:
        claimed = order.get("voices", ["all", "headline", "own"])
        own = [v for v in variants if v.of in ("", order["dimension"]) and (v.voice or order["voice"]) in claimed]
        verdict = {variant.name: _holds(order, variant, corpus, results) for variant in own}
        rows.append(
            {
                "order": order["id"],
                "holds": sum(verdict.values()),
                "variants": len(verdict),
                "fails": [name for name, holds in verdict.items() if not holds],
            }
        )
    return rows


def _variants(corpus: Corpus, lexicon: Lexicon, dagger: list[str]) -> Iterator[Variant]:
    yield Variant("as shipped", lexicon)
    yield Variant("masks off", lexicon, masks=False)
    yield Variant("weighted", lexicon, weighted=True)
    yield Variant("quotes in", lexicon, voice="all")
    yield Variant("own voice only", lexicon, voice="own")
    no_negation = replace(lexicon.cues, negation=(), negation_after=())
    yield Variant("negation off", replace(lexicon, cues=no_negation))
    yield Variant("dagger entries out", _without(lexicon, _matching(lexicon, dagger)))
    for dimension in lexicon.dimensions:
        for subframe in dimension.subframes:
            named = {e.where for e in lexicon.entries if (e.dimension, e.subframe) == (dimension.id, subframe.id)}
            yield Variant(f"without {subframe.id}", _without(lexicon, named), of=dimension.id)
        frequent = _frequent(corpus, lexicon, dimension.id)
        name = f"without the {MOST_FREQUENT} most frequent entries"
        yield Variant(name, _without(lexicon, frequent), of=dimension.id)


def _without(lexicon: Lexicon, places: set[str]) -> Lexicon:
    return replace(lexicon, entries=tuple(entry for entry in lexicon.entries if entry.where not in places))


def _matching(lexicon: Lexicon, strings: list[str]) -> set[str]:
    """Return the entries that match one of `strings`, whatever else they ask to stand near."""
    bare = replace(lexicon, entries=tuple(replace(entry, require=None) for entry in lexicon.entries))
    trial = Trial(bare)
    found: set[str] = set()
    for string, (number, entry) in product(strings, enumerate(bare.entries)):
        if entry.role == "frame" and trial.allowed(number, string):
            found.add(entry.where)
    return found


def _frequent(corpus: Corpus, lexicon: Lexicon, dimension: str) -> set[str]:
    result = compare(corpus, lexicon=lexicon, settings=Settings(voice="all"))
    counts = Counter(row.entry for row in result.evidence(dimension))
    names = {name for name, _ in counts.most_common(MOST_FREQUENT)}
    return {e.where for e in lexicon.entries if e.dimension == dimension and e.name in names}


def _holds(order: Order, variant: Variant, corpus: Corpus, results: dict[tuple[str, str], Result]) -> bool:
    voice: VoiceChoice = variant.voice or order["voice"]
    key = (variant.name + variant.of, voice)
    if key not in results:
        settings = Settings(voice=voice, masks=variant.masks)
        results[key] = compare(corpus, lexicon=variant.lexicon, settings=settings)
    measure = _MEASURES[order["measure"]]
    sources = (*order["greater"], *order["than"])
    value = {source: measure(results[key], source, order["dimension"], variant) for source in sources}
    pairs = product(order["greater"], order["than"])
    return all(value[a] > value[b] or (order.get("ties", False) and value[a] == value[b]) for a, b in pairs)


def _rate(result: Result, source: str, dimension: str, variant: Variant) -> float:
    profile = result[source][dimension]
    if variant.weighted:
        return profile.weighted_rate or 0.0
    return profile.rate.value if profile.rate else 0.0


def _net(result: Result, source: str, dimension: str, variant: Variant) -> float:  # noqa: ARG001 -- one shape for all measures
    return result[source][dimension].stance.net_rate or 0.0


def _core_rate(result: Result, source: str, dimension: str, variant: Variant) -> float:  # noqa: ARG001
    counts = result[source][dimension].subframes
    return sum(count.rate or 0.0 for name, count in counts.items() if name != "assistance_leverage")


def _others_share(result: Result, source: str, dimension: str, variant: Variant) -> float:  # noqa: ARG001
    voice = result[source][dimension].voice
    total = sum(count.hits for count in voice.values())
    return (voice["attributed"].hits + voice["quoted"].hits) / total if total else 0.0


_MEASURES: Mapping[str, Callable[[Result, str, str, Variant], float]] = {
    "rate": _rate,
    "net": _net,
    "core_rate": _core_rate,
    "others_share": _others_share,
}


def robustness_table(rows: list[dict[str, Any]]) -> list[str]:
    """Return the orders as the lines of a Markdown table."""
    lines = ["", "| order | holds in | not in |", "|---|---|---|"]
    return lines + [f"| {row['order']} | {_share(row)} | {_fails(row)} |" for row in rows]


def show_robustness(rows: list[dict[str, Any]]) -> None:
    """Print each order with the share of variants that keep it, and the variants that do not."""
    for row in rows:
        print(f"{_share(row):>9}  {row['order']}; not in: {_fails(row)}")


def _share(row: Mapping[str, Any]) -> str:
    return f"{row['holds']} of {row['variants']}"


def _fails(row: Mapping[str, Any]) -> str:
    return ", ".join(row["fails"]) or "-"
