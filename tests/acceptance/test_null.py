"""Where there is no frame, next to nothing is found: false hits on the null corpus (tests/data/null/README.md).

A hit counts as it does in a rate: role "frame", not negated away, whoever speaks.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import pytest

import framing

NULL = Path(__file__).parents[1] / "data" / "null"
MOST = 0.5  # false hits per 1,000 tokens


class FalseHits(NamedTuple):
    rows: list[tuple[str, object]]  # article id, evidence row
    tokens: int

    @property
    def rate(self):
        return 1000 * len(self.rows) / self.tokens

    def __str__(self):
        lines = [f"{len(self.rows)} false hits in {self.tokens:,} tokens, {self.rate:.2f} per 1,000 (at most {MOST}):"]
        for file, row in sorted(self.rows, key=lambda pair: (pair[1].entry, pair[0], pair[1].start)):
            context = " ".join(f"{row.before}[{row.text}]{row.after}".split())
            lines.append(f"  {file}: {row.entry} ({row.subframe}, {row.voice}): … {context} …")
        return "\n".join(lines)


def false_hits(articles: Iterable[framing.Article], lexicon=None) -> dict[str, FalseHits]:
    """Return the false hits of each dimension."""
    articles = list(articles)
    scores = list(framing.score_many((article.text for article in articles), lexicon=lexicon))
    tokens = sum(score.tokens for score in scores)
    return {
        dimension: FalseHits(
            [
                (article.id, row)
                for article, score in zip(articles, scores, strict=True)
                for row in score[dimension].rows
            ],
            tokens,
        )
        for dimension in scores[0].dimensions
    }


@pytest.fixture(scope="module")
def found():
    return false_hits(framing.read_corpus(NULL))


@pytest.mark.parametrize("dimension", framing.lexicon_names())
def test_false_hits_are_rare(found, dimension):
    if found[dimension].rate > MOST:  # an assert would bury the list under the repr of every row
        pytest.fail(f"{dimension}: {found[dimension]}", pytrace=False)


def test_the_measure_finds_what_is_planted(tmp_path):
    """Six hits in twelve words, a negated one left out, one of them quoted: 500 per 1,000, and each is listed."""
    path = tmp_path / "cricket.toml"
    path.write_text(
        '[lexicon]\nname="cricket"\nversion="1.0.0"\nlanguage="en"\nlicence="CC0-1.0"\n'
        '[[dimension]]\nid="d"\npolarity="plain"\n[[dimension.subframe]]\nid="s"\n'
        '[cues]\nnegation=["no"]\n'
        '[[entry]]\npattern="collapse"\nsubframe="s"\n[[entry]]\npattern="wicket"\nsubframe="s"\nrole="support"\n'
    )
    text = "Collapse, collapse, collapse, collapse, collapse. “Collapse,” he said. A wicket. No collapse."
    (hits,) = false_hits([framing.Article(id="a.txt", source="a", text=text)], framing.load_lexicon(path)).values()
    assert (len(hits.rows), hits.tokens) == (6, 12)
    assert hits.rate == pytest.approx(500)
    assert str(hits).count("a.txt: collapse (s, ") == 6
    assert "[Collapse],” he said" in str(hits)
