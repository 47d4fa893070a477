"""What a search should find, by going through every record: the matcher that the index is held against."""

from collections.abc import Sequence
from functools import cache

from newspaper_archive.search.records import SEARCHED, Record
from newspaper_archive.search.tokenise import WALL, is_run, units

_units = cache(units)


@cache
def _texts(text: str) -> tuple[str, ...]:
    return tuple(unit.text for unit in _units(text))


@cache
def _wanted(query: str) -> tuple[str, ...]:
    return tuple(_strip([unit.text for unit in units(query)]))


def matches(query: str, text: str) -> list[str]:
    """Each stretch of print that the query finds; the last unit of a query is free to go on in [a-z0-9]."""
    wanted = _wanted(query)
    texts = _texts(text)
    if any(unit not in texts for unit in wanted[:-1]):
        return []
    printed = _units(text)
    found = []
    for first in range(len(printed)):
        end = _end(wanted, texts, first)
        if end:
            found.append(text[printed[first].start : printed[end - 1].end])
    return found


def holds(query: str, record: Record) -> bool:
    """Whether each word of the query is in some string of the record; blanks part words, marks are none."""
    strings = [part for field in SEARCHED for part in record.text.get(field, ())]
    words = [word for word in query.split() if any(unit.text != WALL for unit in units(word))]
    return bool(words) and all(any(matches(word, string) for string in strings) for word in words)


def _strip(wanted: list[str]) -> list[str]:
    """One wall for several, none first or last."""
    single = [unit for i, unit in enumerate(wanted) if unit != WALL or (i and wanted[i - 1] != WALL)]
    return single[:-1] if single and single[-1] == WALL else single


def _end(wanted: Sequence[str], printed: Sequence[str], first: int) -> int:
    """Where the wanted units end if they stand in print from the first on, else 0."""
    place = first
    for number, unit in enumerate(wanted):
        if place == len(printed):
            return 0
        is_last = number == len(wanted) - 1
        if printed[place] != unit and not (is_last and is_run(unit) and printed[place].startswith(unit)):
            return 0
        place += 1
        while unit == WALL and place < len(printed) and printed[place] == WALL:
            place += 1
    return place
