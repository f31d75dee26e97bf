"""Measure the voices on coded texts: python scripts/measure_voice.py FILE.jsonl ... [--show N].

Two kinds of file are understood. With `labels.attributions` (spans of reported content, `direct` where it is
a direct quotation): recall and precision by words. With `voice` (a author, q quoted, m mixed) for paragraphs
of articles: the confusion of our call (`framing.text.paragraph_voice`) with the coders'.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from framing.model.article import Article
from framing.model.document import OWN, QUOTED, Document
from framing.text.paragraph_voice import paragraph_voice
from framing.text.reading import read_article
from framing.text.voice import mark_voice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

Record = dict[str, Any]


def main() -> None:
    """Print one table a file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--show", type=int, default=0, help="print so many errors of each file")
    options = parser.parse_args()
    for path in options.files:
        records = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
        print(f"\n{path.name}: {len(records)} records")
        if "voice" in records[0]:
            paragraph_table(records, options.show)
        else:
            attribution_table(records, options.show)


def attribution_scores(records: list[Record]) -> tuple[Counter[str], list[str]]:
    """Count tokens: gold, ours and both, for direct and for all reported words; and list the errors."""
    counts: Counter[str] = Counter()
    errors: list[str] = []
    for record in records:
        document = _read(record["text"])
        every, direct = _gold(record, document)
        quoted, marked = document.voice == QUOTED, document.voice != OWN
        counts.update(
            direct_gold=int(direct.sum()),
            direct_found=int((direct & quoted).sum()),
            quoted=int(quoted.sum()),
            quoted_right=int((quoted & every).sum()),
            all_gold=int(every.sum()),
            all_found=int((every & marked).sum()),
            marked=int(marked.sum()),
            marked_right=int((every & marked).sum()),
        )
        for name, mask in (
            ("direct missed", direct & ~quoted),
            ("quoted wrongly", quoted & ~every),
            ("attributed wrongly", marked & ~quoted & ~every),
            ("missed", every & ~marked & ~direct),
        ):
            errors += [f"{name:20}{context}" for context in _runs(document, mask)]
    return counts, errors


def attribution_table(records: list[Record], show: int) -> None:
    """Print recall and precision by words."""
    counts, errors = attribution_scores(records)
    print(f"{'':22}{'recall':>8}{'precision':>11}{'gold words':>12}{'our words':>11}")
    for name, gold, found, ours, right in (
        ("direct quotation", "direct_gold", "direct_found", "quoted", "quoted_right"),
        ("all reported words", "all_gold", "all_found", "marked", "marked_right"),
    ):
        recall, precision = counts[found] / counts[gold], counts[right] / counts[ours]
        print(f"{name:22}{recall:8.3f}{precision:11.3f}{counts[gold]:12}{counts[ours]:11}")
    print("\n".join(errors[:show]))
    print(f"mark_voice: {speed([record['text'] for record in records]):.1f} MB/s")


def paragraph_table(records: list[Record], show: int) -> None:
    """Print the confusion of our call with the coders'."""
    calls = list(paragraph_calls(records))
    table = Counter((record["voice"], call) for record, call in calls)
    print(f"{'coders / ours':14}{'a':>6}{'m':>6}{'q':>6}{'recall':>8}")
    for gold in "amq":
        row = [table[gold, call] for call in "amq"]
        print(f"{gold:14}{row[0]:6}{row[1]:6}{row[2]:6}{table[gold, gold] / max(1, sum(row)):8.3f}")
    agree = sum(table[code, code] for code in "amq") / max(1, len(calls))
    print(f"agreement {agree:.3f} of {len(calls)} paragraphs")
    wrong = [(record, call) for record, call in calls if record["voice"] != call]
    for record, call in wrong[:show]:
        print(f"{record['voice']} called {call}: {record['unit']} {record['text']}")


def paragraph_calls(records: list[Record]) -> Iterator[tuple[Record, str]]:
    """Yield each paragraph that is no boilerplate with our call, read in its neighbours' context."""
    for _, group in groupby(records, key=lambda record: record["article"]):
        units = list(group)
        text = "\n\n".join(unit["text"] for unit in units)
        document = _read(text)
        begin = 0
        for unit in units:
            first, last = np.searchsorted(document.start, [begin, begin + len(unit["text"])])
            begin += len(unit["text"]) + 2
            if last > first and not unit.get("boilerplate", 0):
                yield unit, paragraph_voice(document.voice[first:last])[0]


def speed(texts: list[str]) -> float:
    """Return the megabytes of text a second that mark_voice alone goes through."""
    documents = [_read(text) for text in texts]
    begin = time.perf_counter()
    for document in documents:
        mark_voice(document.text, document.blocks, document.start, document.end, document.words, document.sentence)
    seconds = time.perf_counter() - begin
    return sum(len(document.text.encode()) for document in documents) / seconds / 1e6


def _read(text: str) -> Document:
    return read_article(Article(id="1", source="A", text=text), keep_boilerplate=True)


def _gold(record: Record, document: Document) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Return which tokens are reported, and which of them in direct quotations."""
    every = np.zeros(len(document), dtype=np.bool_)
    direct = np.zeros(len(document), dtype=np.bool_)
    raw_start = document.normalised.raw_start
    start = document.start if raw_start is None else raw_start[document.start]
    for attribution in record["labels"]["attributions"]:
        for begin, end in attribution.get("content", ()):
            first, last = np.searchsorted(start, [begin, end])
            every[first:last] = True
            direct[first:last] |= attribution["direct"]
    return every, direct


def _runs(document: Document, mask: NDArray[np.bool_]) -> Iterator[str]:
    edges = np.flatnonzero(np.diff(mask, prepend=False, append=False))
    for first, last in zip(edges[0::2].tolist(), edges[1::2].tolist(), strict=True):
        begin, end = int(document.start[first]), int(document.end[last - 1])
        text = document.text
        context = f"{text[max(0, begin - 60) : begin]}[[{text[begin:end]}]]{text[end : end + 60]}"
        yield f"{last - first:4}  " + context.replace("\n", "|")


if __name__ == "__main__":
    main()
