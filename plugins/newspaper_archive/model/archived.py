"""Pages as the archive has them: issues, articles, sections, each at its address."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from newspaper_archive.model.address_book import Book
from newspaper_archive.model.files import Edition, PageFile
from newspaper_archive.model.page import Page
from newspaper_archive.model.printed_matter import Article, Caption, Teaser
from newspaper_archive.model.problem import Problem


class MissingPart(StrEnum):
    """Why a part stands without the one it names: no such page, nothing there that answers, or too much."""

    PAGE = "page"
    PART = "part"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class OpenJump:
    """A jump out of a part, or `into` it, that leads to nothing: the folio it names, and what is lacking."""

    folio: str
    lack: MissingPart
    into: bool


@dataclass(frozen=True, slots=True)
class ArchivedArticle:
    """An article at its address; `sections` are slugs.

    `article` and `captions` are what stands of it on its page; `rest` are its parts on other pages.
    """

    id: str
    address: str
    article: Article
    captions: tuple[Caption, ...]
    sections: tuple[str, ...] = ()
    rest: tuple["Continuation", ...] = ()
    open_jumps: tuple[OpenJump, ...] = ()

    @property
    def parts(self) -> tuple["ArchivedArticle", ...]:
        """Itself and the parts on other pages."""
        return (self, *(one.part for one in self.rest))


@dataclass(frozen=True, slots=True)
class Continuation:
    """A part of a story that began on another page, and the folio of the one that it stands on."""

    part: ArchivedArticle
    folio: str


@dataclass(frozen=True, slots=True)
class ContinuedHere:
    """On its page the `number`-th part of a story: its `place` in the reading, and the `whole` story."""

    place: int
    number: int
    part: ArchivedArticle
    whole: ArchivedArticle


@dataclass(frozen=True, slots=True)
class ArchivedTeaser:
    """A teaser, and the address of the article it announces where the archive has it, else None (未收录)."""

    teaser: Teaser
    address: str | None
    sections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ArchivedPage:
    """`articles` are those that begin here; what goes on here of others is `continued`."""

    id: str
    address: str
    page: Page
    articles: tuple[ArchivedArticle, ...]
    teasers: tuple[ArchivedTeaser, ...]
    sections: tuple[str, ...] = ()
    continued: tuple[ContinuedHere, ...] = ()

    @property
    def folio(self) -> str | None:
        return self.page.folio.value if self.page.folio else None

    @property
    def name(self) -> str | None:
        return self.page.page_name.value if self.page.page_name else None

    @property
    def named(self) -> bool:
        """Whether its folio or its name is known, so that it can be told from others of its issue."""
        return bool(self.folio or self.name)

    @property
    def printed(self) -> tuple[ArchivedArticle, ...]:
        """All that is printed here, in print order: stories, and parts of those that began elsewhere."""
        found = list(self.articles)
        for one in self.continued:
            found.insert(one.place, one.part)
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Issue:
    """One date of one edition; `date` is EDTF, None for an undated page, which is an issue of its own."""

    id: str
    address: str
    edition: Edition
    date: str | None
    certain: bool
    pages: tuple[ArchivedPage, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """An article where it was printed, for lists that cross issues."""

    issue: Issue
    page: ArchivedPage
    article: ArchivedArticle


@dataclass(frozen=True, slots=True)
class PlacedTeaser:
    issue: Issue
    page: ArchivedPage
    teaser: ArchivedTeaser


@dataclass(frozen=True, slots=True)
class Section:
    """A 版块 or 栏目 across issues, newest first; `teasers` are those whose article the archive lacks."""

    slug: str
    name: str
    address: str
    articles: tuple[Placed, ...]
    teasers: tuple[PlacedTeaser, ...] = ()


@dataclass(frozen=True, slots=True)
class Contributor:
    """A printed name that signs so many stories and photos that stand alone; `paged` ones have a page.

    `forms` are the other forms in which the name is printed.
    """

    id: str
    stories: int
    paged: bool
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Archive:
    """Everything published; issues oldest first, undated last; sections by slug, contributors by name.

    `files` are the page files by `Source.path`, where lines that were dropped are read again. `book` is the
    address book once this is published, `lost` are ids of it whose text is nowhere any more.
    """

    editions: tuple[Edition, ...]
    issues: tuple[Issue, ...]
    sections: tuple[Section, ...]
    problems: tuple[Problem, ...] = field(default=())
    files: Mapping[str, PageFile] = field(default_factory=dict)
    book: Book = field(default_factory=dict)
    lost: tuple[str, ...] = ()
    contributors: Mapping[str, Contributor] = field(default_factory=dict)
