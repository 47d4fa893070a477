"""The sections: their list, and each with its newest articles and its volumes, `sections/yaowen/2022.html`.

要闻 is a list of articles. A section of mostly briefs columns, 一周速读, is a timeline of their items; one of
mostly photos, 视觉, is a desk of captions.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from newspaper_archive.model import Archive, ArchivedArticle, Kind, Placed, PlacedTeaser, Section
from newspaper_archive.site.lists.volume_list import (
    LATEST,
    NOBODY,
    Crumb,
    ListForm,
    VolumeList,
    bound,
    render_volumes,
)
from newspaper_archive.site.renderer import Renderer
from newspaper_archive.site.tongue import Tongue

INDEX_ADDRESS = "sections/index.html"
FOREMOST = 60
"""Sections that the list shows with their newest article; the others by name alone."""


@dataclass(frozen=True, slots=True)
class ListedSection:
    """A section in a list of sections: how many articles it holds, how many it lacks, its newest.

    An editor's note bears the section's own name: its newest story says more.
    """

    name: str
    address: str
    count: int
    lacking: int = 0
    newest: ArchivedArticle | None = None

    @classmethod
    def of(cls, section: Section) -> "ListedSection":
        articles = [placed.article for placed in section.articles]
        stories = (one for one in articles if one.article.kind is not Kind.EDITOR_NOTE)
        newest = next(stories, articles[0] if articles else None)
        return cls(section.name, section.address, len(section.articles), len(section.teasers), newest)


def fullest(archive: Archive) -> list[Section]:
    """The sections of the most articles first."""
    return sorted(archive.sections, key=lambda section: (-len(section.articles), section.slug))


def render_sections(renderer: Renderer, archive: Archive, addresses: Mapping[str, str] = NOBODY) -> None:
    """The list of sections, the fullest first, and each section; `addresses` are where names lead."""
    sections = fullest(archive)
    others = sorted(sections[FOREMOST:], key=lambda section: section.slug)
    renderer.render(
        "newspaper/sections.html",
        INDEX_ADDRESS,
        sections=list(map(ListedSection.of, sections[:FOREMOST])),
        others=[Crumb(section.name, section.address) for section in others],
    )
    for section in archive.sections:
        _render_section(renderer, section, addresses)


def _render_section(renderer: Renderer, section: Section, addresses: Mapping[str, str]) -> None:
    here = (Crumb(renderer.tongue.say("版块"), INDEX_ADDRESS), Crumb(section.name, section.address))
    folder = section.address.removesuffix("index.html")
    series = bound(section.name, form_of(section.articles), here, folder, section.articles)
    missing = missing_from(renderer.tongue, section, folder, here)
    names = series.credited(addresses)
    renderer.render("newspaper/section.html", section.address, series=series, missing=missing, names=names)
    render_volumes(renderer, series, addresses)
    if len(missing.entries) > LATEST:
        renderer.render("newspaper/series.html", missing.crumbs[-1].address, series=missing)
        render_volumes(renderer, missing)


def missing_from(
    tongue: Tongue, section: Section, folder: str, here: tuple[Crumb, ...]
) -> VolumeList[PlacedTeaser]:
    """The articles that teasers announce and the archive lacks; a few stand in the section's own file."""
    crumb = Crumb(tongue.say("未收录"), f"{folder}missing.html")
    title = tongue.say("%(section)s未收录的稿件", section=section.name)
    return bound(title, ListForm.TEASERS, (*here, crumb), f"{folder}missing-", section.teasers)


def form_of(articles: Iterable[Placed]) -> ListForm:
    """By what more than half of the articles are."""
    kinds = [placed.article.article.kind for placed in articles]
    for kind, form in ((Kind.BRIEFS, ListForm.BRIEFS), (Kind.PHOTO, ListForm.PICTURES)):
        if 2 * kinds.count(kind) > len(kinds):
            return form
    return ListForm.ARTICLES
