"""An issue in print order: its front, its pages, its articles, each with what comes before and after.

`today/2022/2022-06-01/index.html`, then `…/c01.html` with `…/c01-01.html`, `…/c01-02.html`, …
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from newspaper_archive.model import Archive, ArchivedArticle, ArchivedPage, Issue, Section
from newspaper_archive.publish.doubts import Problems, by_file, doubtful_lines, of_page
from newspaper_archive.publish.layout import Row
from newspaper_archive.publish.press import Press
from newspaper_archive.publish.sheet import rows
from newspaper_archive.publish.story import Story, story
from newspaper_archive.publish.typography import visible
from newspaper_archive.publish.wording import excerpt

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Neighbours(Generic[Thing]):
    """What stands before and after a thing in a row, None at the ends."""

    before: Thing | None
    after: Thing | None


def neighbours(row: Sequence[Thing]) -> Iterator[tuple[Thing, Neighbours[Thing]]]:
    """Each thing of a row with its neighbours."""
    for place, thing in enumerate(row):
        before = row[place - 1] if place else None
        after = row[place + 1] if place + 1 < len(row) else None
        yield thing, Neighbours(before, after)


@dataclass(frozen=True, slots=True)
class MadeUp:
    """A page with the rows that its articles were made up in."""

    page: ArchivedPage
    rows: tuple[Row, ...]


def print_issues(press: Press, archive: Archive) -> None:
    """Every issue of every edition; the undated have no neighbours, for nobody knows their order."""
    sections = {section.slug: section for section in archive.sections}
    problems = by_file(archive)
    dated: dict[str, list[Issue]] = {}
    for issue in archive.issues:
        if issue.certain:
            dated.setdefault(issue.edition.slug, []).append(issue)
        else:
            _print_issue(press, issue, Neighbours(None, None), sections, problems)
    for of_edition in dated.values():
        for issue, beside in neighbours(of_edition):
            _print_issue(press, issue, beside, sections, problems)


def _print_issue(
    press: Press,
    issue: Issue,
    beside: Neighbours[Issue],
    sections: Mapping[str, Section],
    problems: Problems,
) -> None:
    stories: dict[str, Story] = {}
    for page in issue.pages:
        blank = frozenset(line.number for line in page.page.lines if not line.raw.strip())
        stories.update((article.id, story(article, blank)) for article in page.articles)
    sheets = [MadeUp(page, rows([stories[article.id] for article in page.articles])) for page in issue.pages]
    press.put("newspaper/issue.html", issue.address, issue=issue, beside=beside, made_up=sheets)
    for sheet, pages_beside in neighbours(sheets):
        _print_page(press, issue, sheet, pages_beside, beside, stories, sections, problems)
    articles = [(page, article) for page in issue.pages for article in page.articles]
    for (page, article), articles_beside in neighbours(articles):
        press.put(
            "newspaper/article.html",
            article.address,
            issue=issue,
            page=page,
            story=stories[article.id],
            stories=[stories[other.id] for other in page.articles],
            summary=excerpt(article.article),
            sections=_sections(article, sections),
            doubts=doubtful_lines(article, of_page(page, problems)),
            beside=_stories(articles_beside, stories),
        )


def _stories(
    beside: Neighbours[tuple[ArchivedPage, ArchivedArticle]], stories: Mapping[str, Story]
) -> Neighbours[Story]:
    before = stories[beside.before[1].id] if beside.before else None
    after = stories[beside.after[1].id] if beside.after else None
    return Neighbours(before, after)


def _sections(article: ArchivedArticle, sections: Mapping[str, Section]) -> list[Section]:
    return [sections[slug] for slug in article.sections if slug in sections]


def _print_page(
    press: Press,
    issue: Issue,
    sheet: MadeUp,
    beside: Neighbours[MadeUp],
    issue_beside: Neighbours[Issue],
    stories: Mapping[str, Story],
    sections: Mapping[str, Section],
    problems: Problems,
) -> None:
    page = sheet.page
    press.put(
        "newspaper/page.html",
        page.address,
        issue=issue,
        page=page,
        rows=sheet.rows,
        beside=beside,
        issue_beside=issue_beside,
        stories=[stories[article.id] for article in page.articles],
        captions=[caption for caption in page.page.reading.captions if caption.article is None],
        sections=[sections[slug] for slug in page.sections if slug in sections],
        problems=of_page(page, problems),
        transcript=[visible(line.raw) for line in page.page.lines],
    )
