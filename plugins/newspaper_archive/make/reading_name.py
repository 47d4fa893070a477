"""The name of a page's reading, made of all that it depends on: two of one name are the same.

That is the page's bytes, its sidecar, where it lies, the editions there are, and the part of the program that
reads: who changes how the site looks reads no page again.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

import msgspec

from newspaper_archive.model import Edition, PageFile
from newspaper_archive.store.program import program_mark

READS = ("model", "lexicon", "folder", "reading", "problems", "make/read_pages.py")
"""What of the program has a say in how a page is read."""


def page_name(file: PageFile, data: bytes | OSError, editions: Sequence[Edition]) -> str:
    """The name of a page's reading; the folder that the archive lies in is no part of it."""
    placed = replace(file, location=Path())
    held = ("", hashlib.sha256(data).digest()) if isinstance(data, bytes) else (str(data.strerror), b"")
    facts = msgspec.msgpack.encode((program_mark(READS), placed, editions, held, _scans(file)), enc_hook=str)
    return hashlib.sha256(facts).hexdigest()


def _scans(file: PageFile) -> list[tuple[int, int]]:
    """Size and time of the scans beside a page; to read all of them at every build would take too long."""
    beside = [file.location.with_suffix(PurePosixPath(path).suffix) for path in file.scans]
    found = [path.stat() for path in beside if path.exists()]
    return [(status.st_size, status.st_mtime_ns) for status in found]
