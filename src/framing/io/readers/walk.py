"""Paths to places: which files to read, sorted by name whatever the file system says."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from framing.errors import CorpusError
from framing.io.readers.files import unreadable
from framing.io.readers.formats import READABLE, is_about, kind_of, why_unread
from framing.io.readers.found import Found, Place, shown
from framing.io.readers.manifest import NAME, read_manifest
from framing.model.article import Skipped

_Known = dict[str, dict[str, str]]


@dataclass(slots=True)
class _Walk:
    found: Found
    base: Path | None  # identifiers count from here where several paths are given
    known: _Known = field(default_factory=dict)
    seen: dict[tuple[int, int], Path] = field(default_factory=dict)


def find_places(paths: Sequence[Path], found: Found) -> list[Place]:
    """Return the files to read; what is not read, and why, goes to `found`.

    Raises
    ------
    CorpusError
        If a path does not exist.
    """
    for path in paths:
        _must_exist(path)
    walk = _Walk(found, _common_base(paths))
    places: list[Place] = []
    for path in paths:
        try:
            if path.is_dir():
                places += _folder(path, walk)
            elif path.name != NAME:
                places += _file(path, walk)
        except OSError as error:
            found.faults.extend(unreadable(path, error).faults)
    return places


def _must_exist(path: Path) -> None:
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError, ValueError):  # ValueError: a NUL in the name
        raise CorpusError("no such file or folder", where=shown(path), hint="check the path") from None
    except OSError as error:
        raise unreadable(path, error) from None


def _common_base(paths: Sequence[Path]) -> Path | None:
    """Return the folder above all paths: moscow/1.txt and exeter/1.txt must not both be "1.txt"."""
    if len(paths) < 2:
        return None
    try:
        return Path(os.path.commonpath([_absolute(path).parent for path in paths]))
    except ValueError:  # on two drives
        return None


def _absolute(path: Path) -> Path:
    # Not resolve(): an article is called as the user sees it, not as the link's other end is.
    return Path(os.path.normpath(path.absolute()))


def _name(path: Path, home: Path, walk: _Walk) -> str:
    return shown(os.path.relpath(_absolute(path), walk.base or _absolute(home)).replace(os.sep, "/"))


def _file(path: Path, walk: _Walk) -> Iterator[Place]:
    where, home = shown(path), path.parent
    known = read_manifest(home, walk.found, whole=False).get(os.path.normpath(path), {})
    if walk.base and is_about(path.name) and not known:  # from articles/*
        walk.found.skipped.append(Skipped(where, "about the corpus, no article; give it alone to read it"))
    elif not kind_of(path.name):
        walk.found.fault(why_unread(path.name), where, f"save it as {READABLE}")
    else:
        folder = shown(_absolute(home).name)
        yield Place(path=path, name=_name(path, home, walk), home=folder, known=known, meant=True)


def _folder(root: Path, walk: _Walk) -> Iterator[Place]:
    found = walk.found
    before = len(found.faults), len(found.skipped)
    home = shown(_absolute(root).name)
    count = 0
    for path in _files(root, walk):
        known = walk.known.get(os.path.normpath(path), {})
        if not known and (path.name.startswith("~$") or is_about(path.name)):
            continue
        if kind_of(path.name):
            count += 1
            parts = path.relative_to(root).parts
            # Of several folders each is a source; of one, each sub-folder.
            folder = shown(parts[0]) if len(parts) > 1 else home if walk.base else ""
            yield Place(path=path, name=_name(path, root, walk), folder=folder, home=home, known=known)
        elif known:
            found.fault(why_unread(path.name), shown(path), f"save it as {READABLE}")
        else:
            found.skipped.append(Skipped(shown(path), why_unread(path.name)))
    if not count and len(found.faults) == before[0]:
        what, unread = "the folder holds no articles", found.skipped[before[1] :]
        if unread:
            more = f" (and {len(unread) - 1} more)" if len(unread) > 1 else ""
            what = f"no article could be read: {unread[0].where}: {unread[0].why}{more}"
        found.fault(what, shown(root), f"put files there that end in {READABLE}")


def _files(root: Path, walk: _Walk) -> Iterator[Path]:
    """Yield the files below `root` in the order of their names. Each folder is read once, links or not."""
    waiting = [root]
    while waiting:  # no recursion: a path may have more parts than the stack has frames
        path = waiting.pop()
        try:
            if not path.is_dir():
                yield path
                continue
            state = path.stat()
            key = state.st_dev, state.st_ino
            if key in walk.seen:
                first = shown(walk.seen[key])
                walk.found.fault(f"the same folder as {first}, already read", shown(path), "leave one of them out")
                continue
            walk.seen[key] = path
            walk.known.update(read_manifest(path, walk.found))
            names = sorted((entry.name for entry in path.iterdir()), reverse=True)
        except OSError as error:
            walk.found.faults.extend(unreadable(path, error).faults)
            continue
        waiting += [path / name for name in names if not name.startswith(".") and name != "__MACOSX"]
