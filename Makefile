# Every command of the project; `make` alone lists them. Works with GNU Make 3.81 (macOS).
.DEFAULT_GOAL := help
.PHONY: help book pdf test references lab check lint lock clean env

# PYTHON=... chooses the interpreter; otherwise scripts/environment.sh looks for one that fits.
PYTHON ?=
export PYTHON
# Chinese text is read and written everywhere: never in the locale's encoding.
export PYTHONUTF8 := 1
# A reader's own startup files, styles and font lists must not change what a chapter prints.
export IPYTHONDIR := $(CURDIR)/.venv/ipython
export MPLCONFIGDIR := $(CURDIR)/.venv/matplotlib

RUN := .venv/bin/python

help:  ## list these commands
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1	\2/p' Makefile | expand -t 22

env:
	@sh scripts/environment.sh .venv requirements.txt

book: env  ## build the report strictly and say where it is
	@$(RUN) scripts/build.py --strict

pdf: book  ## print the report as one PDF and say where it is
	@$(RUN) scripts/pdf.py

test: lint book  ## lint, build, then every test
	$(RUN) -m pytest --nbval --nbval-current-env --nbval-kernel-startup-timeout 300 \
		-n auto --dist loadfile

references: env  ## run every chapter and rewrite tests/notebooks/
	@$(RUN) scripts/references.py

check: env  ## check data/ against its schema
	$(RUN) -m analysis check

lint: env  ## check the style of the code
	$(RUN) -m ruff check
	$(RUN) -m ruff format --check src scripts extensions tests

lab: export IPYTHONDIR := $(CURDIR)/.venv-lab/ipython
lab: export MPLCONFIGDIR := $(CURDIR)/.venv-lab/matplotlib
lab: export JUPYTER_CONFIG_DIR := $(CURDIR)/.venv-lab/jupyter
lab:  ## open the chapters in JupyterLab (installed on first use)
	@sh scripts/environment.sh .venv-lab requirements-lab.txt
	.venv-lab/bin/python -m jupytext_config set-default-viewer markdown
	.venv-lab/bin/python -m jupyterlab --ServerApp.preferred_dir=book

COMPILE := .venv/bin/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--fork-strategy fewest --generate-hashes --no-emit-index-url --no-header --upgrade

lock: env  ## renew requirements.txt and requirements-lab.txt from pyproject.toml
	$(COMPILE) --extra test --output-file requirements.txt
	$(COMPILE) --extra lab --extra test --constraint requirements.txt --output-file requirements-lab.txt

clean:  ## remove the built report and the environments
	rm -rf _build .venv .venv-lab .pytest_cache .ruff_cache .hypothesis src/*.egg-info
	find src tests scripts extensions -name __pycache__ -type d -prune -exec rm -rf {} +
