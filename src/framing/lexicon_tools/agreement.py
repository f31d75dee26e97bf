"""How far coders of the same lines agree.

Krippendorff's alpha, nominal: alpha = 1 - D_o / D_e (Krippendorff 2011, Computing Krippendorff's
Alpha-Reliability, section C: any number of coders, missing codes). Positive agreement of a code, for any number
of coders (Uebersax, Raw agreement indices): of the codes other coders gave a line that one coder gave this code,
the share that is this code; for two coders it is 2a / (2a + b + c). Alpha alone says little of a rare code.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from framing.model.validation import Agreement


def agreement(units: Iterable[Sequence[str]]) -> Agreement:
    """Return the agreement over `units`, each the codes its coders gave; those with one code say nothing.

    Examples
    --------
    >>> found = agreement([["1", "1"], ["1", "1"], ["0", "0"], ["1", "0"]])
    >>> round(found.alpha, 3), found.by_code["1"]
    (0.533, 0.8)
    """
    counted = [Counter(codes) for codes in units if len(codes) > 1]
    totals: Counter[str] = Counter()
    for codes in counted:
        totals += codes
    return Agreement(
        lines=len(counted),
        alpha=_alpha(counted, totals),
        by_code={code: _positive(counted, code) for code in sorted(totals)},
    )


def _alpha(counted: Sequence[Counter[str]], totals: Counter[str]) -> float | None:
    # n.. pairable codes; a unit of m codes gives m(m-1) ordered pairs, each of weight 1/(m-1).
    n = totals.total()
    observed = sum(_unlike(codes) / (codes.total() - 1) for codes in counted)
    expected = _unlike(totals) / (n - 1) if n else 0.0
    return 1 - observed / expected if expected else None


def _unlike(codes: Counter[str]) -> int:
    """Return the number of ordered pairs of different codes."""
    return codes.total() ** 2 - sum(count**2 for count in codes.values())


def _positive(counted: Sequence[Counter[str]], code: str) -> float:
    same = sum(codes[code] * (codes[code] - 1) for codes in counted)
    possible = sum(codes[code] * (codes.total() - 1) for codes in counted)
    return same / possible
