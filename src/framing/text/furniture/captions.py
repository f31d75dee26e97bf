"""Captions and credits of photographs, maps, charts and videos, and the labels their players leave."""

from __future__ import annotations

import re

from framing.text.furniture.rule import Cues, Rule

_CAPTION = "photo caption or credit"
_PLACEHOLDER = "placeholder of an embedded post"
_AGENCY = (
    r"(?:AP|Associated Press|AFP|Agence France-Presse|[Rr]euters|REUTERS|Getty(?: Images)?|EPA(?:-EFE)?|EFE|"
    r"Bloomberg|UPI|TASS|Sputnik|Xinhua|Shutterstock|i[Ss]tock(?:photo)?|Alamy|Corbis|Landov|"
    r"Dreamstime|NurPhoto|"
    r"Anadolu(?: Agency)?|Z[Uu][Mm][Aa](?: Press)?|PA(?: Wire| Images)?|Flickr|Wikimedia(?: "
    r"Commons)?|Unsplash|"
    r"Pixabay|[Pp]ool|POOL|[Hh]andout|File|NPR|CNN|USA TODAY)"
)
_PICTURE = r"(?:photo|photograph|image|picture|map|graphic|illustration|video|screenshot|screengrab|chart)s?"
# Where a credit may begin: the start of the block, after a full sentence, or after a bar or bracket.
_OPEN = r"(?:\A|[.!?:][\"')]{0,2}\s+|[|(]\s*)"
_SIGNS = r"[\s\W]{0,4}"
_PICTURES = (
    "photo",
    "image",
    "picture",
    "map ",
    "graphic",
    "illustration",
    "video",
    "screenshot",
    "screengrab",
    "chart",
)

