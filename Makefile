# Two commands do everything on a machine with Python (3.11 or newer) and make:
#   make match RESUME=examples/jonas-security.pdf     ranks a resume
#   make test                                         runs every test
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
RUN := $(VENV)/.run-ready
DEV := $(VENV)/.dev-ready
RESUME ?=
FOLDER ?=

.PHONY: help match test check format lint types bench bench-reading bench-batch load fuzz evaluate weights schema clean

help:
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1\t\2/p' Makefile

match: $(RUN) ## rank a resume: make match RESUME=path/to/resume.pdf
	@test -n "$(RESUME)" || { echo "Say which resume: make match RESUME=path/to/resume.pdf" >&2; exit 2; }
	@$(BIN)/python -m matcher match "$(RESUME)"

test: $(DEV) ## run every test
	$(BIN)/python -m pytest

check: $(DEV) format lint types test ## format, lint, types and tests; what CI runs

format: $(DEV)
	$(BIN)/ruff format --check .

lint: $(DEV)
	$(BIN)/ruff check .

types: $(DEV)
	$(BIN)/mypy

bench: $(DEV) ## speed and memory, as ratios measured in one run
	$(BIN)/python -m benchmarks

bench-reading: $(DEV) ## speed and fidelity of reading PDF, by producer: make bench-reading FOLDER=...
	$(BIN)/python -m benchmarks.reading $(FOLDER)

bench-batch: $(DEV) ## speed and memory of batch, here and on a cluster, beside PDFium alone
	$(BIN)/python -m benchmarks.batch

load: $(DEV) ## what the web server bears: times, rate and memory, over loopback
	$(BIN)/python -m benchmarks.load

fuzz: $(DEV) ## 2,000 requests that the API's own description allows or forbids
	$(BIN)/python -m tests.web.fuzz

evaluate: $(DEV) ## how right the answers are, on labelled invented resumes
	$(BIN)/python -m evaluation
	$(BIN)/python -m evaluation.jobs

weights: $(DEV) ## learn described skills and lines of adverts anew after phrases, labels, background or adverts changed
	$(BIN)/python -m tools.make_weights

schema: $(DEV) ## generate the JSON Schema of the answer anew
	$(BIN)/python -m tools.make_schema

clean:
	rm -rf $(VENV)

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; name one with PYTHON=python3.12" >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)

$(RUN): requirements.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(DEV): requirements.txt requirements-dev.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@ $(RUN)
