"""Keyword in context: every line of a corpus that a pattern matches, before it is put into a lexicon."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from framing.errors import LexiconError
from framing.matching.concordance import evidence_rows
from framing.matching.matcher import Matcher
from framing.model.article import Article
from framing.model.evidence import EvidenceRow
from framing.model.lexicon import Dimension, Entry, Lexicon, Provenance
from framing.model.pattern import ClassRef, PatternError, parse_pattern
from framing.text.reading import read_article


def kwic(
    pattern: str, articles: Iterable[Article], *, exact_case: bool = False, context: int = 60
) -> Iterator[EvidenceRow]:
    """Yield the lines in which `pattern`, in the lexicon's pattern language, matches; boilerplate left out.

    Raises
    ------
    LexiconError
        If the pattern cannot be read.

    Examples
    --------
    >>> page = Article(id="1", source="A", text="Corruption feeds on silence, the auditor wrote.")
    >>> [row.text for row in kwic("corrupt{,ion}", [page])]
    ['Corruption']
    """
    try:
        parsed = parse_pattern(pattern)
    except PatternError as error:
        raise LexiconError(f"pattern '{pattern}': {error}") from None
    if any(isinstance(item, ClassRef) for item in parsed.items):
        raise LexiconError(f"pattern '{pattern}' uses a class", hint="write the words out: classes belong to a file")
    entry = Entry(pattern=parsed, dimension="kwic", subframe="", exact_case=exact_case)
    lexicon = Lexicon(
        files=(Provenance(name="kwic", version="0", sha256=""),),
        dimensions=(Dimension(id="kwic", title="kwic"),),
        entries=(entry,),
    )
    matcher = Matcher(lexicon)
    for article in articles:
        document = read_article(article)
        yield from evidence_rows(document, matcher.match(document).hits, lexicon, context)
