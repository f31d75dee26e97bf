"""Lint rules that are measured over a corpus: one pass, one rule a file."""

from __future__ import annotations

from framing.errors import Fault
from framing.lexicon_tools.lint.corpus.broad import broad_faults
from framing.lexicon_tools.lint.corpus.bursts import burst_faults
from framing.lexicon_tools.lint.corpus.constant import constant_faults
from framing.lexicon_tools.lint.corpus.measure import Measure
from framing.lexicon_tools.lint.corpus.measured import Measured
from framing.lexicon_tools.lint.corpus.names import name_faults
from framing.lexicon_tools.lint.corpus.never import never_faults
from framing.lexicon_tools.lint.corpus.null import null_faults
from framing.lexicon_tools.lint.corpus.removed import removed_faults

__all__ = ["Measure", "Measured", "corpus_faults", "null_faults"]


def corpus_faults(measured: Measured) -> list[Fault]:
    """Return W40 to W44 and I50."""
    return [
        *never_faults(measured),
        *broad_faults(measured),
        *constant_faults(measured),
        *removed_faults(measured),
        *burst_faults(measured),
        *name_faults(measured),
    ]
