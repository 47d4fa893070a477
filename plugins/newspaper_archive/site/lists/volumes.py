"""A long list bound in volumes: a file a year, of a large year a file a month; the undated apart.

`sections/yaowen/2022.html` holds 2022. Once it would grow past some hundreds it names its months instead,
`sections/yaowen/2022-06.html` and so on; the addresses that were there before stay. A new issue touches the
volume of its own date and no other.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Generic, Protocol, TypeVar

from newspaper_archive.model import Issue
from newspaper_archive.site.lists.years import year_of

LARGE_YEAR = 300
LONGEST = 500
"""Entries in one file: a year of more is parted by months, anything else of more is cut."""


class Dated(Protocol):
    """Whatever was printed in an issue: an article, a photo, a teaser."""

    @property
    def issue(self) -> Issue: ...


Entry = TypeVar("Entry", bound=Dated)


@dataclass(frozen=True, slots=True)
class Sheet(Generic[Entry]):
    """One file of a volume."""

    address: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Volume(Generic[Entry]):
    """A year, a month, or the undated: `name` is 2022, 2022-06 or "". With months it has no sheets."""

    name: str
    address: str
    count: int
    sheets: tuple[Sheet[Entry], ...]
    months: tuple["Volume[Entry]", ...] = ()

    @property
    def anchor(self) -> str:
        """Where the volume begins, if it is only a part of a file."""
        return self.address.partition("#")[2]

    @property
    def outline(self) -> "Volume[Entry]":
        """Its files without what they hold, for those that only lead to them."""
        sheets = tuple(replace(sheet, entries=()) for sheet in self.sheets)
        return replace(self, sheets=sheets, months=tuple(month.outline for month in self.months))


def bind(stem: str, entries: Iterable[Entry]) -> tuple[Volume[Entry], ...]:
    """Volumes, newest first, the undated last; entries keep their order. `stem` opens each address."""
    return tuple(_year(stem, year, found) for year, found in _parted(entries, year_of))


def bind_within(address: str, prefix: str, entries: Iterable[Entry]) -> tuple[Volume[Entry], ...]:
    """Volumes that are parts of one file, each at an anchor: `wang-lan.html#y2022`."""
    return tuple(
        Volume(year, f"{address}#{prefix}{year or 'undated'}", len(found), (Sheet(address, found),))
        for year, found in _parted(entries, year_of)
    )


def _year(stem: str, year: str, entries: tuple[Entry, ...]) -> Volume[Entry]:
    if not year or len(entries) <= LARGE_YEAR:
        return _volume(stem, year, entries)
    months = tuple(_volume(stem, month, found) for month, found in _parted(entries, _month_of))
    return Volume(year, f"{stem}{year}.html", len(entries), (), months)


def _volume(stem: str, name: str, entries: tuple[Entry, ...]) -> Volume[Entry]:
    """The first sheet has the volume's own address, the others `…-2.html`, `…-3.html`."""
    base = stem + (name or "undated")
    sheets = tuple(
        Sheet(
            f"{base}-{start // LONGEST + 1}.html" if start else f"{base}.html",
            entries[start : start + LONGEST],
        )
        for start in range(0, len(entries), LONGEST)
    )
    return Volume(name, f"{base}.html", len(entries), sheets)


def _month_of(issue: Issue) -> str:
    return (issue.date or "")[:7]


def _parted(entries: Iterable[Entry], name_of: Callable[[Issue], str]) -> list[tuple[str, tuple[Entry, ...]]]:
    """The entries under their names, the latest name first, those of no name last."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(name_of(entry.issue), []).append(entry)
    return [(name, tuple(found[name])) for name in sorted(found, reverse=True)]
