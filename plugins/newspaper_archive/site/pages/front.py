"""An issue as a front page: lead and stories by their place in print, briefs beside them, photos beneath.

It is the newest issue's. Where no issue bears a certain date it is the likely newest page's, alone under its
estimate: stories of 2024 and briefs of 2022 make no front page.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from newspaper_archive.folder.edition import UNSORTED
from newspaper_archive.model import ArchivedArticle, ArchivedPage, Article, Issue, Kind, Placed, Role
from newspaper_archive.site.words.wording import CUT, STORIES, excerpt, opening

SECONDS, PHOTOS, BRIEFS, BRIEF_LENGTH = 6, 3, 6, 64
# Three briefs stand as high as a lead of so many characters, and each more as so many more.
LEAD_LENGTH, BESIDE_BRIEF, FEWEST_BRIEFS = 240, 100, 3
# A story across half of the page tells more than one across a third.
WIDE, TOLD_WIDE, TOLD_NARROW = 6, 96, 60
COLUMNS = 12
"""Of the grid that home is set on."""


@dataclass(frozen=True, slots=True)
class Led:
    """An issue by its leading story, where it has any; it stands across `span` columns."""

    issue: Issue
    lead: Placed | None
    span: int = COLUMNS

    @property
    def edition(self) -> str:
        """Its edition's name, "" of pages that nobody knows the edition of."""
        return "" if self.issue.edition.slug == UNSORTED else self.issue.edition.name


@dataclass(frozen=True, slots=True)
class Opening:
    """How a text begins; `cut` where it goes on after that."""

    text: str
    cut: bool


@dataclass(frozen=True, slots=True)
class FrontStory:
    """A story and how it begins, across `span` columns."""

    placed: Placed
    texts: tuple[Opening, ...]
    span: int = COLUMNS


@dataclass(frozen=True, slots=True)
class Front:
    """An issue as a front page; `also` are others of the same day."""

    issue: Issue
    lead: FrontStory | None
    seconds: tuple[FrontStory, ...]
    photos: tuple[FrontStory, ...]
    briefs: FrontStory | None
    sheets: tuple[tuple[ArchivedPage, int], ...]
    also: tuple[Issue, ...]

    @property
    def edition(self) -> str:
        return led(self.issue).edition


def front_of(dated: Sequence[Issue], undated: Sequence[Issue]) -> Front | None:
    """The front of the newest issue, else of the first of the undated; None without any."""
    if dated:
        issue, *also = [issue for issue in dated if issue.date == dated[-1].date]
        return _front(issue, also)
    return _front(undated[0], ()) if undated else None


def led(issue: Issue) -> Led:
    """An issue with its first story in print, else the first article of any kind."""
    placed = [Placed(issue, page, article) for page, article in _in_print_order(issue)]
    stories = (entry for entry in placed if entry.article.article.kind in STORIES)
    return Led(issue, next(stories, placed[0] if placed else None))


def led_together(issues: Iterable[Issue]) -> tuple[Led, ...]:
    """Issues in rows of three at most."""
    found = list(map(led, issues))
    return tuple(replace(one, span=span) for one, span in zip(found, spans(len(found), 3), strict=True))


def spans(number: int, most: int) -> Iterator[int]:
    """The columns of each of so many in full rows of at most `most`, the fewest first: 5 are 6 6, 4 4 4."""
    rows = -(-number // most)
    for row in range(rows):
        size = (number + row) // rows
        yield from [COLUMNS // size] * size


def _front(issue: Issue, also: Sequence[Issue]) -> Front:
    placed = [Placed(issue, page, article) for page, article in _in_print_order(issue)]
    stories = [entry for entry in placed if entry.article.article.kind in STORIES]
    briefs = next((entry for entry in placed if entry.article.article.items), None)
    photos = [entry for entry in placed if entry.article.article.kind is Kind.PHOTO]
    shown = _briefs_beside(stories[0] if stories else None, briefs)
    room = LEAD_LENGTH + BESIDE_BRIEF * max(0, len(shown) - FEWEST_BRIEFS)
    return Front(
        issue=issue,
        lead=FrontStory(stories[0], _lead_texts(stories[0].article.article, room)) if stories else None,
        seconds=_told_together(stories[1 : 1 + SECONDS]),
        photos=_told_together(photos[:PHOTOS]),
        briefs=FrontStory(briefs, shown) if briefs else None,
        sheets=tuple(zip(issue.pages, spans(len(issue.pages), 4), strict=True)),
        also=tuple(also),
    )


def _briefs_beside(lead: Placed | None, briefs: Placed | None) -> tuple[Opening, ...]:
    """As many briefs as stand as high as the lead does, three of them at least."""
    if briefs is None:
        return ()
    length = sum(len(one.text) for one in lead.article.article.paragraphs) if lead else 0
    number = FEWEST_BRIEFS + max(0, length - LEAD_LENGTH) // BESIDE_BRIEF
    items = briefs.article.article.items[: min(BRIEFS, number)]
    return tuple(_opening(item.text, BRIEF_LENGTH) for item in items)


def _told_together(placed: Sequence[Placed]) -> tuple[FrontStory, ...]:
    """Stories in rows of three at most."""
    return tuple(
        FrontStory(one, _begins(one.article, TOLD_WIDE if span >= WIDE else TOLD_NARROW), span)
        for one, span in zip(placed, spans(len(placed), 3), strict=True)
    )


def _begins(article: ArchivedArticle, length: int) -> tuple[Opening, ...]:
    """The opening of a story in one paragraph, none of one without text."""
    text = excerpt(article.article, length)
    printed = [one.text for one in article.article.paragraphs if one.role is not Role.CROSSHEAD]
    cut = len(printed) > 1 or bool(article.rest) or text != excerpt(article.article, len("".join(printed)))
    return (Opening(text.removesuffix(CUT), cut),) if text else ()


def _lead_texts(article: Article, room: int) -> tuple[Opening, ...]:
    """The lead's opening paragraphs, as many as fill their place."""
    texts: list[Opening] = []
    enough = room // 4
    for paragraph in takewhile(lambda one: one.role is Role.BODY, article.paragraphs):
        if room < enough:
            break
        texts.append(_opening(paragraph.text, room))
        room -= len(texts[-1].text)
    if texts and len(texts) < len(article.paragraphs):
        texts[-1] = replace(texts[-1], cut=True)
    return tuple(texts)


def _opening(text: str, length: int) -> Opening:
    begun = opening(text, length)
    return Opening(begun.removesuffix(CUT), begun != opening(text, len(text)))


def _in_print_order(issue: Issue) -> Iterable[tuple[ArchivedPage, ArchivedArticle]]:
    return ((page, article) for page in issue.pages for article in page.articles)
