"""How long the statistics step takes, after all articles have been read, and how much memory it needs.

    python benchmarks/statistics_step.py [--sources 500] [--words 12000] [--megabytes 10] [--only tallies|many]

tallies: 40 sources of 10 MB each in articles of 5 kB; merging the counts of all articles, intervals, pairs, ranks.
Target: under 2 s. many: 500 sources, three dimensions, 20,000 terms; the same, and the contrast of terms. Target:
under 15 s and 2 GB. The articles are drawn at random with a fixed seed; counts are what a run would hand on.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from framing.api.lexicons import load_lexicon
from framing.model.article import Article, Corpus
from framing.model.lexicon import Lexicon
from framing.model.result import Comparison, CorpusSummary, Signature, TermContrast
from framing.model.settings import Settings
from framing.rates.moments import Moments
from framing.rates.profiles import Finished, finish_profiles
from framing.rates.tally import Cell, DimensionTally, Tally
from framing.report.json_page import to_json
from framing.study import Record, Study, merge

BYTES_PER_ARTICLE, TOKENS_PER_ARTICLE, PARAGRAPHS = 5_000, 800, 10
#: Hits per token; sources differ by a factor with this standard deviation on the log scale.
RATE, SPREAD = 0.006, 0.5


def articles(rng: np.random.Generator, source: str, count: int, lexicon: Lexicon) -> list[Record]:
    """Return what `count` articles of one source would add; at most 200 are drawn, and used again."""
    entries = {
        dimension.id: [i for i, entry in enumerate(lexicon.entries) if entry.dimension == dimension.id]
        for dimension in lexicon.dimensions
    }
    rates = {name: RATE * np.exp(SPREAD * rng.normal()) for name in entries}
    drawn = [Record(source, "", _tally(rng, rates, entries), (), {}) for _ in range(min(count, 200))]
    return [drawn[i % len(drawn)] for i in range(count)]


def _tally(rng: np.random.Generator, rates: dict[str, float], entries: dict[str, list[int]]) -> Tally:
    tokens = rng.multinomial(TOKENS_PER_ARTICLE, [1 / PARAGRAPHS] * PARAGRAPHS)
    dimensions = {}
    for name, rate in rates.items():
        hits = rng.negative_binomial(2, 2 / (2 + rate * tokens))
        par = Moments.of(hits, tokens)
        found = rng.choice(entries[name], par.y).tolist()
        cells = Counter(Cell(entry, 0, "asserted", hedged=False) for entry in found)
        dimensions[name] = DimensionTally(
            paragraphs=par,
            articles=par.as_one_unit(),
            cells=cells,
            present_words=int(tokens[hits > 0].sum()),
            read_words=TOKENS_PER_ARTICLE,
            hit_paragraphs=Counter((y, n) for y, n in zip(hits.tolist(), tokens.tolist(), strict=True) if y),
            hit_sentences=par.y,
        )
    return Tally(
        articles=1,
        voice_tokens=(TOKENS_PER_ARTICLE, 0, 0),
        dimensions=dimensions,
        shortest_paragraph=int(tokens.min()),
    )


def texts(rng: np.random.Generator, source: str, words: NDArray[np.str_], count: int) -> Iterator[Article]:
    """Yield articles of one source: words by Zipf's law, of which each source shuffles the first quarter."""
    weights = 1 / (np.arange(len(words)) + 10.0)
    head = len(words) // 4
    share = np.concatenate([rng.permutation(weights[:head]), weights[head:]])
    for number in range(count):
        drawn = words[rng.choice(len(words), (PARAGRAPHS, TOKENS_PER_ARTICLE // PARAGRAPHS), p=share / share.sum())]
        yield Article(id=f"{source}-{number}", source=source, text="\n\n".join(" ".join(row) + "." for row in drawn))


def vocabulary(size: int) -> NDArray[np.str_]:
    """Return distinct words of four syllables that no lexicon has."""
    syllables = [consonant + vowel for consonant in "bdfgklmnprtvz" for vowel in "aeiou"]
    base = len(syllables)
    return np.array(["q" + "".join(syllables[i // base**k % base] for k in range(4)) for i in range(size)])


def timed(what: str, work: Callable[[], Any]) -> Any:  # noqa: ANN401 -- what the work returns
    """Return what `work` returns, having printed its time, wall and processor, and the peak of memory so far."""
    start, busy = time.perf_counter(), time.process_time()
    result = work()
    seconds, busy = time.perf_counter() - start, time.process_time() - busy
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(f"{what:<32} {seconds:7.2f} s ({busy:.2f} s of processor)   peak {peak:5.2f} GB", flush=True)
    return result


def finish(tallies: dict[str, Tally], lexicon: Lexicon) -> Finished:
    """Return profiles, pairs and ranks, without terms."""
    return finish_profiles(tallies, dict.fromkeys(tallies, TermContrast("rest", (), 0)), lexicon, Settings())


def as_json(finished: Finished) -> str:
    """Return the JSON page of what was finished."""
    nothing = dict.fromkeys("package lexicon cleaner tokeniser voices matcher options corpus".split(), "")
    return to_json(
        Comparison(
            signature=Signature(**nothing),
            corpus=CorpusSummary(sources=len(finished.sources), articles=1, tokens=1, boilerplate_tokens=0),
            **finished._asdict(),
        )
    )


def run(sources: int, per_source: int, lexicon: Lexicon) -> None:
    """Time merging and finishing."""
    rng = np.random.default_rng(4)
    records = [r for i in range(sources) for r in articles(rng, f"source {i:03}", per_source, lexicon)]
    print(f"\n{sources} sources, {len(records):,} articles, {len(records) * BYTES_PER_ARTICLE / 1e6:,.0f} MB of text")
    tallies = timed("merge of the articles' counts", lambda: merge(records))
    finished = timed("intervals, pairs, ranks", lambda: finish(tallies, lexicon))
    counts = finished.pair_counts.values()
    told, tested = sum(c.told_apart for c in counts), sum(c.tested for c in counts)
    print(f"  {tested:,} pairs tested, {told:,} told apart, {len(finished.pairs):,} listed")
    page = timed("JSON", lambda: as_json(finished))
    print(f"  {len(page) / 1e6:.1f} MB")


def whole(sources: int, size: int, lexicon: Lexicon) -> None:
    """Time all of `Study.finish`, terms included, over texts that were read beforehand."""
    study, rng, words = Study(lexicon), np.random.default_rng(5), vocabulary(size)
    matcher = study.matcher()
    records = [
        study.count(study.read(article, matcher))
        for i in range(sources)
        for article in texts(rng, f"source {i:03}", words, 4)
    ]
    result = timed(f"\nall, with terms ({len(records):,} articles)", lambda: study.finish(records, Corpus(articles=())))
    print(f"  {max(profile.contrast.tested for profile in result.sources):,} terms tested")


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--sources", type=int, default=500)
    options.add_argument("--words", type=int, default=12_000, help="of the vocabulary, for some 20,000 terms")
    options.add_argument("--megabytes", type=float, default=10)
    options.add_argument("--only", choices=("tallies", "many"))
    chosen = options.parse_args()
    lexicon = load_lexicon()
    warm = [record for name in "ab" for record in articles(np.random.default_rng(1), name, 2, lexicon)]
    finish(merge(warm), lexicon)  # what is imported late is no part of the step
    if chosen.only != "many":
        run(40, round(chosen.megabytes * 1e6 / BYTES_PER_ARTICLE), lexicon)
    if chosen.only != "tallies":
        run(chosen.sources, 10, lexicon)
        whole(chosen.sources, chosen.words, lexicon)


if __name__ == "__main__":
    main()
