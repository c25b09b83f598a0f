# What a newcomer needs: python3 (3.11 or later, with venv), make and git. `make` alone lists the goals.
# Packages come from wherever pip is set up to find them; every one of them is pinned by hash in constraints.txt.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

# The first Python here that is new enough; `make PYTHON=... test` takes another.
PYTHON ?= $(shell for name in python3 python3.11 python3.12 python3.13 python3.14; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; done)
# Processes that share the tests.
WORKERS ?= 2

VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/installed
# 400 MB that only tests with Spark need: taken where nothing may be skipped, else with `make spark`.
SPARK := $(VENV)/spark

# The application that the demonstration checks, with the institution that it is of.
DOSSIER := examples/rehab-hospital/institution.yaml examples/rehab-hospital/jinhua

# Every demand of every text must be decided. The inventory is the copy among the tests, so that nobody closes a gap by
# shortening the packs' own.
FINISHED := --inventory tests/data/clauses.yaml

# Without cached bytecode every start of a program compiles it anew.
unexport PYTHONDONTWRITEBYTECODE
unexport PYTHONPATH

.PHONY: help
help:
	@echo 'make demo         check a hospital that applies in Jinhua'
	@echo 'make test         everything that has to hold (with WICHECK_REQUIRE_ALL=1 nothing is skipped)'
	@echo 'make spark        pyspark too, so that `make test` also compares both engines (needs Java, 17 or later)'
	@echo 'make site         the published criteria, in both languages, into site/_build'
	@echo 'make lint         style, types and the layers of imports'
	@echo 'make bench        measured goals, as ratios of one run'
	@echo 'make mutate-packs move every figure of the packs, and see whether an example notices'
	@echo 'make constraints  pin the newest allowed packages'
	@echo 'make clean        remove all that was made here'

.PHONY: demo
demo: $(INSTALLED)
	@code=0; $(BIN)/wicheck check $(DOSSIER) --pack jinhua-2020 || code=$$?; \
	case $$code in \
	0) echo '退出码 0：没有不符合的，也没有悬而未决的 (exit code 0: nothing to object)';; \
	1) echo '退出码 1：有规则不符合，见上 (exit code 1: a rule is not met, see above)';; \
	5) echo '退出码 5：没有不符合的，还有资料不足或待人工认定的 (exit code 5: nothing failed, open ends remain)';; \
	*) exit $$code;; \
	esac

.PHONY: test
test: lint $(INSTALLED) $(if $(filter-out 0,$(WICHECK_REQUIRE_ALL)),$(SPARK))
	$(BIN)/wicheck test --jobs $(WORKERS)
	$(BIN)/wicheck coverage $(FINISHED) | tail -n 1
	$(BIN)/pytest -q -n $(WORKERS) --cov --cov-report=term

.PHONY: spark
spark: $(SPARK)

.PHONY: site
site: $(INSTALLED)
	$(BIN)/wicheck docs build

.PHONY: mutate-packs
mutate-packs: $(INSTALLED)
	$(BIN)/wicheck policies mutate

.PHONY: lint
lint: $(INSTALLED)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

.PHONY: bench
bench: $(INSTALLED)
	@missed=0; for each in yaml_reading overhead institutions reports site intake 'billing --lines 1e7' \
		'billing_packs --pack ningxia-2025 --lines 1e7'; do \
		set -- $$each; name=$$1; shift; echo "== $$each"; $(BIN)/python benchmarks/$$name.py "$$@" || missed=1; \
	done; exit $$missed

# uv alone resolves for all systems and Pythons at once. It reads none of pip's settings: where the index is not the public
# one, name it in UV_DEFAULT_INDEX. What it writes holds neither addresses nor paths.
.PHONY: constraints
constraints:
	$(PYTHON) -m venv build/uv
	build/uv/bin/pip install --quiet uv
	build/uv/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 --extra dev --generate-hashes \
		--no-header --no-annotate --no-emit-index-url --no-emit-find-links --output-file constraints.txt pyproject.toml
	sed -n 's/^spark = .*"\(pyspark[^"]*\)".*/\1/p' pyproject.toml | build/uv/bin/uv pip compile --quiet --upgrade --universal \
		--python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --no-emit-find-links \
		--output-file constraints-spark.txt -

.PHONY: clean
clean:
	rm -rf $(VENV) build dist reports site/_build .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	rm -f .coverage .coverage.*
	find src tests benchmarks -name __pycache__ -prune -exec rm -rf {} +

# wicheck itself is installed in place: what it is built with is pinned among the others.
$(INSTALLED): constraints.txt pyproject.toml
	@test -n '$(PYTHON)' || { echo 'wicheck needs Python 3.11 or later (Debian: apt-get install python3 python3-venv)' >&2; exit 1; }
	$(PYTHON) -m venv --clear $(VENV) || { echo 'python3 lacks venv (Debian: apt-get install python3-venv)' >&2; exit 1; }
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement constraints.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index --editable .
	@touch $@

$(SPARK): constraints-spark.txt $(INSTALLED)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement constraints-spark.txt
	@touch $@
