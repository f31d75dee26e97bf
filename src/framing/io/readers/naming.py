"""What a 'source' is: from corpus.toml, front matter, folder or file name, or any metadata field."""

from __future__ import annotations

import re

from framing.io.readers.found import Found, Raw
from framing.model.article import Article

_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_PARTS = {"year": 1, "month": 2, "day": 3}


def name_source(raw: Raw, by: str, source_from: str, found: Found) -> None:
    """Add the article under its source to `found`, or a fault where it has none."""
    source = _outlet(raw, source_from)
    metadata = dict(raw.metadata)
    if not source:
        wanted = source_from or "its source"
        found.fault(f"the article has no {wanted}", raw.where, "see --source-from and --source-field")
        return
    if by != "source":
        metadata.setdefault("source", source)
        value = _field(by, metadata, raw, found)
        if not value:
            return
        source = value
    found.articles.append(Article(id=raw.id, source=source, text=raw.text, metadata=metadata, where=raw.where))


def _outlet(raw: Raw, source_from: str) -> str:
    if source_from == "folder":
        return raw.folder
    if source_from == "filename":
        return raw.stem
    if source_from.startswith("field:"):
        return raw.metadata.get(source_from.removeprefix("field:"), "")
    return raw.metadata.get("source", "") or raw.folder or raw.stem


def _field(by: str, metadata: dict[str, str], raw: Raw, found: Found) -> str:
    name, _, part = by.partition(":")
    value = metadata.get(name, "")
    if not value:
        found.fault(
            f"the article has no field '{name}'",
            raw.where,
            "known fields are: " + ", ".join(sorted(metadata)),
        )
        return ""
    if not part:
        return value
    match = _DATE.match(value)
    if not match or not match[_PARTS[part]]:
        found.fault(f"'{value}' is no date with a {part}", raw.where, "write dates as 2015-06-14")
        return ""
    return "-".join(match.group(*range(1, _PARTS[part] + 1))) if part != "year" else match[1]
