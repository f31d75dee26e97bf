"""How different sources frame the same event.

``import framing`` does no work: each name is loaded when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from framing.api import (
        Article,
        Corpus,
        PlanSettings,
        Result,
        SamplePlan,
        Score,
        Settings,
        TrendPlan,
        compare,
        convert_lexicon,
        demo_corpus,
        from_frame,
        from_records,
        kwic,
        lexicon_names,
        lint_lexicon,
        load_lexicon,
        plan,
        read_corpus,
        read_topic,
        sample_lexicon,
        score,
        score_many,
        trend,
        validate_lexicon,
        weigh_lexicon,
    )
    from framing.api.classifier import FrameClassifier, load_classifier
    from framing.errors import CorpusError, DataError, FramingError, LexiconError, SettingsError

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Corpus",
    "CorpusError",
    "DataError",
    "FrameClassifier",
    "FramingError",
    "LexiconError",
    "PlanSettings",
    "Result",
    "SamplePlan",
    "Score",
    "Settings",
    "SettingsError",
    "TrendPlan",
    "compare",
    "convert_lexicon",
    "demo_corpus",
    "from_frame",
    "from_records",
    "kwic",
    "lexicon_names",
    "lint_lexicon",
    "load_classifier",
    "load_lexicon",
    "plan",
    "read_corpus",
    "read_topic",
    "sample_lexicon",
    "score",
    "score_many",
    "trend",
    "validate_lexicon",
    "weigh_lexicon",
]


# scikit-learn takes a second to import: only what needs it is kept apart from the rest of the face.
_HOMES = {"FrameClassifier": "framing.api.classifier", "load_classifier": "framing.api.classifier"}


def __getattr__(name: str) -> Any:  # noqa: ANN401 -- any public name
    if name not in __all__:
        raise AttributeError(f"module 'framing' has no attribute '{name}'")
    home = _HOMES.get(name, "framing.errors" if name.endswith("Error") else "framing.api")
    return getattr(import_module(home), name)


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
