"""Says what the program is doing: a bar with counts on a terminal, a plain line a stage elsewhere.

读版面     ━━━━━━━━━━━━━━━━━━━━━━━━ 1500/1500 0:00:08
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar

Advance = Callable[[int], None]


class Progress:
    """Stages one after another; `stream` is where people look, standard error."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._console = Console(file=stream or sys.stderr)

    @contextmanager
    def stage(self, name: str, total: int) -> Iterator[Advance]:
        """One stage of so many pieces; what it gives is called with the number of those just done."""
        if total == 0:
            yield _nothing
        elif self._console.is_terminal:
            with self._bar() as bar:
                task = bar.add_task(name, total=total)
                yield lambda done: bar.advance(task, done)
        else:
            print(f"{name}：{total}", file=self._console.file, flush=True)
            yield _nothing

    def _bar(self) -> Bar:
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        return Bar(*columns, console=self._console, transient=False)


class Silence(Progress):
    """For commands whose output another program reads."""

    @contextmanager
    def stage(self, name: str, total: int) -> Iterator[Advance]:  # noqa: ARG002 - nothing is said
        yield _nothing


def _nothing(_: int) -> None:
    pass
