"""Home, `index.html`: the newest issue as a front page, the last of each edition, its day in other years.

Where no issue bears a certain date, the other pages stand below the front as issues of their own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from newspaper_archive.lexicon.almanac import moon_day
from newspaper_archive.model import Archive, Issue
from newspaper_archive.site.lists.heatmap import heat_map
from newspaper_archive.site.pages.calendar import Calendars
from newspaper_archive.site.pages.front import Front, Led, front_of, led_together
from newspaper_archive.site.pages.on_this_day import on_this_day
from newspaper_archive.site.pages.sections import ListedSection, fullest
from newspaper_archive.site.renderer import Renderer

# The years and sections that home has room for; the others stand in the calendar and the list of sections.
YEARS, SECTIONS = 10, 24
# So many issues below the front; more where more editions have one, for a dozen editions at most.
RECENT, RECENT_EDITIONS = 6, 12


@dataclass(frozen=True, slots=True)
class Ear:
    """What stands beside the nameplate (报眼): the newest day, 癸卯年五月初三, the paper's CN.

    "" is what is not known; `moon` is of certain days only.
    """

    date: str | None
    certain: bool
    moon: str
    cn: str


def render_home(
    renderer: Renderer, archive: Archive, calendars: Calendars, undated: Sequence[Issue], corrections: int
) -> None:
    """`corrections` are so many stories that were put right."""
    dated = [issue for issue in archive.issues if issue.certain]
    sections = fullest(archive)
    front = front_of(dated, undated)
    renderer.render(
        "newspaper/home.html",
        "index.html",
        issues=len(archive.issues),
        editions=archive.editions,
        front=front,
        ear=_ear(front.issue) if front else None,
        recent=_recent(dated, undated, front) if front else (),
        past=on_this_day(dated),
        sections=list(map(ListedSection.of, sections[:SECTIONS])),
        more_sections=len(sections) - SECTIONS,
        days=sorted({(issue.date or "")[:4] for issue in dated}, reverse=True),
        heat=heat_map(calendars.together[:YEARS]),
        more_years=len(calendars.together) - YEARS,
        undated=len(undated),
        corrections=corrections,
    )


def _ear(issue: Issue) -> Ear:
    moon = moon_day(date.fromisoformat(issue.date)) if issue.certain and issue.date else None
    return Ear(issue.date, issue.certain, moon.text if moon else "", issue.edition.cn)


def _recent(dated: Sequence[Issue], undated: Sequence[Issue], front: Front) -> tuple[Led, ...]:
    """The newest of each edition and the last of any, but the front's; undated where none is dated."""
    newest_first = [*reversed(dated), *undated]
    of_edition: dict[str, Issue] = {}
    for issue in newest_first:
        of_edition.setdefault(issue.edition.slug, issue)
    chosen = {issue.id for issue in list(of_edition.values())[:RECENT_EDITIONS]} - {front.issue.id}
    for issue in newest_first[: len(dated)] or undated:
        if len(chosen) >= RECENT:
            break
        if issue.id != front.issue.id:
            chosen.add(issue.id)
    return led_together(issue for issue in newest_first if issue.id in chosen)
