"""Work on many pages at once: in this process, in several, or on the machines of a Dask cluster.

The results come in the order of what was asked, whoever did it, so that more hands make the same site sooner.
A worker that is killed costs time: what it had in hand is given to another.
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
"""Batches given out before the first is done, a hand: nobody waits, and memory holds them."""


@dataclass(frozen=True, slots=True)
class Jobs:
    """How many hands there are; `cluster` is the address of a Dask scheduler (`tcp://…:8786`), or ""."""

    hands: int = 1
    cluster: str = ""

    @contextmanager
    def crew(self, *, near: bool = False) -> Iterator["WorkerPool"]:
        """The hands, as long as they are needed; none is hired before there is work.

        Where there are two, even one piece of work is given to them: what ends its process ends a hand's.
        Work that writes into folders of this machine wants hands that are `near`, whatever the cluster.
        """
        crew = WorkerPool(replace(self, cluster="") if near else self)
        try:
            yield crew
        finally:
            crew.dismiss()


def give_up(batch: object) -> Any:
    """Nothing stands for a batch that kills whoever has it in hand: the build stops."""
    raise ArchiveError(f"处理进程一再意外退出，最后在处理：{batch!r:.200}。内存不够时，请用 JOBS=1 再试")


class Job(Protocol[Made_co]):
    """A piece of work that a hand has been given."""

    def result(self) -> Made_co:
        """What was made, once it is; raises WorkerLostError where the one who made it died first."""

    def is_home(self) -> bool:
        """Whether what became of it is here, good or bad, though its hand be gone."""


class Workers(Protocol):
    """Those who work; `count` says how many they are."""

    count: int

    def give(self, do: Callable[[Given], Made], batch: Given) -> Job[Made]:
        """Work for one of them; raises WorkerLostError where one has died."""

    def dismiss(self) -> None: ...


class WorkerPool:
    """Does work in batches; `each` may be asked any number of times."""

    def __init__(self, jobs: Jobs) -> None:
        self._jobs = jobs
        self._hands: Workers | None = None

    def each(
        self,
        do: Callable[[Given], Made],
        batches: Iterable[Given],
        ahead: int = AHEAD,
        lost: Callable[[Given], Made] = give_up,
    ) -> Iterator[Made]:
        """What `do`, a function of a module, makes of each batch, in their order.

        The first batches, `ahead` a hand, are given out at once; others when a result is asked for. A batch
        that kills whoever has it in hand is left to `lost`, here.
        """
        waiting = iter(batches)
        first = list(islice(waiting, 1))
        if not first or (self._jobs.hands < 2 and not self._jobs.cluster):
            return map(do, chain(first, waiting))
        work = _Work(do, lost)
        rest = chain(first, waiting)
        early = islice(rest, ahead * self._hired().count)
        in_hand = deque(_Task(batch, self._give(do, batch)) for batch in early)
        return self._results(work, in_hand, rest)

    def _results(
        self, work: "_Work[Given, Made]", in_hand: "deque[_Task[Given, Made]]", rest: Iterable[Given]
    ) -> Iterator[Made]:
        for batch in rest:
            in_hand.append(_Task(batch, self._give(work.do, batch)))
            yield self._next(work, in_hand)
        while in_hand:
            yield self._next(work, in_hand)

    def _next(self, work: "_Work[Given, Made]", in_hand: "deque[_Task[Given, Made]]") -> Made:
        for _ in range(TRIES):
            try:
                made = in_hand[0].errand.result()
            except WorkerLostError:
                self._begin_again(work.do, in_hand)
            else:
                in_hand.popleft()
                return made
        batch = in_hand.popleft().batch
        try:
            return alone(work.do, batch)
        except WorkerLostError:
            return work.lost(batch)

    def _begin_again(self, do: Callable[[Given], Made], in_hand: "deque[_Task[Given, Made]]") -> None:
        """A worker died and the others with it: all that was not done is given out anew."""
        self.dismiss()
        for place, task in enumerate(in_hand):
            if not task.errand.is_home():
                in_hand[place] = _Task(task.batch, self._give(do, task.batch))

    def _give(self, do: Callable[[Given], Made], batch: Given) -> Job[Made]:
        try:
            return self._hired().give(do, batch)
        except WorkerLostError:
            # A worker died since the last batch was given out; what it had in hand is missed later.
            self.dismiss()
            return self._give(do, batch)

    def _hired(self) -> Workers:
        if self._hands is None:
            self._hands = Cluster(self._jobs.cluster) if self._jobs.cluster else Processes(self._jobs.hands)
        return self._hands

    def dismiss(self) -> None:
        """Let everyone go; the next work hires anew."""
        hands, self._hands = self._hands, None
        if hands is not None:
            hands.dismiss()


class Processes:
    """So many processes of this machine; where one dies all go."""

    def __init__(self, count: int) -> None:
        self.count = count
        self._pool = ProcessPoolExecutor(count, initializer=_end_with_parent)

    def give(self, do: Callable[[Given], Made], batch: Given) -> Job[Made]:
        try:
            return _ProcessErrand(self._pool.submit(do, batch))
        except BrokenProcessPool as error:
            raise WorkerLostError from error

    def dismiss(self) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)


@dataclass(frozen=True, slots=True)
class _ProcessErrand(Generic[Made]):
    future: "Future[Made]"

    def result(self) -> Made:
        try:
            return self.future.result()
        except (BrokenProcessPool, CancelledError) as error:
            raise WorkerLostError from error

    def is_home(self) -> bool:
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
    errand: Job[Made]


def alone(do: Callable[[Given], Made], batch: Given) -> Made:
    """One batch in a process of its own; raises WorkerLostError where that ends with it."""
    with ProcessPoolExecutor(1, initializer=_end_with_parent) as executor:
        try:
            return executor.submit(do, batch).result()
        except BrokenProcessPool as error:
            raise WorkerLostError from error


def _end_with_parent() -> None:
    """Has this process end with the one that hired it, however that ends.

    Left alone it would wait for work for ever, or go on writing where the next build writes.
    """
    parent = parent_process()
    if parent:
        Thread(target=_end_after, args=(parent,), daemon=True).start()


def _end_after(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def all_hands() -> Jobs:
    """As many hands as this process may use cores."""
    return Jobs(_cores())


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
