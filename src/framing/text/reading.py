"""The way of one article: raw text -> normalised -> blocks -> tokens -> sentences -> voices -> Document."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from framing.model.article import Article
from framing.model.document import Block, Document
from framing.text.boilerplate import mark_blocks
from framing.text.normalise import normalise
from framing.text.sentences import sentence_spans
from framing.text.tokens import tokenise
from framing.text.voice import mark_voice

Indices = NDArray[np.int32]


def read_article(article: Article, *, keep_boilerplate: bool = False) -> Document:
    r"""Return the article as a Document.

    Parameters
    ----------
    article
        The article; its text is never changed, only mapped.
    keep_boilerplate
        Treat page furniture as text: for pages whose cleaning has been done elsewhere.

    Examples
    --------
    >>> page = Article(id="1", source="A", text="By Jane Roe\n\nThe army warned of war. It was wrong.")
    >>> document = read_article(page)
    >>> len(document), document.boilerplate_tokens, document.sentence.tolist()
    (8, 3, [0, 0, 0, 0, 0, 1, 1, 1])
    """
    normalised = normalise(article.text)
    text = normalised.text
    blocks = mark_blocks(text, title=article.metadata.get("title", ""), keep_boilerplate=keep_boilerplate)
    tokens = tokenise(text)
    block_of = _block_of(blocks, tokens.start)
    paragraph_of_block = np.array([block.paragraph for block in blocks] or [-1], dtype=np.int32)
    paragraph = paragraph_of_block[block_of]
    live = paragraph >= 0
    start, end, paragraph = tokens.start[live], tokens.end[live], paragraph[live]
    words = tokens.words if live.all() else tuple(np.array(tokens.words, dtype=object)[live])
    sentence = _sentences(text, blocks, start)
    headings = np.array([block.kind == "heading" for block in blocks] or [False])
    return Document(
        article=article.id,
        source=article.source,
        raw=article.text,
        normalised=normalised,
        blocks=blocks,
        words=words,
        start=start,
        end=end,
        sentence=sentence,
        paragraph=paragraph,
        breaks=tokens.breaks[live],
        voice=mark_voice(text, blocks, start, end, words, sentence),
        heading=headings[block_of][live],
        boilerplate_tokens=len(tokens.words) - len(words),
    )


def _block_of(blocks: tuple[Block, ...], start: Indices) -> Indices:
    begins = np.array([block.start for block in blocks] or [0], dtype=np.int32)
    found = np.searchsorted(begins, start, side="right") - 1
    return np.maximum(found, 0).astype(np.int32)


def _sentences(text: str, blocks: tuple[Block, ...], start: Indices) -> Indices:
    """Return the number of each token's sentence; one that a page broke over two blocks keeps its number."""
    begins: list[int] = []
    numbers: list[int] = []
    number = -1
    last_paragraph = -1
    for block in blocks:
        if block.paragraph < 0:
            continue
        for position, (begin, _) in enumerate(sentence_spans(text[block.start : block.end])):
            if position > 0 or block.paragraph != last_paragraph:
                number += 1
            begins.append(block.start + begin)
            numbers.append(number)
        last_paragraph = block.paragraph
    if not begins:
        return np.zeros(len(start), dtype=np.int32)
    found = np.searchsorted(np.array(begins), start, side="right") - 1
    return np.array(numbers, dtype=np.int32)[found]
