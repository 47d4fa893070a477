"""One odd page never stops the others: what fails on a page is caught here and becomes an error of that page.

A slip of this program on `C01.txt` (`assemble/gather.py:48，IndexError`) is told to the desk, the page is
shown as raw text, and all others are built. Tests and benchmarks run without the guard, by
`NEWSPAPER_GUARD=off`, so that it hides nothing from them.
"""

import os
import signal
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import TypeVar

from jinja2 import TemplateError

from newspaper_archive.errors import DISK_FULL, ArchiveError, WorkerLostError

Made = TypeVar("Made")
Piece = TypeVar("Piece")

SWITCH = "NEWSPAPER_GUARD"
PACKAGE = Path(__file__).parent

PAGE_SECONDS = 120.0
"""Of the processor, for a page; the largest page file allowed takes 4 of a desk's machine of 2020."""


@dataclass(frozen=True, slots=True)
class Failure:
    """What went wrong (`IndexError：list index out of range`) and on which line of ours (`assemble/x.py:48`).

    A `passing` one, for lack of time or memory, may not come again; another does as long as page and
    program are what they are.
    """

    what: str
    where: str
    passing: bool = False


class OutOfTimeError(Exception):
    """A page took more of the processor than any page of a newspaper does."""


def attempt(do: Callable[..., Made], *given: object, seconds: float = 0.0) -> Made | Failure:
    """What `do` makes of it, or how it failed; `seconds` of the processor are all it may take, 0 is no limit.

    What is no page's fault goes on its way: the desk's settings and templates, a full disk, a lost worker.
    """
    if os.environ.get(SWITCH) == "off":
        return do(*given)
    try:
        with _limited(seconds):
            return do(*given)
    except (ArchiveError, WorkerLostError, TemplateError):
        raise
    except Exception as error:  # whatever a page brings about; nowhere else is so much caught
        if isinstance(error, OSError) and error.errno in DISK_FULL:
            raise
        return _failure(error)


def failing(pieces: Sequence[Piece], fails: Callable[[Sequence[Piece]], bool]) -> list[Piece]:
    """Those of some pieces that together fail on whose account they do: halves are tried down to one piece.

    Where neither half fails by itself it is all of them.
    """
    if len(pieces) < 2:
        return list(pieces)
    middle = len(pieces) // 2
    halves = (pieces[:middle], pieces[middle:])
    found = [piece for half in halves if fails(half) for piece in failing(half, fails)]
    return found or list(pieces)


def _failure(error: Exception) -> Failure:
    ours = [
        frame
        for frame in traceback.extract_tb(error.__traceback__)
        if PACKAGE in Path(frame.filename).parents
    ]
    # The last line of ours is this very module's where the time ran out; the page's is the one before.
    reached = [frame for frame in ours if frame.filename != __file__] or ours
    last = reached[-1]
    where = f"{Path(last.filename).relative_to(PACKAGE).as_posix()}:{last.lineno}"
    said = " ".join(f"{error}".split())[:200]
    what = f"{type(error).__name__}：{said}" if said else type(error).__name__
    return Failure(what, where, passing=isinstance(error, MemoryError | OutOfTimeError))


@contextmanager
def _limited(seconds: float) -> Iterator[None]:
    """Time of the processor, not of the clock: on a busy machine a page may take long.

    Only the first thread of a process hears a signal; elsewhere there is no limit.
    """
    if not seconds or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGPROF, _out_of_time)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _out_of_time(_: int, __: FrameType | None) -> None:
    raise OutOfTimeError("用去的时间超过了任何一版所需")
