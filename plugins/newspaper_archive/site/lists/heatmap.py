"""Years by months, each month shaded by how many issues it has: a picture whose numbers stand in a table.

Of `2023年 … 6月 5期` the cell is of the deepest of four shades where no month has more; a month that issues
are only thought to be of is hatched. Places are ready for the drawing: across in hundredths of its width,
down in em.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from newspaper_archive.site.makeup.measures import number
from newspaper_archive.site.pages.calendar import MONTHS_A_YEAR, CalendarYear

SHADES = 4
HEAD, ROW, GUTTER = number("heat-head"), number("heat-row"), 0.1875
# Letters are smaller than the drawing's em, and what stands by their own em is as much further down.
LETTER = 0.8125
COLUMN = 100 / MONTHS_A_YEAR


@dataclass(frozen=True, slots=True)
class Cell:
    """A month, how many issues it has, and how many are only thought to be of it; `shade` is 0 to 4.

    `across`, `middle` and `end` are its left edge, its middle and its right edge.
    """

    month: int
    anchor: str
    count: int
    estimated: int
    shade: int
    across: str
    middle: str
    end: str


@dataclass(frozen=True, slots=True)
class HeatRow:
    """A year, how many issues it has, and how many are only thought to be of it.

    `down`, `centre` and `line` are the top of its cells, their middle, and the line that their numbers
    stand on.
    """

    year: str
    address: str
    count: int
    doubtful: int
    cells: tuple[Cell, ...]
    down: str
    centre: str
    line: str


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Heights and widths of the drawing and of a cell in it; `head` is the line of the months' names."""

    rows: tuple[HeatRow, ...]
    height: str
    cell_height: str
    cell_width: str
    letter: str
    head: str
    heads: tuple[tuple[int, str], ...]


def heat_map(years: Sequence[CalendarYear]) -> HeatMap:
    """The years in their order."""
    fullest = max((month.count for year in years for month in year.months), default=0)
    return HeatMap(
        rows=tuple(_row(place, year, fullest) for place, year in enumerate(years)),
        height=_figure(HEAD + ROW * len(years)),
        cell_height=_figure(ROW - GUTTER),
        cell_width=_figure(COLUMN - 0.5),
        letter=_figure(LETTER),
        head=_figure(1.125 / LETTER),
        heads=tuple((number, _middle(number)) for number in range(1, MONTHS_A_YEAR + 1)),
    )


def _row(place: int, year: CalendarYear, fullest: int) -> HeatRow:
    top = HEAD + ROW * place
    cells = tuple(
        Cell(
            month=month.number,
            anchor=month.anchor,
            count=month.count,
            estimated=year.estimated(month.number),
            shade=-(-month.count * SHADES // fullest) if fullest else 0,
            across=_figure(COLUMN * (month.number - 1)),
            middle=_middle(month.number),
            end=_figure(COLUMN * month.number - 0.5),
        )
        for month in year.months
    )
    centre = top + (ROW - GUTTER) / 2
    return HeatRow(
        year=year.name,
        address=year.address,
        count=year.count,
        doubtful=len(year.doubtful),
        cells=cells,
        down=_figure(top),
        centre=_figure(centre),
        line=_figure(centre / LETTER + 0.35),
    )


def _middle(number: int) -> str:
    return _figure(COLUMN * (number - 0.5) - 0.25)


def _figure(value: float) -> str:
    """As short as it can be written: 2.75, 8.33, 3."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
