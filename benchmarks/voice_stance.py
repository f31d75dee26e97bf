"""Confusions "coded>found" of voice, and of the stance of paragraphs in which threat talk is coded and found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from read_together import read_together

from framing.matching.matcher import Matcher
from framing.model.coded import CodedPassage
from framing.text.paragraph_voice import paragraph_voice


def voices_and_stances(passages: Iterable[CodedPassage], matcher: Matcher) -> tuple[Counter[str], Counter[str]]:
    """Return both confusions, of codes by their first letter."""
    voices: Counter[str] = Counter()
    stances: Counter[str] = Counter()
    for read in read_together(passages):
        found = read.stances(matcher, "securitisation")
        for number, row in enumerate(read.passages):
            spoken = read.voice(number)
            if len(spoken) and row.voice:
                voices[f"{row.voice}>{paragraph_voice(spoken)[0]}"] += 1
            if row.stance and number in found:
                stances[f"{row.stance}>{found[number][0]}"] += 1
    return voices, stances
