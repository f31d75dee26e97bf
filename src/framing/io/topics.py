"""Topic files: one pattern a line, in the pattern language of lexicons; ``#`` begins a comment."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import Path

from framing.errors import Fault, LexiconError
from framing.io.readers.files import load_text
from framing.io.readers.found import shown
from framing.model.lexicon import Lexicon, Provenance
from framing.model.pattern import ClassRef, Pattern, PatternError, parse_pattern
from framing.model.spelling import with_both_spellings
from framing.model.topic import topic_of_patterns

# What people write around the words of a list, and no word of a text holds: read as part of a pattern, it would match
# nowhere, or, as a comma, only where the text has one too.
_LISTING = {
    **dict.fromkeys('"\u201c\u201d\u201e\u2018\u00ab\u00bb', "write it without quotation marks: a phrase needs none"),
    "|": "write one word or phrase a line, or alternatives in braces: {militia,rebels}",
    ",": "write one word or phrase a line; a phrase with a comma in it goes into a lexicon (.toml)",
    ";": "write one word or phrase a line",
}
# "{militia,rebels}" and "10,000 men" have commas of their own.
_OWN_COMMA = re.compile(r",(?=[^{}]*\})|(?<=\d),(?=\d)")
# Apostrophes stand in words, and quotation marks of this form around them.
_QUOTES, _BULLETS = "'\u2019\u2018", ("- ", "* ", "\u2022 ")
_COMMENT = re.compile(r"(^|\s)#.*")
_MOST_SHOWN = 20
# A topic is a few dozen words; a novel given by mistake must not be compiled.
_MOST_PATTERNS = 10_000


def read_topic_file(path: Path) -> Lexicon:
    """Return the topic that the lines of a text file write.

    Raises
    ------
    CorpusError
        If the file cannot be read.
    LexiconError
        With every line that is no pattern, or if there is none.
    """
    _, text = load_text(path)
    where = shown(path)
    patterns: list[Pattern] = []
    faults: list[Fault] = []
    for number, line in enumerate(text.split("\n"), start=1):
        written = _COMMENT.sub("", line).strip()
        if not written:
            continue
        try:
            patterns.append(_pattern(written))
        except PatternError as error:
            faults.append(Fault(f"pattern '{written[:60]}': {error}", f"{where}:{number}"))
        if len(patterns) + len(faults) > _MOST_PATTERNS:
            raise LexiconError(f"more than {_MOST_PATTERNS:,} lines", where=where, hint="is it a list of topic words?")
    if faults:
        more = [Fault(f"and {len(faults) - _MOST_SHOWN} more")] if len(faults) > _MOST_SHOWN else []
        raise LexiconError(f"{len(faults)} faults", where=where, faults=[*faults[:_MOST_SHOWN], *more])
    if not patterns:
        raise LexiconError("the topic file holds no pattern", where=where, hint="write one word or phrase a line")
    unique = tuple({pattern.text: pattern for pattern in patterns}.values())
    # The words alone, not the bytes: a comment or the order of lines changes no number.
    content = "\n".join(sorted(pattern.text for pattern in unique))
    digest = hashlib.sha256(content.encode()).hexdigest()
    return topic_of_patterns(unique, Provenance(name=path.stem, version="0", sha256=digest, where=where))


def _pattern(written: str) -> Pattern:
    _refuse(written)
    pattern = parse_pattern(written)
    for item in pattern.items:
        if isinstance(item, ClassRef):
            raise PatternError(f"<{item.id}>: a topic file has no classes; write a lexicon (.toml) for that")
    return with_both_spellings(pattern)


def _refuse(written: str) -> None:
    """Raise PatternError at what people write around the words of a list."""
    if written.startswith(_BULLETS) or (len(written) > 2 and written[0] in _QUOTES and written[-1] in _QUOTES):
        raise PatternError(f"{written[0]} is no part of a word here; write the word or phrase alone")
    for sign in _OWN_COMMA.sub("", written):
        if sign in _LISTING:
            raise PatternError(f"{sign} is no part of a word; {_LISTING[sign]}")
        if unicodedata.category(sign) == "Cc" and sign != "\t":
            raise PatternError(f"control character U+{ord(sign):04X}; is it a text file, in UTF-8?")
