"""What the program takes a page's text to be."""

from dataclasses import dataclass

from newspaper_archive.model.print import Decision, Line, Span
from newspaper_archive.model.printed_matter import Article, Caption, Correction, Credit, Teaser
from newspaper_archive.model.problem import Problem


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
