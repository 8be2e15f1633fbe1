# The project's commands. Nothing is needed before them but Python 3.11+ and make.
# All paths are relative, so that a folder with spaces in its name works.

PY := .venv/bin/python
N ?= 1000
PYTEST_ARGS ?=
UV ?= uv
COMPILE = $(UV) pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate --no-header

.DEFAULT_GOAL := help
.PHONY: help setup setup-test site serve check bundle demo lint test quick bench gold lock clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' Makefile

setup: ## make .venv with what building needs, as locked (the others call it)
	@sh tools/setup.sh

setup-test: ## add what linting, testing and measuring need (lint, test, bench and gold call it)
	@sh tools/setup.sh --test

site: setup ## build the site into site/
	@$(PY) -m converter build
	@printf '\nThe site is built. Open this file in a browser:\n  %s\nor run "make serve" and open the address that it prints.\n' "$$PWD/site/index.html"

serve: setup ## serve the site and rebuild it when a source changes
	@$(PY) -m converter serve

check: setup ## check every source, sidecar and authority file
	@$(PY) -m converter check

bundle: setup ## write the offline zip and its checksum
	@$(PY) -m converter bundle

demo: setup ## build a site from an invented corpus
	@$(PY) -m converter demo

lint: setup-test ## ruff and mypy --strict
	@$(PY) -m ruff check .
	@$(PY) -m mypy
	@$(PY) -m mypy --strict tools

test: lint ## lint, find or install a Chromium, run all tests (PYTEST_ARGS="-k name" for some)
	@browser="$$($(PY) tools/chromium.py)" || exit 1; \
	CHROMIUM="$$browser" $(PY) -m pytest -n auto --dist loadfile $(PYTEST_ARGS)

quick: setup-test ## the tests without a browser, damaged files and texts from ../shared (PYTEST_ARGS too)
	@$(PY) -m pytest -n auto --dist loadfile --hypothesis-profile quick \
	    -m "not browser and not fuzz and not shared" $(PYTEST_ARGS)

bench: setup-test ## measure against plain MkDocs (N=1000 works)
	@$(PY) -m tests.benchmark --works $(N)

gold: setup-test ## precision and recall on the gold set, what changed since, and the law of no silence over all texts
	@$(PY) -m tests.measure --against
	@$(PY) -m tests.measure.account

lock: ## resolve the packages again into the two lock files (needs uv)
	@command -v $(UV) >/dev/null || { echo 'make lock needs uv on PATH (or: make lock UV=/path/to/uv)' >&2; exit 1; }
	@$(COMPILE) --extra build pyproject.toml -o requirements.lock
	@$(COMPILE) --all-extras -c requirements.lock pyproject.toml -o requirements-test.lock

clean: ## remove what the commands made, .venv included
	@rm -rf .venv build site dist .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
