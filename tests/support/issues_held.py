"""Archives of invented issues that differ in nothing but edition and date, for the tests of calendars."""

from collections.abc import Sequence

from invented_archive import ESTIMATE, LIUHE, NEWS, QINGSHI, issue, page
from newspaper_archive.archive.contributors import contributors
from newspaper_archive.model import Archive, Edition, Fact, FactSource, Issue

EDITIONS = (LIUHE, QINGSHI)


def held(edition: Edition, *days: str) -> list[Issue]:
    """An issue of one page of each of these days."""
    return [
        issue(edition, folder, day, page(edition, folder, "C01", "要闻", (NEWS,)))
        for day in days
        for folder in [f"{edition.slug}/{day[:4]}/{day}"]
    ]


def estimated(edition: Edition, *dates: str | None) -> list[Issue]:
    """Undated issues, each thought to be of one of these dates."""
    found = []
    for number, date in enumerate(dates):
        folder = f"{edition.slug}/undated/s{number}"
        fact = Fact(date, FactSource.ESTIMATE, "", ESTIMATE.clues) if date else None
        printed = page(edition, folder, "C01", "要闻", (NEWS,), date=fact)
        found.append(Issue(folder, f"{folder}/index.html", edition, date, False, (printed,)))
    return found


def archive_of(issues: Sequence[Issue], editions: Sequence[Edition] = EDITIONS) -> Archive:
    dated = [one for one in issues if one.certain]
    dated.sort(key=lambda one: (one.date or "", one.edition.slug))
    ordered = (*dated, *(one for one in issues if not one.certain))
    return Archive(tuple(editions), ordered, (), contributors=contributors(ordered))
