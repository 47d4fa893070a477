"""The files of an index read back, independently of the browser: for tests of what is in them."""

import json
from typing import Any

from newspaper_archive.search.printable import ENDS, MARKS, MIDDLES
from newspaper_archive.search.records import FIELDS
from newspaper_archive.search.shards import COUNT_MARKS, END, FIELD_MARKS

Files = dict[str, bytes]
Postings = dict[str, dict[str, dict[int, int]]]
"""Term → field → article → count."""


def pieces(files: Files) -> dict[str, list[Any]]:
    """The data of every script by its address."""
    return {address: piece(data)[1:] for address, data in files.items()}


def piece(script: bytes) -> list[Any]:
    text = script.decode("utf-8")
    opening = "NewspaperArchive.take("
    assert text.startswith(opening)
    assert text.endswith(");\n")
    return list(json.loads(f"[{text[len(opening) : -3]}]"))


def head(files: Files) -> Any:
    return piece(files["search/head.js"])[2]


def strings(coded: str) -> list[str]:
    found: list[str] = []
    for character in coded:
        if "A" <= character <= "Z":
            found.append(_first_units(found[-1] if found else "", ord(character) - ord("A")))
        else:
            found[-1] += character
    return found


def _first_units(text: str, units: int) -> str:
    return text.encode("utf-16-be")[: 2 * units].decode("utf-16-be")


def number_at(text: str, place: int) -> tuple[int, int]:
    high = 0
    while text[place] in MIDDLES:
        high = high * len(MIDDLES) + MIDDLES.index(text[place]) + 1
        place += 1
    return high * len(ENDS) + ENDS.index(text[place]), place + 1


def postings(files: Files) -> Postings:
    """All postings of all segments, the articles by their number in the whole archive."""
    found: Postings = {}
    first = 0
    for name, articles, beginnings in head(files)["segments"]:
        for number in range(len(strings(beginnings))):
            terms, lists = pieces(files)[f"search/{name}/i/{number // 1000}/{number}.js"]
            for term, written in zip(strings(terms), lists.split(END)[:-1], strict=True):
                for field, entries in read_lists(written, first).items():
                    found.setdefault(term, {}).setdefault(field, {}).update(entries)
        first += articles
    return found


def read_lists(written: str, first: int) -> dict[str, dict[int, int]]:
    found: dict[str, dict[int, int]] = {}
    place, article, field = 0, first - 1, FIELDS[0]
    while place < len(written):
        if written[place] in FIELD_MARKS:
            field = FIELDS[1 + FIELD_MARKS.index(written[place])]
            article, place = first - 1, place + 1
        gap, place = number_at(written, place)
        article += gap + 1
        count = 1
        if place < len(written) and written[place] in COUNT_MARKS:
            count, place = COUNT_MARKS.index(written[place]) + 2, place + 1
            if count == 5:
                more, place = number_at(written, place)
                count += more
        found.setdefault(field, {})[article] = count
    return found


assert not set(MARKS) & set(ENDS + MIDDLES)
