"""The records that the stages hand on, frozen; each can name the printed lines it was made of.

A printed page `HC01.txt` becomes `Source` → `Line`s → `Block`s → `Decision`s → `Reading` → `Page`; the
archive stage then orders pages into `Issue`s and gives `ArchivedPage`s and `ArchivedArticle`s addresses.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path


class Role(StrEnum):
    """What a printed span is; each non-blank character of a page has exactly one (conservation)."""

    KICKER = "kicker"
    HEADLINE = "headline"
    SUBHEAD = "subhead"
    DATELINE = "dateline"
    BYLINE = "byline"
    CROSSHEAD = "crosshead"
    BODY = "body"
    SIGNATURE = "signature"
    CAPTION = "caption"
    BRIEF = "brief"
    TEASER = "teaser"
    LABEL = "label"
    COLOPHON = "colophon"
    FURNITURE = "furniture"
    MARK = "mark"
    UNASSIGNED = "unassigned"


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class FactSource(StrEnum):
    """Who says so, the strongest first."""

    SIDECAR = "sidecar"
    PATH = "path"
    PRINT = "print"
    ESTIMATE = "estimate"


class Kind(StrEnum):
    NEWS = "news"
    BRIEFS = "briefs"
    PHOTO = "photo"
    INTERVIEW = "interview"
    EDITOR_NOTE = "editor_note"
    COMMENTARY = "commentary"
    NOTICE = "notice"
    AD = "ad"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something seen and not understood: where, what was seen (quoted), what the desk can do. In Chinese.

    `also` are further lines that it names, where one question stands at several places of a page.
    """

    severity: Severity
    code: str
    file: str
    line: int | None
    seen: str
    advice: str
    also: tuple[int, ...] = ()

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{place}: {self.seen}。{self.advice}"


@dataclass(frozen=True, slots=True)
class Source:
    """A page file as found; `path` is POSIX and relative to the folder of pages."""

    path: str
    sha256: str
    size: int
    encoding: str


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line; `text` is `raw` folded for recognising, character for character, so offsets agree."""

    number: int
    raw: str
    text: str


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` of the raw line, and what they are in print."""

    line: int
    start: int
    end: int
    role: Role


@dataclass(frozen=True, slots=True)
class Block:
    """Neighbouring lines that belong together by their shape alone, and why."""

    lines: tuple[Line, ...]
    shape: str
    because: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What a block was taken for, for `explain`; `margin` is its lead over `second`."""

    lines: tuple[int, ...]
    role: str
    because: str
    text: str
    margin: float = 0.0
    second: str = ""


@dataclass(frozen=True, slots=True)
class Byline:
    """A writer: role as printed without 本报 (记者, 通讯员, an office; 署名 where none is), and the name."""

    role: str
    name: str


@dataclass(frozen=True, slots=True)
class Dateline:
    """`本报济宁6月1日讯(通讯员 骆青)`: as printed, and its place and date where it has them."""

    raw: str
    place: str | None
    date: str | None


@dataclass(frozen=True, slots=True)
class Correction:
    """A slip of print or scanner that the desk put right on `line`; `at` is its place in the sidecar."""

    line: int
    printed: str
    corrected: str
    by: str
    on: str
    why: str
    at: int = 0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A true paragraph of the print, healed across line ends; `role` is BODY, CROSSHEAD or BRIEF."""

    text: str
    role: Role
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """One 稿件 with its headline stack; the page's own characters, "" where a part is absent."""

    kind: Kind
    headline: str
    paragraphs: tuple[Paragraph, ...]
    lines: tuple[int, ...]
    kicker: str = ""
    subhead: str = ""
    column: str = ""
    dateline: Dateline | None = None
    byline: tuple[Byline, ...] = ()
    tail: str = ""
    jump_to: str = ""
    jump_from: str = ""
    corrections: tuple[Correction, ...] = ()
    printed: "Article | None" = None
    """As printed, where corrections changed it; the other fields are as corrected."""

    @property
    def body(self) -> str:
        """Paragraphs and crossheads, separated by newlines, before any display typography."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)

    @property
    def crossheads(self) -> tuple[str, ...]:
        return tuple(p.text for p in self.paragraphs if p.role is Role.CROSSHEAD)

    @property
    def items(self) -> tuple[Paragraph, ...]:
        """The briefs of a briefs column, else nothing."""
        return tuple(p for p in self.paragraphs if p.role is Role.BRIEF)


@dataclass(frozen=True, slots=True)
class Caption:
    """A picture's text; `article` is the index in `Reading.articles` of the story it belongs to."""

    text: str
    photographers: tuple[str, ...]
    credit: str
    lines: tuple[int, ...]
    article: int | None = None
    printed: "Caption | None" = None


