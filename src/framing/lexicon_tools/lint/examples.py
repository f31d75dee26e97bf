"""E12: an example that does not match, a counterexample that does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from framing.errors import Fault
from framing.lexicon_tools.trial import Trial
from framing.model.lexicon import Entry


def example_faults(entries: Sequence[Entry], trial: Trial) -> Iterator[Fault]:
    """Yield E12, with the entry's `exclude` and `require`, and before other entries compete for its words.

    Entries are numbered as in the lexicon of `trial`.
    """
    for number, entry in enumerate(entries):
        if entry.status != "active":
            continue
        for text in entry.examples:
            if not trial.allowed(number, text):
                message = f"'{entry.pattern}' does not match its example '{text}'"
                yield Fault(message, entry.where, "mend the pattern or its rules, or change the example", "E12")
        for text in entry.counterexamples:
            if trial.allowed(number, text):
                message = f"'{entry.pattern}' matches its counterexample '{text}'"
                hint = "narrow the pattern, or rule the phrase out by `exclude` or `require`"
                yield Fault(message, entry.where, hint, "E12")
