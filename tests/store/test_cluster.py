"""Reading on a Dask cluster: a real scheduler and two workers, processes on this machine's loopback.

Every wait here has a limit, and whatever becomes of a test its processes are killed.
"""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import pytest

from conftest import ROOT, Build
from job_functions import die_once, double
from newspaper_archive.errors import ArchiveError
from newspaper_archive.store import cluster as dask
from newspaper_archive.store.jobs import Jobs
from newspaper_archive.store.manifest import MANIFEST

pytestmark = pytest.mark.build

PATIENCE = 600  # seconds on a busy machine for a process to start, a build to end
DAYS = 160  # so many pages that a worker dies in the midst of them
PATHS = (ROOT / "plugins", ROOT / "tests" / "support")


def write_pages(seeds: Path) -> None:
    """A page a day, from the second of January on."""
    for number in range(1, DAYS + 1):
        day = date(2023, 1, 1) + timedelta(number)
        page = seeds / "hewan" / day.isoformat() / "C01.txt"
        page.parent.mkdir(parents=True)
        page.write_text(f"C01 要闻\n\n第{number}座水站通水\n\n本报讯(记者 柏清漪)日前,水站建成。\n", "utf-8")


@dataclass(frozen=True)
class Cluster:
    """Starts the processes of a cluster, each in a group of its own; `folder` holds what they say."""

    folder: Path
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def start(self, program: str, *options: str, paths: Sequence[Path] = PATHS) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", f"distributed.cli.dask_{program}", "--host", "127.0.0.1"]
        command += ["--scheduler-file", str(self.folder / "scheduler.json"), "--no-dashboard", *options]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(map(str, paths)), "PYTHONUTF8": "1"}
        with (self.folder / f"{len(self.processes)}.log").open("wb") as log:
            process = subprocess.Popen(
                command, cwd=self.folder, env=environment, stdout=log, stderr=log, start_new_session=True
            )
        self.processes.append(process)
        return process

    def scheduler(self) -> str:
        """Its address, as soon as it says so."""
        self.start("scheduler", "--port", "0")
        return self.said_by(0, r"Scheduler at:")

    def worker(self, paths: Sequence[Path] = PATHS) -> subprocess.Popen[bytes]:
        """A worker that has come to work; without a keeper, so that it stays dead when it is killed."""
        number = len(self.processes)
        local = ("--local-directory", str(self.folder / "local"))
        process = self.start("worker", "--nthreads", "1", "--no-nanny", *local, paths=paths)
        self.said_by(number, "Registered to:")
        return process

    def said_by(self, number: int, words: str) -> str:
        """What stands after these words in the process's log."""
        log = self.folder / f"{number}.log"
        assert within(PATIENCE, lambda: words in log.read_text("utf-8")), log.read_text("utf-8")
        return log.read_text("utf-8").split(words)[1].split()[0]

    def kill(self) -> None:
        for process in self.processes:
            kill(process)


def kill(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(PATIENCE)


def within(seconds: float, holds: Callable[[], bool]) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(0.1)
    return False


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    (tmp_path / "dask").mkdir()
    cluster = Cluster(tmp_path / "dask")
    yield cluster
    cluster.kill()


def test_a_cluster_makes_the_same_site_though_a_worker_is_killed(
    cluster: Cluster, build: Build, tmp_path: Path
) -> None:
    seeds, cache = tmp_path / "seeds", tmp_path / "cache"
    write_pages(seeds)
    alone = build(seeds, tmp_path / "alone", NEWSPAPER_CACHE=str(tmp_path / "another"))
    assert 0 == alone.returncode, alone.stderr
    address, unlucky, _ = cluster.scheduler(), cluster.worker(), cluster.worker()

    built = threading.Event()

    def kill_once_pages_are_read() -> None:
        while not built.wait(0.05):
            if any(cache.rglob("pages/*/*")):
                kill(unlucky)
                return

    killer = threading.Thread(target=kill_once_pages_are_read)
    killer.start()
    made = build(seeds, tmp_path / "out", NEWSPAPER_CLUSTER=address, NEWSPAPER_CACHE=str(cache))
    built.set()
    killer.join()
    assert 0 == made.returncode, made.stderr
    assert -signal.SIGKILL == unlucky.poll()
    assert (tmp_path / "alone" / MANIFEST).read_bytes() == (tmp_path / "out" / MANIFEST).read_bytes()


def test_a_worker_that_dies_over_its_work_costs_nothing_but_time(cluster: Cluster, tmp_path: Path) -> None:
    address, *workers = cluster.scheduler(), cluster.worker(), cluster.worker()
    with Jobs(2, address).worker_pool() as pool:
        asked = [(tmp_path, number) for number in range(30)]
        assert list(range(30)) == list(pool.each(die_once, asked))
        assert [2 * number for number in range(30)] == list(pool.each(double, range(30)))
    assert (tmp_path / "died").exists()
    assert 1 == sum(process.poll() is None for process in workers)


def test_a_cluster_that_loses_its_last_worker_is_not_waited_for(
    cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dask, "IDLE_SECONDS", 3)
    address, _ = cluster.scheduler(), cluster.worker()
    asked = [(tmp_path, number) for number in range(30)]
    with Jobs(2, address).worker_pool() as pool, pytest.raises(ArchiveError, match="没有工作进程可用"):
        list(pool.each(die_once, asked))


def test_a_scheduler_that_dies_is_named(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> None:
    address, _ = cluster.scheduler(), cluster.worker()
    with Jobs(2, address).worker_pool() as pool:
        made = pool.each(double, range(30))
        assert 0 == next(made)
        monkeypatch.setattr(dask, "ANSWER_SECONDS", 3)
        kill(cluster.processes[0])
        with pytest.raises(ArchiveError, match=f"连不上调度程序“{address}”"):
            list(made)


def test_a_worker_without_this_program_is_named(cluster: Cluster) -> None:
    # It stands before the one that is installed here.
    other = cluster.folder / "other" / "newspaper_archive"
    other.mkdir(parents=True)
    (other / "__init__.py").write_text("raise ImportError\n", "utf-8")
    address, _ = cluster.scheduler(), cluster.worker(paths=(other.parent,))
    with (
        Jobs(2, address).worker_pool() as pool,
        pytest.raises(ArchiveError, match=r"“tcp://.*”的程序与这里的不同"),
    ):
        list(pool.each(double, range(30)))


def test_a_scheduler_that_does_not_answer_stops_the_build_and_leaves_the_old_site(
    build: Build, tmp_path: Path
) -> None:
    seeds, output = tmp_path / "seeds", tmp_path / "out"
    (seeds / "hewan").mkdir(parents=True)
    assert 0 == build(seeds, output).returncode
    before = (output / MANIFEST).read_bytes()
    write_pages(seeds)
    made = build(seeds, output, NEWSPAPER_CLUSTER="tcp://127.0.0.1:9")
    assert made.returncode != 0
    assert "连不上调度程序“tcp://127.0.0.1:9”" in made.stderr
    assert "Traceback" not in made.stderr
    assert before == (output / MANIFEST).read_bytes()
