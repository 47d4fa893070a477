"""What tests have other processes do: count, refuse, be killed at it."""

import os
import signal
from pathlib import Path

from newspaper_archive.errors import ArchiveError


def double(number: int) -> int:
    return 2 * number


def refuse(number: int) -> int:
    if number == 7:
        raise ArchiveError("第 7 个不行")
    return number


def die_once(task: tuple[Path, int]) -> int:
    """The first to come to number 5 is killed as by a system short of memory."""
    folder, number = task
    if number == 5:
        try:
            (folder / "died").touch(exist_ok=False)
        except FileExistsError:
            return number
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def die(number: int) -> int:
    if number == 5:
        os.kill(os.getpid(), signal.SIGKILL)
    return number
