"""The data folders are found in a checkout, where an edit is seen at once, and in a wheel."""

import zipfile
from pathlib import Path

import pytest

from framing.io import resources

ROOT = Path(__file__).parents[2]


def test_an_editable_install_reads_the_checkout():
    assert resources.data_folder("lexicons").resolve() == (ROOT / "lexicons").resolve()
    assert resources.data_folder("corpus").resolve() == (ROOT / "corpus").resolve()


def test_an_installed_package_reads_its_own_data(tmp_path, monkeypatch):
    package = tmp_path / "site-packages" / "framing"
    (package / "_data" / "lexicons" / "en").mkdir(parents=True)
    (package / "_data" / "lexicons" / "en" / "x.toml").write_text("")
    monkeypatch.setattr(resources, "_PACKAGE", package)
    assert list(resources.shipped_lexicons()) == ["x"]
    with pytest.raises(resources.FramingError, match="lacks its folder 'corpus'"):
        resources.data_folder("corpus")


def test_the_wheel_holds_both_folders(tmp_path):
    # Built in this process by the build backend itself: no network, no isolated environment.
    builder = pytest.importorskip("hatchling.builders.wheel", reason="hatchling builds the wheel in `make wheel`")
    (name,) = builder.WheelBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"])
    with zipfile.ZipFile(name) as wheel:
        names = set(wheel.namelist())
    assert "framing/_data/lexicons/en/securitisation.toml" in names
    assert "framing/_data/corpus/corpus.toml" in names
    assert "framing/report/schema.json" in names
    assert "framing/text/data/punkt_en.txt" in names
    assert "framing/lexicon_tools/data/word_types_en.txt" in names
    assert "framing/py.typed" in names
