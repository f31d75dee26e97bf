# The two commands of the README, and what CI adds. Each sets up all it needs in .venv.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test lint types layers docs wheel check clean

demo: .venv/runs
	@$(BIN)/framing-compare --demo

test: .venv/develops
	$(BIN)/python -m pytest
	$(BIN)/python -m pytest --doctest-modules src/framing -p no:cacheprovider

lint: .venv/develops
	$(BIN)/ruff check src tests scripts benchmarks
	$(BIN)/framing lexicon lint --strict lexicons/en/*.toml

types: .venv/develops
	$(BIN)/mypy

layers: .venv/develops
	$(BIN)/lint-imports

docs: .venv/develops
	$(BIN)/python scripts/cli_reference.py --check
	$(BIN)/mkdocs build --strict --quiet

wheel: .venv/develops
	rm -rf dist
	$(BIN)/python -m build --wheel --outdir dist .
	sh scripts/try_wheel.sh dist

check: lint types layers test docs wheel

# `venv` is in a system package of its own on Debian; it is asked for only where it is missing.
.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "framing needs Python 3.11 or newer; set PYTHON=..."; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "installing the system package python3-venv"; apt-get update -qq && apt-get install -y -qq python3-venv; }
	$(PYTHON) -m venv .venv

.venv/runs: .venv/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

.venv/develops: .venv/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@ .venv/runs

clean:
	rm -rf .venv dist build site .mypy_cache .ruff_cache .pytest_cache .hypothesis
