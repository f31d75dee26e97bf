"""A classifier's file: it comes back as it was, and whatever else is in its place is refused in one sentence."""

import copy
import gzip
import json
import time
import tracemalloc
from dataclasses import fields

import numpy as np
import pytest

from framing.errors import DataError
from framing.io import classifiers
from framing.io.classifiers import read_classifier, to_text, write_classifier
from framing.learning.fits import fingerprint
from framing.model.classifier import Bin, Figures, FrameModel, LearnedDimension, Recipe, Training
from framing.model.result import Estimate


def model():
    odd = np.nextafter(np.array([0.1, -2.0, 1e-300]), 1)
    figures = Figures(
        passages=9,
        positive=3,
        called=0,
        precision=None,
        recall=Estimate(0.0, 0.0, 0.0),
        f1=Estimate(0.5, 0.25, 0.75),
        auc=Estimate(1 / 3, 0.1, 0.9),
        brier=Estimate(0.1, 0.05, 0.2),
        calibration=(Bin(0.0, 0.1, 9, 0.05, 1 / 3),),
    )
    dimension = LearnedDimension(
        id="plague",
        intercept=-1 / 3,
        lexicon=odd[:2],
        vocabulary=odd[2:],
        terms=odd,
        strength=0.3,
        slope=0.9,
        offset=-0.1,
        threshold=0.25,
        figures=figures,
    )
    return FrameModel(
        package="0.1.0",
        lexicon=("plague@1#" + "a" * 64,),
        reading="tok:1",
        recipe=Recipe(least=2),
        columns=("plague", "plague.rats"),
        stems=("rat",),
        terms=("rat", "rat’s \u2028 nest", "zoé"),
        idf=np.array([1.0, 2.5, 3.0]),
        dimensions=(dimension,),
        training=Training(passages=9, articles=5, positive={"plague": 3}, files=("b" * 64,), folds=5, seed=-1),
    )


def plain(value):
    if isinstance(value, np.ndarray):
        return value.tolist()
    if hasattr(value, "__dataclass_fields__"):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return type(value)(*map(plain, value)) if hasattr(value, "_fields") else tuple(map(plain, value))
    return value


@pytest.mark.parametrize("name", ["m.json", "m.json.gz"])
def test_a_model_comes_back_to_the_last_digit(tmp_path, name):
    write_classifier(tmp_path / name, model())
    found = read_classifier(tmp_path / name)
    assert plain(found) == plain(model())
    assert fingerprint(found) == fingerprint(model())
    first = (tmp_path / name).read_bytes()
    write_classifier(tmp_path / name, found)
    assert (tmp_path / name).read_bytes() == first
    assert (tmp_path / name).stat().st_mode & 0o777 == 0o666 & ~_umask()


def _umask():
    import os

    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_a_trained_model_comes_back_and_predicts_the_same(tmp_path, trained, passages):
    import framing

    trained.save(tmp_path / "m.json.gz")
    found = framing.load_classifier(tmp_path / "m.json.gz")
    assert found.predict_proba(passages).tolist() == trained.predict_proba(passages).tolist()
    assert plain(found.model_) == plain(trained.model_)
    assert found.get_params()["least"] == 2


def test_every_number_that_decides_changes_the_hash():
    import dataclasses

    first = model()
    seen = {fingerprint(first)}
    learned = first.dimensions[0]
    for name in ("intercept", "threshold"):
        other = dataclasses.replace(learned, **{name: getattr(learned, name) + 1e-9})
        seen.add(fingerprint(dataclasses.replace(first, dimensions=(other,))))
    for name in ("lexicon", "vocabulary", "terms"):
        other = dataclasses.replace(learned, **{name: getattr(learned, name) + 1e-9})
        seen.add(fingerprint(dataclasses.replace(first, dimensions=(other,))))
    for name, value in (("idf", first.idf * 2), ("terms", ("a", "b", "c")), ("recipe", Recipe()), ("lexicon", ("x",))):
        seen.add(fingerprint(dataclasses.replace(first, **{name: value})))
    assert len(seen) == 10
    notes = dataclasses.replace(first, training=Training(passages=1, articles=1), package="9")
    assert fingerprint(notes) == fingerprint(first)


