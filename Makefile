# Two commands on a bare machine (Python 3.11 with venv, make, git, a package index): make demo, make test.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed
TRAIN  ?= ../shared/data/polnear-train.jsonl
DEV    ?= ../shared/data/polnear-dev.jsonl
PAIRS  ?= ../shared/data/plv-train.jsonl
BOOK   ?= ../shared/data/gsr-dev.jsonl

.DEFAULT_GOAL := help
.PHONY: help setup demo workbench test check fix docs pictures bench train train-pairs cross-validate lock clean

help:    ## list the targets
	@grep -E '^[a-z-]+: .*##|^[a-z-]+:  *##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

setup: $(STAMP)  ## everything needed to work here, from hashed lock files, in .venv

$(STAMP): requirements/dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Rejoinder needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Run: make PYTHON=python3.11")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

demo: $(STAMP)  ## ingest the sample corpus, show its exchanges, write a report
	@rm -rf build/demo && mkdir -p build/demo
	@$(BIN)/rejoinder ingest samples/articles --ledger build/demo/samples.sqlite
	@$(BIN)/rejoinder exchanges --ledger build/demo/samples.sqlite
	@$(BIN)/rejoinder report --ledger build/demo/samples.sqlite -o build/demo/report.html

workbench: $(STAMP)  ## open the sample corpus in a browser
	@mkdir -p build/demo
	@test -e build/demo/samples.sqlite || $(BIN)/rejoinder ingest samples/articles --ledger build/demo/samples.sqlite
	@$(BIN)/rejoinder serve --ledger build/demo/samples.sqlite

test: $(STAMP)  ## run the tests
	@command -v $${REJOINDER_CHROMIUM:-chromium} > /dev/null || echo "no Chromium here: the browser tests are skipped; install it with: apt-get install chromium"
	PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest -n auto --dist worksteal

check: $(STAMP)  ## what CI runs beside the tests: format, lint, types, layers, floors
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/rejoinder evaluate --gate

fix: $(STAMP)  ## format, and mend what the linter can
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

docs: $(STAMP)  ## write docs/cli.md, docs/json.md, docs/scores.md and what the commands in the documents print
	$(BIN)/python -m rejoinder.cli.reference docs/cli.md
	$(BIN)/python -m rejoinder.api.json_reference docs/json.md
	$(BIN)/python -m rejoinder.evaluation.held evals/floors.json docs/scores.md
	$(BIN)/python -m tests.documents README.md docs/tutorial.md docs/claims.md docs/positions.md docs/timeline.md

pictures: $(STAMP)  ## draw the pages of the workbench anew into docs/images (needs Chromium)
	$(BIN)/python -m benchmarks.pictures docs/images

bench: $(STAMP)  ## speed as ratios to the small spaCy pipeline on the same text
	$(BIN)/python -m benchmarks.speed

train: $(STAMP)  ## teach the learned tagger from ../shared/data into build/train (hours; TRAIN= DEV=)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[train]'
	nice -n 5 $(BIN)/python -m rejoinder.training --train $(TRAIN) --dev $(DEV) --out build/train

train-pairs: $(STAMP)  ## cross-validate and teach the pair coder from ../shared/data into build/pairs (half an hour; PAIRS= BOOK=)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[train]'
	nice -n 5 $(BIN)/python -m rejoinder.training.pairs --train $(PAIRS) --codebook $(BOOK) --out build/pairs --scores build/pairs/scores.json

cross-validate: $(STAMP)  ## cross-validate the pair coder alone: build/pairs/scores.json
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[train]'
	nice -n 5 $(BIN)/python -m rejoinder.training.pairs --train $(PAIRS) --codebook $(BOOK) --out build/pairs --only-validate --scores build/pairs/scores.json

lock: $(STAMP)  ## compile the hashed requirements again
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --custom-compile-command "make lock" pyproject.toml --output-file requirements/runtime.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --custom-compile-command "make lock" pyproject.toml --group dev --extra web --constraint requirements/runtime.txt --output-file requirements/dev.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --custom-compile-command "make lock" pyproject.toml --extra changes --constraint requirements/runtime.txt --output-file requirements/changes.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --custom-compile-command "make lock" pyproject.toml --extra web --constraint requirements/runtime.txt --output-file requirements/web.txt

clean:   ## remove what make made
	rm -rf $(VENV) build .mypy_cache .ruff_cache .hypothesis .import_linter_cache
