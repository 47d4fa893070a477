"""A page's stories, pictures and pointers as they are read; each names the printed lines it was made of."""

from dataclasses import dataclass
from enum import StrEnum

from newspaper_archive.model.print import Role


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
class Byline:
    """A writer: role as printed without 本报 (记者, 通讯员, an office; 署名 where none is), and the name."""

    role: str
    name: str


@dataclass(frozen=True, slots=True)
class Dateline:
    """`本报济宁6月1日讯(通讯员 骆青)`: as printed, and its place and date where it has them.

    `signed` are those lines of `raw` that name who wrote, and stand alone: 石桥镇党委书记 张小磊.
    """

    raw: str
    place: str | None
    date: str | None
    signed: tuple[str, ...] = ()

    @property
    def opening(self) -> str:
        """What of `raw` runs into the text."""
        rest = self.raw
        for line in self.signed:
            rest = rest.replace(line, "", 1)
        return rest


@dataclass(frozen=True, slots=True)
class Correction:
    """A slip of print or scanner that the desk put right on `line`; `at` is its place in the sidecar.

    `by`, `on` and `why` are "" where the desk does not say.
    """

    line: int
    printed: str
    corrected: str
    by: str = ""
    on: str = ""
    why: str = ""
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
