"""The calendar's pages: `calendar/index.html`, and each year of all editions and of every single one.

Beside a year lies `calendar/2023.js`, which 去某一天 on home looks a day up in.
"""

import json
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby

from newspaper_archive.model import Archive, Edition, Issue
from newspaper_archive.site.lists.heatmap import heat_map
from newspaper_archive.site.lists.neighbours import Neighbours, neighbours
from newspaper_archive.site.lists.volume_list import Crumb
from newspaper_archive.site.pages.calendar import Calendars, CalendarYear
from newspaper_archive.site.pages.editions import in_masthead
from newspaper_archive.site.pages.front import led
from newspaper_archive.site.renderer import Renderer

CALENDAR_ADDRESS = "calendar/index.html"

DatedIssue = tuple[str, str, str]
"""Its date, its edition's name, and its address, to be taken from home."""


def render_calendars(renderer: Renderer, archive: Archive, calendars: Calendars) -> None:
    renderer.render(
        "newspaper/calendars.html",
        CALENDAR_ADDRESS,
        editions=archive.editions,
        heat=heat_map(calendars.together),
        undated=sum(not issue.certain for issue in archive.issues),
    )
    _render_years(renderer, calendars.together, None, archive.editions)
    for year, issues in issues_by_year([issue for issue in archive.issues if issue.certain]):
        address = f"calendar/{year}.js"
        renderer.together(address, issues, partial(_write_days, address, issues))
    for edition in archive.editions:
        _render_years(renderer, calendars.of_edition[edition.slug], edition, (edition,))


def _render_years(
    renderer: Renderer, years: Sequence[CalendarYear], edition: Edition | None, editions: Sequence[Edition]
) -> None:
    """`edition` is None for all of them together."""
    for year, beside in neighbours(years[::-1]):
        renderer.render(
            "newspaper/calendar.html",
            year.address,
            year=year,
            beside=Neighbours(
                *(one and Crumb(one.name, one.address) for one in (beside.before, beside.after))
            ),
            edition=edition,
            edition_here=in_masthead(edition),
            editions=editions,
            leads={} if year.many else _leads(year),
        )


def _leads(year: CalendarYear) -> dict[str, object]:
    """The leading story of each issue by the issue's id."""
    issues: list[Issue] = [issue for month in year.months for day in month.days for issue in day.issues]
    return {issue.id: led(issue).lead for issue in issues}


def issues_by_year(dated: Sequence[Issue]) -> Iterator[tuple[str, tuple[DatedIssue, ...]]]:
    """Each year that has any, and the issues next to it, which may be nearest to a day of it."""
    every = [(issue.date, issue.edition.name, issue.address) for issue in dated if issue.date]
    at = 0
    for year, group in groupby(every, key=lambda issue: issue[0][:4]):
        end = at + len(list(group))
        yield year, tuple(every[max(0, at - 1) : end + 1])
        at = end


def _write_days(address: str, issues: Sequence[DatedIssue], renderer: Renderer) -> None:
    told = json.dumps(issues, ensure_ascii=False, separators=(",", ":"))
    renderer.writer.write(address, f"NewspaperArchive.someday.take({told});\n".encode("utf-8", "replace"))
