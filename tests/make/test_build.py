"""A whole build: the same input gives the same bytes, a failure leaves the old site, foreign folders stay."""

import os
import pty
import re
import shutil
import subprocess
import sys
import termios
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pytest

from conftest import ROOT, SEEDS, Build
from newspaper_archive.folder.edition import is_taken
from newspaper_archive.folder.walk import find_pages
from newspaper_archive.make.plan import TICK, Outcome
from newspaper_archive.model import Edition, Problem, Severity
from newspaper_archive.store.manifest import MANIFEST

pytestmark = pytest.mark.build

PAGE = "河堤加固工程完工\n\n本报讯(记者 林未闻)河堤加固工程日前完工,沿岸居民出行更加方便。\n"

HEADING = re.compile(r"\[(?:注意|说明)\] \d+ 处。.+：")
STAGES = ("读版面", "相关", "排印", "目录", "图片", "检索", "发布")


def copy_in_another_order(folder: Path, copy: Path) -> None:
    """The same files with other times, made in another order, which is how some systems list them."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_file():
            target = copy / path.relative_to(folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)


def one_page(folder: Path) -> Path:
    folder.mkdir(parents=True)
    (folder / "page.txt").write_text(PAGE, encoding="utf-8")
    return folder


KIND = "article{% endblock %}"
DAY = 24 * 60 * 60
EAST = {"TZ": "Pacific/Kiritimati", "LANG": "zh_CN.GB18030", "LC_ALL": "", "PYTHONHASHSEED": "1", "JOBS": "1"}
WEST = {
    "TZ": "America/Adak",
    "LANG": "xx_XX",
    "LC_ALL": "",
    "PYTHONHASHSEED": "4242",
    "JOBS": "3",
    "USER": "somebody",
}


def on_another_day(days: int) -> dict[str, str]:
    path = os.pathsep.join([str(ROOT / "tests" / "support" / "another_day"), str(ROOT / "plugins")])
    return {"PYTHONPATH": path, "CLOCK_AHEAD": str(days * DAY)}


@pytest.mark.parametrize(
    "surroundings",
    [EAST, WEST, on_another_day(-9000), on_another_day(9000)],
    ids=["in the east on one core", "in the west on three", "long ago", "long hence"],
)
def test_the_same_pages_give_the_same_bytes(
    site: Path, build: Build, tmp_path: Path, surroundings: dict[str, str]
) -> None:
    seeds = tmp_path / "另一个 文件夹"
    copy_in_another_order(SEEDS, seeds)
    made = build(seeds, tmp_path / "out", **surroundings)
    assert 0 == made.returncode, made.stderr
    expected = (site / MANIFEST).read_text(encoding="utf-8").splitlines()
    assert expected == (tmp_path / "out" / MANIFEST).read_text(encoding="utf-8").splitlines()


def test_another_day_is_another_day_for_all_that_asks_the_time() -> None:
    asked = (
        "date.today(), datetime.now(), datetime.fromtimestamp(time.time()), datetime(*time.localtime()[:3])"
    )
    program = f"import time; from datetime import date, datetime; print(*{{day.year for day in ({asked})}})"
    environment = {**os.environ, **on_another_day(9000)}
    said = subprocess.run(
        [sys.executable, "-c", program], env=environment, stdout=subprocess.PIPE, check=True
    )
    there = time.localtime(time.time() + 9000 * DAY)
    assert f"{there.tm_year}\n" == said.stdout.decode()


def test_no_path_of_this_machine_is_written_into_the_site(site: Path) -> None:
    marks = [str(place).encode() for place in (ROOT, site.parent, Path.home())]
    telling = [
        str(path.relative_to(site))
        for path in sorted(site.rglob("*"))
        if path.is_file() and any(mark in path.read_bytes() for mark in marks)
    ]
    assert [] == telling


def test_no_edition_may_have_an_address_that_the_site_has_at_its_root(site: Path) -> None:
    own = {path.stem for path in site.iterdir() if path.is_dir() or path.suffix == ".html"}
    editions = {edition.slug for edition in find_pages(SEEDS, Edition("unsorted", "", "")).editions}
    assert set() == {address for address in own - editions if not is_taken(address)}


def test_the_build_says_in_its_last_line_what_it_made_and_where(build: Build, tmp_path: Path) -> None:
    made = build(one_page(tmp_path / "seeds"), tmp_path / "out")
    assert 0 == made.returncode, made.stderr
    line = made.stdout.splitlines()[-1]
    assert line.startswith("已建成 1 期、1 版、1 篇稿件，疑点待核 ")
    assert line.endswith(str(tmp_path / "out" / "index.html"))


BROKEN = Problem(Severity.ERROR, "binary", "a.txt", None, "坏了", "请改")
DOUBTS = [
    Problem(Severity.WARNING, "private-use", "b.txt", line, "看不清", "请核对") for line in range(1, 101)
]


def outcome(doubts: Sequence[Problem], known: Sequence[Problem] = ()) -> Outcome:
    return Outcome((BROKEN,), tuple(doubts), frozenset(known), "", 0, 0)


def rows_of(doubts: Sequence[Problem]) -> list[str]:
    head = f"[注意] {len(doubts)} 处。请核对："
    return ["[错误] a.txt: 坏了。请改", head, *(f"b.txt:{doubt.line}: 看不清" for doubt in doubts)]


def test_errors_and_a_few_doubts_are_told_at_every_build() -> None:
    assert [*rows_of(DOUBTS[:40]), TICK] == outcome(DOUBTS[:40], DOUBTS[:40]).worth_saying()


def test_of_many_doubts_those_that_are_new_are_told_and_the_others_counted() -> None:
    error, new, rest = outcome(DOUBTS, DOUBTS[:63] + DOUBTS[64:]).worth_saying()
    assert ("[错误] a.txt: 坏了。请改", "[注意] b.txt:64: 看不清。请核对") == (error, new)
    assert "另有 99 处疑点没有列出，上次就有。要逐条看，请运行 make check" == rest


def test_of_many_new_doubts_the_first_are_told() -> None:
    told = outcome(DOUBTS, DOUBTS[:10]).worth_saying()
    assert rows_of(DOUBTS[10:50]) == told[:-1]
    assert "另有 60 处疑点没有列出，其中 50 处是新的。要逐条看，请运行 make check" == told[-1]


def test_a_page_that_is_added_to_many_doubtful_ones_has_its_own_doubts_told(
    build: Build, tmp_path: Path
) -> None:
    seeds = tmp_path / "seeds"
    for number in range(1, 51):
        page = seeds / f"2023-06-{number % 28 + 1:02}" / f"C{number:02}.txt"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(f"C{number:02} 要闻\n\n{PAGE}", "utf-8")
    first = build(seeds, tmp_path / "out")
    assert "其中" in first.stderr
    added = seeds / "2023-07-01" / "C01.txt"
    added.parent.mkdir()
    added.write_text(f"C01 要闻\n\n{PAGE}", "utf-8")
    told = build(seeds, tmp_path / "out").stderr.splitlines()
    assert any("2023-07-01/C01.txt" in line for line in told)
    assert not any("2023-06-02/C01.txt:" in line for line in told)
    again = build(seeds, tmp_path / "out").stderr.splitlines()
    assert ["上次就有"] == re.findall("上次就有", "".join(again))
    assert not any("C01.txt" in line for line in again)


def test_a_broken_edition_file_stops_the_build_and_leaves_the_old_site(build: Build, tmp_path: Path) -> None:
    seeds, output = one_page(tmp_path / "seeds"), tmp_path / "out"
    assert 0 == build(seeds, output).returncode
    before = (output / MANIFEST).read_bytes()
    (seeds / "edition.yaml").write_text("paper: [\n", encoding="utf-8")
    made = build(seeds, output)
    assert made.returncode != 0
    assert "edition.yaml:" in made.stderr
    assert "Traceback" not in made.stderr
    assert before == (output / MANIFEST).read_bytes()
    assert ["out", "seeds"] == sorted(path.name for path in tmp_path.iterdir())


def with_page(folder: Path, name: str, text: bytes) -> list[str]:
    """Arguments for a build with one more hand-written page."""
    content = shutil.copytree(ROOT / "content", folder / "content")
    (content / "pages" / name).write_bytes(text)
    return ["--extra-settings", f'PATH="{content}"']


def test_a_hand_written_page_of_windows_is_a_page_of_the_site(build: Build, tmp_path: Path) -> None:
    text = "Title：关于本馆\r\nSlug：benguan\r\n\r\n本馆收藏*汀西专刊*。\r\n".encode("gbk")
    extra = with_page(tmp_path, "新建 文本文档.md", text)
    made = build(one_page(tmp_path / "seeds"), tmp_path / "out", extra=extra)
    assert 0 == made.returncode, made.stderr
    page = (tmp_path / "out/pages/benguan.html").read_text("utf-8")
    assert "<h1>关于本馆</h1>" in page
    assert "<p>本馆收藏<em>汀西专刊</em>。</p>" in page


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("guan.md", b"x", "content/pages/guan.md:1: 这个手写的网页没有标题。请在文件开头写一行 title:"),
        ("guan.md", b"title: x\nslug: about", "content/pages/guan.md: 与 content/pages/about.md 都要做成"),
        ("guan.md", b"title: x\ntemplate: nope", "content/: 有一个手写的网页，开头的 template 没有这个模板"),
        ("guan.html", b"\xb1\xea", "content/: 有一个手写的网页做不成（'utf-8' codec"),
    ],
)
def test_a_hand_written_page_that_cannot_be_made_stops_the_build_in_the_desks_words(
    build: Build, tmp_path: Path, name: str, text: bytes, message: str
) -> None:
    extra = with_page(tmp_path, name, text)
    made = build(one_page(tmp_path / "seeds"), tmp_path / "out", extra=extra)
    assert (1, False, True) == (made.returncode, "Traceback" in made.stderr, message in made.stderr), (
        made.stderr
    )
    assert not (tmp_path / "out").exists()


def test_a_terminal_shows_a_bar_for_each_stage_and_nothing_else_over_it(tmp_path: Path) -> None:
    seen, terminal = pty.openpty()
    termios.tcsetwinsize(terminal, (40, 200))
    command = [sys.executable, "-m", "pelican", "content", "--settings", "pelicanconf.py"]
    command += ["--output", str(tmp_path / "out"), "--fatal", "errors", "--log-handler", "plain"]
    environment = {**os.environ, "SEEDS": str(SEEDS), "PYTHONUTF8": "1", "TERM": "xterm"}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=terminal, stderr=terminal):
        os.close(terminal)
        shown = b"".join(iter(partial(read_terminal, seen), b"")).decode()
    os.close(seen)
    lines = shown.split("\r\n")
    for stage, count in zip(STAGES, ("18/18", "1/1", "7/7", "1/1", "7/7", "1/1", "1/1"), strict=True):
        (line,) = [line for line in lines if re.search(rf"{stage} \x1b\[", line)]
        bars = line.partition(stage)[2]
        assert count in bars, bars
        assert "Generating" not in bars
    assert re.search(r"已建成 7 期、18 版、62 篇稿件，疑点待核 \d+ 处；写 \d+ 个文件，0 个未变，用时", shown)


def read_terminal(seen: int) -> bytes:
    """What comes next; where a pipe that is closed gives nothing, Linux gives an error for a terminal."""
    try:
        return os.read(seen, 65536)
    except OSError:
        return b""


@pytest.mark.parametrize(
    ("slip", "told"),
    [("{% if %}", "Expected an expression"), ("{{ nobody.knows.this }}", "'nobody' is undefined")],
)
def test_a_slip_in_a_template_is_named_and_leaves_the_old_site(
    build: Build, tmp_path: Path, slip: str, told: str
) -> None:
    output, theme = tmp_path / "out", tmp_path / "theme"
    assert 0 == build(SEEDS, output).returncode
    before = (output / MANIFEST).read_bytes()
    template = Path(shutil.copytree(ROOT / "theme", theme)) / "templates" / "newspaper" / "article.html"
    template.write_text(template.read_text("utf-8").replace(KIND, f"{slip}{KIND}"), "utf-8")
    made = build(SEEDS, output, extra=["--theme-path", str(theme)], JOBS="2")
    assert made.returncode != 0
    assert re.search(rf"article\.html:\d+: 模板有错：“{told}", made.stderr), made.stderr
    assert "Traceback" not in made.stderr
    assert before == (output / MANIFEST).read_bytes()


def test_a_plugin_that_does_not_load_stops_the_build(build: Build, tmp_path: Path) -> None:
    broken = tmp_path / "broken" / "newspaper_archive"
    broken.mkdir(parents=True)
    (broken / "__init__.py").write_text("raise ImportError('broken on purpose')\n", encoding="utf-8")
    made = build(one_page(tmp_path / "seeds"), tmp_path / "out", PYTHONPATH=str(broken.parent))
    assert made.returncode != 0
    assert not (tmp_path / "out").exists()


def test_a_missing_folder_of_pages_is_named(build: Build, tmp_path: Path) -> None:
    made = build(tmp_path / "没有", tmp_path / "out")
    assert made.returncode != 0
    assert str(tmp_path / "没有") in made.stderr
    assert "Traceback" not in made.stderr


def test_junk_beside_the_pages_is_named_and_passed_over(build: Build, tmp_path: Path) -> None:
    seeds = one_page(tmp_path / "seeds")
    for name in ("Thumbs.db", ".DS_Store", "版样.pdf"):
        (seeds / name).write_bytes(b"\x00\x01junk")
    made = build(seeds, tmp_path / "out")
    assert 0 == made.returncode, made.stderr
    assert 1 == len([line for line in made.stderr.splitlines() if "版样.pdf" in line])
    assert (tmp_path / "out" / "index.html").is_file()


def test_a_foreign_output_folder_stops_the_build_untouched(build: Build, tmp_path: Path) -> None:
    output = tmp_path / "out"
    output.mkdir()
    (output / "信.txt").write_text("别动", encoding="utf-8")
    made = build(one_page(tmp_path / "seeds"), output)
    assert made.returncode != 0
    assert f"{output}: 这个文件夹里有别的文件" in made.stderr
    assert ["信.txt"] == [path.name for path in output.iterdir()]
    assert ["out", "seeds"] == sorted(path.name for path in tmp_path.iterdir())


def test_a_build_of_the_samples_warns_of_nothing_but_pages(build: Build, tmp_path: Path) -> None:
    made = build(SEEDS, tmp_path / "out")
    pages = {path.name for path in SEEDS.rglob("*") if path.is_file()}
    said = [line for line in made.stderr.splitlines() if line.partition("：")[0] not in STAGES]
    strange = [line for line in said if not any(name in line for name in pages)]
    strange = [line for line in strange if line != TICK and not HEADING.fullmatch(line)]
    # What is to be written stands below its page, indented.
    strange = [line for line in strange if not line.startswith("  ")]
    assert (0, []) == (made.returncode, strange)
