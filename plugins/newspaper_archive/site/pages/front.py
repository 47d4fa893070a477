"""The newest issue as a front page: lead and stories by their place in print, photos and briefs beside them.

Where no issue bears a certain date, the undated stand together in its place.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from newspaper_archive.model import ArchivedArticle, ArchivedPage, Issue, Kind, Placed, Role
from newspaper_archive.site.pages.undated import UNDATED_ADDRESS
from newspaper_archive.site.words.wording import STORIES, opening

SECONDS, PHOTOS, BRIEFS, BRIEF_LENGTH, LEAD_LENGTH = 6, 3, 6, 64, 240


@dataclass(frozen=True, slots=True)
class Led:
    """An issue by its leading story, where it has any."""

    issue: Issue
    lead: Placed | None


@dataclass(frozen=True, slots=True)
class Front:
    """The newest issue as a front page, or the undated together; `also` are issues of the same day.

    `title` is the edition's name, "" over the undated.
    """

    title: str
    address: str
    date: str | None
    pages: tuple[ArchivedPage, ...]
    lead: Placed | None
    seconds: tuple[Placed, ...]
    photos: tuple[Placed, ...]
    briefs: Placed | None
    also: tuple[Issue, ...]

    @property
    def lead_text(self) -> tuple[str, ...]:
        """The lead's opening paragraphs, as many as fill their place."""
        texts: list[str] = []
        room = LEAD_LENGTH
        for paragraph in self.lead.article.article.paragraphs if self.lead else ():
            if paragraph.role is not Role.BODY or room < LEAD_LENGTH // 4:
                break
            texts.append(opening(paragraph.text, room))
            room -= len(texts[-1])
        return tuple(texts)

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
    return _front("", UNDATED_ADDRESS, None, undated, []) if undated else None


def led(issue: Issue) -> Led:
    """An issue with its first story in print, else the first article of any kind."""
    placed = [Placed(issue, page, article) for page, article in _in_print_order(issue)]
    stories = (entry for entry in placed if entry.article.article.kind in STORIES)
    return Led(issue, next(stories, placed[0] if placed else None))


def _front(
    title: str, address: str, date: str | None, issues: Sequence[Issue], also: Sequence[Issue]
) -> Front:
    placed = [Placed(issue, page, article) for issue in issues for page, article in _in_print_order(issue)]
    stories = [entry for entry in placed if entry.article.article.kind in STORIES]
    briefs = [entry for entry in placed if entry.article.article.items]
    photos = [entry for entry in placed if entry.article.article.kind is Kind.PHOTO]
    return Front(
        title=title,
        address=address,
        date=date,
        pages=tuple(page for issue in issues for page in issue.pages),
        lead=stories[0] if stories else None,
        seconds=tuple(stories[1 : 1 + SECONDS]),
        photos=tuple(photos[:PHOTOS]),
        briefs=briefs[0] if briefs else None,
        also=tuple(also),
    )


def _in_print_order(issue: Issue) -> Iterable[tuple[ArchivedPage, ArchivedArticle]]:
    return ((page, article) for page in issue.pages for article in page.articles)
