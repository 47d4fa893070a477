"""Many workers make the same, in the same order; one that is killed costs time and nothing else."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from conftest import have_ended
from job_functions import die, die_once, double, refuse
from newspaper_archive.errors import ArchiveError
from newspaper_archive.store.jobs import Jobs

PATIENCE = 600  # seconds on a busy machine


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_results_come_in_the_order_of_what_was_asked(workers: int) -> None:
    with Jobs(workers).worker_pool() as pool:
        assert [2 * number for number in range(40)] == list(pool.each(double, range(40)))
        assert [] == list(pool.each(double, []))
        assert [6] == list(pool.each(double, [3]))


def leave_word(task: tuple[Path, int]) -> int:
    folder, number = task
    (folder / str(number)).touch()
    return number


def test_what_is_given_out_ahead_is_done_before_anybody_asks_for_it(tmp_path: Path) -> None:
    with Jobs(2).worker_pool() as pool:
        results = pool.each(leave_word, [(tmp_path, number) for number in range(9)], ahead=3)
        end = time.monotonic() + PATIENCE
        while len(list(tmp_path.iterdir())) < 6 and time.monotonic() < end:
            time.sleep(0.02)
        assert {"0", "1", "2", "3", "4", "5"} == {path.name for path in tmp_path.iterdir()}
        assert list(range(9)) == list(results)


def test_one_hand_begins_nothing_before_it_is_asked_for(tmp_path: Path) -> None:
    with Jobs(1).worker_pool() as pool:
        results = pool.each(leave_word, [(tmp_path, number) for number in range(9)], ahead=3)
        assert [] == list(tmp_path.iterdir())
        assert list(range(9)) == list(results)


def test_a_killed_worker_costs_nothing_but_time(tmp_path: Path) -> None:
    with Jobs(2).worker_pool() as pool:
        asked = [(tmp_path, number) for number in range(30)]
        assert list(range(30)) == list(pool.each(die_once, asked))
    assert (tmp_path / "died").exists()


START_AND_TELL = """
import os, time
from newspaper_archive.store.jobs import Jobs
def tell(_):
    time.sleep(0.2)
    return os.getpid()
with Jobs(2).worker_pool() as pool:
    for worker in pool.each(tell, range(10_000)):
        print(worker, flush=True)
"""


def test_workers_end_with_the_process_that_started_them_though_it_be_killed() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", START_AND_TELL], stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout
        workers: set[int] = set()
        while len(workers) < 2:
            workers.add(int(next(parent.stdout)))
        parent.kill()
    assert have_ended(workers)


def test_what_kills_every_worker_is_named() -> None:
    with Jobs(2).worker_pool() as pool, pytest.raises(ArchiveError, match=r"一再意外退出，最后在处理：5。"):
        list(pool.each(die, range(12)))


@pytest.mark.parametrize("workers", [1, 2])
def test_what_is_wrong_with_a_page_is_told_as_it_is(workers: int) -> None:
    with Jobs(workers).worker_pool() as pool, pytest.raises(ArchiveError, match="第 7 个不行"):
        list(pool.each(refuse, range(12)))