@dataclass(frozen=True, slots=True)
class Teaser:
    """A 导读: the headline of a story on another page, and the pointer as printed (`C02 看点`)."""

    headline: str
    folio: str | None
    page_name: str | None
    label: str
    lines: tuple[int, ...]
    printed: "Teaser | None" = None


@dataclass(frozen=True, slots=True)
class Credit:
    """One entry of the colophon: 编辑 孔媛媛."""

    role: str
    names: tuple[str, ...]
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PageLabel:
    """What the page says of its place: folio `C02`, name 看点, system code `HC02`; None where silent."""

    folio: str | None = None
    page_name: str | None = None
    system_code: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What the program takes a page's text to be; nothing here comes from outside that text.

    `label_lines` are the masthead, date and folio lines as printed.
    """

    label: PageLabel
    title: str | None
    printed_date: str | None
    dateline_dates: tuple[str, ...]
    articles: tuple[Article, ...]
    captions: tuple[Caption, ...]
    teasers: tuple[Teaser, ...]
    colophon: tuple[Credit, ...]
    furniture: tuple[Line, ...]
    spans: tuple[Span, ...]
    decisions: tuple[Decision, ...]
    problems: tuple[Problem, ...] = ()
    label_lines: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class Clue:
    """A printed passage that an estimate rests on: its line, its words, and what they tell, in Chinese."""

    line: int
    quote: str
    tells: str

    def __str__(self) -> str:
        return f"第{self.line}行“{self.quote}”，{self.tells}"


@dataclass(frozen=True, slots=True)
class Fact:
    """Something known of a page, and who says so; an estimate has its `clues`."""

    value: str
    source: FactSource
    evidence: str = ""
    clues: tuple[Clue, ...] = ()


@dataclass(frozen=True, slots=True)
class Edition:
    """What `edition.yaml` says of a folder of pages; `sections` pairs a section's name with its slug."""

    slug: str
    name: str
    paper: str
    folder: str = ""
    cn: str = ""
    issn: str = ""
    frequency: str = ""
    language: str = "zh-CN"
    sections: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Stretch:
    """The printed lines `first` to `last` as a sidecar names them on its line `at`, from `start` to `end`."""

    first: int
    last: int
    at: int
    start: int
    end: int

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"


@dataclass(frozen=True, slots=True)
class Claim:
    """What the desk says a printed line is, and in which of `Orders.articles`, if in one."""

    role: str
    article: int | None = None


@dataclass(frozen=True, slots=True)
class ArticleOrder:
    """An article by its lines: each part (`headline`, `body`…) with its lines in the order of reading."""

    parts: tuple[tuple[str, tuple[int, ...]], ...]
    kind: Kind | None = None
    column: str = ""

    def lines(self, part: str) -> tuple[int, ...]:
        return next((lines for name, lines in self.parts if name == part), ())


