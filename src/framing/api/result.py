"""Result: the frozen Comparison, with the verbs that users expect on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

from framing.api.first_lines import first_lines
from framing.api.frames import to_frame
from framing.api.readings import only, readings
from framing.api.shifting import check_question, shifts, unspoken
from framing.contrasts.lines import term_lines
from framing.errors import DataError, did_you_mean
from framing.matching.concordance import evidence_rows
from framing.model.article import Corpus
from framing.model.evidence import EvidenceRow
from framing.model.result import Comparison, SourceProfile
from framing.model.settings import VOICES_OF
from framing.model.shift import WordShift
from framing.model.term import Term, TermContrast
from framing.study import Study

if TYPE_CHECKING:
    from pathlib import Path


class Result:
    """What `compare` returns. ``result["The Moscow Times"]["securitisation"].rate`` is an Estimate.

    Attributes
    ----------
    comparison
        The frozen facts behind everything shown.
    """

    def __init__(self, comparison: Comparison, corpus: Corpus, study: Study) -> None:
        self.comparison = comparison
        self._corpus = corpus
        self._study = study

    def __getitem__(self, source: str) -> SourceProfile:
        try:
            return self.comparison[source]
        except KeyError:
            raise DataError(f"no source '{source}'", hint=did_you_mean(source, self.sources)) from None

    def __iter__(self) -> Iterator[SourceProfile]:
        return iter(self.comparison.sources)

    @property
    def sources(self) -> tuple[str, ...]:
        """The names of the sources, in the order of the output."""
        return tuple(profile.source for profile in self.comparison.sources)

    @property
    def signature(self) -> str:
        """What decides the numbers, on one line: cite it beside them."""
        return self.comparison.signature.short

    def evidence(self, dimension: str | None = None, *, source: str | None = None) -> Iterator[EvidenceRow]:
        """Yield the hits with their context; ``raw[row.start:row.end] == row.text``.

        The articles are read again, one at a time: a result does not hold its corpus's hits in memory.
        """
        if source is not None:
            _ = self[source]
        if dimension is not None:
            self._check_dimension(dimension)
        chosen = self._corpus if source is None else only(self._corpus, (source,))
        # Articles without words were skipped when the result was made.
        for reading in readings(chosen, self._study, "skip", []):
            for row in evidence_rows(reading.document, reading.matches.hits, self._study.lexicon):
                if dimension is None or row.dimension == dimension:
                    yield row

    def contrast(self, source: str) -> TermContrast:
        """Return the terms that set `source` apart from what it is contrasted with."""
        return self[source].contrast

    def concordance(self, term: str | Term, *, source: str | None = None, context: int = 60) -> Iterator[EvidenceRow]:
        """Yield every occurrence of a contrast term, as it was counted, with its place in the raw text.

        Parameters
        ----------
        term
            A word or two-word phrase as the contrast shows it, or the `Term` itself.
        source
            Only there; everywhere if None.
        context
            Characters on either side.

        Raises
        ------
        DataError
            If there is no such source.

        Examples
        --------
        >>> import framing
        >>> result = framing.compare(framing.demo_corpus())
        >>> source = result.sources[0]
        >>> first = result.contrast(source).terms[0]
        >>> len(list(result.concordance(first, source=source))) == first.count
        True
        """
        if source is not None:
            _ = self[source]
        words = term if isinstance(term, str) else term.term
        voices = VOICES_OF[self._study.settings.voice]
        for article in self._corpus:
            if source is None or article.source == source:
                document = self._study.document(article)
                yield from term_lines(document, voices, [words], context)

    def shift(self, a: str, b: str, dimension: str) -> WordShift:
        """Return why the rate of `a` differs from that of `b`: by entry, by sub-frame, and by voice.

        The articles of the two are read again.

        Raises
        ------
        DataError
            If a source or the dimension is unknown, the two are one, or one has no token in the chosen voices.

        Examples
        --------
        >>> import framing
        >>> result = framing.compare(framing.demo_corpus())
        >>> why = result.shift("Posture Memo", "Longitude Seventy", "governance_critique")
        >>> abs(sum(part.difference for part in why.parts) - why.difference) < 1e-9
        True
        """
        return self._shifts([(a, b, dimension)])[0]

    def explained(self, pairs: Iterable[tuple[str, str, str]]) -> Result:
        """Return the result with the `shift` of each (a, b, dimension) in it, for its pages and its JSON.

        The articles are read again once, however many pairs there are.
        """
        found = self._shifts(list(pairs))
        return Result(replace(self.comparison, explain=found), self._corpus, self._study)

    def to_frame(self, backend: Literal["pandas", "polars", "pyarrow"] = "pandas") -> Any:  # noqa: ANN401 -- the backend's frame
        """Return one row per source, dimension and sub-frame, as a frame of the installed `backend`."""
        return to_frame(self.comparison, backend)

    def to_json(self) -> str:
        """Return the result in the published JSON schema."""
        from framing.report.export import FORMATS  # noqa: PLC0415 -- only where it is asked for

        return FORMATS["json"](self.comparison)

    def write_html(self, path: str | Path) -> None:
        """Write a page that needs nothing else: no script, no font, no network. Terms open to their lines."""
        from framing.io.output import write_text  # noqa: PLC0415
        from framing.report.html import to_html  # noqa: PLC0415

        write_text(path, to_html(self.comparison, first_lines(self.comparison, self._corpus, self._study)))

    def _repr_html_(self) -> str:
        from framing.report.html import to_fragment  # noqa: PLC0415

        return to_fragment(self.comparison)

    def __repr__(self) -> str:
        summary = self.comparison.corpus
        return f"<Result: {summary.sources} sources, {summary.articles} articles, {summary.tokens} tokens>"

    def _shifts(self, questions: list[tuple[str, str, str]]) -> tuple[WordShift, ...]:
        for question in questions:
            check_question(question, self.sources, self._study.lexicon)
            if why := unspoken(question, self.comparison):
                raise DataError(why, hint="choose other voices")
        return shifts(self.comparison, self._corpus, self._study, questions)

    def _check_dimension(self, dimension: str) -> None:
        known = [known.id for known in self._study.lexicon.dimensions]
        if dimension not in known:
            raise DataError(f"no dimension '{dimension}'", hint=did_you_mean(dimension, known))
