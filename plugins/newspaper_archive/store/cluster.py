"""The machines of a Dask cluster as workers (`NEWSPAPER_CLUSTER=tcp://192.0.2.7:8786`).

Dask gives the jobs of a dead worker to another by itself. What it does not do is despair: without
workers, or behind a scheduler that fell silent, it waits for ever, and a worker without this program ends at
the first job. So every wait is broken off after a moment to look who is at work, and whoever is new
is asked which program it has.
"""

import logging
import time
from collections.abc import Callable
from concurrent.futures import CancelledError
from contextlib import suppress
from functools import partial
from typing import Any, Generic, TypeVar

from newspaper_archive.errors import ArchiveError, WorkerLostError
from newspaper_archive.store.program import program_mark

Given = TypeVar("Given")
Made = TypeVar("Made")

ANSWER_SECONDS = 10  # seconds for the scheduler to answer
POLL_SECONDS = 2  # seconds between two looks at who is at work
IDLE_SECONDS = 30  # seconds without any worker: one that its keeper starts anew is back sooner

INSTALL = "请运行：.venv/bin/pip install 'distributed>=2026.1'"
ADDRESS = "请检查地址，例如 tcp://192.0.2.7:8786，或去掉这项设置"
SAME_PROGRAM = "请在那台机器上装同一版本（运行 make），再重新启动工作进程"


class Cluster:
    """All workers of a scheduler; `count` is how many jobs they can do at once."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._client = _client(address)
        self._known: set[str] = set()
        self._last_seen = time.monotonic()
        self.count = 0
        try:
            self._wait_for_workers()
        except ArchiveError:
            self.stop()
            raise

    def submit(self, do: Callable[[Given], Made], batch: Given) -> "ClusterJob[Made]":
        from distributed.client import ClosedClientError  # noqa: PLC0415 - an extra

        try:
            return ClusterJob(self._client.submit(do, batch, pure=False), self)
        except ClosedClientError as error:
            raise WorkerLostError from error

    def wait(self, future: Any) -> Any:
        """What became of it; raises ArchiveError where nobody is left who could do it."""
        while True:
            try:
                return future.result(timeout=POLL_SECONDS)
            except OSError as error:
                if future.status == "error":
                    raise
                if not isinstance(error, TimeoutError):
                    raise WorkerLostError from error
                self._poll()

    def stop(self) -> None:
        with suppress(OSError, RuntimeError):
            self._client.close(timeout=ANSWER_SECONDS)

    def _wait_for_workers(self) -> None:
        try:
            while not self._poll():
                time.sleep(POLL_SECONDS)
        except WorkerLostError as error:
            raise _no_scheduler(self._address) from error

    def _poll(self) -> bool:
        """Whether anyone is at work; raises ArchiveError where nobody has been for too long."""
        workers = self._workers()
        self._check_programs(workers.keys() - self._known)
        self.count = sum(workers.values())
        if workers:
            self._last_seen = time.monotonic()
        elif time.monotonic() - self._last_seen > IDLE_SECONDS:
            advice = f"请在各台机器上运行：.venv/bin/dask worker {self._address}"
            raise ArchiveError(f"NEWSPAPER_CLUSTER: 调度程序“{self._address}”没有工作进程可用。{advice}")
        return bool(workers)

    def _workers(self) -> dict[str, int]:
        """The address of each, and how many jobs it does at once."""
        ask = partial(self._client.sync, self._client.scheduler.ncores, workers=None)
        workers: dict[str, int] = self._answer(partial(ask, callback_timeout=ANSWER_SECONDS))
        return workers

    def _check_programs(self, new: set[str]) -> None:
        """Raises ArchiveError for one whose program would read otherwise, or not at all."""
        ask = partial(self._client.run, program_mark, workers=sorted(new), on_error="return")
        for address, program in sorted(self._answer(ask).items()) if new else ():
            if isinstance(program, OSError):
                continue  # it died meanwhile
            if program != program_mark():
                raise ArchiveError(
                    f"NEWSPAPER_CLUSTER: 工作进程“{address}”的程序与这里的不同。{SAME_PROGRAM}"
                )
            self._known.add(address)

    def _answer(self, ask: Callable[[], Any]) -> Any:
        try:
            return ask()
        except (OSError, RuntimeError) as error:
            raise WorkerLostError from error


class ClusterJob(Generic[Made]):
    """A job on the cluster; what was made stays there until it is asked for."""

    def __init__(self, future: Any, cluster: Cluster) -> None:
        self._future, self._cluster = future, cluster

    def result(self) -> Made:
        from distributed import KilledWorker  # noqa: PLC0415 - an extra

        try:
            made: Made = self._cluster.wait(self._future)
        except (CancelledError, KilledWorker) as error:
            raise WorkerLostError from error
        return made

    def is_done(self) -> bool:
        return False


def _client(address: str) -> Any:
    client = _dask()
    try:
        return client(address, timeout=ANSWER_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise _no_scheduler(address) from error


def _dask() -> Any:
    """Dask's client, whose messages are not for the desk.

    Pelican has every logger end the build at an error, and Dask logs as an error what it is about to mend.
    """
    made = logging.getLoggerClass()
    logging.setLoggerClass(logging.Logger)
    try:
        from distributed import Client  # noqa: PLC0415 - an extra: only an archive of millions needs it
    except ImportError as error:
        raise ArchiveError(f"NEWSPAPER_CLUSTER: 没有装 Dask。{INSTALL}") from error
    finally:
        logging.setLoggerClass(made)
    log = logging.getLogger("distributed")
    log.addHandler(logging.NullHandler())
    log.propagate = False
    return Client


def _no_scheduler(address: str) -> ArchiveError:
    return ArchiveError(f"NEWSPAPER_CLUSTER: 连不上调度程序“{address}”。{ADDRESS}")
