"""How much room an article takes on a broadsheet of twelve columns, before any browser has set it.

A headline of 14 characters over 8 columns stands in one line of the largest type; 900 characters under it in
three columns are 24 lines. The measures are those of the style sheets on a wide screen: `measures.toml`.
"""

from dataclasses import dataclass
from enum import Enum
from math import ceil

from newspaper_archive.site.makeup.measures import number, pixels

COLUMNS = int(number("columns"))
# Pixels of a page, its gutters, and the columns of text within a story.
SHEET, GUTTER = pixels("page-width") - 2 * pixels("page-side"), pixels("gutter")
LETTER, TEXT_GUTTER = pixels("letter"), pixels("text-gutter")
TEXT_COLUMN, LEADING = round(LETTER * number("text-column")), round(LETTER * number("text-leading"))
# Headlines from the lead's down, in pixels and by the class `size-N`.
HEADLINES = {size: pixels(f"headline-{size}") for size in range(1, 6)}
SMALLEST = max(HEADLINES)
HEADLINE_LEADING, STACK_LEADING = number("headline-leading"), ceil(LETTER * number("stack-leading"))
HEADLINE_LINES = 3
# What a frame takes at either side, and about what it takes at head and foot with the gap to the next story.
FRAME, SMALL_LINE, MARGIN, FULL_TEXT_LINK = pixels("frame"), 24, 34, 32
# A short text under a headline across the whole page stands beside it, in eight columns of the twelve.
SHORT_LINES, BESIDE = 7, (int(number("strip-head")), int(number("strip-text")))
# Letters of a line on a phone, lines of a text there by the size of its headline, and how many are spared.
PHONE_LETTERS, PHONE_SPARED = 20, 2
PHONE_LINES = {
    size: int(number(f"phone-lines-{sizes}"))
    for sizes, each in (("1", (1,)), ("2-3", (2, 3)), ("4-5", (4, 5)))
    for size in each
}


class Form(Enum):
    STORY = "story"
    BOX = "box"
    """Briefs, pictures, 编者按: framed, and never the lead."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What there is to set of one article, each part by its length in full-width characters, 0 if absent."""

    form: Form
    headline: int
    kicker: int = 0
    subhead: int = 0
    small_lines: int = 0
    paragraphs: tuple[int, ...] = ()

    @property
    def text(self) -> int:
        return sum(self.paragraphs)


def full_widths(text: str) -> int:
    """The length of a text in full-width characters: two Latin letters are about one."""
    return len(text) - len(text.encode("ascii", "ignore")) // 2


def width(span: int) -> float:
    """Pixels of so many columns of the page with the gutters between them."""
    return (SHEET + GUTTER) / COLUMNS * span - GUTTER


def headline_lines(matter: Matter, span: int, size: int) -> int:
    return ceil(matter.headline * HEADLINES[size] / _room(matter, span))


def fitted(matter: Matter, span: int, wanted: int) -> int:
    """The largest size from the wanted one down in which the headline has three lines, else the smallest."""
    sizes = range(wanted, SMALLEST)
    return next((size for size in sizes if headline_lines(matter, span, size) <= HEADLINE_LINES), SMALLEST)


def stack_height(matter: Matter, span: int, size: int) -> float:
    """Kicker, headline, subhead, label and byline over so many columns, and the space about the story."""
    room = _room(matter, span)
    stack = sum(ceil(length * LETTER / room) for length in (matter.kicker, matter.subhead))
    headline = headline_lines(matter, span, size) * HEADLINES[size] * HEADLINE_LEADING
    return headline + stack * STACK_LEADING + matter.small_lines * SMALL_LINE + MARGIN


def text_lines(matter: Matter, span: int) -> int:
    """Lines of the text where it stands in columns over this span."""
    room = _room(matter, span)
    columns = max(1, int((room + TEXT_GUTTER) // (TEXT_COLUMN + TEXT_GUTTER)))
    letters = max(1, int(((room + TEXT_GUTTER) / columns - TEXT_GUTTER) // LETTER))
    return ceil(sum(ceil((length + 2) / letters) for length in matter.paragraphs) / columns)


def stands_beside(matter: Matter, span: int) -> bool:
    """Whether the text is too short to stand under a headline as wide as the page."""
    return span == COLUMNS and text_lines(matter, span) <= SHORT_LINES


def short(matter: Matter, size: int) -> bool:
    """Whether a phone has room for the whole text."""
    lines = sum(ceil((length + 2) / PHONE_LETTERS) for length in matter.paragraphs)
    return lines <= PHONE_LINES[size] + PHONE_SPARED


def heights(matter: Matter, span: int, size: int, lines: int, fewest: int) -> tuple[float, float]:
    """Pixels of the article with all its lines of text, and with the fewest and the link to the rest."""
    if stands_beside(matter, span):
        head, text = BESIDE
        tall = max(stack_height(matter, head, size), text_lines(matter, text) * LEADING + MARGIN)
        return tall, tall
    stack = stack_height(matter, span, size)
    whole = stack + lines * LEADING
    return whole, stack + fewest * LEADING + FULL_TEXT_LINK if lines > fewest else whole


def _room(matter: Matter, span: int) -> float:
    return width(span) - (2 * FRAME if matter.form is Form.BOX else 0)
