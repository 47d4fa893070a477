"""The file of each article: `…/c01-01.html`, `…/c01-02.html`, in print order through the whole issue."""

from collections.abc import Mapping
from dataclasses import dataclass

from newspaper_archive.archive.correction_notice import by_story, correction_notices
from newspaper_archive.model import Archive, ArchivedPage, ContinuedHere, Issue, Placed, Section
from newspaper_archive.site.lists.name_lists import addresses_in, name_lists
from newspaper_archive.site.lists.neighbours import Neighbours, beside_in_columns, neighbours
from newspaper_archive.site.lists.seen_elsewhere import SeenElsewhere, section_afar
from newspaper_archive.site.pages.editions import in_masthead
from newspaper_archive.site.renderer import Renderer
from newspaper_archive.site.story.citation import Reference, gbt7714
from newspaper_archive.site.story.continued import parts_shown
from newspaper_archive.site.story.page_problems import Problems, by_file, of_page, places_in_doubt, state_of
from newspaper_archive.site.story.qr import render_qr
from newspaper_archive.site.story.story_view import Story
from newspaper_archive.site.words.wording import excerpt

SUMMARY = 30
"""Characters of an article that a search engine is told; its file has to stay light."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an issue's files tell from beyond it; articles of other issues are seen from afar.

    Sections by slug, problems by page file; by the article's id what its column ran before and after; where
    names lead; by the article's id older stories that have to do with it, the notices that put it right, and
    what it puts right itself.
    """

    sections: Mapping[str, Section]
    problems: Problems
    columns: Mapping[str, Neighbours[Placed]]
    names: Mapping[str, str]
    related: Mapping[str, tuple[Placed, ...]]
    notices: Mapping[str, tuple[Placed, ...]]
    corrects: Mapping[str, tuple[Placed, ...]]

    def of(self, issue: Issue, afar: SeenElsewhere) -> "Surroundings":
        """As much of them as the files of this issue show."""
        articles = [article for page in issue.pages for article in page.articles]
        slugs = {slug for page in issue.pages for slug in page.sections}
        slugs.update(slug for article in articles for slug in article.sections)
        paths = [page.page.source.path for page in issue.pages]
        ids = [article.id for article in articles]
        return Surroundings(
            {slug: section_afar(self.sections[slug]) for slug in sorted(slugs & self.sections.keys())},
            {path: tuple(self.problems[path]) for path in paths if path in self.problems},
            {id_: _beside_afar(self.columns[id_], afar) for id_ in ids if id_ in self.columns},
            addresses_in(issue, self.names),
            *(
                {id_: tuple(map(afar.article, others[id_])) for id_ in ids if id_ in others}
                for others in (self.related, self.notices, self.corrects)
            ),
        )


def surroundings(archive: Archive, related: Mapping[str, tuple[Placed, ...]]) -> Surroundings:
    notices = correction_notices(archive)
    return Surroundings(
        sections={section.slug: section for section in archive.sections},
        problems=by_file(archive),
        columns=beside_in_columns(archive),
        names=name_lists(archive.contributors).addresses,
        related=related,
        notices=by_story(notices),
        corrects={one.notice.article.id: one.corrects for one in notices if one.corrects},
    )


def _beside_afar(beside: Neighbours[Placed], afar: SeenElsewhere) -> Neighbours[Placed]:
    return Neighbours(
        afar.article(beside.before) if beside.before else None,
        afar.article(beside.after) if beside.after else None,
    )


def render_articles(
    renderer: Renderer,
    issue: Issue,
    stories: Mapping[str, Story],
    known: Mapping[str, Reference],
    around: Surroundings,
) -> None:
    """One file for each article of an issue: by id `stories` has it set, `known` by address what to cite.

    A part of one that began on another page has a file that leads to the whole.
    """
    row = [Placed(issue, page, article) for page in issue.pages for article in page.articles]
    for placed, beside in neighbours(row):
        page, article = placed.page, placed.article
        parts = parts_shown(article.id, issue, stories)
        pages = [page, *(part.page for part in parts)]
        renderer.render(
            "newspaper/article.html",
            article.address,
            issue=issue,
            edition_here=in_masthead(issue.edition),
            page=page,
            story=stories[article.id],
            parts=parts,
            stories=[stories[other.id] for other in page.articles],
            summary=excerpt(article.article, SUMMARY),
            sections=[around.sections[slug] for slug in article.sections if slug in around.sections],
            doubts=sum(
                places_in_doubt(of_page(where, around.problems), part)
                for where, part in zip(pages, article.parts, strict=True)
            ),
            state=state_of(article, pages, around.problems),
            notices=around.notices.get(article.id, ()),
            corrects=around.corrects.get(article.id, ()),
            beside=beside,
            cited=gbt7714(known[article.address]),
            column=article.article.column,
            in_column=around.columns.get(article.id),
            related=around.related.get(article.id, ()),
        )
        render_qr(renderer, article.address)
    for page in issue.pages:
        for here in page.continued:
            _render_part(renderer, issue, page, here, stories)


def _render_part(
    renderer: Renderer, issue: Issue, page: ArchivedPage, here: ContinuedHere, stories: Mapping[str, Story]
) -> None:
    story = stories[here.part.id]
    renderer.render(
        "newspaper/part.html",
        here.part.address,
        issue=issue,
        edition_here=in_masthead(issue.edition),
        page=page,
        headline=stories[here.whole.id].headline,
        now=story.jump_from_at,
    )
