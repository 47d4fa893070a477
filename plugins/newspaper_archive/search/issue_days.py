"""Which issues there are of a day or a month, for readers who type a date: `search/<names>/issues.js`.

Of an issue of 2022-06-01 at `today/2022/2022-06-01/index.html` only the day is said, as the gap to the one
before of its edition; one that stands elsewhere, or whose date is open, has a row of its own:
`["散页", "2024-03~", "unsorted/undated/004-6ed0…/index.html", "约2024年3月"]`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from newspaper_archive.model import Archive
from newspaper_archive.search.printable import printable
from newspaper_archive.search.records import Words
from newspaper_archive.search.scripts import written


@dataclass(frozen=True, slots=True)
class IssueDay:
    """One issue: the name and slug of its edition, its EDTF date, its address, its date in words."""

    edition: str
    slug: str
    date: str
    address: str
    said: str

    @property
    def ordinal(self) -> int:
        """The number of its day where its address says no more than that day, else 0."""
        try:
            day = date.fromisoformat(self.date)
        except ValueError:
            return 0
        return day.toordinal() if self.address == f"{self.slug}/{day.year:04}/{day}/index.html" else 0


def issue_days(archive: Archive, words: Words) -> list[IssueDay]:
    """Every issue of which any date is known."""
    return [
        IssueDay(issue.edition.name, issue.edition.slug, issue.date, issue.address, words.date(issue.date))
        for issue in archive.issues
        if issue.date
    ]


def issues_data(days: Sequence[IssueDay]) -> bytes:
    """Editions with their slugs and gaps, then the rows of those that are told one by one."""
    editions = sorted({(day.slug, day.edition) for day in days if day.ordinal})
    regular = [
        [name, slug, _gaps(day.ordinal for day in days if (day.slug, day.edition) == (slug, name))]
        for slug, name in editions
    ]
    others = [[day.edition, day.date, day.address, day.said] for day in days if not day.ordinal]
    return written(regular, others)


def _gaps(ordinals: Iterable[int]) -> str:
    known = sorted(filter(None, ordinals))
    return printable(day - before for before, day in zip([0, *known], known, strict=False))
