"""What a 'source' is: from corpus.toml, front matter, folder or file name, or any metadata field."""

from __future__ import annotations

import datetime as dt
import re

from framing.io.readers.found import Found, Raw
from framing.model.article import Article

# 2015, 2015-06, 2015-06-14, 2015/6/14, 20150614, with or without a time behind. Not the year of "20150614123".
_DATE = re.compile(r"(\d{4})(?:([-/.]?)(\d{1,2})(?:\2(\d{1,2}))?)?(?:[T ].*)?")
_LENGTHS = {"year": 4, "month": 7, "day": 10}


def name_source(raw: Raw, by: str, source_from: str, found: Found) -> None:
    """Add the article under its source to `found`, or a fault where it has none."""
    metadata = dict(raw.metadata)
    if source_from.startswith("field:"):
        source = _field(source_from.removeprefix("field:"), raw, found)
        if not source:
            return
    elif by == "source" and not source_from and raw.no_source_in and not metadata.get("source"):
        # The file's name would be one more source, made up, among those that the other rows name.
        found.fault(f"there is no source in '{raw.no_source_in}'", raw.where, "fill it, or use --source-from")
        return
    else:
        source = _outlet(raw, source_from)
    if by != "source":
        metadata["source"] = source
        source = _grouped(by, raw, found)
        if not source:
            return
    found.articles.append(Article(id=raw.id, source=source, text=raw.text, metadata=metadata, where=raw.where))


def _outlet(raw: Raw, source_from: str) -> str:
    place = raw.place
    if source_from == "folder":
        return place.folder or place.home or place.stem
    if source_from == "filename":
        return place.stem
    return raw.metadata.get("source", "") or place.folder or place.stem


def _grouped(by: str, raw: Raw, found: Found) -> str:
    name, _, part = by.partition(":")
    value = _field(name, raw, found)
    if not value or not part:
        return value
    date = iso_date(value)
    if len(date) < _LENGTHS[part]:
        found.fault(f"{name} '{value[:40]}' is no date with a {part}", raw.where, "write dates as 2015-06-14")
        return ""
    return date[: _LENGTHS[part]]


def _field(name: str, raw: Raw, found: Found) -> str:
    value = raw.metadata.get(name) or raw.metadata.get(name.strip().lower(), "")
    if not value:
        known = ", ".join(sorted(raw.metadata)) or "none"
        found.fault(f"article has no field '{name}'", raw.where, f"known fields are: {known}")
    return value


def iso_date(text: str) -> str:
    """Return as much of an ISO date as `text` begins with: year, month, day; nothing where it is no date.

    Examples
    --------
    >>> iso_date("2015-06-14T10:00Z"), iso_date("2015/6"), iso_date("14 June"), iso_date("2015-13-01")
    ('2015-06-14', '2015-06', '', '')
    """
    match = _DATE.fullmatch(text.strip())
    if not match:
        return ""
    year, _, month, day = match.groups()
    try:
        date = dt.date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return ""
    return date.isoformat()[: 10 if day else 7 if month else 4]
