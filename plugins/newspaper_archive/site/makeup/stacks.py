"""Articles one under another over some columns of the page: how tall they stand, and what is cut of them.

A photo and a story of 900 characters over 4 columns stand 1,940 pixels tall; in a row of 700 the photo keeps
all of its text and the story 10 of its 54 lines.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from newspaper_archive.site.makeup.copyfit import (
    LEADING,
    Form,
    Matter,
    fitted,
    heights,
    short,
    stands_beside,
    text_lines,
)
from newspaper_archive.site.makeup.measures import LISTS
from newspaper_archive.site.makeup.weight import LEAD_SPAN, headline_sizes, lead_of

# A stack by its first article, its span and how many it holds.
Shape = tuple[int, int, int]

# The width that each size of headline asks for.
SPANS = {2: 6, 3: 6, 4: 4, 5: 4}
# The fewest lines a story is cut to; a cut of so few lines is not worth its link.
FEWEST, SPARED = 6, 3
# Steps in which the theme can hold a text: its classes `lines-N`.
STEPS = LISTS["lines"]
# What a column too many or too few costs, for the lead and for others, and a short text as a strip.
LEAD_MISFIT, MISFIT, STRIP = 1200.0, 700.0, 1800.0


@dataclass(frozen=True, slots=True)
class Place:
    """How an article stands: its number in print, its headline's size, `lines` of its text or 0 for all.

    `strip` is one across the page, its text beside its headline; `short` is whole even on a phone.
    """

    index: int
    size: int
    lines: int
    boxed: bool
    strip: bool
    short: bool


@dataclass(frozen=True, slots=True)
class Stack:
    span: int
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class _Article:
    """An article over a span: its headline's size there, lines of text, heights with all and the fewest."""

    index: int
    matter: Matter
    span: int
    size: int
    lines: int
    whole: float
    least: float
    misfit: float

    def place(self, held: int) -> Place:
        return Place(
            index=self.index,
            size=self.size,
            lines=0 if self.lines - held < SPARED else _step(held),
            boxed=self.matter.form is Form.BOX,
            strip=stands_beside(self.matter, self.span),
            short=short(self.matter, self.size),
        )


def _articles(matters: Sequence[Matter], spans: Sequence[int]) -> list[dict[int, _Article]]:
    """Each article by the spans that it may go over."""
    lead, sizes = lead_of(matters), headline_sizes(matters)
    return [
        {span: _article(index, matter, span, sizes[index], is_lead=index == lead) for span in spans}
        for index, matter in enumerate(matters)
    ]


def _article(index: int, matter: Matter, span: int, wanted: int, *, is_lead: bool) -> _Article:
    size = wanted if is_lead else fitted(matter, span, wanted)
    lines = text_lines(matter, span)
    whole, least = heights(matter, span, size, lines, FEWEST)
    return _Article(
        index,
        matter,
        span,
        size,
        lines,
        whole,
        least,
        misfit=_misfit(matter, span, wanted, is_lead=is_lead),
    )


def _misfit(matter: Matter, span: int, size: int, *, is_lead: bool) -> float:
    """What it costs that an article goes over more or fewer columns than it has the weight for."""
    if is_lead:
        return abs(span - LEAD_SPAN) * LEAD_MISFIT
    return STRIP if stands_beside(matter, span) else abs(span - SPANS[size]) * MISFIT


@dataclass(frozen=True, slots=True)
class Uncut:
    """A stack before it is known how tall its row is; its heights with all and with the fewest lines."""

    span: int
    articles: tuple[_Article, ...] = ()
    whole: float = 0.0
    least: float = 0.0
    misfit: float = 0.0

    def over(self, article: _Article) -> "Uncut":
        """The stack with another article under it."""
        return Uncut(
            self.span,
            (*self.articles, article),
            self.whole + article.whole,
            self.least + article.least,
            self.misfit + article.misfit,
        )

    def cut(self, tall: float) -> Stack:
        """The stack no taller than this; the longest text is cut first."""
        lines = [article.lines for article in self.articles]
        over = self.whole - tall
        while over > 0 and max(lines) > FEWEST:
            lines[lines.index(max(lines))] -= 1
            over -= LEADING
        places = zip(self.articles, lines, strict=True)
        return Stack(self.span, tuple(article.place(held) for article, held in places))


def stacks_of(matters: Sequence[Matter], shapes: Sequence[tuple[int, int]]) -> dict[Shape, Uncut]:
    """Every stack of these spans and counts, wherever it begins on the page; one of two after that of one."""
    spans = sorted({span for span, _ in shapes})
    articles, none = _articles(matters, spans), {span: Uncut(span) for span in spans}
    stacks: dict[Shape, Uncut] = {}
    for first in range(len(articles)):
        for span, count in shapes:
            if first + count <= len(articles):
                above = stacks.get((first, span, count - 1), none[span])
                stacks[first, span, count] = above.over(articles[first + count - 1][span])
    return stacks


def _step(lines: int) -> int:
    return max(step for step in STEPS if step <= max(lines, STEPS[0]))
