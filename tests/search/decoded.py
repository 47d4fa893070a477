"""The files of an index read back, independently of the browser: for tests of what is in them."""

import json
from collections.abc import Iterator
from itertools import islice
from typing import Any

from newspaper_archive.search.printable import DIGITS, ENDS, MIDDLES
from newspaper_archive.search.records import FIELDS

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


def beginnings(rows: list[str]) -> list[str]:
    """Where each shard begins; the first is the least character."""
    shared, gaps, rests = rows
    found: list[str] = []
    place = 0
    for capital, rest in zip(shared, rests.split(","), strict=False):
        gap, place = number_at(gaps, place)
        before = (found[-1] if found else "").encode("utf-16-be", "surrogatepass")
        kept = 2 * (ord(capital) - ord("A"))
        unit = int.from_bytes(before[kept : kept + 2], "big") + gap
        coded = before[:kept] + unit.to_bytes(2, "big") + rest.encode("utf-16-be", "surrogatepass")
        found.append(coded.decode("utf-16-be", "surrogatepass"))
    assert place == len(gaps)
    return found


def number_at(text: str, place: int) -> tuple[int, int]:
    high = 0
    while text[place] in MIDDLES:
        high = high * len(MIDDLES) + MIDDLES.index(text[place]) + 1
        place += 1
    return high * len(ENDS) + ENDS.index(text[place]), place + 1


def _first_units(text: str, units: int) -> str:
    return text.encode("utf-16-be")[: 2 * units].decode("utf-16-be")


def postings(files: Files) -> Postings:
    """All postings of all segments, the articles by their number in the whole archive."""
    found: Postings = {}
    first = 0
    for name, articles, rows, _ in head(files)["segments"]:
        for number in range(len(beginnings(rows))):
            terms, lists = piece(files[f"search/{name}/i/{number // 1000}/{number}.js"])[1:]
            bits = "".join(f"{DIGITS.index(character):06b}" for character in lists)
            for term, held in read_terms(strings(terms), bits, articles):
                for field, entries in held.items():
                    of_term = found.setdefault(term, {}).setdefault(field, {})
                    of_term.update({first + article: count for article, count in entries.items()})
        first += articles
    return found


def read_terms(terms: list[str], bits: str, articles: int) -> Iterator[tuple[str, dict[str, dict[int, int]]]]:
    """Each term with its lists, as search/lists.py says they are written; only padding may be left."""
    rest = iter(bits)
    for term in terms:
        held = {}
        in_body = gamma(rest) - 1
        if in_body:
            held[FIELDS[0]] = read_list(rest, in_body, articles)
        while next(rest) == "1":
            field = FIELDS[int(take(rest, 4), 2)]
            held[field] = read_list(rest, gamma(rest), articles)
        yield term, held
    assert set(rest) <= {"0"}


def read_list(bits: Iterator[str], length: int, articles: int) -> dict[int, int]:
    low_bits = max(0, (11 * (articles - length) // (16 * length)).bit_length() - 1)
    has_counts = next(bits) == "1"
    found = {}
    article = -1
    for _ in range(length):
        article += (zeros(bits) << low_bits) + int("0" + take(bits, low_bits), 2) + 1
        found[article] = count(bits) if has_counts else 1
    return found


def count(bits: Iterator[str]) -> int:
    ones = 0
    while ones < 3 and next(bits) == "1":
        ones += 1
    return ones + 1 if ones < 3 else 3 + gamma(bits)


def gamma(bits: Iterator[str]) -> int:
    return int("1" + take(bits, zeros(bits)), 2)


def zeros(bits: Iterator[str]) -> int:
    found = 0
    while next(bits) == "0":
        found += 1
    return found


def take(bits: Iterator[str], length: int) -> str:
    return "".join(islice(bits, length))
