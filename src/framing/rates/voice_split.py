"""Voice decomposition of a rate difference: "quotes more" and "speaks differently" (Kitagawa 1955).

With pi_v the share of voice v in a source's tokens and r_v its rate there, r = sum pi_v r_v, and

    r_a - r_b = sum_v (pi_v,a - pi_v,b) (r_v,a + r_v,b)/2  +  sum_v (pi_v,a + pi_v,b)/2 (r_v,a - r_v,b)

exactly: no interaction is left over, and neither source is the standard. A voice that one source lacks has no rate
there; it is given the other's, so that all it adds counts as share: there is no speech to differ in.
"""

from __future__ import annotations

from framing.errors import DataError
from framing.model.document import VOICES
from framing.model.shift import VoiceShift, VoiceSplit
from framing.rates.tally import Tally


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
    voices = tuple(
        _one(name, (hits_a[v], a.voice_tokens[v], a.tokens), (hits_b[v], b.voice_tokens[v], b.tokens))
        for v, name in enumerate(VOICES)
    )
    rate_a, rate_b = 1000 * sum(hits_a) / a.tokens, 1000 * sum(hits_b) / b.tokens
    return VoiceSplit(
        rate_a=rate_a,
        rate_b=rate_b,
        difference=rate_a - rate_b,
        from_shares=sum(part.from_share for part in voices),
        from_rates=sum(part.from_rate for part in voices),
        voices=voices,
    )


def _hits(tally: Tally, dimension: str) -> list[int]:
    hits = [0] * len(VOICES)
    for cell, number in tally.dimensions[dimension].cells.items():
        hits[cell.voice] += number
    return hits


def _one(name: str, a: tuple[int, int, int], b: tuple[int, int, int]) -> VoiceShift:
    # a, b: hits and tokens of the voice, tokens of all.
    rates = [1000 * hits / tokens if tokens else None for hits, tokens, _ in (a, b)]
    shares = [tokens / total for _, tokens, total in (a, b)]
    known_a, known_b = (own if own is not None else other or 0.0 for own, other in (rates, rates[::-1]))
    return VoiceShift(
        voice=name,
        share_a=shares[0],
        share_b=shares[1],
        rate_a=rates[0],
        rate_b=rates[1],
        from_share=(shares[0] - shares[1]) * (known_a + known_b) / 2,
        from_rate=(shares[0] + shares[1]) / 2 * (known_a - known_b),
    )
