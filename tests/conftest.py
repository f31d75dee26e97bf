"""What more than one test needs."""

import os
import sys
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import SimpleNamespace

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


@pytest.fixture(scope="session")
def bench():
    """Return the modules of the coverage benchmark; its command as `command`."""
    folder = ROOT / "benchmarks"
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(folder)
        parts = {
            path.stem: import_module(path.stem) for path in [folder / "bursty_text.py", *folder.glob("coverage_*.py")]
        }
        # Not by its name: `coverage` may already be the tool that measures tests.
        spec = spec_from_file_location("coverage_command", folder / "coverage.py")
        command = sys.modules[spec.name] = module_from_spec(spec)
        spec.loader.exec_module(command)
        yield SimpleNamespace(command=command, **parts)
