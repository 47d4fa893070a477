"""Work on many pages at once: in this process, in several, or on the machines of a Dask cluster.

The results come in the order of what was asked, whoever did it, so that more workers make the same site
sooner. A worker that is killed costs time: its jobs are given to another.
"""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import chain, islice
from multiprocessing import parent_process
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import Any, Generic, Protocol, TypeVar

from newspaper_archive.errors import ArchiveError, WorkerLostError
from newspaper_archive.store.cluster import Cluster

Given = TypeVar("Given")
Made = TypeVar("Made")
Made_co = TypeVar("Made_co", covariant=True)

TRIES = 3
AHEAD = 4
"""Batches given out before the first is done, a worker: nobody waits, and memory holds them."""


@dataclass(frozen=True, slots=True)
class Jobs:
    """How many workers there are; `cluster` is the address of a Dask scheduler (`tcp://…:8786`), or ""."""

    workers: int = 1
    cluster: str = ""

    @contextmanager
    def worker_pool(self, *, local: bool = False) -> Iterator["WorkerPool"]:
        """The workers, as long as they are needed; none is started before there is work.

        Where there are two, even a single job is given to them: what ends its process ends a worker's.
        Jobs that write into folders of this machine want `local` workers, whatever the cluster.
        """
        pool = WorkerPool(replace(self, cluster="") if local else self)
        try:
            yield pool
        finally:
            pool.stop()


def give_up(batch: object) -> Any:
    """Nothing stands for a batch that kills every worker it is given to: the build stops."""
    raise ArchiveError(f"处理进程一再意外退出，最后在处理：{batch!r:.200}。内存不够时，请用 JOBS=1 再试")


class Job(Protocol[Made_co]):
    """A batch that was given to a worker."""

    def result(self) -> Made_co:
        """What was made, once it is; raises WorkerLostError where its worker died first."""

    def is_done(self) -> bool:
        """Whether what became of it is here, good or bad, though its worker be gone."""


class Workers(Protocol):
    """Processes or machines; `count` says how many jobs they do at once."""

    count: int

    def submit(self, do: Callable[[Given], Made], batch: Given) -> Job[Made]:
        """A job for one of them; raises WorkerLostError where one has died."""

    def stop(self) -> None: ...


class WorkerPool:
    """Does work in batches; `each` may be asked any number of times."""

    def __init__(self, jobs: Jobs) -> None:
        self._jobs = jobs
        self._workers: Workers | None = None

    def each(
        self,
        do: Callable[[Given], Made],
        batches: Iterable[Given],
        ahead: int = AHEAD,
        lost: Callable[[Given], Made] = give_up,
    ) -> Iterator[Made]:
        """What `do`, a function of a module, makes of each batch, in their order.

        The first batches, `ahead` a worker, are given out at once; others when a result is asked for. A batch
        that kills every worker it is given to is left to `lost`, here.
        """
        waiting = iter(batches)
        first = list(islice(waiting, 1))
        if not first or (self._jobs.workers < 2 and not self._jobs.cluster):
            return map(do, chain(first, waiting))
        work = _Work(do, lost)
        rest = chain(first, waiting)
        early = islice(rest, ahead * self._started().count)
        under_way = deque(_Task(batch, self._submit(do, batch)) for batch in early)
        return self._results(work, under_way, rest)

    def _results(
        self, work: "_Work[Given, Made]", under_way: "deque[_Task[Given, Made]]", rest: Iterable[Given]
    ) -> Iterator[Made]:
        for batch in rest:
            under_way.append(_Task(batch, self._submit(work.do, batch)))
            yield self._next(work, under_way)
        while under_way:
            yield self._next(work, under_way)

    def _next(self, work: "_Work[Given, Made]", under_way: "deque[_Task[Given, Made]]") -> Made:
        for _ in range(TRIES):
            try:
                made = under_way[0].job.result()
            except WorkerLostError:
                self._begin_again(work.do, under_way)
            else:
                under_way.popleft()
                return made
        batch = under_way.popleft().batch
        try:
            return in_own_process(work.do, batch)
        except WorkerLostError:
            return work.lost(batch)

    def _begin_again(self, do: Callable[[Given], Made], under_way: "deque[_Task[Given, Made]]") -> None:
        """A worker died and the others with it: all that was not done is given out anew."""
        self.stop()
        for place, task in enumerate(under_way):
            if not task.job.is_done():
                under_way[place] = _Task(task.batch, self._submit(do, task.batch))

    def _submit(self, do: Callable[[Given], Made], batch: Given) -> Job[Made]:
        try:
            return self._started().submit(do, batch)
        except WorkerLostError:
            # A worker died since the last batch was given out; its jobs are missed later.
            self.stop()
            return self._submit(do, batch)

    def _started(self) -> Workers:
        if self._workers is None:
            self._workers = (
                Cluster(self._jobs.cluster) if self._jobs.cluster else Processes(self._jobs.workers)
            )
        return self._workers

    def stop(self) -> None:
        """Stops the workers; the next job starts new ones."""
        workers, self._workers = self._workers, None
        if workers is not None:
            workers.stop()


class Processes:
    """So many processes of this machine; where one dies all go."""

    def __init__(self, count: int) -> None:
        self.count = count
        self._pool = ProcessPoolExecutor(count, initializer=_end_with_parent)

    def submit(self, do: Callable[[Given], Made], batch: Given) -> Job[Made]:
        try:
            return _ProcessJob(self._pool.submit(do, batch))
        except BrokenProcessPool as error:
            raise WorkerLostError from error

    def stop(self) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)


@dataclass(frozen=True, slots=True)
class _ProcessJob(Generic[Made]):
    future: "Future[Made]"

    def result(self) -> Made:
        try:
            return self.future.result()
        except (BrokenProcessPool, CancelledError) as error:
            raise WorkerLostError from error

    def is_done(self) -> bool:
        if not self.future.done() or self.future.cancelled():
            return False
        return not isinstance(self.future.exception(), BrokenProcessPool)


@dataclass(frozen=True, slots=True)
class _Work(Generic[Given, Made]):
    do: Callable[[Given], Made]
    lost: Callable[[Given], Made]


@dataclass(frozen=True, slots=True)
class _Task(Generic[Given, Made]):
    batch: Given
    job: Job[Made]


def in_own_process(do: Callable[[Given], Made], batch: Given) -> Made:
    """One batch in a process of its own; raises WorkerLostError where that ends with it."""
    with ProcessPoolExecutor(1, initializer=_end_with_parent) as executor:
        try:
            return executor.submit(do, batch).result()
        except BrokenProcessPool as error:
            raise WorkerLostError from error


def _end_with_parent() -> None:
    """Has this process end with the one that started it, however that ends.

    Left alone it would wait for work for ever, or go on writing where the next build writes.
    """
    parent = parent_process()
    if parent:
        Thread(target=_end_after, args=(parent,), daemon=True).start()


def _end_after(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def worker_per_core() -> Jobs:
    """As many workers as this process may use cores."""
    return Jobs(_cores())


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
