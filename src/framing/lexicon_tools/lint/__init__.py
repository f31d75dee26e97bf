"""Lint: what an author should look at, in one lexicon or several files that are used together.

One rule a file. Errors that keep a lexicon from loading are in `framing.lexicon_tools.checks`; rules that need a
corpus in `framing.lexicon_tools.lint.corpus`.
"""

from __future__ import annotations

from framing.errors import Fault
from framing.lexicon_tools.bench import Bench
from framing.lexicon_tools.checks import check
from framing.lexicon_tools.lint.balance import balance_faults
from framing.lexicon_tools.lint.conflict import conflict_faults
from framing.lexicon_tools.lint.examples import example_faults
from framing.lexicon_tools.lint.implied import without_rules
from framing.lexicon_tools.lint.papers import paper_faults
from framing.lexicon_tools.lint.shadow import shadow_faults
from framing.lexicon_tools.lint.short import short_faults
from framing.lexicon_tools.lint.stems import stem_faults
from framing.lexicon_tools.trial import Trial
from framing.matching.matcher import Matcher
from framing.model.lexicon import Lexicon


def lint(lexicon: Lexicon, whole: Lexicon) -> list[Fault]:
    """Return the errors and warnings of `lexicon` that need no corpus.

    Parameters
    ----------
    lexicon
        What is linted: a file, or several that are used together.
    whole
        The same with the masks and cues that a run would add; its entries come first and in the same order. Examples
        are tried on it, and so is whether a mask takes an entry's every string.
    """
    bench = Bench(Matcher(without_rules(lexicon)))
    trial = Trial(whole)
    errors = [*check(lexicon, whole), *example_faults(lexicon.entries, trial)]
    dead = {fault.where for fault in errors if fault.code in ("E10", "E11")}
    shadowed = [fault for fault in shadow_faults(bench, lexicon.entries, trial) if fault.where not in dead]
    return [
        *errors,
        *shadowed,
        *conflict_faults(bench, lexicon.entries),
        *stem_faults(lexicon),
        *short_faults(lexicon),
        *paper_faults(lexicon),
        *balance_faults(lexicon),
    ]
