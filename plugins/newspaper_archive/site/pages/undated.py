"""The issues of which nobody knows the day, by the year they are thought to be of: `undated/index.html`."""

from collections.abc import Sequence

from newspaper_archive.lexicon.edtf import newest_first, year_of
from newspaper_archive.model import Archive, Issue
from newspaper_archive.site.lists.years import Year
from newspaper_archive.site.renderer import Renderer

UNDATED_ADDRESS = "undated/index.html"


def undated_issues(archive: Archive) -> list[Issue]:
    """Each a page; the likely newest first, those of which nothing is known last."""
    found = [issue for issue in archive.issues if not issue.certain]
    return sorted(found, key=lambda issue: newest_first(issue.date))


def render_undated(renderer: Renderer, undated: Sequence[Issue]) -> None:
    renderer.render("newspaper/undated.html", UNDATED_ADDRESS, issues=undated, years=likely_years(undated))


def likely_years(undated: Sequence[Issue]) -> tuple[Year[Issue], ...]:
    """Under the single year that an estimate names, the newest first; under "" where it names none."""
    by_year: dict[str, list[Issue]] = {}
    for issue in undated:
        by_year.setdefault(str(year_of(issue.date) or ""), []).append(issue)
    return tuple(Year(year, tuple(by_year[year])) for year in sorted(by_year, reverse=True))
