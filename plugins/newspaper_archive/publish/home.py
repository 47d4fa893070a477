"""Home, `index.html`: the newest issue as a front page, its day in other years, sections, editions, years."""

from collections.abc import Sequence

from newspaper_archive.model import Archive, Issue
from newspaper_archive.publish.calendar import Calendars
from newspaper_archive.publish.front import front_of
from newspaper_archive.publish.heatmap import heat_map
from newspaper_archive.publish.onthisday import on_this_day
from newspaper_archive.publish.press import Press
from newspaper_archive.publish.sections import ListedSection, fullest

# The years and sections that home has room for; the others stand in the calendar and the list of sections.
YEARS, SECTIONS = 10, 24


def print_home(press: Press, archive: Archive, calendars: Calendars, undated: Sequence[Issue]) -> None:
    dated = [issue for issue in archive.issues if issue.certain]
    sections = fullest(archive)
    press.put(
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
    )
