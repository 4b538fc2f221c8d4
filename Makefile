# Everything happens in build/ and .toolchain/; see cmake/toolchain.sh for where the compiler comes from.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := run

BUILD ?= build
# CONFIG=Debug makes the page with assertions and stack checks.
CONFIG ?= Release
JOBS ?= $(shell nproc 2>/dev/null || echo 2)
VERSION := $(shell sed -n 's/^project.weft VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)

PAGE := $(BUILD)/$(if $(filter Release,$(CONFIG)),release,debug)
UNIT := $(BUILD)/unit
SITE := $(BUILD)/site
BENCH := $(BUILD)/bench-program
NODE_MODULES := web/node_modules/.package-lock.json
PACKAGE := $(BUILD)/weft-$(VERSION)

TOOLCHAIN := cmake/toolchain.sh && . .toolchain/env.sh

.PHONY: run site size page test unit consumer e2e lint format dist screenshot clean help

help: ## show this list
	@sed -n 's/^\([a-z0-9]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16 $(if $(wildcard tests/bench),,| grep -v 'make bench')

run: site ## build the page and serve it
	@node web/site/server.mjs --root $(SITE)

site: page $(NODE_MODULES) ## assemble the page in build/site
	@node web/site/build-site.mjs $(PAGE) $(SITE)

size: site ## hold the page against its size budget; RECORD=1 records what its parts weigh
	@node web/site/check-size.mjs $(SITE) $(if $(RECORD),--record)

page: | $(PAGE)/build.ninja
	@$(TOOLCHAIN) && cmake --build $(PAGE) -j $(JOBS)

test: unit consumer e2e ## run all tests

# With ONLY it builds and runs that program alone.
unit: $(NODE_MODULES) | $(UNIT)/build.ninja ## run the unit tests under Node; ONLY=unit_vfs FILTER='Drop*' picks
	@$(TOOLCHAIN) && $(if $(ONLY),tests/unit/run-one.sh $(UNIT) '$(ONLY)' '$(FILTER)',\
		cmake --build $(UNIT) -j $(JOBS) && ctest --test-dir $(UNIT) --output-on-failure -j $(JOBS))

consumer: | $(UNIT)/build.ninja ## build and run programs outside the tree with what is installed
	@$(TOOLCHAIN) && cmake --build $(UNIT) --target weft_reading fiber_swap -j $(JOBS) && \
		tests/consumer/run.sh $(UNIT) $(BUILD)/consumer

# The browsers also run the unit tests of the file system, on their own storage.
e2e: site | $(UNIT)/build.ninja ## run the tests in browsers; ONLY=csv FILTER='of a test' BROWSER=firefox SHOW=1 picks
	@cmake/toolchain.sh browsers
	@$(if $(if $(ONLY),$(findstring $(ONLY),vfs_suite),all),\
		$(TOOLCHAIN) && cmake --build $(UNIT) --target unit_vfs -j $(JOBS))
	@$(if $(BROWSER),WEFT_BROWSERS='$(BROWSER)') $(if $(SHOW),WEFT_SHOW=1) WEFT_SITE=$(abspath $(SITE)) \
		WEFT_UNIT_BUILD=$(UNIT) node tests/e2e/run.mjs --only '$(ONLY)' --filter '$(FILTER)'

lint: $(NODE_MODULES) ## check format, rules and types
	@cmake/toolchain.sh lint && cmake/lint.sh $(BUILD)/lint

format: $(NODE_MODULES) ## rewrite the sources in the project's format
	@cmake/toolchain.sh lint && cmake/format.sh

dist: site ## pack the site for a static host
	@rm -rf $(PACKAGE)* && cp -r $(SITE) $(PACKAGE)
	@cd $(BUILD) && cmake -E tar czf weft-$(VERSION).tar.gz weft-$(VERSION) && cmake -E tar cf weft-$(VERSION).zip --format=zip weft-$(VERSION)
	@ls -l $(PACKAGE).tar.gz $(PACKAGE).zip

screenshot: site ## take the README's picture, and list the tabs and buttons in it
	@cmake/toolchain.sh browsers
	@node tests/e2e/screenshot.mjs

clean: ## remove what was built; the toolchain stays
	rm -rf $(BUILD) web/node_modules tests/node_modules

ifneq ($(wildcard tests/bench),)
.PHONY: bench
bench: site | $(BENCH)/build.ninja ## measure, and print what was measured
	@cmake/toolchain.sh browsers
	@$(TOOLCHAIN) && cmake --build $(BENCH) --target bench_program -j $(JOBS)
	@$(TOOLCHAIN) && WEFT_SITE=$(abspath $(SITE)) WEFT_PAGE_BUILD=$(abspath $(PAGE)) \
		WEFT_BENCH_PROGRAM=$(abspath $(BENCH)) node tests/bench/run.mjs

$(BENCH)/build.ninja:
	@$(TOOLCHAIN) && emcmake cmake -S tests/bench/program -B $(BENCH) -G Ninja -DCMAKE_BUILD_TYPE=Release
endif

$(PAGE)/build.ninja:
	@$(TOOLCHAIN) && emcmake cmake -S . -B $(PAGE) -G Ninja -DCMAKE_BUILD_TYPE=$(CONFIG)

$(UNIT)/build.ninja:
	@$(TOOLCHAIN) && emcmake cmake -S . -B $(UNIT) -G Ninja -DCMAKE_BUILD_TYPE=Debug -DWEFT_BUILD_PAGE=OFF -DWEFT_BUILD_TESTS=ON

# The tests resolve their packages through the link.
$(NODE_MODULES): web/package-lock.json
	@cmake/toolchain.sh
	@cd web && npm ci --no-fund --no-audit --loglevel=error
	@if [ -d tests ]; then ln -sfn ../web/node_modules tests/node_modules; fi
	@touch $@
