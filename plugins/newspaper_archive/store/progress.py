"""Says what the program is doing: a bar on a terminal, elsewhere a line for each stage that has a count.

读版面     ━━━━━━━━━━━━━━━━━━━━━━━━ 1500/1500 0:00:08
"""

import resource
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TextIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar

Advance = Callable[[int], None]


class Progress:
    """Stages one after another; `stream` is where people look, standard error.

    `others` may draw on the same terminal, as Pelican's “Generating...” does; they are still while a bar is.
    """

    def __init__(self, stream: TextIO | None = None, others: Console | None = None) -> None:
        self._console = Console(file=stream or sys.stderr)
        self._others = others or Console(quiet=True)
        self.spent: list[Spent] = []

    @contextmanager
    def stage(self, name: str, total: int | None = None) -> Iterator[Advance]:
        """One stage of so many pieces, None where nobody counts; what it gives takes those just done."""
        began = Spent.now(name)
        with self._shown(name, total) as advance:
            yield advance
        self.spent.append(began.until(Spent.now(name)))

    @contextmanager
    def _shown(self, name: str, total: int | None) -> Iterator[Advance]:
        if total == 0:
            yield _nothing
        elif self._console.is_terminal:
            with self._others_still(), self._bar() as bar:
                task = bar.add_task(name, total=total)
                yield lambda done: bar.advance(task, done)
                if total is None:
                    bar.update(task, total=1, completed=1)
        elif total is None:
            yield _nothing
        else:
            print(f"{name}：{total}", file=self._console.file, flush=True)
            yield _nothing

    @contextmanager
    def _others_still(self) -> Iterator[None]:
        was, self._others.quiet = self._others.quiet, True
        try:
            yield
        finally:
            self._others.quiet = was

    def _bar(self) -> Bar:
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        return Bar(*columns, console=self._console, transient=False)


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds of the processor, its children's too as far as they have ended, and of the clock."""

    stage: str
    cpu: float
    wall: float

    @classmethod
    def now(cls, stage: str) -> "Spent":
        used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        return cls(stage, sum(one.ru_utime + one.ru_stime for one in used), time.monotonic())

    def until(self, end: "Spent") -> "Spent":
        return Spent(self.stage, end.cpu - self.cpu, end.wall - self.wall)


class Silence(Progress):
    """For commands whose output another program reads."""

    @contextmanager
    def stage(self, name: str, total: int | None = None) -> Iterator[Advance]:  # noqa: ARG002 - nothing is said
        yield _nothing


def _nothing(_: int) -> None:
    pass
