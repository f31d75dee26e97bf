"""What each source says most and what sets it apart, as lines: leading entries, words, names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from framing.model.result import Comparison, SourceProfile
from framing.model.term import Term, TermContrast

_WIDE = ("rest", "corpus")


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """One source: leading entries by dimension, and the terms that set it apart, a line for each kind."""

    source: str
    leading: tuple[tuple[str, str], ...]
    terms: tuple[tuple[str, str], ...]


def source_views(comparison: Comparison, top: int) -> tuple[SourceView, ...]:
    """Return the sources with `top` entries and terms each; none where none were asked for."""
    top = min(top, comparison.top)
    if not top:
        return ()
    return tuple(_source(profile, comparison, top) for profile in comparison.sources)


def any_terms(comparison: Comparison, top: int) -> bool:
    """Whether a term is shown, so that its marks need to be explained."""
    return bool(top) and any(profile.contrast.terms for profile in comparison.sources)


def short_pattern(pattern: str, longest: int = 44) -> str:
    """Return a pattern as a reader can take it in: long lists of alternatives cut behind the second.

    Examples
    --------
    >>> short_pattern("{warn,warns,warned,warning} [6] <calamity>")
    '{warn,warns,…} [6] <calamity>'
    >>> short_pattern("{warn,warns,warned,warning} [6] <calamity>", 14)
    '{warn,warns,…'
    """
    short = re.sub(r"\{([^,{}]*,[^,{}]*),[^{}]*,[^{}]*\}", r"{\1,…}", pattern)
    return short if len(short) <= longest else short[: longest - 1].rstrip(" …") + "…"


def term_lines(contrast: TermContrast, top: int) -> tuple[tuple[str, str], ...]:
    """Return a line for the words, one for the names, and one for topic words where there are any.

    Examples
    --------
    >>> tail = {"tfidf_difference": 0.1, "z": 2.0, "log_ratio": 3.0, "q": 0.01}
    >>> word = Term(term="reform", count=5, selected=0.9, apart=True, **tail)
    >>> flags = ("one_sentence", "low_selection")
    >>> name = Term(term="dushanbe", count=4, selected=0.4, kind="name", flags=flags, **tail)
    >>> term_lines(TermContrast("rest", (word, name), 60), 5)
    (('Words against the rest, 60 tested', 'reform (5*)'), ('Names', 'dushanbe (4!?)'))
    """
    against = f"the {contrast.against}" if contrast.against in _WIDE else contrast.against
    heads = {
        "word": f"Words against {against}, {contrast.tested:,} tested",
        "name": "Names",
        "topic": "Topic words",
    }
    lines = []
    for kind, head in heads.items():
        shown = ", ".join(map(term_label, contrast.of_kind(kind)[:top]))
        if shown or kind == "word":
            lines.append((head, shown or "none stands out"))
    return tuple(lines)


def term_label(term: Term) -> str:
    """Return the term with its hits: * told apart, ! pasted or all in one place, ? unsteady."""
    repeated = any(flag.startswith("one_") for flag in term.flags)
    marks = ("*" if term.apart else "") + ("!" if repeated else "") + ("?" if "low_selection" in term.flags else "")
    return f"{term.term} ({term.count}{marks})"


def _source(profile: SourceProfile, comparison: Comparison, top: int) -> SourceView:
    leading = []
    for name, facts in profile.dimensions.items():
        shown = ", ".join(f"{short_pattern(lead.entry)} ({lead.hits})" for lead in facts.leading[:top])
        leading.append((comparison.dimension_titles.get(name, name), shown or "no hit"))
    return SourceView(source=profile.source, leading=tuple(leading), terms=_terms(profile, comparison, top))


def _terms(profile: SourceProfile, comparison: Comparison, top: int) -> tuple[tuple[str, str], ...]:
    contrast = profile.contrast
    if len(comparison.sources) == 1:  # there is nothing to set it against
        return ()
    if contrast.against == profile.source and contrast.against not in _WIDE:
        return (("Words", "what the others are set against"),)
    return term_lines(contrast, top)
