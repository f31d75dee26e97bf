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
