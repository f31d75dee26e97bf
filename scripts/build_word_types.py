"""Count the word types of a corpus of news and write the list that lint rule W22 looks stems up in.

Run it as it was run for the shipped list::

    python scripts/build_word_types.py news_10mb.jsonl.gz --out src/framing/lexicon_tools/data/word_types_en.txt

The same input gives the same bytes. A line is the number of articles a type occurs in, and the type.
"""

from __future__ import annotations

import argparse
import hashlib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from framing.api.corpora import read_corpus
from framing.matching.forms import token_keys
from framing.model.article import Article
from framing.text.reading import read_article

#: In fewer articles a type is as likely a misprint or somebody's name as a word.
FEWEST = 5

HEADER = """\
# Word types of English news, for framing lexicon lint (W22): README.md beside this file says how it was made.
# Made by scripts/build_word_types.py from {name}: {articles} articles, sha256 of the texts {digest}...
# Kept: types of letters only, case folded, without 's, page furniture left out, in {fewest} articles or more.
"""


def count(articles: Iterable[Article]) -> tuple[Counter[str], int, str]:
    """Return the number of articles each type occurs in, how many articles there are, and a hash of their texts."""
    found: Counter[str] = Counter()
    digest = hashlib.sha256()
    total = 0
    for article in articles:
        total += 1
        digest.update(article.text.encode("utf-8", "surrogatepass"))
        types = {token_keys(word, "fold")[-1] for word in read_article(article).words}
        found.update(word for word in types if word.isalpha())
    return found, total, digest.hexdigest()


def main() -> None:
    """Write the list."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    found, total, digest = count(read_corpus(options.corpus))
    kept = sorted((item for item in found.items() if item[1] >= FEWEST), key=lambda item: (-item[1], item[0]))
    header = HEADER.format(name=options.corpus.name, articles=total, digest=digest[:12], fewest=FEWEST)
    options.out.write_text(header + "".join(f"{number} {word}\n" for word, number in kept), encoding="utf-8")
    print(f"{len(kept)} types from {total} articles")


if __name__ == "__main__":
    main()
