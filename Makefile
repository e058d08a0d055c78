# the project's own environment comes first, where there is one
export PATH := $(CURDIR)/.venv/bin:$(PATH)

# the one place that names the tool that joins the modules of the page, and its version
ESBUILD := esbuild@0.28.2
BUNDLE := kg/page/bundle.js
# a file stays in one process, with what its tests share
PARALLEL := -n logical --dist loadfile
FAST := $(addprefix tests/,extract grammar lexicon link quantities read reference resolve times test_model.py test_identifiers.py)

.PHONY: check lint test fast smoke gate quality reference outputs notebooks bundle docs

check: lint test  ## what CI runs

lint:
	ruff format --check .
	ruff check .
	mypy kg tests benchmarks training
	lint-imports

test:  ## all tests, in as many processes as there are cores
	pytest $(PARALLEL)

fast:  ## the tests of how text becomes statements and statements a graph: no browser, no other program, no outputs
	pytest $(PARALLEL) $(FAST)

smoke:  ## what every installation must do
	pytest tests/smoke

gate:  ## quality: no figure may fall below its floor
	python -m benchmarks.gate

quality:  ## what a machine can measure of quality and speed within an hour, with the machine described
	python -m benchmarks.quality

bundle:  ## the modules of the page's script as one file, which is part of the package: needs npm
	npx --yes $(ESBUILD) kg/page/script/main.js --bundle --format=esm --target=es2023 --charset=utf8 --log-level=warning --outfile=$(BUNDLE)

reference:  ## the references of the command line, of the package and of the licences
	python docs/reference/generate.py > docs/reference/cli.md
	python docs/reference/generate_python.py > docs/reference/python.md
	python docs/reference/generate_licenses.py > docs/reference/licenses.md

outputs:  ## what the commands in README and docs print, run again and written into the pages
	python -m tests.documents

notebooks:  ## the outputs that are kept in the notebooks
	python notebooks/execute.py

docs:  ## the site of the documentation, in site/
	NO_MKDOCS_2_WARNING=1 mkdocs build --strict
