"""A page that could not be read, or not be printed: its lines as they stand, and an error that says so.

No story is cut from it, so that no address is given away for a text that will be cut otherwise.
"""

import hashlib
from collections.abc import Sequence

from newspaper_archive.folder.text.lines import printed_lines
from newspaper_archive.folder.text.transcript import Transcript, transcript
from newspaper_archive.guard import Failure, attempt
from newspaper_archive.model import (
    Edition,
    Line,
    Page,
    PageFile,
    PageLabel,
    Problem,
    Reading,
    Role,
    Severity,
    Source,
    Span,
)
from newspaper_archive.reading.identity import Identity, identify

FAILED, GAVE_UP = "program-failed", "program-gave-up"
"""Codes of what this program could not do with a page; the second for want of time or memory."""
NOT_READ = frozenset({FAILED, GAVE_UP})

LOST = Failure("处理它的进程意外退出，多半是内存不够", "jobs.py", passing=True)


def raw_page(file: PageFile, data: bytes | OSError, editions: Sequence[Edition], failure: Failure) -> Page:
    """The page as raw text, at the place that its path and sidecar give it."""
    read = opened(file, data)
    lines = tuple(Line(number, raw, raw) for number, raw in enumerate(printed_lines(read.text), start=1))
    reading = _unread(lines)
    placed = attempt(identify, file, reading, editions)
    identity = Identity(file.edition, None, None, None, None) if isinstance(placed, Failure) else placed
    return Page(
        source=read.source,
        edition=identity.edition,
        date=identity.date,
        folio=identity.folio,
        page_name=identity.page_name,
        system_code=identity.system_code,
        lines=lines,
        reading=reading,
        problems=(failed(file.path, failure), *read.problems),
    )


def is_raw(page: Page) -> bool:
    """Whether the program failed on it; it is never kept so, but tried again by the next build."""
    return any(problem.code in NOT_READ for problem in page.problems)


def opened(file: PageFile, data: bytes | OSError) -> Transcript:
    """The file's text; where even that makes the program fail, as UTF-8 with � for what is none."""
    read = attempt(transcript, file, data)
    if isinstance(read, Transcript):
        return read
    held = data if isinstance(data, bytes) else b""
    source = Source(file.path, hashlib.sha256(held).hexdigest(), len(held), "utf-8")
    return Transcript(source, held.decode("utf-8", "replace"), (failed(file.path, read),))


def failed(path: str, failure: Failure) -> Problem:
    """The error of a page on which this program failed."""
    where = f"{failure.what}，程序 {failure.where}"
    if failure.passing:
        advice = (
            "这一版只登原文。请关掉别的程序、用 JOBS=1 再运行一次 make；仍然如此，请把这一行告诉本程序的作者"
        )
        return Problem(Severity.ERROR, GAVE_UP, path, None, f"程序没有读完这一版（{where}）", advice)
    advice = "这一版只登原文，别的版不受影响。请把这一行连同版面文件告诉本程序的作者"
    return Problem(Severity.ERROR, FAILED, path, None, f"程序在这一版上出了错（{where}）", advice)


def _unread(lines: Sequence[Line]) -> Reading:
    printed = [line for line in lines if line.raw.strip()]
    return Reading(
        label=PageLabel(),
        title=None,
        printed_date=None,
        dateline_dates=(),
        articles=(),
        captions=(),
        teasers=(),
        colophon=(),
        furniture=(),
        spans=tuple(Span(line.number, 0, len(line.raw), Role.UNASSIGNED) for line in printed),
        decisions=(),
    )
