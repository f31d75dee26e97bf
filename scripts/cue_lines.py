"""Show where cues act on hits: python scripts/cue_lines.py CORPUS [LEXICON ...] [--list NAME] [--per-cue N].

For each cue of the shipped lists (or of the one named), how many hits of the contestable dimensions of the
lexicons (securitisation, if none is named) it acts on in CORPUS, and up to N of the sentences, drawn at random,
one an article as long as there are articles: the <<cue>> and the [[hit]] are marked. Reading them is what the
precision column of docs/explanation/stance.md comes from.
"""

from __future__ import annotations

import argparse
import random
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

import framing
from framing.matching.compiler import Part, compile_lexicon
from framing.matching.cues import SentenceCues
from framing.matching.matcher import Matcher
from framing.matching.overlap import leftmost_longest
from framing.matching.resolver import Resolver
from framing.matching.search import Span, Text
from framing.model.article import Article
from framing.model.document import Document
from framing.model.hit import Hit
from framing.model.lexicon import CUE_LISTS, Lexicon
from framing.text.reading import read_article

Key = tuple[str, str]


class Line(NamedTuple):
    """A sentence in which a cue acts on a hit."""

    article: str
    text: str


def main() -> None:
    """Print the counts and the lines."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("lexicons", nargs="*", default=["securitisation"])
    parser.add_argument("--list", choices=CUE_LISTS, dest="only", help="only the cues of this list")
    parser.add_argument("--per-cue", type=int, default=0, help="print so many lines of each cue")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    lexicon = framing.load_lexicon(*options.lexicons)
    lines = cue_lines(lexicon, framing.read_corpus(options.corpus).articles)
    generator = random.Random(options.seed)  # noqa: S311 -- a sample to read, no secret
    for (cue_list, cue), found in sorted(lines.items(), key=lambda item: (item[0][0], -len(item[1]))):
        if options.only in {None, cue_list}:
            print(f"{len(found):5}  {cue_list}: {cue}")
            for line in draw(found, options.per_cue, generator):
                print(f"         {line.text}")


def cue_lines(lexicon: Lexicon, articles: tuple[Article, ...]) -> dict[Key, list[Line]]:
    """Return, for each list and cue, the sentences in which it acts on a hit."""
    matcher = Matcher(lexicon)
    resolver = Resolver(compile_lexicon(lexicon))
    contestable = {dimension.id for dimension in lexicon.dimensions if dimension.polarity == "contestable"}
    found: dict[Key, list[Line]] = defaultdict(list)
    for article in articles:
        document = read_article(article)
        if not len(document):
            continue
        text = Text(document, resolver)
        text.mask(leftmost_longest(text.find_all(Part.MASK)))
        for hit in matcher.match(document).hits:
            if lexicon.entries[hit.entry].dimension in contestable:
                span = Span(hit.first, hit.last, hit.entry, 0)
                for cue in SentenceCues(span, text, lexicon.cues).acting():
                    if isinstance(cue.word, int):
                        name = CUE_LISTS[cue.target]
                        pattern = getattr(lexicon.cues, name)[cue.word].text
                        found[name, pattern].append(Line(article.id, marked(document, text, hit, cue)))
    return found


def marked(document: Document, text: Text, hit: Hit, cue: Span) -> str:
    """Return the sentence on one line, with the hit and the cue between marks."""
    start = int(document.start[text.sentence_start[hit.first]])
    end = int(document.end[text.sentence_end[hit.first] - 1])
    signs = [
        (int(document.start[cue.first]), "<<"),
        (int(document.end[cue.last - 1]), ">>"),
        (int(document.start[hit.first]), "[["),
        (int(document.end[hit.last - 1]), "]]"),
    ]
    pieces, here = [], start
    for place, sign in sorted(signs):
        pieces += [document.text[here:place], sign]
        here = place
    return " ".join("".join([*pieces, document.text[here:end]]).split())


def draw(lines: list[Line], most: int, generator: random.Random) -> list[Line]:
    """Return at most `most` lines at random, of as many articles as possible."""
    shuffled = generator.sample(lines, len(lines))
    seen: dict[str, int] = defaultdict(int)
    ranked = []
    for line in shuffled:
        ranked.append((seen[line.article], line))
        seen[line.article] += 1
    return [line for _, line in sorted(ranked, key=lambda pair: pair[0])[:most]]


if __name__ == "__main__":
    main()
