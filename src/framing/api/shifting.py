"""Result -> WordShift: the articles of the named sources are read again, counted, and their hits' forms kept."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from framing.api.readings import only, readings
from framing.errors import DataError, did_you_mean
from framing.matching.written import written
from framing.model.article import Corpus
from framing.model.lexicon import Lexicon
from framing.model.pairs import Pair
from framing.model.result import Comparison
from framing.model.settings import VOICES_OF
from framing.model.shift import HitWords, WordShift
from framing.rates.shift import word_shift
from framing.rates.tally import Tally, tally, total
from framing.study import Reading, Study

# Forms of an entry that are kept: enough to see what it means here.
MOST_FORMS = 4
MOST_CHARACTERS = 200

# Of a source: entry's position -> form -> hits. An entry belongs to one dimension, so these are of all at once.
_Forms = defaultdict[int, Counter[str]]


class _Counted(NamedTuple):
    tally: Tally
    forms: _Forms


def check_question(question: tuple[str, str, str], sources: Sequence[str], lexicon: Lexicon) -> None:
    """Raise where (a, b, dimension) names what is not there: to be asked before a corpus is counted.

    Raises
    ------
    DataError
        If a source or the dimension is unknown, or the two sources are one.
    """
    a, b, dimension = question
    dimensions = [known.id for known in lexicon.dimensions]
    for source in (a, b):
        if source not in sources:
            raise DataError(f"no source '{source}'", hint=did_you_mean(source, sources))
    if dimension not in dimensions:
        raise DataError(f"no dimension '{dimension}'", hint=did_you_mean(dimension, dimensions))
    if a == b:
        raise DataError(f"'{a}' is compared with itself", hint="name two sources")


def unspoken(question: tuple[str, str, str], comparison: Comparison) -> str:
    """Return why there is no rate to explain: a source has no token in the chosen voices. "" where both have one."""
    silent = [f"'{source}'" for source in question[:2] if not comparison[source].spoken_tokens]
    verb = "has" if len(silent) == 1 else "have"
    return f"{' and '.join(silent)} {verb} no token in the chosen voices" if silent else ""


def shifts(
    comparison: Comparison, corpus: Corpus, study: Study, questions: Sequence[tuple[str, str, str]]
) -> tuple[WordShift, ...]:
    """Return, for each (a, b, dimension), what makes the rate of `a` differ from that of `b`.

    The articles are read once, however many questions there are: reading is nearly all that a question costs.
    """
    dimensions = {known.id: known for known in study.lexicon.dimensions}
    counted = _count(corpus, study, frozenset(source for a, b, _ in questions for source in (a, b)))
    return tuple(
        word_shift(
            (a, counted[a].tally),
            (b, counted[b].tally),
            dimensions[dimension],
            lexicon=study.lexicon,
            settings=study.settings,
            words=_words(counted[a].forms, counted[b].forms),
            pair=_pair(comparison, a, b, dimension),
        )
        for a, b, dimension in questions
    )


def _count(corpus: Corpus, study: Study, sources: frozenset[str]) -> dict[str, _Counted]:
    voices = VOICES_OF[study.settings.voice]
    tallies: dict[str, list[Tally]] = {source: [] for source in sources}
    forms: dict[str, _Forms] = {source: defaultdict(Counter) for source in sources}
    # Articles without words were skipped when the result was made.
    for reading in readings(only(corpus, sources), study, "skip", []):
        source = reading.article.source
        tallies[source].append(tally(reading.document, reading.matches, study.lexicon, voices))
        _add_forms(forms[source], reading, voices)
    return {source: _Counted(total(tallies[source]), forms[source]) for source in sources}


def _add_forms(forms: _Forms, reading: Reading, voices: frozenset[int]) -> None:
    for hit in reading.matches.hits:
        if hit.counted and hit.voice in voices:
            # A "word" can be as long as its author likes.
            forms[hit.entry][written(reading.document, hit.first, hit.last)[:MOST_CHARACTERS]] += 1


def _words(a: _Forms, b: _Forms) -> dict[int, HitWords]:
    """Return each entry's forms in the two sources, the most frequent first."""
    none: Counter[str] = Counter()
    of = {entry: (a.get(entry, none), b.get(entry, none)) for entry in {*a, *b}}
    return {
        entry: HitWords(_leading(one + other), _leading(one), _leading(other)) for entry, (one, other) in of.items()
    }


def _leading(forms: Counter[str]) -> tuple[str, ...]:
    return tuple(form for form, _ in sorted(forms.items(), key=lambda item: (-item[1], item[0]))[:MOST_FORMS])


def _pair(comparison: Comparison, a: str, b: str, dimension: str) -> Pair | None:
    for pair in comparison.pairs:
        if pair.dimension == dimension and {pair.a, pair.b} == {a, b}:
            return pair
    return None
