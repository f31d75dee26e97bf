"""The outside view: rates, agreement and correlations against scikit-learn, scipy and a hand-worked table."""

import json
import sys
from importlib import import_module
from pathlib import Path

import numpy as np
import pytest
from scipy.stats import spearmanr
from sklearn.metrics import roc_auc_score

from framing.model.coded import CodedPassage

FOLDER = Path(__file__).parents[2] / "benchmarks"


@pytest.fixture
def view(monkeypatch):
    monkeypatch.syspath_prepend(FOLDER)
    yield import_module("outside_view")
    for name in ("outside_view", "figures", "pages"):
        sys.modules.pop(name, None)


@pytest.fixture
def coded(view):
    generator = np.random.default_rng(7)
    articles = np.arange(60) % 12
    return view.Coded(
        "own", passages(generator.random(60) < 0.4), articles, generator.integers(5, 90, 60).astype(float)
    )


def passages(codes):
    return [CodedPassage(article="a", position=n, text="x", labels={"d": bool(d)}) for n, d in enumerate(codes)]


def text(written):
    return CodedPassage(article="a", position=1, text=written)


def test_rates_are_hits_per_thousand_words_of_each_category(view, tmp_path):
    for name in view.TITLES:
        (tmp_path / name).write_text("", "utf-8")
    (tmp_path / view.LAVER_GARRY).write_text(
        "LAW\n\tHARD\n\t\tJAIL* (1)\n\tSOFT\n\t\tJAIL* (1)\n\t\tPAROLE (1)\n", "utf-8"
    )
    matchers, notes = view.outside_matchers(tmp_path)
    assert list(matchers) == [view.LAVER_GARRY]
    assert len(notes) == len(view.TITLES) - 1
    found = view.rates([text("No jail, and no parole."), text("Rain.")], matchers[view.LAVER_GARRY])
    # Five words; the authors count a negated word, and a word of two categories in both.
    assert {name: list(score) for name, score in found.items()} == {"LAW.HARD": [200, 0], "LAW.SOFT": [400, 0]}


def test_missing_files_are_told(view, tmp_path):
    matchers, notes = view.outside_matchers(tmp_path)
    assert matchers == {}
    assert notes == [f"{name} is not there" for name in view.TITLES]


def test_agreement(view, coded):
    generator = np.random.default_rng(1)
    columns = {"ours": generator.random(60).round(1), "theirs": generator.random(60).round(1)}
    label = coded.labels("d")
    rows = {row[0]: row[1:] for row in view.agreement(coded, "d", columns, "ours")}
    for name, score in columns.items():
        value, low, high = (float(part.strip("[,]")) for part in rows[name][0].split())
        assert value == pytest.approx(roc_auc_score(label, score), abs=0.005)
        assert low < value < high
    difference = roc_auc_score(label, columns["ours"]) - roc_auc_score(label, columns["theirs"])
    assert float(rows["theirs"][1].split()[0]) == pytest.approx(difference, abs=0.005)
    mean = {
        name: [np.average(score[coded.articles == a], weights=coded.words[coded.articles == a]) for a in range(12)]
        for name, score in columns.items()
    }
    assert float(rows["theirs"][2]) == pytest.approx(spearmanr(mean["theirs"], mean["ours"]).statistic, abs=0.005)


def test_disagreement_by_hand(view):
    coded = view.Coded("own", passages((1, 1, 1, 0, 0, 0)), np.zeros(6, dtype=int), np.ones(6))
    theirs = np.array([2.0, 0, 5, 1, 0, 0])
    present = np.array([True, True, False, False, True, False])
    assert view.disagreement(coded, "d", {"x": theirs}, present) == [["x", "50%", "33%", "1 of 2", "1 of 1", "1 of 2"]]


@pytest.mark.usefixtures("view")
def test_figures_go_between_the_marks_of_a_page(tmp_path):
    pages = import_module("pages")
    page = tmp_path / "page.md"
    page.write_text(f"before\n{pages.begin('x.py')}\nold\n{pages.END}\nafter\n", "utf-8")
    with pytest.raises(SystemExit, match="other figures"):
        pages.check(page, "x.py", "new")
    pages.put_into(page, "x.py", "new")
    assert page.read_text("utf-8") == f"before\n{pages.begin('x.py')}\n\nnew\n{pages.END}\nafter\n"
    pages.check(page, "x.py", "new")
    page.write_text("no marks", "utf-8")
    with pytest.raises(SystemExit, match="lacks"):
        pages.put_into(page, "x.py", "new")


def test_the_whole_run(view, tmp_path, monkeypatch, capsys):
    (tmp_path / view.LSD).write_text("+negative\nfear*\nanger\n+positive\njoy*\n", "utf-8")
    coded = tmp_path / "coded.jsonl"
    rows = [
        {"article": f"a{n // 2}", "par": n, "text": text, "boilerplate": 0}
        | {"securitisation": n % 2, "governance_critique": (n + 1) % 2, "geopolitics": int(n % 3 == 0)}
        for n, text in enumerate(
            ["Joy.", "They fear an attack on us.", "Rain.", "Anger and fear.", "Sun.", "A threat."] * 4
        )
    ]
    coded.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    monkeypatch.setattr(sys, "argv", ["x", "--dictionaries", str(tmp_path), str(coded), "--markdown"])
    view.main()
    out, err = capsys.readouterr()
    assert out.count("| LSD2015: negative |") == 6
    assert "They fear" not in out
    assert err.count("is not there") == 3
