"""Lint lexicon files: alone or together, and over a corpus."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from framing.api.lexicons import CORE, CUES, MASKS, beside, load_path
from framing.errors import Fault
from framing.io.dictionaries.formats import ENDINGS
from framing.io.lexicons import read_lexicon
from framing.io.resources import shipped_lexicons
from framing.lexicon_tools.combine import combine
from framing.lexicon_tools.lint import lint
from framing.lexicon_tools.lint.corpus import Measure, Measured, corpus_faults, null_faults
from framing.lexicon_tools.lint.rules import in_order
from framing.model.article import Article
from framing.model.lexicon import Cues, Lexicon
from framing.text.reading import read_article


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """How much text the corpus rules were measured on."""

    articles: int
    tokens: int
    sources: int
    wordless: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Linted:
    """Every fault of the files, the gravest first, and what it was measured on."""

    faults: tuple[Fault, ...]
    corpus: Extent | None = None
    null: Extent | None = None


def lint_lexicon(
    *paths: str | Path, corpus: Iterable[Article] | None = None, null: Iterable[Article] | None = None
) -> list[Fault]:
    """Return every fault and warning of lexicon files, the gravest first; empty where they are clean.

    Codes beginning with E are errors (the file is not loaded), W warnings, I information: see the reference
    on the lexicon format.

    Parameters
    ----------
    *paths
        Lexicon files. Those given together are taken to be used together: a pattern in two of them is told.
    corpus
        Articles of several sources, as from `read_corpus`: adds the rules W40 to W44 and I50.
    null
        Articles that frame nothing (sport, recipes, ...): adds W45.

    Raises
    ------
    LexiconError
        If a shipped lexicon cannot be read.

    Examples
    --------
    >>> import framing
    >>> [str(fault) for fault in framing.lint_lexicon("nowhere.toml")]
    ['nowhere.toml: E01 cannot read the lexicon: No such file or directory; check the path']
    """
    return list(lint_files(paths, corpus=corpus, null=null).faults)


def lint_files(
    paths: Sequence[str | Path],
    *,
    corpus: Iterable[Article] | None = None,
    null: Iterable[Article] | None = None,
    progress: Callable[[], None] | None = None,
) -> Linted:
    """Return what `lint_lexicon` does, and the size of what it was measured on.

    Each article is read once, whatever the number of files, and let go. `progress` is called after each.

    Examples
    --------
    >>> import framing
    >>> from framing.io.resources import shipped_lexicons
    >>> linted = lint_files([shipped_lexicons()["geopolitics"]], corpus=framing.demo_corpus())
    >>> linted.corpus.articles, linted.null
    (5, None)
    """
    faults: list[Fault] = []
    lexicons: list[Lexicon] = []
    for path in dict.fromkeys(map(Path, paths)):
        if path.suffix.lower() in ENDINGS:
            hint = f"framing lexicon convert {path} {path.stem}.toml; then lint that"
            faults.append(Fault("a dictionary of another program", str(path), hint, "E01"))
            continue
        lexicon, found = read_lexicon(path, beside(path))
        faults += found
        lexicons += [lexicon] if lexicon.files else []
    packs = [(pack, _as_run(pack)) for pack in _packs(lexicons)]
    for pack, whole in packs:
        faults += lint(pack, whole)
    measured = _measure(packs, corpus, progress)
    faults += [fault for one in measured for fault in corpus_faults(one)]
    of_null = _measure(packs, null, progress)
    faults += [fault for one in of_null for fault in null_faults(one)]
    return Linted(faults=tuple(in_order(faults)), corpus=_extent(measured), null=_extent(of_null))


def _packs(lexicons: Sequence[Lexicon]) -> list[Lexicon]:
    """Put files together as far as they can be used together: two that declare one dimension cannot."""
    groups: list[list[Lexicon]] = []
    for lexicon in lexicons:
        own = {dimension.id for dimension in lexicon.dimensions}
        free = (g for g in groups if not any(own & {d.id for d in other.dimensions} for other in g))
        group = next(free, None)
        if group is None:
            groups.append(group := [])
        group.append(lexicon)
    return [combine(group) for group in groups]


def _as_run(pack: Lexicon) -> Lexicon:
    """Return the pack with the shipped masks and cues, as a run would have it.

    Masks without an entry are tried beside the shipped dimensions: alone they have nothing to keep from counting.
    """
    shipped = shipped_lexicons()
    own = {file.name for file in pack.files}
    names = [MASKS, *([CUES] if pack.cues == Cues() else []), *(() if pack.entries else CORE)]
    added = [load_path(shipped[name], trusted=True) for name in names if name in shipped]
    return combine([pack, *(part for part in added if part.files[0].name not in own)])


def _measure(
    packs: Sequence[tuple[Lexicon, Lexicon]],
    articles: Iterable[Article] | None,
    progress: Callable[[], None] | None,
) -> list[Measured]:
    if articles is None:
        return []
    measures = [Measure(pack, whole) for pack, whole in packs]
    for article in articles:
        document = read_article(article)
        for measure in measures:
            measure.add(document)
        if progress:
            progress()
    return [measure.measured for measure in measures]


def _extent(measured: Sequence[Measured]) -> Extent | None:
    if not measured:
        return None
    one = measured[0]
    return Extent(articles=one.articles, tokens=one.tokens, sources=len(one.sources), wordless=one.wordless)
