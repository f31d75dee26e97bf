"""Author lines: by-lines, who else reported, and the note on the writer that closes a column."""

from __future__ import annotations

import re

from framing.text.furniture.rule import Cues, Piece, Rule

AUTHOR_LINE = "author line"
AUTHOR_NOTE = "note on the author"
_SIGNS = r"[\s\W]{0,4}"
_STORY = r"(?:report|story|article|post|piece|column|reporting|coverage|dispatch|analysis|transcript)"
_NAME = r"[A-Z][\w.'\u2019-]*"
_BYLINE = re.compile(
    r"[\s\W]{0,4}(?:By|BY|(?:Written|Posted|Reported|Analysis|Story|Words|Interview|Opinion|Text|"
    r"Published|Submitted|"
    r"Compiled|Edited|Translated|Commentary|Review) [Bb]y|Authors?:|Written by:)[:\s]+(\S.{2,150})\Z",
    re.DOTALL,
)
_LONE_NAME = re.compile(
    rf"(?:(?:Dr|Mr|Mrs|Ms|Prof|Sir)\.? )?{_NAME}(?: (?:de|van|von|bin|al|el|da|di|{_NAME})){{1,3}}\Z"
)
_PERSON = re.compile(
    rf"\W{{0,4}}(?:(?:Dr|Mr|Mrs|Ms|Prof)\.? )?({_NAME}(?: (?:de|van|von|bin|al|el|"
    rf"{_NAME})){{1,3}})(?:,| \(|\s)"
)
# Words that open no name: "By Any Means Necessary" is a heading, "By Land and Sea" too.
_NO_NAME_TEXT = (
    "a an "
    "any the all our his her their no my your its means force land sea air design numbers "
    "default now then comparison contrast law monday tuesday wednesday thursday friday "
    "saturday sunday hook crook far then and degrees night day popular demand accident "
    "definition choice order proxy what how when why"
)
_NO_NAME = frozenset(_NO_NAME_TEXT.split())
_SMALL_TEXT = (
    "and & for with of in at the de da di van von der den bin ibn al el la le du y e to "
    "special contributor staff writer reporter correspondent editor chief senior political "
    "associated press columnist national online | \u2022 -"
)
_SMALL = frozenset(_SMALL_TEXT.split())
_ROLE = (
    r"(?:editor|reporter|columnist|correspondent|journalist|writer|author|co-author|director|"
    r"co-director|co-founder|"
    r"founder|professor|lecturer|researcher|fellow|analyst|contributor|contributing|historian|"
    r"attorney|lawyer|"
    r"economist|president|chairman|chair|executive|strategist|producer|host|blogger|scholar|"
    r"scientist|commentator|"
    r"consultant|adviser|advisor|student|candidate|member|novelist|activist|anchor|freelance|staff|"
    r"principal|associate)s?"
)
_IS_ROLE = re.compile(
    r"\A[^!?:]{3,140}?\b(?:is|are|serves as|works as|has been|(?:was|were) (?:an?|the)? ?(?:\w+ "
    r")?)\b[^.!?]{0,140}?\b" + _ROLE + r"\b|\A\W{0,4}(?:the )?(?:writers?|authors?) (?:is|are|was)\b"
)
_NO_PERSON = re.compile(r"\W{0,4}(?:the (?!rev|writer|author)|this |that |it |in )")
# "Director and co-founder at the Review. Doe writes about ...": a role before any name.
_OPENS_ROLE = re.compile(rf"\A\W{{0,4}}(?:[\w,-]+ ){{0,3}}{_ROLE}\b[^.!?]{{0,60}}\b(?:at|of|for|in|with)\b")
# Someone who speaks is in the news; a note on the author reports no speech.
_SPEAKS = re.compile(
    r"\b(?:said|says|told|tells|added|adds|stressed|argued|asked|warned|noted|wrote in|testified "
    r"that"
    r"|according to|(?:is|are) (?:also |now |still )?(?:expected|scheduled|due|set|likely|planning|"
    r"facing|accused|charged))\b"
)
_WRITES = re.compile(
    r"\b(?:writes|covers|researches|teaches|blogs|reports|tweets|contributes) (?:and \w+ )?(?:about|"
    r"on|for|at|the|a|frequently|regularly)\b"
)
_REACH = re.compile(
    r"\b(?:follow (?:him|her|them|@)|on twitter|on facebook|(?:is|are) the author of|author of|can "
    r"be reached|reach (?:him|her)|"
    r"e-?mail (?:him|her)|his (?:latest |new )?book|her (?:latest |new )?book|his website|her "
    r"website)|@\w{3}|https?://|www\."
)

