"""What a 'source' is: from corpus.toml, front matter, folder or file name, or any metadata field."""

from __future__ import annotations

from framing.io.readers.found import Found, Raw
from framing.model.article import Article
from framing.model.periods import iso_date, period_name, period_number

_BETWEEN = " | "


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
        parts = [source if part == "source" else _grouped(part, raw, found) for part in by.split(",")]
        if not all(parts):
            return
        source = _BETWEEN.join(parts)
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
    number = period_number(iso_date(value), part)
    if number is None:
        found.fault(f"{name} '{value[:40]}' is no date with a {part}", raw.where, "write dates as 2015-06-14")
        return ""
    found.note(f"each source is a {part}: 'framing trend --per {part}' shows them in order and tests the change")
    return period_name(number, part)


def _field(name: str, raw: Raw, found: Found) -> str:
    value = raw.metadata.get(name) or raw.metadata.get(name.strip().lower(), "")
    if not value:
        known = ", ".join(sorted(raw.metadata)) or "none"
        found.fault(f"article has no field '{name}'", raw.where, f"known fields are: {known}")
    return value
