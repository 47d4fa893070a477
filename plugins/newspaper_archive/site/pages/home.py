"""Home, `index.html`: the newest issue as a front page, its day in other years, sections, editions, years."""

from collections.abc import Sequence

from newspaper_archive.model import Archive, Issue
from newspaper_archive.site.lists.heatmap import heat_map
from newspaper_archive.site.pages.calendar import Calendars
from newspaper_archive.site.pages.front import front_of
from newspaper_archive.site.pages.on_this_day import on_this_day
from newspaper_archive.site.pages.sections import ListedSection, fullest
from newspaper_archive.site.renderer import Renderer

# The years and sections that home has room for; the others stand in the calendar and the list of sections.
YEARS, SECTIONS = 10, 24


def render_home(
    renderer: Renderer, archive: Archive, calendars: Calendars, undated: Sequence[Issue], corrections: int
) -> None:
    """`corrections` are so many stories that were put right."""
    dated = [issue for issue in archive.issues if issue.certain]
    sections = fullest(archive)
    renderer.render(
        "newspaper/home.html",
        "index.html",
        issues=len(archive.issues),
        editions=archive.editions,
        front=front_of(dated, undated),
        past=on_this_day(dated),
        sections=list(map(ListedSection.of, sections[:SECTIONS])),
        more_sections=len(sections) - SECTIONS,
        heat=heat_map(calendars.together[:YEARS]),
        more_years=len(calendars.together) - YEARS,
        undated=len(undated),
        corrections=corrections,
    )
