"""The face of the library: what ``import framing`` offers."""

from __future__ import annotations

from framing.api.comparing import compare
from framing.api.concordance import kwic
from framing.api.conversion import convert_lexicon
from framing.api.corpora import demo_corpus, read_corpus
from framing.api.frames import from_frame, from_records
from framing.api.lexicons import lexicon_names, load_lexicon
from framing.api.linting import lint_lexicon
from framing.api.planning import PlanSettings, plan
from framing.api.result import Result
from framing.api.scoring import Score, score, score_many
from framing.api.topics import read_topic
from framing.api.trend_dates import TrendPlan
from framing.api.trends import trend
from framing.api.validation import sample_lexicon, validate_lexicon
from framing.api.weighing import weigh_lexicon
from framing.lexicon_tools.sample import SamplePlan
from framing.model.article import Article, Corpus
from framing.model.settings import Settings

__all__ = [
    "Article",
    "Corpus",
    "PlanSettings",
    "Result",
    "SamplePlan",
    "Score",
    "Settings",
    "TrendPlan",
    "compare",
    "convert_lexicon",
    "demo_corpus",
    "from_frame",
    "from_records",
    "kwic",
    "lexicon_names",
    "lint_lexicon",
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
