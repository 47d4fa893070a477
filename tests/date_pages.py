"""Invented page texts, read as page files are, for the tests of dates."""

from newspaper_archive.folder.text.lines import normalise
from newspaper_archive.model import Fact, Line, Reading
from newspaper_archive.reading.assemble import assemble_page
from newspaper_archive.reading.date import estimate


def printed(text: str) -> tuple[tuple[Line, ...], Reading]:
    lines = normalise(text)
    return lines, assemble_page("c01.txt", lines)


def estimated(text: str) -> Fact | None:
    return estimate(*printed(text))
