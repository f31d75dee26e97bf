"""Result -> WordShift: the articles of two sources are read again, counted, and their hits' forms kept."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from framing.errors import DataError, did_you_mean
from framing.model.article import Corpus
from framing.model.lexicon import Lexicon
from framing.model.pairs import Pair
from framing.model.result import Comparison
from framing.model.settings import VOICES_OF
from framing.model.shift import WordShift
from framing.rates.shift import word_shift
from framing.rates.tally import Tally, tally
from framing.study import Reading, Study

# Forms of an entry that are kept: enough to see what it means here.
MOST_FORMS = 4
MOST_CHARACTERS = 200


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


def shift(comparison: Comparison, corpus: Corpus, study: Study, a: str, b: str, dimension: str) -> WordShift:
    """Return what makes the rate of `a` differ from that of `b`."""
    of = next(known for known in study.lexicon.dimensions if known.id == dimension)
    voices = VOICES_OF[study.settings.voice]
    tallies = {a: Tally(), b: Tally()}
    forms: defaultdict[int, Counter[str]] = defaultdict(Counter)
    matcher = study.matcher()
    for article in corpus:
        if article.source not in tallies:
            continue
        try:
            reading = study.read(article, matcher)
        except DataError:  # an article without words, skipped when the result was made
            continue
        tallies[article.source] += tally(reading.document, reading.matches, study.lexicon, voices)
        _add_forms(forms, reading, study, dimension)
    words = {
        entry: [form for form, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MOST_FORMS]]
        for entry, counts in forms.items()
    }
    return word_shift(
        (a, tallies[a]),
        (b, tallies[b]),
        of,
        lexicon=study.lexicon,
        settings=study.settings,
        words=words,
        pair=_pair(comparison, a, b, dimension),
    )


def _add_forms(forms: defaultdict[int, Counter[str]], reading: Reading, study: Study, dimension: str) -> None:
    voices = VOICES_OF[study.settings.voice]
    for hit in reading.matches.hits:
        if hit.counted and hit.voice in voices and study.lexicon.entries[hit.entry].dimension == dimension:
            form = " ".join(reading.document.words[hit.first : hit.last])
            # A "word" can be as long as its author likes.
            forms[hit.entry][form.casefold()[:MOST_CHARACTERS]] += 1


def _pair(comparison: Comparison, a: str, b: str, dimension: str) -> Pair | None:
    for pair in comparison.pairs:
        if pair.dimension == dimension and {pair.a, pair.b} == {a, b}:
            return pair
    return None
