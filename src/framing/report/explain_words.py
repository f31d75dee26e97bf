"""What is said of two sources that differ: whether they do, which way weights point, and who says it."""

from __future__ import annotations

from framing.model.shift import VoiceSplit, WordShift
from framing.report.pairs_view import ratio_line

_VERBS = {"quoted": "quotes", "attributed": "attributes"}
# From these parts on, one decimal, or two, show two digits that count.
_ONE, _TWO = 0.95, 0.095

# Why no order may be claimed of two sources, whatever the test says.
_WHY = {
    "insufficient_tokens": " One of the two has too few words for a claim.",
    "dominated": " Of one of the two, one article holds most of the words.",
}


def question(shift: WordShift) -> str:
    """Return the headline."""
    return f"Why {shift.a} and {shift.b} differ: {shift.title}"


def answer(shift: WordShift) -> str:
    """Return both rates, and whether the two are told apart: nobody shall explain a difference that is not there."""
    decimals = digits(shift)
    apart = f"{abs(shift.difference):.{decimals}f}"
    than = "more" if shift.difference > 0 else "fewer"
    more = f"a has {apart} {than}." if float(apart) else "a has as many."
    return (
        f"a, {shift.a}: {shift.rate_a:.{decimals}f} hits per 1,000 words; b, {shift.b}: {shift.rate_b:.{decimals}f}. "
        f"{more} {_verdict(shift)}{_weights(shift)}"
    )


def voices(split: VoiceSplit, decimals: int = 1) -> str:
    """Return what giving others more words, and speaking differently, come to."""
    return (
        f"by voice, over all that is said, quotations too: {split.rate_a:.{decimals}f} against "
        f"{split.rate_b:.{decimals}f}, a difference of {signed(split.difference, decimals)}. Of it "
        f"{signed(split.from_shares, decimals)} comes of who is given words ({_given(split)}), "
        f"{signed(split.from_rates, decimals)} of what is said in each voice (they speak differently)."
    )


def _given(split: VoiceSplit) -> str:
    """Return which source quotes more, and which attributes more: each may do one of them."""
    said = []
    for voice in split.voices:
        verb, a, b = _VERBS.get(voice.voice, ""), f"{voice.share_a:.0%}", f"{voice.share_b:.0%}"
        if verb and a != b:
            more, shares = ("a", (a, b)) if voice.share_a > voice.share_b else ("b", (b, a))
            said.append(f"{more} {verb} more, {shares[0]} of its words against {shares[1]}")
    return "; ".join(said) or "both quote and attribute as much"


def digits(shift: WordShift) -> int:
    """Return how many decimals the parts of a page need: where rates are below 1, with one all would be nought.

    The largest entry's part, or the difference where there is none, is shown with one digit that counts and another.
    """
    largest = max((abs(part.difference) for part in shift.parts), default=abs(shift.difference))
    return 1 if largest >= _ONE else 2 if largest >= _TWO else 3


def signed(value: float, decimals: int = 1) -> str:
    """Return a part with its sign; -0.04 is shown as +0.0, not as -0.0.

    Examples
    --------
    >>> signed(3.21), signed(-0.66), signed(-0.04), signed(-0.04, 2)
    ('+3.2', '-0.7', '+0.0', '-0.04')
    """
    return f"{round(value, decimals) + 0.0:+.{decimals}f}"


def _verdict(shift: WordShift) -> str:
    if shift.verdict == "untested":
        return "Neither has a hit: there is no difference to explain."
    test = ratio_line(shift.pair) if shift.pair else "The two"
    if shift.verdict == "apart":
        return f"{test}: told apart."
    why = _WHY.get(shift.pair.reason, "") if shift.pair else ""
    return f"{test}: a tie.{why} What follows says how these texts differ, not that the sources do."


def _weights(shift: WordShift) -> str:
    if shift.difference * shift.weighted_difference >= 0:
        return ""
    weighted = signed(shift.weighted_difference, digits(shift))
    return f" With the lexicon's weights the difference is {weighted}: its direction depends on them."
