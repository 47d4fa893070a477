"""A page on which the program fails is an error of that page: it is shown raw, and all others are built."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from conftest import ROOT, Build
from newspaper_archive.errors import ArchiveError
from newspaper_archive.guard import Failure, attempt, failing
from newspaper_archive.store.manifest import MANIFEST, file_names, listed

FAULTY = os.pathsep.join([str(ROOT / "tests" / "support" / "faulty"), str(ROOT / "plugins")])
GUARDED = {"PYTHONPATH": FAULTY, "NEWSPAPER_GUARD": ""}
TOLD = "这一版只登原文"

PAGE = """C0{folio} 家园

{headline}

本报讯(记者 柏清漪 通讯员 骆青)6月8日,柳河渡口重建完工,两岸居民又能坐船赶集。
"""


def lay(seeds: Path, *headlines: str) -> list[Path]:
    """An issue of a page a headline."""
    files = []
    for number, headline in enumerate(headlines, start=1):
        file = seeds / "柳河" / "2031-06-08" / f"C0{number}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(PAGE.format(folio=number, headline=headline), "utf-8")
        files.append(file)
    return files


def article(output: Path, folio: int) -> Path:
    (page,) = output.glob(f"*/2031/2031-06-08/c0{folio}.html")
    return page.with_name(f"c0{folio}-01.html")


@pytest.mark.build
def test_a_page_that_fails_at_any_stage_is_shown_raw_and_the_others_are_built(
    build: Build, tmp_path: Path
) -> None:
    seeds, output = tmp_path / "seeds", tmp_path / "out"
    stages = "读印画索列"
    lay(seeds, "渡口完工", *(f"渡口{stage}时出错" for stage in stages), "渡口通船")
    made = build(seeds, output, JOBS="2", **GUARDED)
    assert made.returncode == 0, made.stderr
    told = sorted(line for line in made.stderr.splitlines() if TOLD in line)
    assert [f"[错误] 柳河/2031-06-08/C0{number}.txt" for number in range(2, 7)] == [
        line.partition(": ")[0] for line in told
    ]
    assert all("IndexError：list index out of range" in line for line in told)
    assert "其中 5 版程序没能处理，只登原文" in made.stdout.splitlines()[-1]
    assert [True, *[False] * 5, True] == [article(output, folio).exists() for folio in range(1, 8)]
    for folio, stage in enumerate(stages, start=2):
        raw = article(output, folio).with_name(f"c0{folio}.html").read_text("utf-8")
        assert f"渡口{stage}时出错" in raw
        assert "这一版没有分篇，只登原文。" in raw
    # Nothing is left of what was printed before the page was found out.
    assert listed(output) == set(file_names(output)) - {MANIFEST}


@pytest.mark.build
def test_what_ends_a_worker_exhausts_time_memory_or_the_stack_stops_no_build(
    build: Build, tmp_path: Path
) -> None:
    seeds, output = tmp_path / "seeds", tmp_path / "out"
    ways = ("读时进程退出", "读时没完没了", "读时内存不够", "读时递归", "印时进程退出")
    lay(seeds, "渡口完工", *ways)
    made = build(seeds, output, JOBS="2", **GUARDED)
    assert made.returncode == 0, made.stderr
    assert len(ways) == sum(TOLD in line for line in made.stderr.splitlines()), made.stderr
    assert [True, *[False] * len(ways)] == [article(output, n + 1).exists() for n in range(len(ways) + 1)]
    # All are tried again, though nothing changed: the program, or what it runs on, may have been mended.
    again = build(seeds, output, NEWSPAPER_GUARD="")
    assert TOLD not in again.stderr
    assert [True] * (len(ways) + 1) == [article(output, n + 1).exists() for n in range(len(ways) + 1)]


@pytest.mark.slow
@pytest.mark.build
def test_a_program_that_fails_on_most_pages_leaves_the_site_alone(build: Build, tmp_path: Path) -> None:
    seeds, output = tmp_path / "seeds", tmp_path / "out"
    # As with a slip of the program that spoils all: the pages are the same, and were all well before.
    lay(seeds, *(f"渡口读时出错{number}" for number in range(4)))
    assert 0 == build(seeds, output, NEWSPAPER_GUARD="").returncode
    before = (output / MANIFEST).read_bytes()
    spoilt = {**GUARDED, "JOBS": "2", "NEWSPAPER_CACHE": str(tmp_path / "none yet")}
    refused = build(seeds, output, **spoilt)
    assert 1 == refused.returncode
    assert "网站没有动：有 4 版" in refused.stderr
    assert "IndexError" in refused.stderr
    assert before == (output / MANIFEST).read_bytes()
    forced = build(seeds, output, **spoilt, SHRINK="1")
    assert 0 == forced.returncode, forced.stderr
    assert before != (output / MANIFEST).read_bytes()


def test_check_and_parse_go_on_to_the_next_page_and_name_the_one_that_failed(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    lay(seeds, "渡口读时出错", "渡口通船")
    checked = run("check", str(seeds))
    assert 1 == checked.returncode
    assert 1 == checked.stdout.count(TOLD)
    parsed = run("parse", str(seeds), "--out", str(tmp_path / "json"))
    assert 0 == parsed.returncode, parsed.stderr
    assert ["C01.json", "C02.json"] == sorted(path.name for path in (tmp_path / "json").iterdir())


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    code = "import sys; from newspaper_archive.desk.console import main; sys.exit(main())"
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env={**os.environ, **GUARDED},
        capture_output=True,
        text=True,
        check=False,
    )


def spoil(error: Exception) -> None:
    raise error


def test_the_guard_lets_pass_what_is_no_pages_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NEWSPAPER_GUARD")
    assert isinstance(attempt(spoil, ValueError("x")), Failure)
    with pytest.raises(ArchiveError):
        attempt(spoil, ArchiveError("设置不对"))
    with pytest.raises(OSError, match="full"):
        attempt(spoil, OSError(28, "full"))


def test_the_guard_is_off_where_the_tests_run() -> None:
    with pytest.raises(ValueError, match="x"):
        attempt(spoil, ValueError("x"))


@pytest.mark.parametrize("bad", [{3}, {0, 7}, set(range(8))])
def test_the_pieces_that_make_a_whole_fail_are_found(bad: set[int]) -> None:
    def fails(some: Sequence[int]) -> bool:
        return bool(bad & set(some))

    assert sorted(bad) == failing(range(8), fails)


def test_where_only_the_whole_fails_every_piece_is_suspected() -> None:
    assert [0, 1, 2] == failing([0, 1, 2], lambda some: len(some) == 3)