RULES: tuple[Rule, ...] = (
    # "Screenshot of the tweet": the post itself was lost, only what stood for it is left.
    Rule(
        _PLACEHOLDER,
        Cues(
            "screenshot screen view a embedded this loading please enable you to javascript media your "
            "don mobile app tap"
        ),
        re.compile(
            rf"\A{_SIGNS}(?:(?:screen ?shot of (?:the|a|this|his|her|their|an?)\b.{{0,30}}(?:tweet|post|"
            r"page|video|story))"
            r"|view (?:this post on|on|tweet)\b.{0,30}\Z|a post shared by|embedded video"
            r"|this (?:content|video|tweet) (?:is|was|has been)? ?(?:not available|unavailable|deleted|"
            r"no longer)"
            r"|loading the player|.{0,40}enable javascript|media playback is unsupported"
            r"|your browser does not support|don't see the graphic above|(?:mobile )?app users?:? "
            r"(?:tap|click) here|tap here)"
        ),
    ),
    Rule(
        _CAPTION,
        Cues("image media enlarge toggle hide"),
        re.compile(
            rf"\A{_SIGNS}(?:image (?:copyright|caption|source)|media (?:caption|playback)|enlarge this image|"
            r"toggle caption|hide caption)\b"
        ),
        120,
    ),
    # "In this Jan. 19, 2020 file photo, the prince arrives ...", with or without "FILE - " before it.
    Rule(
        _CAPTION,
        Cues("file in"),
        re.compile(
            rf"\A{_SIGNS}(?:file (?:photo\b|[-\u2013\u2014] )|in this (?:[^.;]{{0,12}}\.? ?[\w "
            rf",]{{0,20}}(?:19|20)\d\d,? )?"
            r"(?:undated |combination )?(?:file |handout |combo )?(?:photo|image (?:from|made|taken|"
            r"provided)|"
            r"frame grab|courtroom sketch)\b)"
        ),
        120,
    ),
    Rule(
        _CAPTION,
        Cues(
            "cover featured lead main file stock photo photos photograph photographs image images "
            "picture pictures map maps graphic graphics illustration illustrations video videos "
            "screenshot screengrab chart photographer photographers photography credit credits caption "
            "captions source sources"
        ),
        re.compile(
            rf"\A{_SIGNS}(?:(?:cover |featured |lead |main |file |stock )?{_PICTURE}(?: credits?| "
            r"source| by| courtesy)?"
            r"|photographers?|photography|credits?|captions?|sources?|illustrations? by)\s?: ?\S"
        ),
        30,
    ),
    Rule(
        _CAPTION,
        Cues(ends=_PICTURES),
        re.compile(
            rf"{_OPEN}(?:(?:the |a )?(?:cover|featured|file|undated|stock) )?{_PICTURE} "
            r"(?:by|courtesy(?: of)?|credit|via|provided by)\s[^.!?]{2,90}(?:\.[^.!?]{1,40})?\W{0,4}\Z"
        ),
        100,
    ),
    # "... in the capital. U.S. Army photo by Sgt. Jo Doe.": names before "photo", none after.
    Rule(
        _CAPTION,
        Cues(ends=_PICTURES),
        re.compile(
            r"(?:\A|[.!?][\"'\u201d\u2019)]?\s+|[|(]\s?)(?:[A-Z][\w.&'\u2019-]*\s){0,7}(?:[Pp]hoto|"
            r"[Pp]hotograph|[Ii]mage)s? ?"
            r"(?:/|by|courtesy of)\s?[A-Z][^!?]{2,70}\Z"
        ),
        100,
        cased=True,
    ),
    # "(AP Photo/Jo Doe)", "(Photo: Jo Doe, AP)", "(Reuters photo: Jo Doe)", but no "(Doe, AFP, May 15)".
    Rule(
        _CAPTION,
        Cues(ends=_PICTURES),
        re.compile(
            r"\([^()]{0,40}\b(?:photo|image|picture|screenshot|screengrab|illustration|graphic)s?"
            r"(?: by| courtesy| via| credit| from| illustration|[:/])[^()]{1,80}\)\W{0,4}\Z"
        ),
        120,
    ),
    Rule(
        _CAPTION,
        Cues(ends=("/",)),
        re.compile(
            rf"\((?:[A-Z][\w.'\u2019-]*\s){{1,4}}?[A-Z]?[\w.'\u2019-]*\s?/\s?{_AGENCY}\b[^()]{{0,50}}\)\W{{0,4}}\Z"
        ),
        120,
        cased=True,
    ),
    Rule(
        _CAPTION,
        Cues(ends=("/", "photo", "illustration", "credit")),
        re.compile(
            r"(?:(?:\A|[\s(])REUTERS/[A-Z][^.!?]{2,70}|"
            r"(?:\A|[.!?|\w][\"'\u201d\u2019)]?\s)(?:Photos?|Photograph|Photographer|Illustration|"
            r"Credit): [^.!?]{2,90})\W{0,4}\Z"
        ),
        120,
        cased=True,
    ),
    # "Jo Doe/Getty Images, FILE"; "... on Tuesday. Reuters"; "... the author writes. | AP Photo Next".
    Rule(
        _CAPTION,
        Cues(ends=("/", " ap", "getty", "reuters", "afp", "associated press", "| ", "istock", "| po")),
        re.compile(
            rf"(?:\A(?:[\w.'\u2019-]+\s){{0,4}}[\w.'\u2019-]*\s?/\s?{_AGENCY}(?:[/, ]{{1,2}}[\w .]{{2,30}})?"
            rf"|[\w.]/\s?{_AGENCY}(?: Photo| Images)?|[.!?][\"'\u201d\u2019)]?\s{_AGENCY}(?: Images| Photo)?"
            rf"|\A{_AGENCY}(?: Photo| Images)?(?:/{_AGENCY}(?: Images)?)?"
            rf"|\| (?:{_AGENCY}|POLITICO|Screengrab)[^|]{{0,120}})\Z"
        ),
        70,
        cased=True,
    ),
    Rule(
        _CAPTION,
        Cues(ends=("commons", "cc by", "cc-by", "public domain")),
        re.compile(r"(?:wikimedia commons|creative commons|\bcc[- ]by|public domain)[^.!?]{0,40}\W{0,4}\Z"),
        30,
    ),
    Rule(
        _CAPTION,
        Cues("image photo"),
        re.compile(r"\A(?:image|photo)\b.{3,600} credit (?!card|rating|union|for |to )[^.!?]{3,80}\Z"),
        120,
    ),
    Rule(
        _CAPTION,
        Cues("undated courtesy handout"),
        re.compile(rf"\A{_SIGNS}(?:undated {_PICTURE} of|courtesy of [^.!?,]{{2,80}}\W{{0,4}}\Z|handout {_PICTURE})"),
        30,
    ),
    Rule(
        "placeholder of a video or gallery",
        Cues("just must play slideshow photos listen watch image"),
        re.compile(
            rf"\A{_SIGNS}(?:just watched|must watch|play video\b|slideshow|photos: |listen to (?:this "
            r")?article|"
            r"watch live:|\d+ of \d+\b|image \d+ of \d+)|replay more videos"
        ),
        400,
    ),
)
