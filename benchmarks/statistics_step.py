"""How long the statistics step takes, after all articles have been read, and how much memory each part of it needs.

    python benchmarks/statistics_step.py [--sources 500] [--words 14000] [--megabytes 10] [--only large|many|part]

large: 40 sources of 10 MB each in articles of 5 kB. Target: under 2 s. many: 500 sources, three dimensions, some
20,000 terms. Target: under 15 s and 2 GB. part: how far the lists of terms of a large corpus, found in a part of its
articles, are those of the whole. Counts and tokens are drawn at random with a fixed seed, as a run would hand them on.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import token_rows

from framing.api.lexicons import load_lexicon
from framing.contrasts.contrast import contrast_source
from framing.contrasts.gather import gather
from framing.contrasts.terms import ArticleTerms
from framing.contrasts.tested import prepare
from framing.model.article import Corpus
from framing.model.lexicon import Lexicon
from framing.model.result import Comparison, CorpusSummary
from framing.model.settings import Settings
from framing.model.signature import Signature
from framing.model.term import Term, TermContrast
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
    words = ArticleTerms.of([["alpha", "beta"]] * 3)
    drawn = [Record(source, "", _tally(rng, rates, entries), words, {}) for _ in range(min(count, 200))]
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


def peak(*, anew: bool = False) -> float:
    """Return the most memory that the process has had, in GB; `anew`: from here on, where the system can tell."""
    status, reset = Path("/proc/self/status"), Path("/proc/self/clear_refs")
    if anew and reset.exists():
        reset.write_text("5", encoding="ascii")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM")) / 1e6


def timed(what: str, work: Callable[[], Any]) -> Any:  # noqa: ANN401 -- what the work returns
    """Return what `work` returns, having printed its time, wall and processor, and its peak of memory."""
    before, start, busy = peak(anew=True), time.perf_counter(), time.process_time()
    result = work()
    seconds, busy = time.perf_counter() - start, time.process_time() - busy
    print(f"{what:<40} {seconds:6.2f} s ({busy:.2f} s of processor)   {before:.2f} -> {peak():.2f} GB", flush=True)
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


def contrasts(articles: Mapping[str, Sequence[ArticleTerms]]) -> None:
    """Time the contrasts of terms, step by step."""
    counts = timed("terms: numbers, matrix, hits", lambda: gather(articles))
    prepared = timed("terms: bursts, TF-IDF, resamples", lambda: prepare(counts))
    size = range(len(counts.names))
    timed("terms: each source tested", lambda: [contrast_source(i, prepared, 10, 0.1) for i in size])
    print(f"  {int(prepared.tested.sum()):,} terms tested, found in every {max(counts.every)}. article at the sparsest")


def run(sources: int, per_source: int, words: int, lexicon: Lexicon) -> None:
    """Time merging, terms and the rest one by one, and then all at once."""
    rng, vocabulary = np.random.default_rng(4), token_rows.vocabulary(words)
    records = []
    for i in range(sources):
        rows = token_rows.articles(rng, vocabulary, per_source, TOKENS_PER_ARTICLE)
        held = zip(articles(rng, f"source {i:03}", per_source, lexicon), rows, strict=True)
        records += [record._replace(terms=row, digest=f"{i} {k}") for k, (record, row) in enumerate(held)]
    tokens = sum(len(record.terms.tokens) for record in records)
    print(f"\n{sources} sources, {len(records):,} articles, {len(records) * BYTES_PER_ARTICLE / 1e6:,.0f} MB of text")
    print(f"  {tokens:,} tokens")
    tallies = timed("merge of the articles' counts", lambda: merge(records))
    finished = timed("intervals, pairs, ranks", lambda: finish(tallies, lexicon))
    counts = finished.pair_counts.values()
    told, tested = sum(c.told_apart for c in counts), sum(c.tested for c in counts)
    print(f"  {tested:,} pairs tested, {told:,} told apart, {len(finished.pairs):,} listed")
    by_source: dict[str, list[ArticleTerms]] = {}
    for record in records:
        by_source.setdefault(record.source, []).append(record.terms)
    contrasts(by_source)
    page = timed("JSON, without terms", lambda: as_json(finished))
    print(f"  {len(page) / 1e6:.1f} MB")
    timed("all at once", lambda: Study(lexicon).finish(records, Corpus(articles=())))


def part(sources: int, per_source: int, words: int) -> None:
    """Print how many shown terms of a source are shown, too, where all articles are looked at."""
    rng, vocabulary = np.random.default_rng(5), token_rows.vocabulary(words)
    corpus = {
        f"source {i}": list(token_rows.articles(rng, vocabulary, per_source, TOKENS_PER_ARTICLE))
        for i in range(sources)
    }

    def shown(most: int) -> list[dict[str, Term]]:
        prepared = prepare(gather(corpus, most))  # type: ignore[arg-type] -- so much text has terms
        return [{term.term: term for term in contrast_source(i, prepared, 10, 0.1).terms} for i in range(sources)]

    whole = shown(10**9)
    print(f"\n{sources} sources, {sources * per_source:,} articles; lists of ten")
    for most in (60_000, 30_000, 15_000):
        pairs = list(zip(shown(most), whole, strict=True))
        both = [(some[term], every[term]) for some, every in pairs for term in some.keys() & every.keys()]
        share, same = len(both) / sum(map(len, whole)), sum(a.apart == b.apart for a, b in both)
        print(f"{most:7,} paragraphs: {share:.0%} of the terms, {same} of {len(both)} with the same verdict")


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--sources", type=int, default=500)
    options.add_argument("--words", type=int, default=14_000, help="of the many sources, for some 20,000 terms")
    options.add_argument("--megabytes", type=float, default=10)
    options.add_argument("--only", choices=("large", "many", "part"))
    chosen = options.parse_args()
    lexicon = load_lexicon()
    warm = [record for name in "ab" for record in articles(np.random.default_rng(1), name, 2, lexicon)]
    Study(lexicon).finish(warm, Corpus(articles=()))  # what is imported late is no part of the step
    if chosen.only in (None, "large"):
        run(40, round(chosen.megabytes * 1e6 / BYTES_PER_ARTICLE), 500_000, lexicon)
    if chosen.only in (None, "many"):
        run(chosen.sources, 10, chosen.words, lexicon)
    if chosen.only in (None, "part"):
        part(8, 1500, 200_000)


if __name__ == "__main__":
    main()
