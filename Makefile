# make serve: from a fresh clone to the chat page.   make test: everything that must hold.
# A stamp remembers which lock was installed, so that nothing is installed twice.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
HOST ?= 127.0.0.1
PORT ?= 7860

.PHONY: serve test lint types tests lock clean

serve: $(VENV)/.runtime
	$(BIN)/yiju serve --host $(HOST) --port $(PORT)

test: lint types tests

lint: $(VENV)/.development
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.development
	$(BIN)/mypy

tests: $(VENV)/.development
	$(BIN)/pytest

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.runtime: requirements.lock pyproject.toml | $(BIN)/python
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.development: requirements-dev.lock $(VENV)/.runtime
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-dev.lock
	touch $@

# Resolve the ranges of pyproject.toml anew. A local build of torch is written as its public version.
COMPILE := $(BIN)/pip-compile --quiet --strip-extras --allow-unsafe --no-header --no-annotate \
  --no-emit-find-links --no-emit-index-url --no-emit-trusted-host
lock: $(VENV)/.development
	$(COMPILE) --build-deps-for editable --output-file requirements.lock pyproject.toml
	sed -i 's/+cpu$$//' requirements.lock
	$(COMPILE) --extra dev --constraint requirements.lock \
	  --output-file requirements-dev.lock pyproject.toml
	sed -i 's/+cpu$$//' requirements-dev.lock

clean:
	rm -rf $(VENV) build dist *.egg-info
