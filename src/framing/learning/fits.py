"""Whether a model goes with a run: the same lexicon, read the same way; a model's own hash."""

from __future__ import annotations

import hashlib

from framing.errors import SettingsError
from framing.learning import columns
from framing.matching import compiler
from framing.model.classifier import FrameModel
from framing.model.lexicon import Lexicon
from framing.text import versions


def lexicon_files(lexicon: Lexicon) -> tuple[str, ...]:
    """Return ``name@version#sha256`` of each file of the lexicon, sorted: their order matches nothing else."""
    return tuple(sorted(f"{file.name}@{file.version}#{file.sha256}" for file in lexicon.files))


def reading() -> str:
    """Return the versions of all that stands between raw text and features."""
    return f"clean:{versions.CLEANER}|tok:{versions.TOKENISER}|match:{compiler.VERSION}|features:{columns.VERSION}"


def check_fits(model: FrameModel, lexicon: Lexicon, *, masks: bool = True) -> None:
    """Refuse a model that was trained with another lexicon, or on text read otherwise.

    Its coefficients are of that lexicon's evidence; under another they would still give numbers, and wrong ones.

    Raises
    ------
    SettingsError
        Saying what differs, and to train again.
    """
    again = "train it again with 'framing train'"
    if not masks:
        raise SettingsError("the classifier was trained with masks", hint="leave out --no-masks or --classifier")
    if model.reading != reading():
        raise SettingsError(
            f"the classifier was trained on text read as {model.reading}, and this version reads {reading()}",
            hint=again,
        )
    mine, used = set(model.lexicon), set(lexicon_files(lexicon))
    if mine != used:
        differ = ", ".join(_short(name) for name in sorted(mine - used)) or "none that this run lacks"
        instead = ", ".join(_short(name) for name in sorted(used - mine)) or "none"
        raise SettingsError(
            f"the classifier was trained with other lexicons: {differ}; this run has {instead} in their place",
            hint=f"name the same lexicons with --lexicon, or {again}",
        )
    if model.columns != columns.Columns(lexicon).names or {d.id for d in model.dimensions} != {
        d.id for d in lexicon.dimensions
    }:
        raise SettingsError(
            "the classifier's dimensions are not those of its lexicons: its file is damaged", hint=again
        )


def _short(name: str) -> str:
    head, _, digest = name.rpartition("#")
    return f"{head}#{digest[:6]}"


def fingerprint(model: FrameModel) -> str:
    """Return the SHA-256 of all that decides the model's numbers; figures and training notes are not in it."""
    digest = hashlib.sha256()
    for text in (*model.lexicon, model.reading, repr(model.recipe), *model.columns, "\0", *model.stems, "\0"):
        digest.update(f"{text}\n".encode())
    digest.update("\n".join(model.terms).encode())
    digest.update(model.idf.astype("<f8").tobytes())
    for dimension in model.dimensions:
        digest.update(f"{dimension.id} {dimension.intercept!r} {dimension.threshold!r}\n".encode())
        for values in (dimension.lexicon, dimension.vocabulary, dimension.terms):
            digest.update(values.astype("<f8").tobytes())
    return digest.hexdigest()
