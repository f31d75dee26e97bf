"""The result in the published JSON schema (docs/reference/output-schema.md)."""

from __future__ import annotations

import json
from typing import Any

from framing.model.plain import as_plain
from framing.model.result import Comparison, DimensionProfile, SourceProfile
from framing.model.signature import Signature

SCHEMA = 1
_DIGITS = 6


def to_json(comparison: Comparison) -> str:
    """Return the comparison as JSON: fixed key order, six significant digits, null where nothing could match."""
    page = {
        "schema": SCHEMA,
        "signature": _signature(comparison.signature),
        "corpus": _plain(comparison.corpus),
        "sources": [_source(profile) for profile in comparison.sources],
        "pairs": _plain(comparison.pairs),
        "notes": list(comparison.notes),
        "constants": _plain(comparison.constants),
        "families": _plain(comparison.families),
        "pair_counts": _plain(comparison.pair_counts),
        **({"explain": _plain(comparison.explain)} if comparison.explain else {}),
        **({"topic": _plain(comparison.topic)} if comparison.topic else {}),
    }
    return json.dumps(page, indent=1, ensure_ascii=False, allow_nan=False) + "\n"


def _signature(signature: Signature) -> dict[str, Any]:
    facts = {"short": signature.short, **_plain(signature)}
    for name in ("classifier", "topic"):
        if not facts[name]:
            del facts[name]
    return facts


def _source(profile: SourceProfile) -> dict[str, Any]:
    facts: dict[str, Any] = _plain(profile)
    facts["dimensions"] = {name: _dimension(dimension) for name, dimension in profile.dimensions.items()}
    return facts


def _dimension(profile: DimensionProfile) -> dict[str, Any]:
    facts: dict[str, Any] = _plain(profile)
    if profile.classifier is None:
        del facts["classifier"]
    rate = facts.pop("rate") or {"value": None, "low": None, "high": None}
    # The schema has the rate and its bounds side by side, after the hits.
    return {
        "hits": facts.pop("hits"),
        "rate": rate["value"],
        "low": rate["low"],
        "high": rate["high"],
        **facts,
    }


def _plain(value: Any) -> Any:  # noqa: ANN401 -- any part of a result
    """Return the value as dicts, lists, strings and rounded numbers."""
    return as_plain(value, lambda number: float(f"{number:.{_DIGITS}g}"))
