"""The signature of a result: everything that decides its numbers, and nothing that does not."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

import framing
from framing.matching import compiler
from framing.model.article import Article
from framing.model.lexicon import Lexicon
from framing.model.settings import Settings
from framing.model.signature import Signature
from framing.text import versions


def sign(
    lexicon: Lexicon, settings: Settings, digests: Iterable[str], *, classifier: str = "", topic: str = ""
) -> Signature:
    """Return the signature; `digests` are the SHA-256 of each article's source and raw text, in any order.

    No date and no path: the same articles, lexicon and options give the same bytes on any day and machine.
    """
    return Signature(
        package=framing.__version__,
        lexicon=lexicon.signature,
        cleaner=versions.CLEANER,
        tokeniser=versions.TOKENISER,
        voices=versions.VOICES,
        matcher=compiler.VERSION,
        options=options(settings),
        corpus=corpus_hash(digests),
        classifier=classifier,
        topic=topic,
    )


def article_digest(article: Article) -> str:
    """Return the SHA-256 of an article's source and raw text."""
    content = f"{article.source}\0{article.text}"
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()


def corpus_hash(digests: Iterable[str]) -> str:
    """Return the SHA-256 of a corpus from those of its articles, in any order."""
    return hashlib.sha256("\n".join(sorted(digests)).encode()).hexdigest()


def options(settings: Settings) -> str:
    """Return the options on one line, in a fixed order.

    Examples
    --------
    >>> options(Settings(voice="all"))
    'voice=all,masks=on,boilerplate=off,level=0.95,q=0.1,min=400,top=10,seed=0'
    """
    return ",".join(
        (
            f"voice={settings.voice}",
            f"masks={'on' if settings.masks else 'off'}",
            f"boilerplate={'on' if settings.keep_boilerplate else 'off'}",
            f"level={settings.level:g}",
            f"q={settings.q:g}",
            f"min={settings.min_tokens}",
            f"top={settings.top}",
            f"seed={settings.seed}",
            # A name may hold a comma, and a signature stays one line; the usual choice is not said.
            *([f"against={json.dumps(settings.against)}"] if settings.against != "rest" else []),
        )
    )
