"""The lists across issues: home, editions, sections, the undated.

Home shows the newest issue as a front page: the lead by its place in print, the others under it, photos and
briefs beside them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

from newspaper_archive.edtf import newest_first
from newspaper_archive.model import Archive, ArchivedArticle, ArchivedPage, Issue, Kind, Placed, Section
from newspaper_archive.publish.press import Press
from newspaper_archive.publish.wording import opening

Entry = TypeVar("Entry")

STORIES = frozenset({Kind.NEWS, Kind.INTERVIEW, Kind.COMMENTARY, Kind.OTHER})
UNDATED_PAGES, UNDATED_ADDRESS = "日期不详的版面", "undated/index.html"
SECONDS, PHOTOS, BRIEFS, BRIEF_LENGTH = 6, 3, 6, 64


@dataclass(frozen=True, slots=True)
class Year(Generic[Entry]):
    """What a year holds, newest first; `name` is "" for what bears no certain year."""

    name: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Front:
    """The newest issue as a front page, or the undated together; `also` are issues of the same day."""

    title: str
    address: str
    date: str | None
    pages: int
    lead: Placed | None
    seconds: tuple[Placed, ...]
    photos: tuple[Placed, ...]
    briefs: Placed | None
    also: tuple[Issue, ...]

    @property
    def brief_items(self) -> tuple[str, ...]:
        if self.briefs is None:
            return ()
        items = self.briefs.article.article.items[:BRIEFS]
        return tuple(opening(item.text, BRIEF_LENGTH) for item in items)


def print_lists(press: Press, archive: Archive) -> None:
    """Home, one file an edition, one a section, and the lists of sections and of the undated."""
    dated = [issue for issue in archive.issues if issue.certain]
    undated = [issue for issue in archive.issues if not issue.certain]
    undated.sort(key=lambda issue: newest_first(issue.date))
    press.put(
        "newspaper/home.html",
        "index.html",
        archive=archive,
        front=front_of(dated, undated),
        sections=sorted(archive.sections, key=lambda section: (-len(section.articles), section.slug)),
        years=years_of_issues(dated),
        undated=undated,
    )
    press.put("newspaper/undated.html", UNDATED_ADDRESS, issues=undated)
    press.put("newspaper/sections.html", "sections/index.html", sections=archive.sections)
    for section in archive.sections:
        press.put(
            "newspaper/section.html", section.address, section=section, years=years_of_articles(section)
        )
    for edition in archive.editions:
        press.put(
            "newspaper/edition.html",
            f"{edition.slug}/index.html",
            edition=edition,
            years=years_of_issues([issue for issue in dated if issue.edition.slug == edition.slug]),
            undated=[issue for issue in undated if issue.edition.slug == edition.slug],
        )


def front_of(dated: Sequence[Issue], undated: Sequence[Issue]) -> Front | None:
    """The front of the newest issue, else of all the undated, the likely newest first; None without any."""
    if dated:
        issue, *also = [issue for issue in dated if issue.date == dated[-1].date]
        return _front(issue.edition.name, issue.address, issue.date, [issue], also)
    return _front(UNDATED_PAGES, UNDATED_ADDRESS, None, undated, []) if undated else None


def _front(
    title: str, address: str, date: str | None, issues: Sequence[Issue], also: Sequence[Issue]
) -> Front:
    placed = [Placed(issue, page, article) for issue in issues for page, article in _in_print_order(issue)]
    stories = [entry for entry in placed if entry.article.article.kind in STORIES]
    briefs = [entry for entry in placed if entry.article.article.kind is Kind.BRIEFS]
    photos = [entry for entry in placed if entry.article.article.kind is Kind.PHOTO]
    return Front(
        title=title,
        address=address,
        date=date,
        pages=sum(len(issue.pages) for issue in issues),
        lead=stories[0] if stories else None,
        seconds=tuple(stories[1 : 1 + SECONDS]),
        photos=tuple(photos[:PHOTOS]),
        briefs=briefs[0] if briefs else None,
        also=tuple(also),
    )


def _in_print_order(issue: Issue) -> Iterable[tuple[ArchivedPage, ArchivedArticle]]:
    return ((page, article) for page in issue.pages for article in page.articles)


def years_of_issues(issues: Iterable[Issue]) -> tuple[Year[Issue], ...]:
    """Issues by year, newest first."""
    newest_first = sorted(issues, key=lambda issue: issue.date or "", reverse=True)
    return tuple(Year(year, tuple(group)) for year, group in groupby(newest_first, key=year_of))


def years_of_articles(section: Section) -> tuple[Year[Placed], ...]:
    """A section's articles by year in the order the archive gives them, the undated under no year."""
    by_year: dict[str, list[Placed]] = {}
    for placed in section.articles:
        by_year.setdefault(year_of(placed.issue), []).append(placed)
    return tuple(Year(year, tuple(by_year[year])) for year in sorted(by_year, reverse=True))


def year_of(issue: Issue) -> str:
    """2022, or "" where the year is not certain."""
    return issue.date[:4] if issue.certain and issue.date else ""
