"""What decides the numbers of a result, as a reader cites it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Everything that decides the numbers: the same signature gives the same bytes.

    `classifier` is the hash of the trained classifier, `topic` the signature of the topic's words; each is empty
    where none was used.
    """

    package: str
    lexicon: str
    cleaner: str
    tokeniser: str
    voices: str
    matcher: str
    options: str
    corpus: str
    classifier: str = ""
    topic: str = ""

    @property
    def short(self) -> str:
        """The signature on one line, for a footnote."""
        return (
            f"framing:{self.package}|lex:{self.lexicon}|clean:{self.cleaner}|tok:{self.tokeniser}"
            f"|voice:{self.voices}|match:{self.matcher}|opts:{self.options}|corpus:{self.corpus[:12]}"
            + (f"|classifier:{self.classifier[:12]}" if self.classifier else "")
            + (f"|topic:{self.topic}" if self.topic else "")
        )
