"""Draw concordance lines for coders: up to n an entry, over as many articles as possible.

The lines are ranked by a hash of seed, entry and place, a number that stays with the line for good (permanent
random numbers: Ohlsson 1995). So a draw depends on no order, a smaller one is the beginning of a larger one,
and a change to the lexicon elsewhere, or a few more articles, leaves nearly all lines of an entry as they were,
and their codes of use.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from framing.errors import DataError, SettingsError
from framing.lexicon_tools.context import words_after, words_before
from framing.lexicon_tools.fingerprint import fingerprints
from framing.model.document import VOICES
from framing.model.hit import Hit
from framing.model.lexicon import Entry, Lexicon
from framing.model.sheet import UNCODED, EntryCount, Sample, SheetLine
from framing.signature import article_digest, corpus_hash
from framing.study import Reading

RoleChoice = Literal["frame", "support", "all"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SamplePlan:
    """How lines are drawn.

    Attributes
    ----------
    per_entry
        Most lines an entry.
    min_hits
        An entry with fewer hits gets no line: no interval of it would say anything.
    seed
        Another seed, other lines.
    role
        Which entries: "frame", "support" or "all".
    context
        Words on either side of the hit.
    """

    per_entry: int = 30
    min_hits: int = 5
    seed: int = 0
    role: RoleChoice = "frame"
    context: int = 40

    def __post_init__(self) -> None:
        for name in ("per_entry", "min_hits", "context"):
            if getattr(self, name) < 1:
                raise SettingsError(f"{name} is {getattr(self, name)}", hint="it is 1 or more")
        if self.role not in {"frame", "support", "all"}:
            raise SettingsError(f"role is '{self.role}'", hint="choose frame, support or all")


class Place(NamedTuple):
    """Where a hit is, and how it was read."""

    article: str
    start: int
    end: int
    voice: str
    stance: str


def draw_sample(readings: Iterable[Reading], lexicon: Lexicon, plan: SamplePlan | None = None) -> Sample:
    """Return lines of the entries of `lexicon` in `readings`, and the counts of all active entries.

    Only counted hits are drawn: a negated one of a plain dimension is in no rate, so its precision is no matter.
    """
    plan = plan or SamplePlan()
    found: dict[int, list[Place]] = {}
    texts: dict[str, str] = {}
    digests: list[str] = []
    for article, _, matches in readings:
        digests.append(article_digest(article))
        for hit in (*matches.hits, *matches.support):
            if hit.counted and _is_asked(lexicon.entries[hit.entry], plan):
                texts[article.id] = article.text
                found.setdefault(hit.entry, []).append(_place(article.id, hit))
    # A prefix, so that no spreadsheet takes twelve digits for a number.
    corpus = "sha256:" + corpus_hash(digests)[:12]
    lines: list[SheetLine] = []
    counts: list[EntryCount] = []
    for number, (entry, fingerprint) in enumerate(zip(lexicon.entries, fingerprints(lexicon), strict=True)):
        if entry.status == "active" and _is_asked(entry, plan):
            places = found.get(number, [])
            # By fingerprint: a rewritten entry is tried on lines it was not rewritten to fit.
            key = f"{plan.seed}\0{fingerprint}"
            drawn = draw(places, plan.per_entry, key) if len(places) >= plan.min_hits else []
            count = _count(entry, fingerprint, places, len(drawn))
            counts.append(count)
            lines += [_line(count, place, texts[place.article], plan.context, corpus) for place in drawn]
    return Sample(lines=tuple(lines), counts=tuple(counts), corpus=corpus)


def draw(places: Iterable[Place], most: int, key: str) -> list[Place]:
    """Return at most `most` of `places`: one of each article first, then a second of each, and so on.

    Examples
    --------
    >>> hits = [Place("a", n, n + 3, "own", "asserted") for n in range(9)]
    >>> sorted(place.article for place in draw([*hits, Place("b", 7, 9, "own", "asserted")], 3, "0"))
    ['a', 'a', 'b']
    """
    by_article: dict[str, list[Place]] = {}
    for place in places:
        by_article.setdefault(place.article, []).append(place)
    rows: list[tuple[int, bytes, Place]] = []
    for article, own in by_article.items():
        rank = _rank(key, article)
        own.sort(key=lambda place: (_rank(key, article, place.start, place.end), place))
        rows += [(turn, rank, place) for turn, place in enumerate(own)]
    return [place for _, _, place in sorted(rows)[:most]]


def share_out(lines: Sequence[SheetLine], parts: int) -> list[list[SheetLine]]:
    """Return `lines` in `parts` of near equal size, the lines of an entry together, for as many coders.

    The largest entry that is left goes to the smallest part: no two parts differ by more than one entry's lines.

    Raises
    ------
    DataError
        If there are fewer entries than parts.
    """
    by_entry: dict[tuple[str, ...], list[int]] = {}
    for number, line in enumerate(lines):
        by_entry.setdefault((line.dimension, line.subframe, line.fingerprint), []).append(number)
    if len(by_entry) < parts:
        raise DataError(f"{len(by_entry)} entries have lines, too few for {parts} sheets", hint="split into fewer")
    sheets: list[list[int]] = [[] for _ in range(parts)]
    for numbers in sorted(by_entry.values(), key=len, reverse=True):
        min(sheets, key=len).extend(numbers)
    return [[lines[number] for number in sorted(sheet)] for sheet in sheets]


def _is_asked(entry: Entry, plan: SamplePlan) -> bool:
    return plan.role in {"all", entry.role}


def _rank(*parts: object) -> bytes:
    content = "\0".join(map(str, parts)).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(content, digest_size=16).digest()


def _place(article: str, hit: Hit) -> Place:
    return Place(article, hit.start, hit.end, VOICES[hit.voice], hit.stance)


def _count(entry: Entry, fingerprint: str, places: Sequence[Place], drawn: int) -> EntryCount:
    articles = len({place.article for place in places})
    return EntryCount(
        entry.name, entry.role, entry.subframe, entry.dimension, fingerprint, len(places), articles, drawn
    )


def _line(count: EntryCount, place: Place, raw: str, context: int, corpus: str) -> SheetLine:
    hit = raw[place.start : place.end]
    what = [place.article, place.start, place.end, hit, count.fingerprint, count.dimension, count.subframe]
    return SheetLine(
        id="k" + hashlib.sha256(json.dumps(what).encode()).hexdigest()[:12],
        entry=count.entry,
        role=count.role,
        subframe=count.subframe,
        dimension=count.dimension,
        fingerprint=count.fingerprint,
        article=place.article,
        start=place.start,
        end=place.end,
        voice=place.voice,
        stance=place.stance,
        before=words_before(raw, place.start, context),
        hit=hit,
        after=words_after(raw, place.end, context),
        code=UNCODED,
        note="",
        hits=count.hits,
        corpus=corpus,
    )
