"""quanteda YAML .yml: keys in a tree, lists of globs at its ends.

The file is read as YAML events and never loaded: no tag makes an object, no anchor multiplies a list, and the word
``no`` stays a word (a loader makes it false). Keys that begin with ``_mask`` hold names that are no evidence; in
quanteda they are taken out first (``tokens_remove``).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from framing.errors import LexiconError
from framing.io.dictionaries.draft import Draft, clean
from framing.model.dictionary import Dictionary

MASK = "_mask"
# quanteda's own name for values that stand beside sub-keys.
_VALUES = "__"
_DEEPEST = 20
_SHAPE = "write a key, and under it a list of words"


def read_yaml(text: str, where: str) -> Dictionary:
    """Return the dictionary in the text of a .yml file.

    Raises
    ------
    LexiconError
        If it is not YAML, not a tree of keys and lists, or holds tags or anchors' copies.
    """
    import yaml  # noqa: PLC0415 -- only for files that are YAML

    draft = Draft(where)
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        walk = _Walk(yaml.parse(text, Loader=loader), draft)
        walk.document()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{where}:{mark.line + 1}" if mark else where
        message = clean(str(getattr(error, "problem", None) or getattr(error, "reason", "")))
        raise LexiconError(f"not valid YAML: {message}", where=place, hint=_SHAPE) from None
    return draft.done()


class _Walk:
    """One pass over the events of a file."""

    def __init__(self, events: Iterator[Any], draft: Draft) -> None:
        self._events = events
        self._draft = draft

    def document(self) -> None:
        """Read the one document of the file."""
        kinds = ("StreamStartEvent", "DocumentStartEvent")
        event = next(self._events)
        while type(event).__name__ in kinds:
            event = next(self._events)
        if type(event).__name__ != "MappingStartEvent":
            raise LexiconError("no key at the top of the file", where=self._draft.where, hint=_SHAPE)
        self._value(event, ())
        for event in self._events:
            if type(event).__name__ == "DocumentStartEvent":
                self._fault(event, "a second document")

    def _value(self, event: Any, path: tuple[str, ...]) -> None:  # noqa: ANN401 -- yaml has no types
        kind = type(event).__name__.removesuffix("Event")
        if kind == "Alias":
            self._fault(event, f"a copy of '{clean(event.anchor)}'")
        if event.tag not in (None, "!", "tag:yaml.org,2002:str"):
            self._fault(event, f"the tag {clean(event.tag)}")
        if len(path) > _DEEPEST:
            self._fault(event, f"a key more than {_DEEPEST} deep")
        if kind == "Scalar":
            self._scalar(event, path)
        elif kind == "SequenceStart":
            self._declare(path)
            while type(event := next(self._events)).__name__ != "SequenceEndEvent":
                if type(event).__name__ == "SequenceStartEvent":
                    self._fault(event, "a list in a list")
                self._value(event, path)
        else:
            self._declare(path)
            while type(event := next(self._events)).__name__ != "MappingEndEvent":
                if type(event).__name__ != "ScalarEvent":
                    self._fault(event, "a key that is no word")
                key = clean(event.value)
                self._value(next(self._events), path if key == _VALUES and path else (*path, key or "unnamed"))

    def _declare(self, path: tuple[str, ...]) -> None:
        if path and path[0] != MASK:
            self._draft.category(path)

    def _scalar(self, event: Any, path: tuple[str, ...]) -> None:  # noqa: ANN401
        word, line = clean(event.value), event.start_mark.line + 1
        if path and path[0] == MASK:
            self._draft.masks.setdefault(".".join(path[1:]) or "mask", []).extend([word] if word else [])
        elif word:
            self._draft.term(word, path, line)
        else:
            self._declare(path)

    def _fault(self, event: Any, what: str) -> None:  # noqa: ANN401
        where = f"{self._draft.where}:{event.start_mark.line + 1}"
        raise LexiconError(f"{what} is not read", where=where, hint=_SHAPE)


def write_yaml(dictionary: Dictionary) -> str:
    """Return the text of a .yml file: two levels, every word in quotes, masks first."""
    tree: dict[str, dict[str, list[str]]] = {}
    for category in dictionary.categories:
        tree.setdefault(category.path[0], {}).setdefault(".".join(category.path[1:]), [])
    for term in dictionary.terms:
        tree[term.path[0]][".".join(term.path[1:])].append(term.text)
    lines: list[str] = []
    if dictionary.masks:
        lines += [f"{MASK}:", *(line for name, words in dictionary.masks.items() for line in _list(name, words, 1))]
    for key, children in tree.items():
        own = children.pop("", [])
        if not children:
            lines += _list(key, own, 0)
            continue
        lines.append(f"{_quoted(key)}:")
        lines += _list(_VALUES, own, 1) if own else []
        lines += [line for name, words in children.items() for line in _list(name, words, 1)]
    return "".join(line + "\n" for line in lines)


def _list(key: str, words: list[str] | tuple[str, ...], depth: int) -> list[str]:
    margin = "  " * depth
    return [f"{margin}{_quoted(key)}:" + ("" if words else " []"), *(f"{margin}  - {_quoted(word)}" for word in words)]


def _quoted(text: str) -> str:
    # JSON's strings are YAML's double-quoted ones; outside ASCII, YAML allows printable characters only.
    return json.dumps(text, ensure_ascii=not text.isprintable())
