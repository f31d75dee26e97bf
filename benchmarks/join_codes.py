"""Codes without texts, laid over the corpus they were made on: coded passages as `validity.py` reads them.

    python benchmarks/join_codes.py CODES.jsonl CORPUS.jsonl[.gz] OUT.jsonl [--set NAME]

Texts of others are not in the project; their codes are, each with the article's id, the paragraph's number and the
SHA-256 of its text, so that a cleaner that cuts paragraphs otherwise is noticed and never silently coded.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import defaultdict
from pathlib import Path
from typing import Any

from framing.api.corpora import read_corpus
from framing.text.reading import read_article


def paragraphs(document: Any) -> dict[int, str]:  # noqa: ANN401 -- a Document
    """Return the text of each paragraph outside boilerplate, by its number."""
    found: dict[int, list[str]] = defaultdict(list)
    for block in document.blocks:
        if block.kind != "boilerplate" and block.paragraph >= 0:
            found[block.paragraph].append(document.text[block.start : block.end])
    return {number: " ".join(parts) for number, parts in found.items()}


def digest(text: str) -> str:
    """Return what tells one paragraph's text from another's."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def join(codes: list[dict[str, Any]], corpus: str) -> tuple[list[dict[str, Any]], int]:
    """Return the codes with their texts, and how many paragraphs were not found as they were coded."""
    wanted: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in codes:
        wanted[row["article"]].append(row)
    joined: list[dict[str, Any]] = []
    for article in read_corpus(corpus):
        if article.id in wanted:
            texts = paragraphs(read_article(article))
            joined += [
                {**row, "text": texts[row["par"]]}
                for row in wanted[article.id]
                if row["par"] in texts and digest(texts[row["par"]]) == row["digest"]
            ]
    return joined, len(codes) - len(joined)


def main() -> None:
    """Join and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("codes", type=Path)
    parser.add_argument("corpus")
    parser.add_argument("out", type=Path)
    parser.add_argument("--set", help="only the codes of this set")
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.codes.read_text(encoding="utf-8").splitlines()]
    chosen = [row for row in rows if options.set in (None, row["set"])]
    joined, lost = join(chosen, options.corpus)
    options.out.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in joined), encoding="utf-8")
    print(f"{len(joined)} passages" + (f"; {lost} not found as they were coded" if lost else ""))


if __name__ == "__main__":
    main()
