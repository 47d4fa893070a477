"""The commands as the desk types them: `make` from any folder into any folder, and why it may refuse."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import COMPILED, ROOT
from newspaper_archive.store.manifest import MANIFEST

pytestmark = pytest.mark.build

TYPED_BY_NOBODY = {"MAKEFLAGS", "MAKELEVEL", "MFLAGS", "SEEDS", "OUTPUT", "SITEURL", "PORT", "PYTHON"}
STALE = {"PWD": "/"}
SET_UP_TOOLS = ("basename", "cut", "dirname", "grep", "sed", "sha256sum", "tr")


def make(*arguments: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """`make` as typed in `folder`, knowing nothing of the make that runs these tests."""
    inherited = {name: value for name, value in os.environ.items() if name not in TYPED_BY_NOBODY}
    return subprocess.run(
        ["make", *arguments],
        cwd=folder,
        env={**inherited, "PYTHONPATH": str(COMPILED), "PWD": str(folder), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module", autouse=True)
def _the_set_up_stands() -> None:
    """A make that set up anew would clear away the very Python that runs these tests."""
    if Path(sys.prefix) == ROOT / ".venv" and make("--question", "setup", folder=ROOT).returncode:
        pytest.fail("the locks have changed since the set-up: run `make test`")


@pytest.fixture
def caller(tmp_path: Path) -> Path:
    """A folder with a page file in a folder whose name has blanks, Chinese and what a shell would act on."""
    folder = tmp_path / "报社 电脑"
    (folder / "原 稿 $1").mkdir(parents=True)
    (folder / "原 稿 $1" / "page.txt").write_text("本报讯 河堤加固工程完工。\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize("way", [["-C", str(ROOT)], ["-sC", str(ROOT)], ["-f", str(ROOT / "Makefile")]])
def test_make_reads_both_folders_from_where_it_was_typed(caller: Path, way: list[str]) -> None:
    made = make(*way, "SEEDS=原 稿 $1", "OUTPUT=它的 '网站'", folder=caller)
    assert 0 == made.returncode, made.stderr
    assert (caller / "它的 '网站'" / MANIFEST).is_file()
    assert (caller / "它的 '网站'" / "index.html").is_file()


def test_make_works_where_the_machine_has_no_language_set(caller: Path) -> None:
    made = make("-C", str(ROOT), "SEEDS=原 稿 $1", "OUTPUT=网站", folder=caller, LC_ALL="C", LANG="C")
    assert 0 == made.returncode, made.stderr
    assert made.stdout.splitlines()[-2].endswith(str(caller / "网站" / "index.html"))


def test_a_stale_pwd_does_not_mislead_make(caller: Path) -> None:
    seeds, output = caller / "原 稿 $1", caller / "网站"
    made = make(f"SEEDS={os.path.relpath(seeds, ROOT)}", f"OUTPUT={output}", folder=ROOT, **STALE)
    assert 0 == made.returncode, made.stderr
    assert (output / MANIFEST).is_file()


def test_a_second_make_installs_nothing_and_says_one_line(caller: Path) -> None:
    arguments = ["-f", str(ROOT / "Makefile"), "SEEDS=原 稿 $1", "OUTPUT=网站"]
    assert 0 == make(*arguments, folder=caller).returncode
    stamps = {path: path.stat().st_mtime_ns for path in (ROOT / ".venv").glob("site-*")}
    made = make(*arguments, folder=caller)
    assert made.stdout.splitlines()[-1].endswith(str(caller / "网站" / "index.html"))
    assert 1 == len(made.stdout.splitlines())
    assert stamps == {path: path.stat().st_mtime_ns for path in (ROOT / ".venv").glob("site-*")}


def test_clean_removes_the_site_and_only_a_site(caller: Path) -> None:
    makefile = ["-f", str(ROOT / "Makefile")]
    assert 0 == make(*makefile, "SEEDS=原 稿 $1", "OUTPUT=网站", folder=caller).returncode
    assert 0 == make(*makefile, "clean", "OUTPUT=网站", folder=caller).returncode
    refused = make(*makefile, "clean", "OUTPUT=原 稿 $1", folder=caller)
    assert refused.returncode != 0
    assert "没有动它" in refused.stderr
    assert ["原 稿 $1"] == sorted(path.name for path in caller.iterdir())


def test_a_check_of_the_site_reads_the_folder_from_where_it_was_typed(caller: Path) -> None:
    makefile = ["-f", str(ROOT / "Makefile")]
    assert 0 == make(*makefile, "SEEDS=原 稿 $1", "OUTPUT=它的 '网站'", folder=caller).returncode
    (caller / "它的 '网站'").rename(caller / "U 盘")
    check = [*makefile, "check", "SITE=1", "OUTPUT=U 盘"]
    assert 0 == make(*check, folder=caller).returncode
    (caller / "U 盘" / "index.html").unlink()
    checked = make(*check, folder=caller)
    assert checked.returncode != 0
    assert "index.html: 校验表里有，这里没有" in checked.stdout


def test_a_doubt_is_done_by_pasting_what_check_prints(caller: Path) -> None:
    arguments = ["-f", str(ROOT / "Makefile"), "check", "SEEDS=原 稿 $1"]
    nothing_meant = {"LINE": "7", "ALL": "1"}
    first = make(*arguments, folder=caller, **nothing_meant).stdout
    (pasted,) = [line.strip() for line in first.splitlines() if line.endswith(" LINE=undated")]
    ticked = subprocess.run(["bash", "-c", pasted], cwd=caller, capture_output=True, text=True, check=False)
    assert "page.yaml: 记下核过的疑点 1 处：\n  整版：不知是哪一天的报纸" in ticked.stdout, ticked.stderr
    second = make(*arguments, folder=caller, **nothing_meant).stdout
    assert (first.count("不知是哪一天"), second.count("不知是哪一天")) == (1, 0)
    assert "不知是哪一天" in make(*arguments, "ALL=1", folder=caller).stdout


def test_a_line_that_is_left_empty_ticks_nothing(caller: Path) -> None:
    arguments = ["-f", str(ROOT / "Makefile"), "checked", "SEEDS=原 稿 $1", "PAGE=page.txt"]
    empty = make(*arguments, "LINE=", folder=caller)
    assert empty.returncode != 0
    assert "page.txt: “”这里没有疑点，旁注没有动" in empty.stderr
    assert "page.yaml: 记下核过的疑点" in make(*arguments, folder=caller).stdout


def test_a_site_of_somebody_else_s_environment_is_not_checked(caller: Path) -> None:
    arguments = ["-f", str(ROOT / "Makefile"), "check", "SEEDS=原 稿 $1", "OUTPUT=网站"]
    assert "疑点" in make(*arguments, folder=caller, SITE="1").stdout


def test_a_loose_page_is_filed_by_the_very_line_that_is_printed_for_it(caller: Path) -> None:
    name = "散 页'$1 #.txt"
    (caller / "原 稿 $1" / "page.txt").rename(caller / "原 稿 $1" / name)
    makefile = ["-f", str(ROOT / "Makefile"), "SEEDS=原 稿 $1"]
    somebody_s = {"YES": "1", "DATE": "2031-03-05", "FOLIO": "C01", "EDITION": "今日柳河"}
    (line,) = (
        said
        for said in make(*makefile, "file", folder=caller, **somebody_s).stdout.splitlines()
        if "PAGE=" in said
    )
    line = line.replace("XXXX-XX-XX", "2031-03-05").replace("报名", "'今日 柳河$1'")
    pasted = subprocess.run(["bash", "-c", line], cwd=caller, capture_output=True, text=True, check=False)
    assert 0 == pasted.returncode, pasted.stderr
    assert (caller / "原 稿 $1" / "jin-ri-liu-he-1" / "2031-03-05" / name).is_file()
    assert 0 == make(*makefile, "unfile", folder=caller).returncode
    assert (caller / "原 稿 $1" / name).is_file()


def test_publish_asks_for_the_site_s_address_unless_the_desk_has_written_it(caller: Path) -> None:
    arguments = ["-f", str(ROOT / "Makefile"), "publish", "SEEDS=原 稿 $1", "OUTPUT=网站"]
    made = make(*arguments, folder=caller)
    assert made.returncode != 0
    assert f"例如：make -C {ROOT} SEEDS='原 稿 $1' OUTPUT=网站 publish SITEURL=https://" in made.stderr
    assert ["原 稿 $1"] == [path.name for path in caller.iterdir()]
    site_file = caller / "原 稿 $1" / "site.yaml"
    site_file.write_text("名称: 柳河日报\n网址: https://example.org/柳河\n", encoding="utf-8")
    made = make(*arguments, folder=caller)
    assert 0 == made.returncode, made.stderr
    for page in ("index.html", "pages/about.html"):
        text = (caller / "网站" / page).read_text("utf-8")
        assert f'<link rel="canonical" href="https://example.org/柳河/{page}">' in text
        assert ">柳河日报</a></p>" in text


@pytest.mark.parametrize("goal", ["serve", "devserver"])
def test_a_port_that_is_taken_is_said(goal: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        refused = make(goal, f"PORT={port}", folder=ROOT)
    told = f"端口 {port} 正被别的程序用着。请换一个，例如：make {goal} PORT={port + 1}\n"
    assert refused.stderr.startswith(told), refused.stderr


def test_help_names_every_command() -> None:
    said = make("help", folder=ROOT).stdout
    commands = (
        "check",
        "checked",
        "unchecked",
        "file",
        "unfile",
        "serve",
        "devserver",
        "publish",
        "clean",
        "quick",
        "test",
        "test-full",
        "lint",
        "bench",
    )
    assert [] == [command for command in commands if f"make {command} " not in said]


@pytest.fixture
def bare(tmp_path: Path) -> Path:
    """The project as unpacked on a machine that has make and a shell, and no Python; tools are in `bin/`."""
    for name in ("Makefile", "pyproject.toml", "requirements.lock", "package.json", "package-lock.json"):
        shutil.copyfile(ROOT / name, tmp_path / name)
    for name in ("requirements-dev.lock", ".npmrc"):
        shutil.copyfile(ROOT / name, tmp_path / name)
    (tmp_path / "bin").mkdir()
    for tool in SET_UP_TOOLS:
        found = shutil.which(tool)
        assert found
        (tmp_path / "bin" / tool).symlink_to(found)
    return tmp_path


def put_python(bare: Path, script: str) -> None:
    python = bare / "bin" / "python3"
    python.write_text(f"#!/bin/bash\n{script}\n", encoding="utf-8")
    python.chmod(0o755)


def bare_make(bare: Path) -> subprocess.CompletedProcess[str]:
    tool = shutil.which("make")
    assert tool
    return subprocess.run(
        [tool], cwd=bare, env={"PATH": str(bare / "bin")}, capture_output=True, text=True, check=False
    )


def test_a_machine_without_python_is_told_what_to_install(bare: Path) -> None:
    made = bare_make(bare)
    assert made.returncode != 0
    assert "sudo apt install python3 python3-venv\n" in made.stderr


def test_a_machine_with_an_old_python_is_told_what_to_install(bare: Path) -> None:
    put_python(bare, 'if [ "$1" = -V ]; then echo Python 3.10.12; else exit 1; fi')
    made = bare_make(bare)
    assert made.returncode != 0
    assert "Python 3.10.12" in made.stderr
    assert "sudo apt install python3.11 python3.11-venv\n" in made.stderr


def test_a_machine_without_venv_is_told_what_to_install(bare: Path) -> None:
    put_python(bare, 'case "$2" in *ensurepip*) exit 1;; esac')
    made = bare_make(bare)
    assert made.returncode != 0
    assert "sudo apt install python3-venv\n" in made.stderr


def test_a_page_is_explained_by_the_end_of_its_name(caller: Path) -> None:
    explained = make("-C", str(ROOT), "explain", "SEEDS=原 稿 $1", "PAGE=page.txt", folder=caller)
    assert 0 == explained.returncode, explained.stderr
    assert "河堤加固工程完工" in explained.stdout


def test_a_command_that_a_message_gives_can_be_pasted(caller: Path) -> None:
    for folder in ("其一", "其二"):
        (caller / "原 稿 $1" / folder).mkdir()
        (caller / "原 稿 $1" / folder / "page.txt").write_text("本报讯 新桥通车。\n", encoding="utf-8")
    (caller / "原 稿 $1" / "page.txt").unlink()
    told = make("-C", str(ROOT), "explain", "SEEDS=原 稿 $1", "PAGE=page.txt", folder=caller)
    assert 2 == told.returncode
    pasted = [line for line in told.stderr.splitlines() if line.startswith("  make ")]
    assert [f"  make -C {ROOT} SEEDS='原 稿 $1' explain PAGE=其二/page.txt"] == pasted[1:]
    inherited = {name: value for name, value in os.environ.items() if name not in TYPED_BY_NOBODY}
    done = subprocess.run(
        ["bash", "-c", pasted[1]],
        cwd=caller,
        env={**inherited, "PWD": str(caller)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "新桥通车" in done.stdout, done.stderr
