"""Draw lines for coders, and say from their codes how precise a lexicon is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from framing.api.comparing import OnError, readings
from framing.errors import DataError, SettingsError
from framing.io.coded import read_coded
from framing.io.sheets import read_sheets, write_sheet
from framing.lexicon_tools.coded import validate_paragraphs
from framing.lexicon_tools.sample import SamplePlan, draw_sample
from framing.lexicon_tools.validate import validate
from framing.model.article import Article, Corpus
from framing.model.lexicon import Lexicon
from framing.model.sheet import Sample
from framing.model.validation import ParagraphValidation, Validation
from framing.study import Reading, Study


def sample_lexicon(
    lexicon: Lexicon,
    corpus: Corpus | Iterable[Article],
    *,
    plan: SamplePlan | None = None,
    to: str | Path | None = None,
    on_error: OnError = "fail",
    progress: Callable[[], None] | None = None,
) -> Sample:
    """Return concordance lines for coders, up to 30 an entry, over as many articles as possible.

    Parameters
    ----------
    lexicon
        From `load_lexicon`: masks and cues are laid over the texts as in a comparison.
    corpus
        The articles. Their order changes nothing.
    plan
        How many lines, of which entries, with which seed.
    to
        A file that does not exist yet: the coding sheet, CSV.
    on_error
        "fail" raises at the first article without words; "skip" leaves it out.
    progress
        Called after each article.

    Raises
    ------
    DataError
        If an article holds no words, and `on_error` is "fail".
    SettingsError
        If the sheet is there already, or cannot be written.

    Examples
    --------
    >>> import framing
    >>> articles = list(framing.demo_corpus())
    >>> plan = framing.SamplePlan(per_entry=10, min_hits=1)
    >>> sample = framing.sample_lexicon(framing.load_lexicon("securitisation"), articles, plan=plan)
    >>> raw = {article.id: article.text for article in articles}
    >>> all(raw[line.article][line.start : line.end] == line.hit for line in sample.lines)
    True
    """
    articles = corpus if isinstance(corpus, Corpus) else Corpus(articles=tuple(corpus))

    sample = draw_sample(_told(readings(articles, Study(lexicon), on_error, []), progress), lexicon, plan)
    if to is not None:
        write_sheet(to, sample.lines)
    return sample


def _told(read: Iterable[Reading], progress: Callable[[], None] | None) -> Iterator[Reading]:
    for reading in read:
        yield reading
        if progress:
            progress()


def validate_lexicon(
    lexicon: Lexicon,
    *sheets: str | Path,
    adjudicated: Sequence[str | Path] = (),
    coded: Sequence[str | Path] = (),
    level: float = 0.95,
) -> Validation | ParagraphValidation:
    """Return how precise the entries of `lexicon` are, by coded sheets or by coded paragraphs.

    Parameters
    ----------
    lexicon
        From `load_lexicon`.
    *sheets
        Coded sheets: a line in two of them was coded twice.
    adjudicated
        Sheets with the last word on disputed lines.
    coded
        Instead of sheets: files of coded paragraphs (JSON lines).
    level
        Of the intervals.

    Raises
    ------
    DataError
        With every fault of every file, by line; or if no line has a code.
    SettingsError
        If both sheets and paragraphs are given, or neither.
    """
    if bool(sheets) == bool(coded):
        raise SettingsError("give coded sheets, or coded paragraphs", hint="one kind at a time")
    if coded:
        read = read_coded(coded, [dimension.id for dimension in lexicon.dimensions])
        found = validate_paragraphs(lexicon, read.passages, level)
        return ParagraphValidation(
            lexicon=lexicon.signature,
            level=level,
            entries=found.entries,
            dimensions=found.dimensions,
            paragraphs=len(read.passages),
            boilerplate=read.boilerplate,
            files=read.files,
        )
    every = read_sheets([*sheets, *adjudicated])
    validation = validate(lexicon, every[: len(sheets)], every[len(sheets) :], level)
    if not validation.entries:
        lost = sum(stale.lines for stale in validation.stale)
        hint = f"{lost} coded lines are of entries it does not hold in that form" if lost else "fill the column 'code'"
        raise DataError("no line of an entry of this lexicon has a code", hint=hint)
    return validation
