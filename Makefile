# Every command of the project; `make` alone lists them. Works with GNU Make 3.81 (macOS).
.DEFAULT_GOAL := help
.PHONY: help book chapter watch pdf test unit rehearsal references lab check lint bench lock clean env

# PYTHON=... chooses the interpreter; otherwise scripts/environment.sh looks for one that fits.
PYTHON ?=
export PYTHON

# Nothing that a shell has set changes what these make, see scripts/run.sh.
RUN := sh scripts/run.sh .venv python

help:  ## list these commands
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1	\2/p' Makefile | expand -t 22

env:
	@sh scripts/environment.sh .venv requirements.txt

book: env  ## build the report strictly and say where it is
	@$(RUN) scripts/build.py --strict

chapter: env  ## build one chapter: make chapter C=economy/output
	@$(RUN) scripts/build.py --only $(if $(C),$(C),$(error name a chapter: make chapter C=economy/output))

watch: env  ## show the report, and build anew what is saved
	@$(RUN) scripts/watch.py

pdf: book  ## print the report as one PDF and say where it is
	@$(RUN) scripts/pdf.py

test: lint book  ## lint, build, then every test
	$(RUN) -m pytest --nbval -n auto --dist loadfile

PACKAGE_TESTS := tests/audit tests/data tests/formulas tests/goals tests/page \
	$(patsubst %,tests/test_%.py,amount main package printed)
unit: env  ## test the package alone: no report, no notebooks, no browser
	$(RUN) -m pytest -m "not report" -n auto $(PACKAGE_TESTS)

rehearsal: env  ## add a made-up volume and run the whole book on it
	$(RUN) -m pytest tests/test_rehearsal.py

references: env  ## run every chapter and rewrite tests/notebooks/
	@$(RUN) scripts/references.py

check: env  ## check data/ against its schema
	$(RUN) -m analysis check

lint: env  ## check the style of the code and the types of the package
	$(RUN) -m ruff check
	$(RUN) -m ruff format --check src scripts extensions tests
	$(RUN) -m mypy

bench: env  ## measure what the work costs; a part: make bench P=commands
	@$(RUN) scripts/bench.py $(P)

lab:  ## open the chapters in JupyterLab (installed on first use)
	@sh scripts/environment.sh .venv-lab requirements-lab.txt
	sh scripts/run.sh .venv-lab python -m jupytext_config set-default-viewer markdown
	sh scripts/run.sh .venv-lab python -m jupyterlab --ServerApp.preferred_dir=book

# An index beside the main one may hold the files of one system only, and so may a folder.
UV := .venv/bin/python -I scripts/mirror.py env UV_INDEX= UV_FIND_LINKS= \
	.venv/bin/uv pip compile --quiet
COMPILE := $(UV) pyproject.toml --universal --python-version 3.11 --fork-strategy fewest \
	--generate-hashes --no-emit-index-url --no-header --upgrade
WHEELS := $(UV) --no-deps --only-binary :all: --output-file /dev/null

lock: env  ## renew requirements.txt and requirements-lab.txt from pyproject.toml
	$(COMPILE) --extra test --output-file requirements.txt
	$(COMPILE) --extra lab --constraint requirements.txt --output-file requirements-lab.txt
	@# A lock that the oldest or the newest Python would have to compile is none.
	set -e; for python in 3.11 3.15; do for lock in requirements.txt requirements-lab.txt; do \
		$(WHEELS) --python-version $$python $$lock; done; done

clean:  ## remove the built report and the environments
	rm -rf _build .venv .venv-lab .pytest_cache .ruff_cache .hypothesis src/*.egg-info
	find src tests scripts extensions -name __pycache__ -type d -prune -exec rm -rf {} +
