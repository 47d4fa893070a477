"""Invented page texts, read as page files are, for the tests of dates."""

from newspaper_archive.assemble import assemble_page
from newspaper_archive.date import estimate
from newspaper_archive.model import Fact, Line, Reading
from newspaper_archive.normalise import normalise


def printed(text: str) -> tuple[tuple[Line, ...], Reading]:
    lines = normalise(text)
    return lines, assemble_page("c01.txt", lines)


def estimated(text: str) -> Fact | None:
    return estimate(*printed(text))