def write(path, change):
    page = json.loads(to_text(model()))
    change(page)
    path.write_text(json.dumps(page), "utf-8")
    return path


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda p: p.update(kind="pickle"), "is no classifier"),
        (lambda p: p.update(schema=2), "schema 2, not 1"),
        (lambda p: p.pop("terms"), "'terms' is not a list"),
        (lambda p: p.update(terms=["a", "a", "b"]), "'terms' is not a list without repeats"),
        (lambda p: p.update(terms=["a", "b", ["c"]]), "'terms' is not a list of short texts"),
        (lambda p: p.update(terms=["a", "b", "c" * 401]), "'terms' is not a list of short texts"),
        (lambda p: p.update(idf=[1.0, 2.0]), "'idf' is not a list of 3 numbers"),
        (lambda p: p.update(idf=[1.0, 2.0, float("nan")]), "'idf' is not a list of finite"),
        (lambda p: p.update(idf=[1.0, 2.0, float("inf")]), "'idf' is not a list of finite"),
        (lambda p: p.update(idf=[1.0, 2.0, 10**400]), "'idf' is not a list of finite"),
        (lambda p: p.update(idf=[1.0, 2.0, True]), "'idf' is not a list of finite"),
        (lambda p: p.update(idf={"0": 1}), "'idf' is not a list of 3"),
        (lambda p: p["recipe"].update(stem=0), "'recipe.stem' is not a whole number"),
        (lambda p: p["recipe"].update(stem=6.0), "'recipe.stem' is not a whole number"),
        (lambda p: p["recipe"].update(longest=10**9), "'recipe.longest' is not a whole number from 1 to 5"),
        (lambda p: p["recipe"].update(neighbours="1"), "'recipe.neighbours' is not a number"),
        (lambda p: p.update(recipe=[]), "'recipe' is not an object"),
        (lambda p: p.update(dimensions=[]), "no dimension"),
        (lambda p: p.update(dimensions=p["dimensions"] * 2), "one twice"),
        (lambda p: p.update(dimensions=p["dimensions"] * 101), "at most 100 objects"),
        (lambda p: p.update(dimensions=[3]), "at most 100 objects"),
        (lambda p: p["dimensions"][0].update(terms=[0.0] * 4), r"'dimensions\[0\].terms' is not a list of 3"),
        (lambda p: p["dimensions"][0].update(intercept=None), r"'dimensions\[0\].intercept' is not a number"),
        (lambda p: p["dimensions"][0].update(threshold=2), r"'dimensions\[0\].threshold' is not a number from 0 to 1"),
        (lambda p: p["dimensions"][0].update(id=7), r"'dimensions\[0\].id' is not a short text"),
        (lambda p: p["dimensions"][0]["figures"].update(f1=[1]), r"'dimensions\[0\].figures.f1' is not an object"),
        (lambda p: p["dimensions"][0]["figures"]["f1"].update(low=None), r"figures.f1.low' is not a number"),
        (lambda p: p["training"]["positive"].clear(), "'training.positive.plague' is not a whole number"),
    ],
)
def test_a_damaged_part_is_named(tmp_path, change, said):
    with pytest.raises(DataError, match=said) as caught:
        read_classifier(write(tmp_path / "m.json", change))
    assert str(caught.value).startswith(str(tmp_path / "m.json"))
    assert "\n" not in str(caught.value)


def test_no_single_change_of_kind_is_believed(tmp_path):
    """Each value of the file, replaced by another kind, is refused or, where it decides nothing, read."""
    page = json.loads(to_text(model()))
    believed = []
    for path in _paths(page):
        for wrong in (None, [], {}, "x" * 500, -1e300):
            other = copy.deepcopy(page)
            place = other
            for step in path[:-1]:
                place = place[step]
            if place[path[-1]] == wrong:
                continue
            place[path[-1]] = wrong
            (tmp_path / "m.json").write_text(json.dumps(other), "utf-8")
            try:
                read_classifier(tmp_path / "m.json")
            except DataError:
                continue
            believed.append((path, wrong))
    # A measure may be null, the list of bins, of files, of lexicons or of columns with its coefficients empty.
    optional = {"figures", "precision", "recall", "f1", "auc", "brier", "calibration", "files", "lexicon"}
    assert {path[-1] for path, _ in believed} <= optional
    assert all(wrong in (None, []) for _, wrong in believed)


def _paths(page, before=()):
    items = page.items() if isinstance(page, dict) else enumerate(page)
    for key, value in items:
        yield (*before, key)
        if isinstance(value, dict | list):
            yield from _paths(value, (*before, key))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "not valid JSON"),
        (b"\x80\x04\x95", "not valid JSON"),
        (b"[" * 200_000, "not valid JSON"),
        (b"[1]", "is no classifier"),
        (b'{"kind": "framing classifier", "schema": ' + b"1" * 5000 + b"}", "not valid JSON"),
    ],
)
def test_other_files_are_refused(tmp_path, data, said):
    (tmp_path / "m.json").write_bytes(data)
    with pytest.raises(DataError, match=said):
        read_classifier(tmp_path / "m.json")
    (tmp_path / "m.json.gz").write_bytes(gzip.compress(data))
    with pytest.raises(DataError, match=said):
        read_classifier(tmp_path / "m.json.gz")


def test_a_pickle_is_data_and_is_not_run(tmp_path):
    import pickle

    class Bomb:
        def __reduce__(self):
            return (open, (str(tmp_path / "ran"), "w"))

    (tmp_path / "m.json").write_bytes(pickle.dumps(Bomb()))
    with pytest.raises(DataError, match="not valid JSON"):
        read_classifier(tmp_path / "m.json")
    assert not (tmp_path / "ran").exists()


def test_what_unpacks_without_end_is_not_unpacked(tmp_path, monkeypatch):
    monkeypatch.setattr(classifiers, "MOST_BYTES", 1_000_000)
    path = tmp_path / "m.json.gz"
    path.write_bytes(gzip.compress(b" " * 300_000_000))
    assert path.stat().st_size < 400_000
    tracemalloc.start()
    began = time.perf_counter()
    with pytest.raises(DataError, match="larger than 1 MB"):
        read_classifier(path)
    assert time.perf_counter() - began < 2
    assert tracemalloc.get_traced_memory()[1] < 10_000_000
    tracemalloc.stop()
    (tmp_path / "m.json").write_bytes(b" " * 1_000_001)
    with pytest.raises(DataError, match="larger than 1 MB"):
        read_classifier(tmp_path / "m.json")


def test_files_that_cannot_be_read_are_told(tmp_path):
    with pytest.raises(DataError, match="cannot be read: No such file"):
        read_classifier(tmp_path / "none.json")
    with pytest.raises(DataError, match="not a regular file"):
        read_classifier(tmp_path)
    whole = gzip.compress(to_text(model()).encode())
    for broken in (whole[:-20], whole[:40], b"no gzip at all", b""):
        (tmp_path / "m.json.gz").write_bytes(broken)
        with pytest.raises(DataError, match="not a whole gzip file"):
            read_classifier(tmp_path / "m.json.gz")
