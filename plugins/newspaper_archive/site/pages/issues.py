"""An issue in print order: its front, its pages, its articles, each with what comes before and after.

`today/2022/2022-06-01/index.html`, then `…/c01.html` with `…/c01-01.html`, `…/c01-02.html`, …
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from newspaper_archive.model import Archive, ArchivedPage, Issue, PageFile, Placed
from newspaper_archive.reading.kept_text import page_lines
from newspaper_archive.reading.raw_page import is_raw
from newspaper_archive.site.lists.neighbours import Neighbours, neighbours
from newspaper_archive.site.lists.seen_elsewhere import SeenElsewhere
from newspaper_archive.site.makeup.layout import Row
from newspaper_archive.site.makeup.sheet import rows
from newspaper_archive.site.pages.articles import Surroundings, render_articles, surroundings
from newspaper_archive.site.pages.editions import in_masthead
from newspaper_archive.site.pages.references import references, render_references
from newspaper_archive.site.render_job import RenderJob
from newspaper_archive.site.renderer import Renderer
from newspaper_archive.site.story.continued import as_part
from newspaper_archive.site.story.page_problems import of_page, places_in_doubt
from newspaper_archive.site.story.qr import render_qr
from newspaper_archive.site.story.story_view import Story, story
from newspaper_archive.site.tongue import Tongue
from newspaper_archive.site.words.print_language import article_language, page_language
from newspaper_archive.site.words.typography import visible


@dataclass(frozen=True, slots=True)
class MadeUp:
    """A page: its printed lines and what they are in, what is printed on it as set, the rows that stands in.

    `begun` are the rows of the articles that begin on it.
    """

    page: ArchivedPage
    lines: Sequence[str]
    language: str
    stories: Sequence[Story]
    rows: tuple[Row, ...]
    begun: tuple[Row, ...]

    @property
    def by_id(self) -> dict[str, Story]:
        return {one.id: story for one, story in zip(self.page.printed, self.stories, strict=True)}


def issue_jobs(archive: Archive, related: Mapping[str, tuple[Placed, ...]]) -> Iterator[RenderJob]:
    """Every issue of every edition; the undated have no neighbours, for nobody knows their order.

    `related` are older stories by the id of the one that leads to them.
    """
    around, afar = surroundings(archive, related), SeenElsewhere()
    dated: dict[str, list[Issue]] = {}
    for issue in archive.issues:
        if issue.certain:
            dated.setdefault(issue.edition.slug, []).append(issue)
        else:
            yield _job(issue, Neighbours(None, None), around.of(issue, afar), archive)
    for of_edition in dated.values():
        for issue, beside in neighbours(of_edition):
            before = afar.issue(beside.before) if beside.before else None
            after = afar.issue(beside.after) if beside.after else None
            yield _job(issue, Neighbours(before, after), around.of(issue, afar), archive)


def _job(issue: Issue, beside: Neighbours[Issue], around: Surroundings, archive: Archive) -> RenderJob:
    paths = page_paths(issue)
    files = {path: archive.files[path] for path in paths if path in archive.files}
    return RenderJob(issue.id, render_issue, (issue, beside, around, files), paths)


def page_paths(issue: Issue) -> tuple[str, ...]:
    """The files of its pages."""
    return tuple(page.page.source.path for page in issue.pages)


def render_issue(
    renderer: Renderer,
    issue: Issue,
    beside: Neighbours[Issue],
    around: Surroundings,
    files: Mapping[str, PageFile],
) -> None:
    """The files of an issue, its pages and articles; `files` hold the lines that were dropped."""
    sheets = [
        _made_up(page, files.get(page.page.source.path), renderer.tongue, around.names)
        for page in issue.pages
    ]
    renderer.render(
        "newspaper/issue.html",
        issue.address,
        issue=issue,
        edition_here=in_masthead(issue.edition),
        beside=beside,
        made_up=sheets,
    )
    for sheet, pages_beside in neighbours(sheets):
        _render_page(renderer, issue, sheet, pages_beside, beside, around)
    stories = {id_: story for sheet in sheets for id_, story in sheet.by_id.items()}
    known = references(renderer, issue)
    render_articles(renderer, issue, stories, known, around)
    render_references(renderer, issue, known)
    render_qr(renderer, issue.address)


def _made_up(page: ArchivedPage, file: PageFile | None, tongue: Tongue, names: Mapping[str, str]) -> MadeUp:
    lines = page_lines(page.page, file)
    blank = frozenset(number for number, line in enumerate(lines, start=1) if not line.strip())
    language = page_language(page, lines)
    continued = {here.part.id: here for here in page.continued}
    stories = []
    for article in page.printed:
        one = story(article, blank, tongue, article_language(page, article, language), names)
        here = continued.get(article.id)
        stories.append(as_part(one, here, tongue) if here else one)
    made_up = rows(stories)
    begun = [one for article, one in zip(page.printed, stories, strict=True) if article.id not in continued]
    return MadeUp(page, lines, language, stories, made_up, rows(begun) if continued else made_up)


def _render_page(
    renderer: Renderer,
    issue: Issue,
    sheet: MadeUp,
    beside: Neighbours[MadeUp],
    issue_beside: Neighbours[Issue],
    around: Surroundings,
) -> None:
    page = sheet.page
    renderer.render(
        "newspaper/page.html",
        page.address,
        issue=issue,
        edition_here=in_masthead(issue.edition),
        page=page,
        rows=sheet.rows,
        beside=beside,
        issue_beside=issue_beside,
        stories=sheet.stories,
        captions=[caption for caption in page.page.reading.captions if caption.article is None],
        sections=[around.sections[slug] for slug in page.sections if slug in around.sections],
        parted=not is_raw(page.page),
        doubts=places_in_doubt(of_page(page, around.problems)),
        language=sheet.language,
        transcript=list(enumerate(map(visible, sheet.lines), start=1)),
    )
