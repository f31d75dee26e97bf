"""Where sentences begin and end in a paragraph, by the rule of Punkt.

Our own code, held against nltk's in tests/oracle/test_punkt_oracle.py: importing nltk costs a second
and its tokenizer reads a few MB of news a second. Here one regular expression finds the candidates and a
decision is taken once for each word before a stop, not once for each stop.

References
----------
Kiss, T., & Strunk, J. (2006). Unsupervised multilingual sentence boundary detection.
Computational Linguistics, 32(4), 485-525.
"""

from __future__ import annotations

import re

from framing.text.punkt import SEPARATORS, stops_before, stops_whatever_follows

# A stop before a sign that separates, or before white space and the first character of the next chunk.
# Only the last such stop of a chunk is a candidate: "Go!!! Now" has one, not three. To take it in the same
# match, and so go over each chunk once, keeps "!!!!..." of any length linear. A stop that opens its chunk
# stands alone, as in nltk: "Go !!! Now" has "Go !", then "!!".
_CANDIDATE = re.compile(
    rf"[.?!] (?: (?<=\S.) (?=[{SEPARATORS}]) \S* (?<=[.?!]) )? (?= \s+(\S) | [{SEPARATORS}] )",
    re.VERBOSE,
)
_CHUNK = re.compile(r"\S+")

# Signs that belong to the sentence before them, if nothing but white space or a dash follows.
# The opening quotes are among them, because many texts close with the wrong one.
_CLOSERS = "\"')]}\u2018\u2019\u201c\u201d\xab\xbb"
_CLOSING = re.compile(rf"([{re.escape(_CLOSERS)}]+)(?:\s+|(?=--)|\Z)")


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Return the half-open spans of the sentences of a paragraph.

    Parameters
    ----------
    text
        One paragraph in normalised form; it may hold single line feeds. White space around it is ignored.

    Returns
    -------
    list of (int, int)
        The spans in order, free of white space at both ends. Each character that is not white space
        lies in exactly one of them. Empty for a text of white space.

    Examples
    --------
    >>> text = 'Mr. Smith left the U.S. on Jan. 5. “Why?” They asked him (twice.) No answer came.'
    >>> for start, end in sentence_spans(text):
    ...     print(text[start:end])
    Mr. Smith left the U.S. on Jan. 5.
    “Why?”
    They asked him (twice.)
    No answer came.
    """
    spans: list[tuple[int, int]] = []
    start = len(text) - len(text.lstrip())
    seen = 0
    for match in _CANDIDATE.finditer(text):
        stop = match.end()
        # From the last candidate, not from the start of the sentence: "Mr. Mr. Mr. ..." stays linear.
        chunk = text[seen:stop].rsplit(None, 1)[-1]
        seen = match.start()
        following = match.start(1)
        if following < 0:
            following = stop
        if not stops_whatever_follows(chunk) and not stops_before(chunk, _chunk_at(text, following, stop)):
            continue
        closing = _CLOSING.match(text, following) if text[following] in _CLOSERS else None
        if closing:
            spans.append((start, closing.end(1)))
            start = closing.end()
        else:
            spans.append((start, stop))
            start = following
    end = len(text.rstrip())
    if start < end:
        spans.append((start, end))
    return spans


def _chunk_at(text: str, position: int, stop: int) -> str:
    """Return what follows a stop: the whole next chunk, or the one sign that touches the stop."""
    chunk = _CHUNK.match(text, position)
    return text[position] if chunk is None or position == stop else chunk[0]
