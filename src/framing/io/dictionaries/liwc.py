r"""LIWC .dic: categories between two lines with a percent sign, then each term with the numbers of its categories.

::

    %
    1<tab>threat
    2<tab>threat.alarm
    %
    danger*<tab>1<tab>2

Newer files draw a tree of categories by indentation. Files in the wild pad numbers with zeros, set several tabs or
the spaces of an editor in place of one, name categories that the header lacks, and carry rules of LIWC 2007:
``<of>`` and ``(02 11)1/2``, a category that holds under a condition. A category under a condition is left
out: to count it always would count what the rule was written to prevent. (quanteda's reader drops the text from the
first parenthesis of a line to the last, and so keeps the category that follows the last one.)
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from framing.errors import LexiconError
from framing.io.dictionaries.draft import Draft, clean
from framing.io.dictionaries.indents import depths
from framing.model.dictionary import Dictionary

_CONDITION = re.compile(r"\([^()]*\)\S*")
_TITLE = re.compile(r"(\S+) \((.+)\)")
_LONGEST_NUMBER = 9  # digits: Python refuses to read numbers of thousands of them
_CURE = "a LIWC file begins with its categories between two lines that hold a percent sign"

Paths = dict[int, tuple[str, ...]]


def read_liwc(text: str, where: str) -> Dictionary:
    """Return the dictionary in the text of a .dic file.

    Raises
    ------
    LexiconError
        If the header is not marked.
    """
    draft = Draft(where)
    lines = text.split("\n")
    marks = [number for number, line in enumerate(lines) if line.strip() == "%"]
    if len(marks) < 2:
        raise LexiconError("no header of categories", where=where, hint=_CURE)
    paths = _header(lines, marks[0] + 1, marks[1], draft)
    for number, line in enumerate(lines[marks[1] + 1 :], start=marks[1] + 2):
        if line.strip() and line.strip() != "%":
            _body(line, number, paths, draft)
    return draft.done()


def _header(lines: Sequence[str], start: int, end: int, draft: Draft) -> Paths:
    rows = lines[start:end]
    names = [_category(line, start + offset, draft) for offset, line in enumerate(rows, start=1)]
    # Our own files, and others that cannot nest, write "threat.alarm" beside "threat".
    flat = {name for _, name, _ in names}
    paths: Paths = {}
    above: list[str] = []
    for depth, (number, name, title), line in zip(depths(rows), names, range(start + 1, end + 1), strict=True):
        if not name:
            continue
        parent, dot, child = name.partition(".")
        above[depth:] = [parent, child] if dot and child and not depth and parent in flat else [name]
        draft.category(tuple(above), title)
        if number in paths:
            draft.lose(f"category {number} is there twice; '{name}' gets no term", line, "give it a number of its own")
        elif number >= 0:
            paths[number] = tuple(above)
    return paths


def _category(line: str, number: int, draft: Draft) -> tuple[int, str, str]:
    """Return number, name and title; -1 where a heading of the tree has no number."""
    words = clean(line).split(" ", 1)
    if not _is_number(words[0]):
        return -1, " ".join(words), ""
    if len(words) == 1:
        draft.lose(f"category {words[0]} has no name", number, f"it is called '{words[0]}'")
        return int(words[0]), words[0], ""
    titled = _TITLE.fullmatch(words[1])
    return (int(words[0]), titled[1], titled[2]) if titled else (int(words[0]), words[1], "")


def _is_number(word: str) -> bool:
    return word.isascii() and word.isdigit() and len(word) <= _LONGEST_NUMBER


def _body(line: str, number: int, paths: Paths, draft: Draft) -> None:
    term, rest = _split(line)
    if "<of>" in line:
        draft.lose(f"'{term}': a rule with <of> is not read", number)
        return
    for condition in _CONDITION.findall(rest):
        draft.lose(f"'{term}': a category under a condition is not read: {clean(condition)}", number)
    found: list[tuple[str, ...]] = []
    for word in _CONDITION.sub(" ", rest).split():
        if not _is_number(word) or int(word) not in paths:
            draft.lose(f"'{term}': no category {word}", number, "declare it in the header")
        elif paths[int(word)] not in found:
            found.append(paths[int(word)])
    if not found:
        draft.lose(f"'{term}' is left out: it has no category", number)
    for path in found:
        # A term carries the numbers of all categories above its own: "threat" goes without saying there.
        if not any(len(other) > len(path) and other[: len(path)] == path for other in found):
            draft.term(term, path, number)


def _split(line: str) -> tuple[str, str]:
    r"""Return the term and its numbers.

    Examples
    --------
    >>> _split("little  02\t03"), _split("catch 22\t13"), _split("mary 02 03"), _split("over  the moon")
    (('little', '02 03'), ('catch 22', '13'), ('mary', '02 03'), ('over the moon', ''))
    """
    head, _, rest = line.strip().partition("\t")
    apart = re.split(r"\s{2,}", head, maxsplit=1)
    if len(apart) == 2 and (apart[1].startswith(("(", "<")) or _is_number(apart[1].partition(" ")[0])):
        head, rest = apart[0], f"{apart[1]} {rest}"
    elif not rest:
        words = head.split()
        while len(words) > 1 and _is_number(words[-1]):
            rest = f"{words.pop()} {rest}"
        head = " ".join(words)
    return clean(head), " ".join(rest.split())


def write_liwc(dictionary: Dictionary) -> str:
    """Return the text of a .dic file: a sub-category as ``threat.alarm`` beside its ``threat``.

    A term of two dimensions stands on one line, unless that would change the order of terms in one of them.
    """
    numbers = {category.path: number for number, category in enumerate(dictionary.categories, start=1)}
    rows: list[tuple[str, list[int]]] = []
    row_of: dict[str, int] = {}
    last: dict[str, int] = {}
    for term in dictionary.terms:
        if row_of.get(term.text, -1) <= last.get(term.path[0], -1):
            row_of[term.text] = len(rows)
            rows.append((term.text, []))
        last[term.path[0]] = row_of[term.text]
        rows[row_of[term.text]][1].extend(numbers[term.path[:depth]] for depth in range(1, len(term.path) + 1))
    header = ["%", *(f"{number}\t{'.'.join(path)}" for path, number in numbers.items()), "%"]
    body = ["\t".join([text, *map(str, found)]) for text, found in rows]
    return "\n".join([*header, *body]) + "\n"
