"""Which year the clues carry, and between which years the paper lies where they carry none.

`2020年全区要` alone is a hint; with `关于2020年…的文件` beside it, on a page of March, the year is 2020.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from newspaper_archive.reading.date.sayings import Force
from newspaper_archive.reading.date.year import YearClue

# In these months a paper speaks of two years: of the old one's accounts and the new one's plans.
TURN_OF_THE_YEAR = (11, 12, 1)


@dataclass(frozen=True, slots=True)
class Weighed:
    """The year, or the years between which the paper lies; None where open. `clues` are what told it."""

    year: int | None
    low: int | None
    high: int | None
    clues: tuple[YearClue, ...] = ()


def weigh(clues: Sequence[YearClue], month: int = 0, *, written: int = 0) -> Weighed:
    """`month` is the paper's, 0 where unknown; `written` is the year of a stamp or dateline: it stands."""
    low = max((clue.year for clue in clues if clue.force is Force.NOT_BEFORE), default=0)
    high = min((clue.year for clue in clues if clue.force is Force.NOT_AFTER), default=9999)
    # A plan can be an old one, told again; what has happened has happened.
    high = high if high >= low else 9999
    year = written or _carried(clues, month, low)
    if not year and low == high:
        year = low
    bounds = [c for c in clues if (c.force, c.year) in ((Force.NOT_BEFORE, low), (Force.NOT_AFTER, high))]
    if year:
        named = [clue for clue in clues if clue.year == year and clue.force in _NAMING]
        near = [clue for clue in bounds if abs(clue.year - year) <= 1]
        return Weighed(year, None, None, _a_few((*named, *near)))
    said = [clue for clue in clues if clue.force is Force.SAYS]
    latest = max((clue.year for clue in said), default=0)
    if latest >= low and len({clue.year for clue in said}) > 1:
        # Meetings of several years: one is recalled, and the paper is no older than the newest.
        low, bounds = latest, [*(c for c in bounds if c.force is Force.NOT_AFTER), *said]
    return Weighed(None, low or None, high if high != 9999 else None, _a_few(bounds))


_NAMING = (Force.SAYS, Force.MIDYEAR, Force.HINT)


def _carried(clues: Sequence[YearClue], month: int, low: int) -> int:
    """The one year that enough clues name; 0 where none does or two do."""
    said = {clue.year for clue in clues if clue.force is Force.SAYS and not _turns(clue, month)}
    said = {year for year in said if year >= low}
    if said:
        return said.pop() if len(said) == 1 else 0
    named: dict[int, list[YearClue]] = {}
    for clue in clues:
        if clue.force in _NAMING and clue.year >= low:
            named.setdefault(clue.year, []).append(clue)
    enough = [year for year, of_year in named.items() if _enough(of_year, month, year - low)]
    return enough[0] if len(enough) == 1 else 0


def _turns(clue: YearClue, month: int) -> bool:
    """In January the meeting may be of the year before."""
    return month == 1 and clue.rule == "numbered_meeting"


def _enough(of_year: Sequence[YearClue], month: int, since: int) -> bool:
    """`since` is how many years before this one the newest thing past lies."""
    if month in TURN_OF_THE_YEAR:
        return False
    if month and any(clue.force is Force.MIDYEAR for clue in of_year):
        return True
    # A hint is borne out by another of the same year, or by what is past of this year or the last.
    return len({clue.rule for clue in of_year}) + (month > 0 and since <= 1) >= 2


def _a_few(clues: Iterable[YearClue]) -> tuple[YearClue, ...]:
    """The first of each rule and year: as much as anybody reads."""
    first: dict[tuple[str, int], YearClue] = {}
    for clue in clues:
        first.setdefault((clue.rule, clue.year), clue)
    return tuple(first.values())
