"""Voice decomposition of a rate difference: "quotes more" and "speaks differently" (Kitagawa 1955).

With pi_v the share of voice v in a source's tokens and r_v its rate there, r = sum pi_v r_v, and

    r_a - r_b = sum_v (pi_v,a - pi_v,b) (r_v,a + r_v,b)/2  +  sum_v (pi_v,a + pi_v,b)/2 (r_v,a - r_v,b)

exactly: no interaction is left over, and neither source is the standard. A voice that one source lacks has no rate
there; it is given the other's, so that all it adds counts as share: there is no speech to differ in.

Computed in fractions: the parts sum to the difference before anything is rounded, and swapped sources give the
negative to the last bit.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from framing.errors import DataError
from framing.model.document import VOICES
from framing.model.shift import VoiceShift, VoiceSplit
from framing.rates.tally import Tally


class _Part(NamedTuple):
    from_share: Fraction
    from_rate: Fraction


def voice_split(a: Tally, b: Tally, dimension: str) -> VoiceSplit:
    """Return the parts of the rate of `a` less that of `b`, per 1,000 tokens of all voices; positive = more in `a`.

    Raises
    ------
    DataError
        Where one of the two has no token.
    """
    if not a.tokens or not b.tokens:
        raise DataError("no token in any voice: there is no rate to take apart")
    hits_a, hits_b = _hits(a, dimension), _hits(b, dimension)
    words_a, words_b = a.voice_tokens, b.voice_tokens
    parts = [_one((hits_a[v], words_a[v], a.tokens), (hits_b[v], words_b[v], b.tokens)) for v in range(len(VOICES))]
    return VoiceSplit(
        rate_a=1000 * sum(hits_a) / a.tokens,
        rate_b=1000 * sum(hits_b) / b.tokens,
        difference=float(1000 * (Fraction(sum(hits_a), a.tokens) - Fraction(sum(hits_b), b.tokens))),
        from_shares=float(1000 * sum(part.from_share for part in parts)),
        from_rates=float(1000 * sum(part.from_rate for part in parts)),
        voices=tuple(
            VoiceShift(
                voice=name,
                share_a=words_a[v] / a.tokens,
                share_b=words_b[v] / b.tokens,
                rate_a=1000 * hits_a[v] / words_a[v] if words_a[v] else None,
                rate_b=1000 * hits_b[v] / words_b[v] if words_b[v] else None,
                from_share=float(1000 * parts[v].from_share),
                from_rate=float(1000 * parts[v].from_rate),
            )
            for v, name in enumerate(VOICES)
        ),
    )


def _hits(tally: Tally, dimension: str) -> list[int]:
    hits = [0] * len(VOICES)
    for cell, number in tally.dimensions[dimension].cells.items():
        hits[cell.voice] += number
    return hits


def _one(a: tuple[int, int, int], b: tuple[int, int, int]) -> _Part:
    # a, b: hits and tokens of the voice, tokens of all.
    share_a, share_b = (Fraction(tokens, total) for _, tokens, total in (a, b))
    rates = [Fraction(hits, tokens) if tokens else None for hits, tokens, _ in (a, b)]
    # 0 where neither has the voice: its shares are 0 too.
    rate_a, rate_b = (own if own is not None else other or Fraction() for own, other in (rates, rates[::-1]))
    return _Part((share_a - share_b) * (rate_a + rate_b) / 2, (share_a + share_b) / 2 * (rate_a - rate_b))
