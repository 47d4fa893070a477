"""The newest issue as a front page: lead and stories by their place in print, photos and briefs beside them.

Where no issue bears a certain date, the undated stand together in its place.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from newspaper_archive.model import ArchivedArticle, ArchivedPage, Issue, Kind, Placed
from newspaper_archive.publish.undated import UNDATED_ADDRESS, UNDATED_PAGES
from newspaper_archive.publish.wording import opening

STORIES = frozenset({Kind.NEWS, Kind.INTERVIEW, Kind.COMMENTARY, Kind.OTHER})
SECONDS, PHOTOS, BRIEFS, BRIEF_LENGTH = 6, 3, 6, 64


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
