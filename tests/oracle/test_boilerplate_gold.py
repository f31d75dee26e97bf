"""The coded passages: boilerplate as three coders saw it. Read where the shared folder is, else skipped."""

from __future__ import annotations

import json
import os
import pathlib
from collections import defaultdict

import pytest

from framing.text.boilerplate import mark_blocks

SHARED = pathlib.Path(os.environ.get("FRAMING_SHARED", pathlib.Path(__file__).parents[2].parent / "shared"))

pytestmark = pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason=f"no coded passages at {SHARED}")


def read(name):
    with (SHARED / "gold" / name).open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def seed_verdicts():
    """Yield each coded block and the kinds we gave to what lies on its lines."""
    coded = defaultdict(list)
    for row in read("seeds.jsonl"):
        coded[row["article"]].append(row)
    for article, rows in coded.items():
        text = (SHARED / "seeds" / article).read_text(encoding="utf-8").replace("\xa0", " ")
        starts = [0] + [at + 1 for at, character in enumerate(text) if character == "\n"]
        blocks = mark_blocks(text)
        rows.sort(key=lambda row: row["par"])
        bounds = [*(starts[row["par"] - 1] for row in rows), len(text)]
        for number, row in enumerate(rows):
            kinds = [b.kind for b in blocks if bounds[number] <= b.start < bounds[number + 1]]
            yield row, kinds


def test_no_body_block_of_the_five_articles_is_dropped_and_nearly_all_boilerplate_is():
    verdicts = list(seed_verdicts())
    assert len(verdicts) == 207
    lost = [row["unit"] for row, kinds in verdicts if not row["boilerplate"] and "boilerplate" in kinds]
    assert lost == []
    gold = [kinds for row, kinds in verdicts if row["boilerplate"]]
    caught = sum(set(kinds) == {"boilerplate"} for kinds in gold)
    assert caught / len(gold) >= 0.97


@pytest.mark.parametrize("name", ["news_dev.jsonl", "news_train.jsonl"])
def test_hardly_any_coded_news_paragraph_is_dropped_alone_or_among_its_neighbours(name):
    rows = read(name)
    articles = defaultdict(list)
    for row in rows:
        articles[row["article"]].append(row)
    texts = [[row] for row in rows] + [sorted(group, key=lambda row: row["par"]) for group in articles.values()]
    dropped = set()
    for group in texts:
        passages = [row["text"].replace("\xa0", " ").strip() for row in group]
        starts = [sum(len(p) + 2 for p in passages[:number]) for number in range(len(passages))]
        for block in mark_blocks("\n\n".join(passages)):
            if block.kind == "boilerplate":
                row = group[max(n for n, start in enumerate(starts) if start <= block.start)]
                if not row.get("boilerplate"):
                    dropped.add(row["unit"])
    assert len(dropped) <= len(rows) * 0.002
