# the project's own environment comes first, where there is one
export PATH := $(CURDIR)/.venv/bin:$(PATH)

.PHONY: check lint test gate reference notebooks

check: lint test  ## what CI runs

lint:
	ruff format --check .
	ruff check .
	mypy kg tests benchmarks training
	lint-imports

test:
	pytest

gate:  ## quality: no figure may fall below its floor
	python -m benchmarks.gate

reference:  ## the reference of the command line, from the commands themselves
	python docs/reference/generate.py > docs/reference/cli.md

notebooks:  ## the outputs that are kept in the notebooks
	python notebooks/execute.py
