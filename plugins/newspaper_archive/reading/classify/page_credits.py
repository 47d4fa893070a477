"""Who made the page: `编辑:孔小圆 校对:曾小舟`. What stands where names should and is none names nobody."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newspaper_archive.lexicon.names import LONGEST_NAME, PARTING, is_name, names
from newspaper_archive.lexicon.word_lists import two_letter_words
from newspaper_archive.reading.classify import forms

SEPARATORS = (":", "/", " ")
# A character that looks like a stroke between credits.
STROKE = ("丨", "|")


@dataclass(frozen=True, slots=True)
class PageCredit:
    """An office, its names, and where both stand in the text, without what follows them and is no name."""

    role: str
    names: tuple[str, ...]
    start: int
    end: int
    found: re.Match[str]


def page_credits(text: str) -> tuple[PageCredit, ...]:
    """The credits of a line in print order."""
    return tuple(_credits(text.replace(*STROKE))) if any(mark in text for mark in SEPARATORS) else ()


def _credits(text: str) -> Iterator[PageCredit]:
    for found in forms.COLOPHON.finditer(text):
        marked = text[found.end("role") : found.start("names")].strip() != ""
        if length := _length_of_names(found["names"], marked=marked):
            end = found.end() if length == len(found["names"]) else found.start("names") + length
            role = found["role"].replace(" ", "")
            yield PageCredit(role, names(found["names"][:length]), found.start(), end, found)


def _length_of_names(text: str, *, marked: bool) -> int:
    """How far the text is names, of rare families and pen names too: 责编:小鱼, but not 编辑 走出去."""
    ends = (*(one.start() for one in PARTING.finditer(text)), len(text))
    return max((end for end in ends if _are_names(text[:end], marked=marked)), default=0)


def _are_names(text: str, *, marked: bool) -> bool:
    found = names(text)
    return bool(found) and all(is_name(one) or _is_short(one, marked=marked) for one in found)


def _is_short(word: str, *, marked: bool) -> bool:
    return 2 <= len(word) < LONGEST_NAME and (marked or word[:2] not in two_letter_words())