@dataclass(frozen=True, slots=True)
class Orders:
    """How a sidecar has a page read; `mentions` are all the line numbers in it, for checks against the page.

    `splits` are lines that open a paragraph; each of `joins` is one paragraph, its lines in the order of
    reading; each of `teasers` is one teaser.
    """

    claims: tuple[tuple[int, Claim], ...] = ()
    articles: tuple[ArticleOrder, ...] = ()
    teasers: tuple[tuple[int, ...], ...] = ()
    splits: tuple[int, ...] = ()
    joins: tuple[tuple[int, ...], ...] = ()
    corrections: tuple[Correction, ...] = ()
    mentions: tuple[Stretch, ...] = ()


NO_ORDERS = Orders()


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What `NAME.yaml` says of the page `NAME.txt` beside it; None where it is silent. `date` is EDTF.

    `sha256` and `fingerprints` (one a line) are of the page that its line numbers were written for.
    """

    path: str
    paper: str | None = None
    edition: str | None = None
    date: str | None = None
    folio: str | None = None
    page_name: str | None = None
    system_code: str | None = None
    encoding: str | None = None
    sha256: str | None = None
    fingerprints: tuple[str, ...] = ()
    orders: Orders = NO_ORDERS


@dataclass(frozen=True, slots=True)
class PageFile:
    """A page file before it is opened: `path` as in `Source`, `date` and `folio` as its path names them."""

    path: str
    location: Path
    edition: Edition
    date: str | None = None
    folio: str | None = None
    sidecar: Sidecar | None = None
    scans: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """A folder of pages, walked: pages by path, and every edition that a file, folder or sidecar names."""

    pages: tuple[PageFile, ...]
    editions: tuple[Edition, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Decoded:
    """A page's text with `\\n` at its line ends; None where the bytes are no text, as `problems` says."""

    text: str | None
    encoding: str
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Likeness:
    """A text by its letters alone: how many, and their digest in hexadecimal digits."""

    letters: int
    digest: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that are of some years and not of others, and the line they first stand in."""

    text: str
    weight: int
    line: int


@dataclass(frozen=True, slots=True)
class Gist:
    """What of a page's print other pages are compared with; `stories` as in `Reading.articles`.

    `opening` is its first line; `jumps` are the words of jump lines, each with its line.
    """

    print: Likeness
    opening: str
    stories: tuple[Likeness, ...]
    phrases: tuple[Phrase, ...]
    jumps: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Scan:
    """A picture of a page, by its path as in `Source`; `width` and `height` are its pixels when upright."""

    path: str
    sha256: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Page:
    """A page file, read: what it is, where it was printed (each None where unknown), and its text.

    In an archive it is laid away: `lines` are empty and its `gist` says what they were.
    """

    source: Source
    edition: Edition
    date: Fact | None
    folio: Fact | None
    page_name: Fact | None
    system_code: str | None
    lines: tuple[Line, ...]
    reading: Reading
    problems: tuple[Problem, ...] = ()
    gist: Gist | None = None
    scan: Scan | None = None


@dataclass(frozen=True, slots=True)
class ArchivedArticle:
    """An article at its address; `sections` are slugs, `page_id` its page's id."""

    id: str
    address: str
    article: Article
    captions: tuple[Caption, ...]
    page_id: str
    sections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ArchivedTeaser:
    """A teaser, and the address of the article it announces where the archive has it, else None (未收录)."""

    teaser: Teaser
    address: str | None
    page_id: str
    sections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ArchivedPage:
    id: str
    address: str
    page: Page
    articles: tuple[ArchivedArticle, ...]
    teasers: tuple[ArchivedTeaser, ...]
    sections: tuple[str, ...] = ()

    @property
    def folio(self) -> str | None:
        return self.page.folio.value if self.page.folio else None

    @property
    def name(self) -> str | None:
        return self.page.page_name.value if self.page.page_name else None


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
class Archive:
    """Everything published; issues oldest first, undated last; sections by slug.

    `files` are the page files by `Source.path`, where lines that were laid away are read again.
    """

    editions: tuple[Edition, ...]
    issues: tuple[Issue, ...]
    sections: tuple[Section, ...]
    problems: tuple[Problem, ...] = field(default=())
    files: Mapping[str, PageFile] = field(default_factory=dict)
