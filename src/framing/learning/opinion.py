"""The second opinion put beside the lexicon's profiles: its column, and the sentence that says whose it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from framing.learning.counts import LearnedCounts
from framing.model.classifier import FrameModel
from framing.model.result import SourceProfile


def with_opinion(
    profiles: Sequence[SourceProfile], counts: Mapping[str, Mapping[str, LearnedCounts]]
) -> tuple[SourceProfile, ...]:
    """Return the profiles with what the classifier found of each source; every other field as it was."""
    return tuple(
        replace(
            profile,
            dimensions={
                name: replace(facts, classifier=counts[profile.source][name].learned())
                for name, facts in profile.dimensions.items()
            },
        )
        for profile in profiles
    )


def note(model: FrameModel) -> str:
    """Return what a reader must know of the column: what it was trained on, and how well it did on unseen articles."""
    training = model.training
    told = [
        f"{dimension.id} {dimension.figures.f1.value:.2f}"
        for dimension in model.dimensions
        if dimension.figures and dimension.figures.f1
    ]
    figures = f"out-of-fold F1 there: {', '.join(told)}" if told else "its figures out of fold were not computed"
    return (
        "learned: share of the text in paragraphs that a classifier calls present, a second opinion beside the "
        f"lexicon's cover; trained on {training.passages:,} coded passages of {training.articles:,} articles "
        f"({figures}); no rate, interval or pair depends on it"
    )
