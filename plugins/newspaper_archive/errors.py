"""What stops the program before a page is read: a bad setting, sidecar or edition file."""

import errno
import re
import shlex

from newspaper_archive.invisible import told

DISK_FULL = frozenset({errno.ENOSPC, errno.EFBIG, errno.EDQUOT, errno.EROFS})
"""Where nothing more can be written, whatever is to be."""
_QUOTED = 60
_PLAIN = re.compile(r"[\w@%+=:,./-]+")


class ArchiveError(Exception):
    """Wrong input from the desk, never from a page: `file:line: what was seen`, then what to do."""

    def __str__(self) -> str:
        return told(super().__str__())


class WorkerLostError(Exception):
    """The worker that had a job died before it was done; it is given out anew."""


def not_allowed(file: str, line: int, seen: str, allowed: str) -> ArchiveError:
    """`版面/edition.yaml:3: 看到“slgu”；可用的是：paper、edition…`."""
    return ArchiveError(f"{file}:{line}: 看到“{seen[:_QUOTED]}”；可用的是：{allowed}")


def command(verb: str, page: str) -> str:
    """What the desk may paste: `make explain PAGE=今日大河/2024-03-08/C01.txt`."""
    return f"make {verb} PAGE={quoted(page)}"


def quoted(path: str) -> str:
    """In quotes where a shell needs them; Chinese needs none."""
    return path if _PLAIN.fullmatch(path) else shlex.quote(path)