RULES: tuple[Rule, ...] = (
    Rule(
        AUTHOR_LINE,
        Cues("with additional contributing", anywhere=("contributed",)),
        re.compile(
            rf"\bcontributed (?:reporting\b|to (?:this|the|that|our) {_STORY}\b|from\b)|"
            rf"\A{_SIGNS}(?:with (?:additional )?(?:assistance|"
            r"reporting|contributions?|files?) (?:by|from)\b|contributing(?: writers?| reporters?)?: |"
            r"additional reporting )"
        ),
        45,
    ),
    Rule(
        AUTHOR_LINE,
        Cues(
            "additional with reporting writing editing translated edited compiled produced",
            ends=("reported from", "reporting from"),
        ),
        re.compile(
            rf"\A{_SIGNS}(?:(?:additional |with )?(?:reporting|writing|editing|translated|translation|"
            r"edited|compiled|produced) by "
            r"|\w+ \w+ report(?:ed|ing) from\b[^;]{0,60}(?:\Z|\W{0,3}\Z|;| and \w+ \w+ from))"
        ),
        45,
    ),
    Rule(
        AUTHOR_LINE,
        Cues("this from staff wire"),
        re.compile(
            rf"\A{_SIGNS}(?:this {_STORY} (?:is|was) based in part on|(?:from )?(?:staff and "
            r")?(?:wire|news)(?: service)?s? (?:reports|services)\W*\Z)"
        ),
        20,
    ),
)


def is_byline(piece: Piece) -> bool:
    """Whether a block says who wrote the article, and no more.

    Examples
    --------
    >>> from framing.text.furniture.rule import pieces_of
    >>> [is_byline(p) for p in pieces_of("By Jo Doe. By Any Means Necessary", [(0, 9), (11, 33)])]
    [True, False]
    """
    if piece.words > 18 or len(piece.text) > 200:
        return False
    found = _BYLINE.match(piece.text)
    if found is None:
        return False
    rest = found[1]
    if rest.startswith("["):
        return "](" in rest
    tokens = [token.strip(".,;:()[]*_\"'\u2019") for token in rest.split()]
    tokens = [token for token in tokens if token and not token.startswith(("@", "http", "#"))]
    names = [token for token in tokens if token[0].isupper()]
    if len(names) < 2 or tokens[0].lower() in _NO_NAME or any(token.lower() in _NO_NAME for token in names):
        return False
    return all(token[0].isupper() or token.lower() in _SMALL for token in tokens)


def is_lone_name(piece: Piece) -> bool:
    """Whether a block is a person's name and nothing else."""
    if piece.words > 4 or len(piece.text) > 60 or _LONE_NAME.match(piece.text) is None:
        return False
    return _NO_NAME.isdisjoint(piece.low.split())


def may_be_author_note(piece: Piece) -> bool:
    """Whether it is worth collecting what was said above to ask `is_author_note`."""
    return piece.words <= 110 and (_IS_ROLE.search(piece.low[:1000]) or _WRITES.search(piece.low[:1000])) is not None


def is_author_note(piece: Piece, mentioned: str) -> bool:
    """Whether a block at the end of an article introduces its writer.

    Parameters
    ----------
    piece
        A block after which no paragraph of the article follows.
    mentioned
        The folded text of the article above. A person the article is about was named there before;
        its writer was not: that parts "Jo Doe is a fellow of the Institute." from a last sentence of news.
    """
    if piece.words > 110:
        return False
    head = piece.low[:1000]
    # "The Evening Post was more upbeat" is no person, though its name is written like one.
    if _SPEAKS.search(head) is not None or _NO_PERSON.match(head) is not None:
        return False
    role = _IS_ROLE.search(head) is not None
    writes = _WRITES.search(head) is not None
    reach = _REACH.search(head) is not None
    person = _PERSON.match(piece.text[:120])
    if person is None:
        # "Director and co-founder. Doe writes about ... Find us at https://...": three signs or none.
        return _OPENS_ROLE.match(head) is not None and writes and reach
    surname = person[1].split()[-1].lower().replace("\u2019", "'").removesuffix("'s")
    if surname in mentioned:
        return role and reach and writes
    return role or (writes and reach)
