"""What is said of two sources that differ: whether they do, which way weights point, and who says it."""

from __future__ import annotations

from framing.model.pairs import Pair
from framing.model.shift import VoiceSplit, WordShift
from framing.report.times import times

_ROUNDS_TO_NOTHING = 0.05


def question(shift: WordShift) -> str:
    """Return the headline."""
    return f"Why {shift.a} and {shift.b} differ: {shift.title}"


def answer(shift: WordShift) -> str:
    """Return both rates, and whether the two are told apart: nobody shall explain a difference that is not there."""
    apart = abs(shift.difference)
    than = "more" if shift.difference > 0 else "fewer"
    more = "a has as many." if apart < _ROUNDS_TO_NOTHING else f"a has {apart:.1f} {than}."
    return (
        f"a, {shift.a}: {shift.rate_a:.1f} hits per 1,000 words; b, {shift.b}: {shift.rate_b:.1f}. "
        f"{more} {_verdict(shift)}{_weights(shift)}"
    )


def voices(split: VoiceSplit) -> str:
    """Return what quoting more, and speaking differently, come to."""
    return (
        f"by voice, over all that is said, quotations too: {split.rate_a:.1f} against {split.rate_b:.1f}, a difference "
        f"of {signed(split.difference)}. Of it {signed(split.from_shares)} comes of who is given words (one source "
        f"quotes more), {signed(split.from_rates)} of what is said in each voice (they speak differently)."
    )


def signed(value: float) -> str:
    """Return a part with its sign; -0.04 is shown as +0.0, not as -0.0.

    Examples
    --------
    >>> signed(3.21), signed(-0.66), signed(-0.04)
    ('+3.2', '-0.7', '+0.0')
    """
    return f"{round(value, 1) + 0.0:+.1f}"


def _verdict(shift: WordShift) -> str:
    if shift.verdict == "untested":
        return "Neither has a hit: there is no difference to explain."
    test = _test(shift.pair) if shift.pair else "The two"
    if shift.verdict == "apart":
        return f"{test}: told apart."
    short = shift.pair is not None and shift.pair.reason == "insufficient_tokens"
    why = " One of the two has too few words for a claim." if short else ""
    return f"{test}: a tie.{why} What follows says how these texts differ, not that the sources do."


def _test(pair: Pair) -> str:
    high = "no bound" if pair.high is None else times(pair.high)
    ratio = f"{pair.a} over {pair.b}: {times(pair.rate_ratio)} times"
    return f"{ratio} ({times(pair.low)} to {high}; q = {pair.q:.2g})"


def _weights(shift: WordShift) -> str:
    if shift.difference * shift.weighted_difference >= 0:
        return ""
    return (
        f" With the lexicon's weights the difference is {signed(shift.weighted_difference)}: its direction depends on "
        "them."
    )
