"""A plan as a page of at most 80 columns, as JSON and as CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable

from framing.model.plain import as_plain
from framing.model.plan import Plan, PlanPair
from framing.report.escape import csv_cell, plain
from framing.report.names import short_names
from framing.report.times import times
from framing.report.width import cut, left, right, wrap
from framing.report.wording import count

_WIDTH = 80
_NAME = 16
# More pairs than these are in JSON and CSV; the page shows each source with the one of median size.
_MOST_PAIRS = 21


def plan_table(plan: Plan) -> str:
    """Return the page."""
    parts = [_head(plan), ""]
    parts += _pair_rows(plan) if plan.pairs else []
    parts += _needed_rows(plan) if plan.needed else []
    parts += [_wrap(line) for line in (*_how(plan), *plan.notes)]
    if plan.signature:
        parts += ["", _wrap(plan.signature, indent="")]
    return "\n".join(parts) + "\n"


def plan_json(plan: Plan) -> str:
    """Return the plan as JSON; null where no ratio, or no amount of text, would do."""
    page = {"schema": 1, "kind": "plan", **as_plain(plan, lambda number: float(f"{number:.6g}"))}
    return json.dumps(page, indent=1, ensure_ascii=False, allow_nan=False) + "\n"


def plan_csv(plan: Plan) -> str:
    """Return one row a pair and dimension, or a dimension where text was asked for."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    rates = {found.dimension: found.base_rate for found in plan.dimensions}
    if plan.needed:
        writer.writerow(("dimension", "base_rate", "ratio", "articles", "tokens_of_one"))
        writer.writerows(
            (need.dimension, rates[need.dimension], need.ratio, need.articles, need.tokens_of_one)
            for need in plan.needed
        )
    else:
        writer.writerow(("a", "b", "dimension", "base_rate", "ratio", "adjusted"))
        writer.writerows(
            (csv_cell(pair.a), csv_cell(pair.b), pair.dimension, rates[pair.dimension], pair.ratio, pair.adjusted)
            for pair in plan.pairs
        )
    return out.getvalue()


def _head(plan: Plan) -> str:
    if not plan.sources:
        return f"Text needed, at power {plan.power:g}"
    articles, tokens = sum(one.articles for one in plan.sources), sum(one.tokens for one in plan.sources)
    return _wrap(
        f"{count(len(plan.sources), 'source')}, {count(articles, 'article')}, {count(tokens, 'token')} of the chosen "
        "voices. Whose rate is higher is not shown here.",
        indent="",
    )


def _pair_rows(plan: Plan) -> list[str]:
    """Return a row a pair: the least ratio in each dimension, alone and adjusted."""
    shown = plan.pairs
    parts = []
    several = len({(pair.a, pair.b) for pair in shown}) > _MOST_PAIRS
    if several:
        middle = plan.typical or plan.sources[len(plan.sources) // 2].source
        shown = tuple(pair for pair in shown if middle in {pair.a, pair.b})
        parts.append(_wrap(f"Each source with the one of median size, {plain(middle)}:", indent=""))
    else:
        parts.append("Least rate ratio that could be told, alone / as the only find of all pairs:")
    for start in range(0, len(plan.dimensions), 3):
        block = plan.dimensions[start : start + 3]
        width = (_WIDTH - 2 * _NAME - 2) // 3
        parts += [
            "",
            " " * (2 * _NAME + 2) + "".join(right(cut(plain(one.title), width - 1), width) for one in block),
            " " * (2 * _NAME + 2) + "".join(f"{_rate(one.base_rate):>{width}}" for one in block),
        ]
        ids = [one.dimension for one in block]
        short = short_names((one.source for one in plan.sources), _NAME)
        parts += [
            f"{left(short[a], _NAME)}  {left(short[b], _NAME)}"
            + "".join(f"{_ratios(found[name]):>{width}}" for name in ids)
            for (a, b), found in _by_pair(shown)
        ]
    return [*parts, ""]


def _by_pair(pairs: Iterable[PlanPair]) -> list[tuple[tuple[str, str], dict[str, PlanPair]]]:
    found: dict[tuple[str, str], dict[str, PlanPair]] = {}
    for pair in pairs:
        found.setdefault((pair.a, pair.b), {})[pair.dimension] = pair
    return list(found.items())


def _ratios(pair: PlanPair) -> str:
    return " / ".join("none" if ratio is None else times(ratio) for ratio in (pair.ratio, pair.adjusted))


def _rate(rate: float | None) -> str:
    return "no hit" if rate is None else f"base {rate:.1f}"


def _needed_rows(plan: Plan) -> list[str]:
    titles = {found.dimension: found for found in plan.dimensions}
    head = (
        f"{'to tell a ratio of ' + times(plan.needed[0].ratio):<30} "
        f"{'base rate':>10} {'articles a source':>18} {'or words of one':>17}"
    )
    parts = [head]
    for need in plan.needed:
        found = titles[need.dimension]
        rate = "-" if found.base_rate is None else f"{found.base_rate:.1f}"
        amounts = ("no amount" if n is None else f"{n:,}" for n in (need.articles, need.tokens_of_one))
        articles, words = amounts
        parts.append(f"{left(cut(plain(found.title), 30), 30)} {rate:>10} {articles:>18} {words:>17}")
    return [*parts, ""]


def _how(plan: Plan) -> list[str]:
    lines = []
    if plan.pairs:
        lines.append(
            f"A true difference of that ratio would be told in {plan.power:.0%} of cases: first figure, tested alone "
            f"at {1 - plan.level:.2g}; second, as the only one among {plan.tests:,} tests at q = {plan.q:g}. none: not "
            "even a ratio of 100. A smaller difference may be there and not be seen: a tie is no evidence of likeness."
        )
    if plan.needed:
        lines.append(
            "articles a source: where each source has several, for the ratio of the outlets. or words of one: where "
            "each source is a single text, for the ratio of these two texts only."
        )
    constants = "; ".join(
        f"{found.title} phi0 {found.phi0:.2f}, c0^2 {found.c0_squared:.2f}, rho0 {found.rho0:.2f}"
        for found in plan.dimensions
    )
    lines.append(f"base: hits per 1,000 words planned with, of the whole corpus or as given. Constants: {constants}.")
    return lines


def _wrap(text: str, indent: str = "  ") -> str:
    return wrap(plain(text), _WIDTH, indent)
