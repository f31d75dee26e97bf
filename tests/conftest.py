"""What more than one test needs."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def shared():
    """Return the folder of material that is not part of the project; skip where it is absent."""
    folder = Path(os.environ.get("FRAMING_SHARED", ROOT.parent / "shared"))
    if not (folder / "seeds").is_dir():
        pytest.skip("the shared material is not here: set FRAMING_SHARED")
    return folder


@pytest.fixture(scope="session")
def passages():
    """Return the coded passages of the documentation's example."""
    from framing.io.coded import read_coded

    coded = ROOT / "docs" / "how-to" / "coded-passages.jsonl"
    return read_coded([coded], ("securitisation", "governance_critique", "geopolitics")).passages


@pytest.fixture(scope="session")
def trained(passages):
    """Return a classifier trained on them."""
    from framing.api.classifier import FrameClassifier

    return FrameClassifier(least=2, folds=3, inner=3).fit(passages)
