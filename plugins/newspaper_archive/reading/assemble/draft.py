"""A story while it is being put together: texts with their parts, in print order, not yet a record."""

from dataclasses import dataclass, field

from newspaper_archive.model import Kind, Line, Role
from newspaper_archive.reading.assemble.headline_stack import HeadlineStack
from newspaper_archive.reading.joined_lines import JoinedLines


@dataclass(slots=True)
class Draft:
    """What stands under one headline stack so far; `heads` carry the blank lines above them."""

    heads: list[tuple[JoinedLines, int]] = field(default_factory=list)
    column: JoinedLines | None = None
    notes_label: JoinedLines | None = None
    dateline: list[JoinedLines] = field(default_factory=list)
    authors: list[JoinedLines] = field(default_factory=list)
    paragraphs: list[tuple[JoinedLines, Role]] = field(default_factory=list)
    tails: list[JoinedLines] = field(default_factory=list)
    credits: list[JoinedLines] = field(default_factory=list)
    pictures_by: list[JoinedLines] = field(default_factory=list)
    """The credits of all pictures in it; `credits` are a photo story's own."""
    jump_to: JoinedLines | None = None
    jump_from: JoinedLines | None = None
    opens_with_dateline: bool = False
    rows: int = 0
    interview: bool = False
    is_briefs: bool = False
    named: HeadlineStack | None = None
    kind: Kind | None = None
    column_words: str = ""
    """With `named` and `kind`: what the desk says of the stack, the kind and the column of a story."""

    @property
    def has_body(self) -> bool:
        return bool(self.paragraphs)


@dataclass(slots=True)
class LooseCaption:
    """A picture's text and credit, and the draft it stands in, if any."""

    text: list[JoinedLines]
    credit: JoinedLines | None
    draft: Draft | None


@dataclass(frozen=True, slots=True)
class Pictured:
    """A picture under a headline: the paragraphs `start` to `end` above its credit may be its text alone."""

    story: Draft
    caption: LooseCaption
    start: int
    end: int


@dataclass(slots=True)
class LooseTeaser:
    headline: list[JoinedLines]
    pointer: JoinedLines | None


@dataclass(slots=True)
class Gathered:
    """The parts of a page, sorted to where they belong."""

    drafts: list[Draft] = field(default_factory=list)
    captions: list[LooseCaption] = field(default_factory=list)
    teasers: list[LooseTeaser] = field(default_factory=list)
    labels: list[JoinedLines] = field(default_factory=list)
    colophon: list[JoinedLines] = field(default_factory=list)
    furniture: list[JoinedLines] = field(default_factory=list)
    furniture_lines: list[Line] = field(default_factory=list)
    uncertain: list[tuple[str, JoinedLines]] = field(default_factory=list)
    """Displaced pieces put where they most likely belong: what was done, and the joined lines."""
