"""The words of one run, each with a number: so that the merge of a hundred million tokens hashes none of them.

The numbers depend on the order of reading, and nothing that is shown does.
"""

from __future__ import annotations

from collections.abc import Sequence

from framing.text.tokens import is_address

# No word: an address, a number, or a voice that was not chosen.
NOTHING = -1

_PARTICLES = ("al-", "el-", "ar-", "as-", "ash-", "d'", "d\u2019", "l'", "l\u2019")


class Vocabulary(dict[str, int]):
    """Written form -> twice the number of its word, plus one if it is written as a name; 2 NOTHING for no word.

    It learns the words of a run, as a matcher does, so one run keeps one. Records whose words were numbered by
    several, in other processes say, are numbered anew when they merge (`framing.contrasts.stream.read_tokens`).

    Attributes
    ----------
    words
        The word of each number, as a term: folded, possessive off.

    Examples
    --------
    >>> vocabulary = Vocabulary()
    >>> [vocabulary[form] for form in ("Court's", "court", "3.5", "courts")]
    [1, 0, -2, 2]
    >>> vocabulary.words
    ['court', 'courts']
    """

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._number: dict[str, int] = {}

    def __missing__(self, written: str) -> int:
        code = 2 * NOTHING
        if word := _plain(written):
            number = self._number.setdefault(word, len(self.words))
            if number == len(self.words):
                self.words.append(word)
            code = 2 * number + _capital(written)
        self[written] = code
        return code


def renumbering(lists: Sequence[Sequence[str]]) -> tuple[list[str], list[list[int]]]:
    """Return the words of all lists, each once, and for each list the numbers of its words among them.

    Examples
    --------
    >>> renumbering([["law", "court"], ["court", "judge"]])
    (['law', 'court', 'judge'], [[0, 1], [1, 2]])
    """
    number: dict[str, int] = {}
    places = [[number.setdefault(word, len(number)) for word in words] for words in lists]
    return list(number), places


def _plain(word: str) -> str:
    """Return the word as a term: folded, without its possessive ending; empty where it cannot be one."""
    if is_address(word) or not any(character.isalpha() for character in word):
        return ""
    folded = word.casefold().replace("\u2019", "'")
    return folded.removesuffix("'s")


def _capital(word: str) -> bool:
    """Return whether a word is written as a name is: "Dushanbe", "IPRT", "al-Qaida"; not "anti-American"."""
    for particle in _PARTICLES:
        word = word.removeprefix(particle)
    return word[:1].isupper()
