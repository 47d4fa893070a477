"""An issue in print order: its front, its pages, its articles, each with what comes before and after.

`today/2022/2022-06-01/index.html`, then `…/c01.html` with `…/c01-01.html`, `…/c01-02.html`, …
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from newspaper_archive.flow import printed_lines
from newspaper_archive.model import Archive, ArchivedPage, Issue, PageFile, Placed, Section
from newspaper_archive.publish.afar import Afar
from newspaper_archive.publish.articles import Surroundings, print_articles, surroundings
from newspaper_archive.publish.doubts import Problems, of_page
from newspaper_archive.publish.language import article_language
from newspaper_archive.publish.layout import Row
from newspaper_archive.publish.neighbours import Neighbours, neighbours
from newspaper_archive.publish.press import Press
from newspaper_archive.publish.qr import print_qr
from newspaper_archive.publish.references import print_references
from newspaper_archive.publish.sheet import rows
from newspaper_archive.publish.story import Story, story
from newspaper_archive.publish.typography import visible
from newspaper_archive.publish.unit import Unit


@dataclass(frozen=True, slots=True)
class MadeUp:
    """A page with the rows that its articles were made up in."""

    page: ArchivedPage
    rows: tuple[Row, ...]


def issue_units(archive: Archive, related: Mapping[str, tuple[Placed, ...]]) -> Iterator[Unit]:
    """Every issue of every edition; the undated have no neighbours, for nobody knows their order.

    `related` are older stories by the id of the one that leads to them.
    """
    around, afar = surroundings(archive, related), Afar()
    dated: dict[str, list[Issue]] = {}
    for issue in archive.issues:
        if issue.certain:
            dated.setdefault(issue.edition.slug, []).append(issue)
        else:
            yield _unit(issue, Neighbours(None, None), around.of(issue, afar), archive)
    for of_edition in dated.values():
        for issue, beside in neighbours(of_edition):
            before = afar.issue(beside.before) if beside.before else None
            after = afar.issue(beside.after) if beside.after else None
            yield _unit(issue, Neighbours(before, after), around.of(issue, afar), archive)


def _unit(issue: Issue, beside: Neighbours[Issue], around: Surroundings, archive: Archive) -> Unit:
    paths = [page.page.source.path for page in issue.pages]
    files = {path: archive.files[path] for path in paths if path in archive.files}
    return Unit(issue.id, print_issue, (issue, beside, around, files))


def print_issue(
    press: Press,
    laid_away: Issue,
    beside: Neighbours[Issue],
    around: Surroundings,
    files: Mapping[str, PageFile],
) -> None:
    """The files of an issue, its pages and articles; `files` hold the lines that were laid away."""
    issue = _opened(laid_away, files)
    stories: dict[str, Story] = {}
    for page in issue.pages:
        blank = frozenset(line.number for line in page.page.lines if not line.raw.strip())
        for article in page.articles:
            language = article_language(page, article.address)
            stories[article.id] = story(article, blank, press.tongue, language)
    sheets = [MadeUp(page, rows([stories[article.id] for article in page.articles])) for page in issue.pages]
    press.put("newspaper/issue.html", issue.address, issue=issue, beside=beside, made_up=sheets)
    for sheet, pages_beside in neighbours(sheets):
        _print_page(press, issue, sheet, pages_beside, beside, stories, around.sections, around.problems)
    print_articles(press, issue, stories, around)
    print_references(press, issue)
    print_qr(press, issue.address)


def _opened(issue: Issue, files: Mapping[str, PageFile]) -> Issue:
    """The issue with the printed lines of its pages."""
    return replace(issue, pages=tuple(_with_lines(page, files) for page in issue.pages))


def _with_lines(archived: ArchivedPage, files: Mapping[str, PageFile]) -> ArchivedPage:
    page = archived.page
    return replace(archived, page=replace(page, lines=printed_lines(page, files.get(page.source.path))))


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
