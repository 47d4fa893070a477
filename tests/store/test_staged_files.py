"""What did not change is the very file of the site as it was, and that nobody changed it is not believed."""

import os
import shutil
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from newspaper_archive.store.staged_files import FileMark, StagedFiles, as_left, read_mark

PAGE = "hewan/2031/a01.html"
TICK = 0.05
"""Seconds after which a file's new ctime is another one."""


@pytest.fixture
def staged(tmp_path: Path) -> StagedFiles:
    """A site of one page as a build left it, and an empty stage."""
    (tmp_path / "stage").mkdir()
    first = StagedFiles(tmp_path / "site", tmp_path / "before", {})
    return StagedFiles(tmp_path / "stage", tmp_path / "site", {PAGE: first.write(PAGE, b"whole")})


def rot(path: Path) -> None:
    """Flips a bit and sets the time back, as if nothing had been."""
    time.sleep(TICK)
    status, data = path.stat(), path.read_bytes()
    with path.open("r+b") as file:
        file.write(bytes([data[0] ^ 1]))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert status.st_mtime_ns == path.stat().st_mtime_ns


def test_a_file_that_nobody_touched_is_taken_over_with_its_time(staged: StagedFiles) -> None:
    assert staged.is_known(PAGE)
    mark = staged.take(PAGE)
    assert (staged.stage / PAGE).samefile(staged.site / PAGE)
    assert staged.known[PAGE] == mark
    assert (staged.stage / PAGE).stat().st_ctime_ns == mark.ctime


def test_a_flipped_bit_is_seen_though_size_and_time_are_as_they_were(staged: StagedFiles) -> None:
    rot(staged.site / PAGE)
    assert not staged.is_known(PAGE)
    staged.write(PAGE, b"whole")
    assert b"whole" == (staged.stage / PAGE).read_bytes()


def test_a_file_that_was_only_linked_elsewhere_is_read_and_known(staged: StagedFiles, tmp_path: Path) -> None:
    time.sleep(TICK)
    os.link(staged.site / PAGE, tmp_path / "linked")
    mark = as_left(staged.site, PAGE, staged.known[PAGE])
    assert staged.known[PAGE] == mark
    assert mark
    assert mark.ctime > staged.known[PAGE].ctime


def test_what_rotted_on_the_stage_is_replaced_by_the_site_s_own(staged: StagedFiles) -> None:
    (staged.stage / PAGE).parent.mkdir(parents=True)
    shutil.copy2(staged.site / PAGE, staged.stage / PAGE)
    rot(staged.stage / PAGE)
    staged.take(PAGE)
    assert (staged.stage / PAGE).samefile(staged.site / PAGE)
    assert b"whole" == (staged.stage / PAGE).read_bytes()


def test_a_sound_copy_on_the_stage_stands(staged: StagedFiles) -> None:
    (staged.stage / PAGE).parent.mkdir(parents=True)
    copy = Path(shutil.copy2(staged.site / PAGE, staged.stage / PAGE))
    before = copy.stat()
    mark = staged.take(PAGE)
    assert before == copy.stat()
    assert before.st_ctime_ns == mark.ctime


def test_a_pipe_of_the_same_size_and_time_is_not_waited_for(staged: StagedFiles) -> None:
    (staged.site / PAGE).unlink()
    os.mkfifo(staged.site / PAGE)
    status = (staged.site / PAGE).stat()
    known = replace(staged.known[PAGE], size=status.st_size, mtime=status.st_mtime_ns)
    assert as_left(staged.site, PAGE, known) is None


def test_a_file_that_cannot_be_read_has_no_mark(tmp_path: Path) -> None:
    assert read_mark(str(tmp_path)) is None


def test_marks_are_the_same_whatever_links_there_are() -> None:
    assert FileMark("sum", 5, 1, 1) == FileMark("sum", 5, 1, 2)
    assert FileMark("sum", 5, 1, 1) != FileMark("sum", 5, 2, 1)


def test_workers_that_write_one_file_at_once_leave_one_of_theirs(staged: StagedFiles) -> None:
    with ThreadPoolExecutor(8) as pool:
        marks = list(pool.map(staged.write, ["new/same.html"] * 400, map(str.encode, map(str, range(400)))))
    assert read_mark(f"{staged.stage}/new/same.html") in marks
