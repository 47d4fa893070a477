"""Invented page texts, read as page files are, for the tests of dates."""

from pathlib import Path

from newspaper_archive.folder.text.lines import normalise
from newspaper_archive.model import Edition, Fact, Line, PageFile, Reading, Sidecar
from newspaper_archive.reading.assemble import assemble_page
from newspaper_archive.reading.date import estimate
from pages import RIVER


def printed(text: str) -> tuple[tuple[Line, ...], Reading]:
    lines = normalise(text)
    return lines, assemble_page("c01.txt", lines)


def estimated(text: str) -> Fact | None:
    return estimate(*printed(text))


def file(
    date: str | None = None,
    folio: str | None = None,
    sidecar: Sidecar | None = None,
    edition: Edition = RIVER,
) -> PageFile:
    return PageFile("x.txt", Path("x.txt"), edition, date, folio, sidecar)
