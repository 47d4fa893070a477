"""An edition's own page, `today/index.html`: what is known of it, its newest issues, years and sections."""

from collections import Counter
from collections.abc import Sequence

from newspaper_archive.folder.edition import UNSORTED
from newspaper_archive.model import Archive, Edition, Issue
from newspaper_archive.site.lists.heatmap import heat_map
from newspaper_archive.site.pages.calendar import Calendars
from newspaper_archive.site.pages.front import led
from newspaper_archive.site.pages.sections import ListedSection
from newspaper_archive.site.renderer import Renderer

NEWEST, UNDATED = 6, 6


def render_editions(
    renderer: Renderer, archive: Archive, calendars: Calendars, undated: Sequence[Issue]
) -> None:
    for edition in archive.editions:
        issues = [issue for issue in archive.issues if issue.edition.slug == edition.slug]
        dated = [issue for issue in issues if issue.certain]
        unknown = [issue for issue in undated if issue.edition.slug == edition.slug]
        renderer.render(
            "newspaper/edition.html",
            f"{edition.slug}/index.html",
            edition=edition,
            edition_here=in_masthead(edition),
            newest=[led(issue) for issue in reversed(dated[-NEWEST:])],
            first=dated[0] if dated else None,
            count=len(dated),
            heat=heat_map(calendars.of_edition[edition.slug]),
            sections=sections_of(archive, edition),
            undated=unknown[:UNDATED],
            more_undated=len(unknown) - UNDATED,
        )


def in_masthead(edition: Edition | None) -> Edition | None:
    """Whose name stands over the edition's own files: none of pages that nobody knows the edition of."""
    return edition if edition and edition.slug != UNSORTED else None


def sections_of(archive: Archive, edition: Edition) -> list[ListedSection]:
    """The sections with articles in the edition, the fullest first."""
    counts: Counter[str] = Counter(
        section.slug
        for section in archive.sections
        for placed in section.articles
        if placed.issue.edition.slug == edition.slug
    )
    held = sorted(counts, key=lambda slug: (-counts[slug], slug))
    sections = {section.slug: section for section in archive.sections}
    return [ListedSection(sections[slug].name, sections[slug].address, counts[slug]) for slug in held]
