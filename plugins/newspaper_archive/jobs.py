"""Work on many pages at once: in this process, in several, or on the machines of a Dask cluster.

The results come in the order of what was asked, whoever did it, so that more hands make the same site sooner.
A worker that is killed costs time: what it had in hand is given to another.
"""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import Generic, TypeVar

from newspaper_archive.errors import ArchiveError

Given = TypeVar("Given")
Made = TypeVar("Made")

TRIES = 3
AHEAD = 4
"""Batches given out before the first is done, a hand: nobody waits, and memory holds them."""


@dataclass(frozen=True, slots=True)
class Jobs:
    """How many hands there are; `cluster` is the address of a Dask scheduler (`tcp://…:8786`), or ""."""

    hands: int = 1
    cluster: str = ""

    @contextmanager
    def crew(self, *, near: bool = False) -> Iterator["Crew"]:
        """The hands, as long as they are needed; none is hired before there is work for two.

        Work that writes into folders of this machine wants hands that are `near`, whatever the cluster.
        """
        crew = Crew(replace(self, cluster="") if near else self)
        try:
            yield crew
        finally:
            crew.dismiss()


class Crew:
    """Does work in batches; `each` may be asked any number of times."""

    def __init__(self, jobs: Jobs) -> None:
        self._jobs = jobs
        self._executor: Executor | None = None
        self._close: Callable[[], object] = _nothing

    def each(self, do: Callable[[Given], Made], batches: Iterable[Given]) -> Iterator[Made]:
        """What `do`, a function of a module, makes of each batch, in their order."""
        waiting = iter(batches)
        first = list(islice(waiting, 2))
        if len(first) < 2 or (self._jobs.hands < 2 and not self._jobs.cluster):
            yield from map(do, chain(first, waiting))
            return
        in_hand: deque[_Task[Given, Made]] = deque()
        for batch in chain(first, waiting):
            in_hand.append(_Task(batch, self._submit(do, batch)))
            if len(in_hand) > AHEAD * self._jobs.hands:
                yield self._next(do, in_hand)
        while in_hand:
            yield self._next(do, in_hand)

    def _next(self, do: Callable[[Given], Made], in_hand: "deque[_Task[Given, Made]]") -> Made:
        for _ in range(TRIES):
            try:
                return in_hand[0].future.result()
            except (BrokenProcessPool, CancelledError):
                self._begin_again(do, in_hand)
            finally:
                if in_hand[0].is_done():
                    in_hand.popleft()
        return _alone(do, in_hand.popleft().batch)

    def _begin_again(self, do: Callable[[Given], Made], in_hand: "deque[_Task[Given, Made]]") -> None:
        """A worker died and the pool with it: all that was not done is given out anew."""
        self.dismiss()
        for place, task in enumerate(in_hand):
            if not task.is_done():
                in_hand[place] = _Task(task.batch, self._submit(do, task.batch))

    def _submit(self, do: Callable[[Given], Made], batch: Given) -> "Future[Made]":
        if self._executor is None:
            self._executor, self._close = _executor(self._jobs)
        try:
            return self._executor.submit(do, batch)
        except BrokenProcessPool:
            # A worker died since the last batch was given out; what it had in hand is missed later.
            self.dismiss()
            return self._submit(do, batch)

    def dismiss(self) -> None:
        """Let everyone go; the next work hires anew."""
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)
            self._close()
        self._executor, self._close = None, _nothing


@dataclass(frozen=True, slots=True)
class _Task(Generic[Given, Made]):
    batch: Given
    future: "Future[Made]"

    def is_done(self) -> bool:
        """Whether it came to an end by itself, good or bad, and not by its worker's death."""
        if not self.future.done() or self.future.cancelled():
            return False
        return not isinstance(self.future.exception(), BrokenProcessPool)


def _alone(do: Callable[[Given], Made], batch: Given) -> Made:
    """One batch in a process of its own: if that dies too, the batch is what kills it."""
    with ProcessPoolExecutor(1) as executor:
        try:
            return executor.submit(do, batch).result()
        except BrokenProcessPool as error:
            raise ArchiveError(
                f"处理进程一再意外退出，最后在处理：{batch!r:.200}。内存不够时，请用 JOBS=1 再试"
            ) from error


def _executor(jobs: Jobs) -> tuple[Executor, Callable[[], object]]:
    """Whom to give work to, and what to do when there is no more."""
    return _cluster(jobs.cluster) if jobs.cluster else (ProcessPoolExecutor(jobs.hands), _nothing)


def _cluster(address: str) -> tuple[Executor, Callable[[], object]]:
    """Dask's own executor; Dask gives a dead worker's tasks to another by itself."""
    try:
        from distributed import Client  # noqa: PLC0415 - an extra: only an archive of millions needs it
    except ImportError as error:
        advice = "请运行：.venv/bin/pip install 'distributed>=2026.1'"
        raise ArchiveError(f"NEWSPAPER_CLUSTER: 没有装 Dask。{advice}") from error
    try:
        client = Client(address, timeout="10s")  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        advice = "请检查地址，例如 tcp://192.0.2.7:8786，或去掉这项设置"
        raise ArchiveError(f"NEWSPAPER_CLUSTER: 连不上调度程序“{address}”。{advice}") from error
    executor: Executor = client.get_executor(retries=TRIES, pure=False)  # type: ignore[no-untyped-call]
    return executor, client.close


def _nothing() -> None:
    pass


def all_hands() -> Jobs:
    """As many hands as this process may use cores."""
    return Jobs(_cores())


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
