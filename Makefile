# Two commands do everything on a machine with Python 3.11+, pip, make and git:
#   make ask [Q="…"]    make test    (and make demo)
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
COMPILE = $(BIN)/python -m compileall -q bot handlers knowledge
Q ?= Sông Công luân chuyển bao nhiêu cán bộ?
PORT ?= 8765

.PHONY: ask demo chat test check format eval bench docs clean

ask: $(VENV)/.runtime ## Set up and ask a question (Q="…" for another)
	@$(BIN)/hoidap ask "$(Q)"

demo: $(VENV)/.runtime ## Meet the Telegram bot in a chat page, without a token (PORT=0 takes a free one)
	@$(BIN)/hoidap demo --port $(PORT)

chat: $(VENV)/.runtime ## A conversation in the terminal
	@$(BIN)/hoidap chat

test: $(VENV)/.dev ## All tests
	$(BIN)/python -m pytest

check: $(VENV)/.dev ## Format, lint, types, layers
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.dev ## Put the code in its form
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

eval: $(VENV)/.dev ## Accuracy and unsafe rate by category, on the project's question sets; figures found in its articles
	$(BIN)/python -m tests.evaluation
	$(BIN)/python -m tests.proposing

bench: $(VENV)/.bench ## Time and memory, beside what one would use instead
	$(BIN)/python -m tests.benchmarks

docs: $(VENV)/.dev ## Bring what is generated in the documentation up to date
	$(BIN)/python -m cogapp -r deploy/README.md

clean: ## Remove what the other commands made
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.runtime: $(VENV)/bin/python pyproject.toml constraints.txt
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[chat]'
	$(COMPILE)
	@touch $@

$(VENV)/.dev: $(VENV)/bin/python pyproject.toml constraints.txt
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	$(COMPILE)
	@touch $@ $(VENV)/.runtime

$(VENV)/.bench: $(VENV)/bin/python pyproject.toml constraints.txt
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev,bench]'
	$(COMPILE)
	@touch $@ $(VENV)/.dev $(VENV)/.runtime
