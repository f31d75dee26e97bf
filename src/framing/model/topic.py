"""A topic: words that say what a text is about, as a lexicon of one dimension."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from framing.model.lexicon import Dimension, Entry, Lexicon, Provenance
from framing.model.pattern import Pattern

TOPIC = "topic"


def topic_of_patterns(patterns: Sequence[Pattern], provenance: Provenance) -> Lexicon:
    """Return the topic that these patterns write: no masks, no cues; case does not count."""
    entries = [Entry(pattern=pattern, dimension=TOPIC, subframe="") for pattern in patterns]
    return _topic(Lexicon(files=(provenance,), entries=tuple(entries)))


def topic_of_lexicon(lexicon: Lexicon) -> Lexicon:
    """Return a lexicon's entries as one topic, whatever dimension each is of; its masks and rules hold."""
    entries = (entry for entry in lexicon.entries if entry.status == "active")
    return _topic(replace(lexicon, entries=tuple(replace(e, dimension=TOPIC, role="frame") for e in entries)))


def _topic(lexicon: Lexicon) -> Lexicon:
    # "contestable": "no longer about Arania" mentions Arania, and must not be dropped as negated.
    return replace(lexicon, dimensions=(Dimension(id=TOPIC, title="Topic", polarity="contestable"),))
