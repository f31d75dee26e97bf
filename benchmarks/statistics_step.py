"""How long the statistics step takes, after all articles have been read, and how much memory it needs.

    python benchmarks/statistics_step.py [--sources 500] [--terms 20000] [--megabytes 10] [--only tallies|many]

tallies: 40 sources of 10 MB each in articles of 5 kB; merging the counts of all articles, intervals, pairs, ranks.
Target: under 2 s. many: 500 sources, three dimensions, 20,000 terms; the same, and the contrast of terms. Target:
under 15 s and 2 GB. The articles are drawn at random with a fixed seed; counts are what a run would hand on.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections import Counter
from collections.abc import Callable
from typing import Any

import numpy as np

from framing.api.lexicons import load_lexicon
from framing.contrasts.contrast import contrast_terms
from framing.contrasts.terms import ParagraphTerms
from framing.model.lexicon import Lexicon
from framing.model.result import Comparison, CorpusSummary, Signature, TermContrast
from framing.model.settings import Settings
from framing.rates.moments import Moments
from framing.rates.profiles import Finished, finish_profiles
from framing.rates.tally import Cell, DimensionTally, Tally
from framing.report.json_page import to_json
from framing.study import Record, merge

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


def paragraphs(rng: np.random.Generator, sources: list[str], terms: int, each: int) -> dict[str, list[ParagraphTerms]]:
    """Return `each` paragraphs of 40 terms a source; words by Zipf's law, their first quarter shuffled by source."""
    names = np.array([f"w{number}" if number % 2 else f"w{number} v{number}" for number in range(terms)])
    weights = 1 / (np.arange(terms) + 10.0)
    made = {}
    for source in sources:
        own = rng.permutation(weights[: terms // 4])
        share = np.concatenate([own, weights[terms // 4 :]])
        words = names[rng.choice(terms, (each, 40), p=share / share.sum())]
        made[source] = [ParagraphTerms(80, Counter(row)) for row in words.tolist()]
    return made


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


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--sources", type=int, default=500)
    options.add_argument("--terms", type=int, default=20_000)
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
        rng = np.random.default_rng(5)
        texts = paragraphs(rng, [f"source {i:03}" for i in range(chosen.sources)], chosen.terms, 100)
        timed(f"contrast of {chosen.terms:,} terms", lambda: contrast_terms(texts))


if __name__ == "__main__":
    main()
