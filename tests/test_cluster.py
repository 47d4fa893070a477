"""Reading on a Dask cluster: a real scheduler and two workers on this machine's loopback."""

import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from conftest import ROOT, SEEDS
from newspaper_archive import flow
from newspaper_archive.errors import ArchiveError
from newspaper_archive.flow import archive_of, survey
from newspaper_archive.jobs import Jobs
from newspaper_archive.model import Archive
from newspaper_archive.settings import Settings

ENVIRONMENT = {
    **os.environ,
    "PYTHONPATH": str(ROOT / "plugins"),
    "DASK_DISTRIBUTED__DASHBOARD__LINK": "",
    "PYTHONUTF8": "1",
}


@contextmanager
def dask(*command: str, until: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A Dask program, once it has said so; with what it said of itself."""
    full = [sys.executable, "-m", "distributed.cli." + command[0], *command[1:], "--no-dashboard"]
    with subprocess.Popen(
        full, cwd=ROOT, env=ENVIRONMENT, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
    ) as process:
        assert process.stderr
        found = next((match for line in process.stderr if (match := re.search(until, line))), None)
        assert found, f"{command} ended"
        drain = threading.Thread(target=process.stderr.read, daemon=True)
        drain.start()
        yield process, found[1]
        process.terminate()


@contextmanager
def cluster() -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The scheduler's address, and one of its two workers."""
    scheduler = dask(
        "dask_scheduler", "--host", "127.0.0.1", "--port", "0", until=r"Scheduler at:\s+(tcp://\S+)"
    )
    with scheduler as (_, address):
        worker = ("dask_worker", address, "--nthreads", "1", "--no-nanny", "--host", "127.0.0.1")
        ready = r"Registered to:\s+(tcp://\S+)"
        with dask(*worker, until=ready) as (first, _), dask(*worker, until=ready):
            yield address, first


def read(seeds: Path, jobs: Jobs) -> Archive:
    return archive_of(survey(seeds, Settings(seeds=seeds).edition), jobs=jobs)


def test_a_cluster_reads_the_same_archive(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(flow, "BATCH", 2)
    with cluster() as (address, _):
        assert read(SEEDS, Jobs()) == read(SEEDS, Jobs(2, address))


def test_a_worker_killed_while_it_reads_costs_nothing_but_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(flow, "BATCH", 4)
    for number in range(12):
        shutil.copytree(SEEDS, tmp_path / f"第{number}份")
    expected = read(tmp_path, Jobs())
    with cluster() as (address, worker):
        killer = threading.Timer(0.6, worker.kill)
        killer.start()
        assert expected == read(tmp_path, Jobs(2, address))
        killer.cancel()


def test_a_scheduler_that_does_not_answer_is_named() -> None:
    with pytest.raises(ArchiveError, match=r"连不上调度程序“tcp://127\.0\.0\.1:9”"):
        read(SEEDS, Jobs(2, "tcp://127.0.0.1:9"))
