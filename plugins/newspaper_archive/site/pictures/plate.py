"""What of a page is drawn in small: its flag, and its articles in their rows by headline, length and picture.

`今日临澜 C01 要闻` with a row of 新渠通水 over eight columns, 1,200 letters, beside a photo over four.
"""

import re
from dataclasses import dataclass

from newspaper_archive.folder.edition import is_taken
from newspaper_archive.model import ArchivedPage, Issue, Kind
from newspaper_archive.site.makeup.copyfit import full_widths
from newspaper_archive.site.makeup.sheet import rows
from newspaper_archive.site.story.story_view import Story, story
from newspaper_archive.site.tongue import Tongue

NUMBERS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class PlatePiece:
    """An article: `size` of its headline as on the page, 1 the largest; `paragraphs` by their lengths."""

    headline: str
    kicker: str
    size: int
    kind: Kind
    boxed: bool
    pictured: bool
    paragraphs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Stand:
    """Pieces one under another over so many of the page's twelve columns."""

    span: int
    pieces: tuple[PlatePiece, ...]


@dataclass(frozen=True, slots=True)
class Plate:
    """A page to be drawn; the first of an issue bears the name of the edition across its head."""

    edition: str
    folio: str
    name: str
    first: bool
    rows: tuple[tuple[Stand, ...], ...]

    @property
    def folio_words(self) -> str:
        return " ".join(part for part in (self.folio, self.name) if part)


def plate(issue: Issue, page: ArchivedPage, tongue: Tongue) -> Plate:
    """The page as it is drawn."""
    stories = [story(article, (), tongue) for article in page.printed]
    return Plate(
        edition=edition_words(issue),
        folio=page.folio or "",
        name=page.name or "",
        first=_is_front(issue, page),
        rows=tuple(
            tuple(
                Stand(
                    stack.span,
                    tuple(_piece(stories[place.index], place.size, place.boxed) for place in stack.places),
                )
                for stack in row.stacks
            )
            for row in rows(stories)
        ),
    )


def edition_words(issue: Issue) -> str:
    """The edition's name; nothing for pages of which nobody says what edition they are of."""
    return "" if is_taken(issue.edition.slug) else issue.edition.name


def _is_front(issue: Issue, page: ArchivedPage) -> bool:
    """Whether it is the first page in print, and not only the first that the archive has: C01, not C02."""
    numbers = NUMBERS.findall(page.folio or "1")
    return (
        bool(edition_words(issue))
        and page.id == issue.pages[0].id
        and numbers[-1:] in (["1"], ["01"], ["001"])
    )


def _piece(of: Story, size: int, boxed: bool) -> PlatePiece:
    texts = [of.opening + passage.text for passage in of.passages if not passage.briefs][:1]
    texts += [passage.text for passage in of.passages[1:] if not passage.briefs]
    briefs = [one.before + one.day + one.after for passage in of.passages for one in passage.briefs]
    return PlatePiece(
        headline=of.headline if of.named else "",
        kicker=of.kicker,
        size=size,
        kind=Kind(of.kind),
        boxed=boxed,
        pictured=bool(of.pictures) or of.kind == Kind.PHOTO,
        paragraphs=tuple(full_widths(text) for text in texts + briefs if text),
    )
