"""Train the sentence parameters of framing.text with nltk's Punkt trainer and write them as a text file.

Run it as it was run for the shipped file::

    python scripts/train_punkt.py news_10mb.jsonl.gz --review src/framing/text/data/punkt_en_review.txt \
        --out src/framing/text/data/punkt_en.txt

The same input gives the same bytes. nltk is needed here and in the oracle test, never to cut sentences.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from nltk.tokenize.punkt import PunktParameters, PunktTrainer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# nltk's bits for where a word was met: at the start, inside, or unknown; with a capital or without.
BEGIN_UPPER, INSIDE_UPPER = 2, 4
LOWER = 16 | 32 | 64

# A habit needs a twentieth of a word's occurrences. Punkt counts a single one, and then one headline in
# Title Case ("What He Said") makes "he" a word that is capitalised inside sentences.
SHARE = 0.05
# Rarer words, and words never seen to open a sentence, leave the decision where it is without an entry.
LEAST = 5

CLEAN = str.maketrans({"\u00a0": " ", "\u200b": None, "\u200c": None, "\u200d": None, "\ufeff": None})

HEADER = """\
# Punkt parameters for English news, read by framing.text.punkt.
# Made by scripts/train_punkt.py from {name} ({paragraphs} paragraphs, {characters} characters,
# sha256 of the paragraphs {digest}...) with nltk's PunktTrainer at its default thresholds.
# Method: Kiss & Strunk (2006), Unsupervised multilingual sentence boundary detection,
# Computational Linguistics 32(4), 485-525.
# Reviewed by hand: every trained abbreviation, sentence starter and collocation. What was added and removed,
# and why, stands in punkt_en_review.txt; added abbreviations were known to the trainer from the start.
# Orthography: a context (capital or small, opening a sentence or inside) counts from {share:.0%} of a word's
# occurrences; kept are words seen {least} times or more and at least once opening a sentence. Words never
# seen in lower case need no entry.
# Types are in lower case, without a stop that ends a sentence; every number is ##number##.
# Edit the review, not this file.
"""


class Review(NamedTuple):
    """The lists of punkt_en_review.txt, section name -> lines of words."""

    sections: dict[str, list[list[str]]]

    def words(self, section: str) -> set[str]:
        """Return all words of a section."""
        return {word for line in self.sections.get(section, []) for word in line}

    def pairs(self, section: str) -> set[tuple[str, ...]]:
        """Return the lines of a section, each a tuple of words."""
        return {tuple(line) for line in self.sections.get(section, [])}


def read_review(path: Path) -> Review:
    """Read a review file: [section] lines, words, and comments that start with "# "."""
    sections: dict[str, list[list[str]]] = defaultdict(list)
    current = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if heading := re.fullmatch(r"\[(.+)\]", line):
            current = heading[1]
        elif line.strip() and not line.startswith("# "):
            sections[current].append(line.split())
    return Review(dict(sections))


def read_paragraphs(path: Path, field: str) -> Iterator[str]:
    """Yield the non-blank lines of `field` of each record of a .jsonl or .jsonl.gz file."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            for paragraph in json.loads(line)[field].translate(CLEAN).splitlines():
                if paragraph.strip():
                    yield paragraph.strip()


class CountingParameters(PunktParameters):  # type: ignore[misc]  # nltk has no types
    """Punkt parameters that count the contexts of a word where nltk only notes that they occurred."""

    def __init__(self) -> None:
        super().__init__()
        self.contexts: dict[str, Counter[int]] = defaultdict(Counter)

    def add_ortho_context(self, typ: str, flag: int) -> None:
        """Count one more occurrence of `typ` in the context `flag`."""
        super().add_ortho_context(typ, flag)
        self.contexts[typ][flag] += 1


class ReviewedTrainer(PunktTrainer):  # type: ignore[misc]  # nltk has no types
    """A Punkt trainer whose verdict on reviewed abbreviations is settled beforehand.

    Settled beforehand, because orthography and sentence starters are learnt from the text as the
    abbreviations divide it: a "Sen." taken for a sentence end makes McConnell a sentence starter.
    """

    def __init__(self, added: set[str], removed: set[str]) -> None:
        super().__init__()
        self._params = CountingParameters()
        self._added = added
        self._removed = removed

    def _reclassify_abbrev_types(self, types: Iterable[str]) -> Iterator[tuple[str, float, bool]]:
        for abbreviation, score, is_new in super()._reclassify_abbrev_types(types):
            if abbreviation not in self._added and abbreviation not in self._removed:
                yield abbreviation, score, is_new
        for abbreviation in self._added:
            yield abbreviation, float("inf"), True


def habit(contexts: Counter[int]) -> str | None:
    """Name the orthographic habit of a word: "common", "either", or None where no entry is needed."""
    total = contexts.total()
    if total < LEAST or not contexts[BEGIN_UPPER]:
        return None
    usual = 0
    for flag, count in contexts.items():
        if count >= SHARE * total:
            usual |= flag
    if not usual & LOWER:
        return None
    return "either" if usual & INSIDE_UPPER else "common"


def train(paragraphs: list[str], review: Review) -> dict[str, list[str]]:
    """Return the sections of the parameter file, each a sorted list of lines."""
    marked = {mark + word for word in review.words("opens quotations") for mark in "\u201c\u2018"}
    removed = review.words("remove abbreviations")
    trainer = ReviewedTrainer(review.words("add abbreviations") | marked, removed)
    # Blank lines tell the trainer that a paragraph, and so a sentence, starts.
    trainer.train("\n\n".join(paragraphs))
    parameters = trainer.get_params()
    habits = {word: habit(contexts) for word, contexts in parameters.contexts.items()}
    collocations = parameters.collocations - review.pairs("remove collocations")
    return {
        "abbreviations": sorted(parameters.abbrev_types - removed),
        "collocations": sorted(" ".join(pair) for pair in collocations),
        "sentence starters": sorted(parameters.sent_starters - review.words("remove sentence starters")),
        "common words": sorted(word for word, kind in habits.items() if kind == "common"),
        "words of either case": sorted(word for word, kind in habits.items() if kind == "either"),
    }


def main(arguments: list[str] | None = None) -> int:
    """Train on the texts named on the command line and write the parameter file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("texts", type=Path, help="a .jsonl or .jsonl.gz file, one record a line")
    parser.add_argument("--field", default="text", help="the field that holds the text (default: text)")
    parser.add_argument("--review", type=Path, required=True, help="what a person adds and removes")
    parser.add_argument("--out", type=Path, required=True, help="the parameter file to write")
    options = parser.parse_args(arguments)

    paragraphs = list(read_paragraphs(options.texts, options.field))
    sections = train(paragraphs, read_review(options.review))
    header = HEADER.format(
        name=options.texts.name,
        paragraphs=len(paragraphs),
        characters=sum(map(len, paragraphs)),
        digest=hashlib.sha256("\n".join(paragraphs).encode("utf-8", "surrogatepass")).hexdigest()[:16],
        share=SHARE,
        least=LEAST,
    )
    body = "".join("\n" + "\n".join([f"[{name}]", *lines]) + "\n" for name, lines in sections.items())
    options.out.write_text(header + body, encoding="utf-8", newline="\n")
    for name, lines in sections.items():
        print(f"{name}: {len(lines)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
