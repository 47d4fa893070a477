"""The sections: their list, and for each a file with its articles by year, `sections/yaowen/index.html`."""

from newspaper_archive.model import Archive, Placed, Section
from newspaper_archive.publish.press import Press
from newspaper_archive.publish.years import Year, year_of


def print_sections(press: Press, archive: Archive) -> None:
    """The list of sections, and each section."""
    press.put("newspaper/sections.html", "sections/index.html", sections=archive.sections)
    for section in archive.sections:
        press.put(
            "newspaper/section.html", section.address, section=section, years=years_of_articles(section)
        )


def years_of_articles(section: Section) -> tuple[Year[Placed], ...]:
    """A section's articles by year in the order the archive gives them, the undated under no year."""
    by_year: dict[str, list[Placed]] = {}
    for placed in section.articles:
        by_year.setdefault(year_of(placed.issue), []).append(placed)
    return tuple(Year(year, tuple(by_year[year])) for year in sorted(by_year, reverse=True))
