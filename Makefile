# 数字报：make 建网站，make help 列出全部命令。
#
# Works from any folder (-C, -f) and with blanks and Chinese in every path, so no target and no prerequisite
# is made of $(SEEDS), $(OUTPUT) or the project's own path: they go to the commands by the environment.

ifeq ($(filter oneshell,$(.FEATURES)),)
$(error 需要 GNU make 4 或更新的版本。请先运行：sudo apt install make)
endif

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:
.DELETE_ON_ERROR:
.DEFAULT_GOAL := html
GOALS := help html serve devserver publish check checked unchecked explain sidecar accept parse file unfile addresses words bench lint clean quick test test-full crash rot fuzz bench-build bench-doubts bench-pages bench-reading bench-search weigh
.PHONY: $(GOALS) setup setup-test setup-bench

quoted = '$(subst ','\'',$(1))'
ROOT := $(shell file=$(call quoted,$(value MAKEFILE_LIST)); cd "$$(dirname "$${file# }")" && pwd -P)

# SEEDS and OUTPUT are meant from the folder in which make was typed. After -C that folder is known only from
# the caller's PWD; without -C the PWD of a program that calls make may be out of date.
moved := $(shell tr '\0' '\n' < /proc/$$PPID/cmdline 2> /dev/null | grep -Em1 '^(-[[:alpha:]]*C|--directory)')
ifneq ($(origin CALLER),command line)
CALLER := $(if $(moved),$(or $(value PWD),$(CURDIR)),$(CURDIR))
endif
override CALLER := $(value CALLER)
absolute = $(if $(filter /%,$(firstword $(1))),$(1),$(CALLER)/$(1))
override SEEDS := $(call absolute,$(or $(value SEEDS),$(ROOT)/seeds))
override OUTPUT := $(call absolute,$(or $(value OUTPUT),$(ROOT)/output))
PORT ?= 8000
export NEWSPAPER_ROOT := $(ROOT)
export NEWSPAPER_CALLER := $(CALLER)
override PAGE := $(value PAGE)
override OUT := $(value OUT)
# Only as it is typed: another's LINE or ALL would tick or list what nobody meant.
a_line := $(if $(filter command line,$(origin LINE)),--line="$$LINE")
override LINE := $(value LINE)
override ALL := $(if $(filter command line,$(origin ALL)),$(filter-out 0,$(value ALL)))
export SEEDS OUTPUT OUT BOOK PAGE LINE ALL SITEURL PORT JOBS SHRINK NEWSPAPER_CLUSTER
override BOOK := $(if $(value BOOK),$(call absolute,$(value BOOK)))
# Only as it is typed: the environment of a desktop has a LANGUAGE too, which is its own.
ifeq ($(origin LANGUAGE),command line)
export NEWSPAPER_LANGUAGE := $(value LANGUAGE)
endif

ifneq ($(CURDIR),$(ROOT))

$(GOALS) setup setup-test setup-bench:
	@$(MAKE) --no-print-directory -C $(call quoted,$(ROOT)) $@ SEEDS="$$SEEDS" OUTPUT="$$OUTPUT" BOOK="$$BOOK" CALLER="$$NEWSPAPER_CALLER"

else

export PATH := $(ROOT)/.venv/bin:$(PATH)
# Under LC_ALL=C Python cannot start from a folder with a Chinese name; C.UTF-8 is on every Debian and Ubuntu.
export LC_ALL := C.UTF-8
export PYTHONUTF8 := 1
python := .venv/bin/python
pip = $(1)/bin/python -m pip -qq --disable-pip-version-check --no-input
# Node brings its own list of certificates; behind an office's proxy only the system's list will do.
npm_ci = NODE_USE_SYSTEM_CA=1 .venv/bin/npm --prefix .setup ci --ignore-scripts --no-audit --no-fund --loglevel=error $(1) > /dev/null
pelican := $(python) -m pelican content --fatal errors --log-handler plain

# A set-up is finished when its stamp stands, the last thing it writes. The stamp is named for what was
# installed: a changed lock or an interrupted set-up is set up anew; a moved or copied folder works as it is.
# Of pyproject.toml only the package itself counts, not how its lines are checked.
sum = $(shell sed '/^\[tool\.ruff/,$$d' $(1) | sha256sum | cut -c 1-16)
# On another computer, whose Python is of another version or elsewhere, what was installed does not run and is installed
# again; until that is done its stamp stays, so that the folder still works where it came from.
SET_UP := .venv/site-$(call sum,requirements.lock pyproject.toml)
runs_here = import sys; sys.exit(not any(place.startswith(sys.prefix + "/lib") and "site-packages" in place for place in sys.path))
PYTHON_SITE := $(SET_UP)$(shell if [ -e $(SET_UP) ] && ! .venv/bin/python -c '$(runs_here)' 2> /dev/null; then echo -here; fi)
PYTHON_TEST := .venv/test-$(call sum,requirements.lock requirements-dev.lock pyproject.toml)
PYTHON_BENCH := .venv/bench-$(call sum,requirements.lock requirements-dev.lock requirements-bench.lock pyproject.toml)
NODE_SITE := node_modules/.site-$(call sum,.npmrc package.json package-lock.json)
NODE_TEST := node_modules/.test-$(call sum,.npmrc package.json package-lock.json)

# The first python3 that is new enough; PYTHON=… names another one.
PYTHON ?=
define find_python
for python in $${PYTHON:-python3 python3.11 python3.12 python3.13 python3.14}; do
    if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2> /dev/null; then break; fi
    python=
done
if [ -z "$$python" ]; then
    if command -v python3 > /dev/null; then
        echo "这里的 Python 太旧（$$(python3 -V 2>&1)），需要 3.11 或更新的。请先运行：sudo apt install python3.11 python3.11-venv" >&2
    else
        echo "没有找到 Python。请先运行：sudo apt install python3 python3-venv" >&2
    fi
    exit 1
fi
if ! "$$python" -c 'import ensurepip, venv' 2> /dev/null; then
    echo "Python 缺少 venv。请先运行：sudo apt install $$(basename "$$python")-venv" >&2
    exit 1
fi
endef
export PYTHON

# Two set-ups at once would trip over each other; so would one and what is left running of a killed one.
one_at_a_time = exec 9< Makefile; if command -v flock > /dev/null; then flock 9; fi; if [ -e $@ ]; then exit; fi

# What is installed lies in .setup until it is whole: without a network the set-up that was there stays.
there = $(if $(wildcard .venv),原来装好的没有动；,)
not_installed = { echo "没有装成，多半是连不上网络。$(there)安装需要上网一次，请接上网络，再运行一次；装好以后不用网络" >&2; exit 1; }

# Nothing that was installed names the folder it lies in: a script finds the Python beside it (to Python the
# three lines are a string), and the plugin is found from where it is installed.
define SCRIPT_HEAD
#!/bin/sh
'''exec' "$$(dirname "$$(readlink -f "$$0")")/python" "$$0" "$$@"
' '''
endef
export SCRIPT_HEAD
define make_movable
mkdir -p .setup
for pointer in $(1)/lib/python*/site-packages/*newspaper_archive.pth; do echo ../../../../plugins > "$$pointer"; done
grep -lIE '^#!.*/bin/python[0-9.]*$$' $(1)/bin/* > .setup/scripts || true
while read -r script; do
    sed 1d "$$script" > .setup/script
    { printf '%s\n' "$$SCRIPT_HEAD"; cat .setup/script; } > "$$script"
done < .setup/scripts
endef

$(PYTHON_SITE):
	@$(find_python)
	$(one_at_a_time)
	echo "$(if $(filter %-here,$@),这台电脑上的 Python 与安装时的不同,第一次运行，或所需的软件有了变动)：正在安装到 .venv（一两分钟）……" >&2
	rm -rf .setup
	"$$python" -m venv .setup/venv
	$(call pip,.setup/venv) install --require-hashes -r requirements.lock || $(not_installed)
	$(call pip,.setup/venv) install --no-deps --no-build-isolation --editable .
	$(call make_movable,.setup/venv)
	rm -rf .venv
	mv .setup/venv .venv
	rm -rf .setup
	touch $(SET_UP)

# All is fetched before the set-up that is there is touched.
define install_also
rm -rf .setup
$(call pip,.venv) download --dest .setup --require-hashes -r $(1) || $(not_installed)
rm -f .venv/site-* .venv/test-* .venv/bench-*
$(call pip,.venv) install --no-index --find-links .setup --require-hashes -r $(1)
$(call make_movable,.venv)
rm -rf .setup
endef

$(PYTHON_TEST): $(PYTHON_SITE)
	@$(one_at_a_time)
	echo "正在安装测试所需的软件……" >&2
	$(call install_also,requirements-dev.lock)
	touch $(SET_UP) $@

$(PYTHON_BENCH): $(PYTHON_TEST)
	@$(one_at_a_time)
	echo "正在安装量速度所需的软件……" >&2
	$(call install_also,requirements-bench.lock)
	touch $(SET_UP) $(PYTHON_TEST) $@

# The order matters only for which comes first: Node itself comes from PyPI into .venv.
define install_node
rm -rf .setup
mkdir .setup
cp .npmrc package.json package-lock.json .setup
$(call npm_ci,$(1)) || $(not_installed)
rm -rf node_modules
mv .setup/node_modules node_modules
rm -rf .setup
endef

$(NODE_SITE): | $(PYTHON_SITE)
	@$(one_at_a_time)
	$(call install_node,--omit=dev)
	touch $@

$(NODE_TEST): | $(PYTHON_SITE)
	@$(one_at_a_time)
	$(call install_node)
	touch $(NODE_SITE) $@

setup: $(PYTHON_SITE) $(NODE_SITE)
setup-test: $(PYTHON_TEST) $(NODE_TEST)
setup-bench: setup-test $(PYTHON_BENCH)

help:
	@cat <<'END'
	make                     从 seeds/ 建网站到 output/
	make SEEDS=夹 OUTPUT=夹  从别的文件夹建到别的文件夹
	make LANGUAGE=en         网站的界面用英文（zh-Hans 简体、zh-Hant 繁体、en 英文）；报上的文字不变
	make SHRINK=1            版面文件少了许多，也照样重建网站（平时会停下来问；有网址跟着丢的，用 make addresses ACCEPT=1）
	make check               列出待核的疑点：哪个文件、哪一行、看到什么、怎么办（ALL=1 连核过的也列出）
	make checked PAGE=文件 LINE=行
	                         这一行的疑点核过了，以后不再列出（几行写 39,105；不写 LINE= 就是整版都核过）
	make unchecked PAGE=文件 LINE=行
	                         收回：这一行的疑点不算核过，又会列出来
	make check SITE=1        照校验表核对建好的网站（OUTPUT=夹 核对拷到别处的）：改动、缺少、多出的文件
	make explain PAGE=文件   逐块说明一版的读法（文件名写末尾就行，如 PAGE=C02.txt）
	make sidecar PAGE=文件   给一版写一份旁注，里面是程序的读法，照版面改
	make accept PAGE=文件    版面文件改过以后，把旁注的行号改到新的行上
	make parse               把版面读成 JSON，一版一个文件，放在 parsed/（PAGE=… 只读一版，OUT=… 换地方）
	make file                散放的版面该归到哪个报名、日期的文件夹，为什么，还缺什么；YES=1 才移
	make unfile              把上一次 make file 移的放回原处
	make addresses           列出发布过的网址会有什么变动（ACCEPT=1 撤下列出的、文字已经没有了的）
	make serve               在本机看网站：http://127.0.0.1:$(PORT)/（PORT=… 换端口）
	make devserver           同上；原稿、模板一改就重建
	make publish SITEURL=…   建要放到网上的网站（site.yaml 里写了网址的，不用再写）
	make clean               删去 output/ 里建成的网站
	make quick               一分钟以内的测试：不开浏览器，不建网站
	make test                跑测试：说明书里许诺的，样样都测到
	make test-full           样样都测到底，要几个小时（杀二百次、各种模式和语言、十万张胡乱的版面）
	make lint                查程序的写法
	make words               把界面上新的话收进各种语言的译文表（WORDS=ja 添一种语言）
	make bench               量速度（也可只量一样：bench-build 生成，bench-pages 网页，bench-search 检索，bench-doubts 疑点）
	make weigh               量读法的各项依据：去掉一项，哪种报、哪种版面读差了（PAGES=夹 用别处的版面）
	make fuzz                读十万张胡乱拼成的版面，看有没有读不下去的、丢了字的（FUZZ=… 换张数）
	make crash               把生成中途杀掉二百次，看网站是否总是完整
	make rot                 把 .cache/ 里的文件弄坏二百次，看网站是否总与从头建的一样
	END

html: setup
	@$(pelican) --settings pelicanconf.py --output "$$OUTPUT"

publish: setup
	@$(pelican) --settings publishconf.py --output "$$OUTPUT"

# Only as it is typed: a SITE of somebody else's environment means something else.
site_alone := $(if $(filter command line,$(origin SITE)),$(filter-out 0,$(value SITE)))
check: setup
ifeq ($(site_alone),)
	@.venv/bin/newspaper-archive check $(if $(ALL),--all) -- "$$SEEDS"
else
	@.venv/bin/newspaper-archive check-site --cache "$${NEWSPAPER_CACHE:-.cache}" -- "$$OUTPUT"
endif

# A path may be meant from where make was typed. The options are closed by --, for a file may be named -v.txt.
of_a_page = cd "$$NEWSPAPER_CALLER"; newspaper-archive $(1) --seeds "$$SEEDS" -- "$$PAGE"

checked unchecked: setup
	@cd "$$NEWSPAPER_CALLER"
	newspaper-archive $@ --seeds "$$SEEDS" $(a_line) -- "$$PAGE"

explain sidecar accept: setup
	@$(call of_a_page,$@)

parse: setup
	@cd "$$NEWSPAPER_CALLER"
	newspaper-archive parse --seeds "$$SEEDS" --out "$${OUT:-parsed}" -- "$${PAGE:-$$SEEDS}"

# As with SITE; they go by the environment, for a name may hold anything.
typed = $(if $(filter command line,$(origin $(1))),$(value $(1)))
file: export FILE_DATE := $(call typed,DATE)
file: export FILE_FOLIO := $(call typed,FOLIO)
file: export FILE_EDITION := $(call typed,EDITION)
file: export FILE_PAPER := $(call typed,PAPER)
file_yes := $(if $(filter-out 0,$(call typed,YES)),--yes)
file: setup
	@cache=$$(realpath -m -- "$${NEWSPAPER_CACHE:-.cache}")
	cd "$$NEWSPAPER_CALLER"
	newspaper-archive file --seeds="$$SEEDS" --page="$$PAGE" --date="$$FILE_DATE" --folio="$$FILE_FOLIO" \
	    --edition="$$FILE_EDITION" --paper="$$FILE_PAPER" --cache="$$cache" $(file_yes)

unfile: setup
	@newspaper-archive unfile --seeds="$$SEEDS"

port_free = if (exec 3<> "/dev/tcp/127.0.0.1/$$PORT") 2> /dev/null; then \
    echo "端口 $$PORT 正被别的程序用着。请换一个，例如：make $@ PORT=$$((PORT + 1))" >&2; exit 1; fi

# Only as it is typed, as SITE.
accepted := $(if $(filter command line,$(origin ACCEPT)),$(filter-out 0,$(value ACCEPT)))
addresses: setup
	@newspaper-archive addresses $(if $(accepted),--accept) --seeds "$$SEEDS" --book "$${BOOK:-$$SEEDS/addresses}" \
	    --cache "$${NEWSPAPER_CACHE:-.cache}" -- "$$OUTPUT"

serve: setup
	@$(port_free)
	if [ ! -f "$$OUTPUT/index.html" ]; then echo "$$OUTPUT: 还没有网站。请先运行 make" >&2; exit 1; fi
	echo "请用浏览器打开 http://127.0.0.1:$$PORT/index.html（按 Ctrl-C 结束）"
	exec $(python) -m http.server --bind 127.0.0.1 --directory "$$OUTPUT" "$$PORT"

devserver: setup
	@$(port_free)
	exec $(pelican) --settings pelicanconf.py --output "$$OUTPUT" --autoreload --listen --bind 127.0.0.1 \
	    --port "$$PORT" --extra-settings NEWSPAPER_DEVSERVER=true

words: setup
	@$(python) -m newspaper_archive.site.tongue theme $(WORDS)

clean: setup
	@$(python) -m newspaper_archive.store.stage "$$OUTPUT" "$${NEWSPAPER_CACHE:-.cache}"

# What goes wrong while something is measured is not to be passed over.
bench bench-search bench-pages bench-build bench-reading bench-doubts weigh fuzz: export NEWSPAPER_GUARD := off

bench: setup-bench
	@shopt -s nullglob
	for bench in benchmarks/bench_*.py; do
	    echo "$$bench"
	    $(python) "$$bench"
	done

bench-search: setup-bench
	@$(python) benchmarks/bench_search.py

bench-pages: setup-bench
	@$(python) benchmarks/bench_pages.py

bench-build: setup-bench
	@$(python) benchmarks/bench_build.py

bench-reading: setup
	@$(python) benchmarks/bench_reading.py

bench-doubts: setup
	@$(python) benchmarks/bench_doubts.py

weigh: setup
	@$(python) benchmarks/weigh.py

lint: setup-test
	@$(python) -m ruff format --check .
	$(python) -m ruff check .
	$(python) -m mypy
	$(python) tests/support/dead_code.py
	.venv/bin/node node_modules/typescript/bin/tsc --project .

crash: setup-test
	@CRASHES="$${CRASHES:-200}" $(python) -m pytest tests/store/test_crash.py

rot: setup-test
	@ROTS="$${ROTS:-200}" $(python) -m pytest -s tests/store/test_rot.py

fuzz: setup-test
	@PYTHONPATH=tests/support $(python) benchmarks/fuzz.py $${FUZZ:-100000}

pytest = $(python) -m pytest --numprocesses auto --dist worksteal
define test_scripts
mapfile -d '' -t scripts < <(find tests -name '*.test.js' -print0 | sort -z)
if [ "$${#scripts[@]}" -gt 0 ]; then .venv/bin/node --test --test-reporter=dot "$${scripts[@]}"; fi
endef

quick: setup-test
	@$(pytest) --hypothesis-profile quick -m 'not (browser or build or slow or full)'
	$(test_scripts)

test: setup-test
	@$(python) tests/support/browser.py
	$(pytest) -m 'not full'
	$(test_scripts)

test-full: export TESTS := full
test-full: setup-test
	@$(python) tests/support/browser.py
	$(pytest) --hypothesis-profile full
	$(test_scripts)
	$(MAKE) --no-print-directory fuzz

endif
