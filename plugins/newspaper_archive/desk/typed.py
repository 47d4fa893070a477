"""The commands that messages name, as whoever reads them must type them where he stands.

A message says `请运行 make check`; called as `make -C /数字报 SEEDS=原稿` it is told as
`请运行 make -C /数字报 SEEDS=原稿 check`.
"""

import logging
import os
import re
from collections.abc import Mapping
from pathlib import Path

from newspaper_archive.errors import ArchiveError, quoted

# Only what a message gives to be typed: a page may have such a word in print, and a message quotes it.
_MAKE = re.compile(r"(?:(?<=运行 )|(?<=例如：)|(?<=^  ))make(?![\w-])", re.MULTILINE)


def as_typed(message: str, environment: Mapping[str, str] = os.environ) -> str:
    """The message with each `make` as it was called: with its folder, SEEDS and OUTPUT where unusual."""
    said = _called(environment)
    return _MAKE.sub(lambda _: said, message)


def _called(environment: Mapping[str, str]) -> str:
    """From what the Makefile hands on: its own folder, the one it was called from, and SEEDS and OUTPUT."""
    root, caller = environment.get("NEWSPAPER_ROOT"), environment.get("NEWSPAPER_CALLER")
    if not root or not caller:
        return "make"
    said = ["make"] if _same(root, caller) else ["make", "-C", quoted(root)]
    for name, usual in (("SEEDS", "seeds"), ("OUTPUT", "output")):
        value = environment.get(name, "")
        if value and not _same(value, f"{root}/{usual}"):
            said.append(f"{name}={quoted(_from(value, caller))}")
    return " ".join(said)


def _from(path: str, caller: str) -> str:
    """Beneath the caller's folder by the shorter path."""
    return path.removeprefix(caller.rstrip("/") + "/")


def _same(one: str, other: str) -> bool:
    return Path(one).absolute() == Path(other).absolute()


class DeskMessages(logging.Filter):
    """Has the log say what the desk has to mend without the program's own call stack."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.exc_info and isinstance(record.exc_info[1], ArchiveError):
            record.msg, record.args, record.exc_info = as_typed(str(record.exc_info[1])), (), None
        return True
