"""Archive → files: every page of the site but the two that Pelican makes from `content/`.

An archive of one issue gives `index.html`, `today/2022/2022-06-01/index.html`, its pages and articles, …
"""

from jinja2 import Environment

from newspaper_archive.model import Archive
from newspaper_archive.site.pages.calendar import calendars_of
from newspaper_archive.site.pages.calendar_pages import print_calendars
from newspaper_archive.site.pages.directory import print_directory
from newspaper_archive.site.pages.editions import print_editions
from newspaper_archive.site.pages.home import print_home
from newspaper_archive.site.pages.issues import issue_units
from newspaper_archive.site.pages.people import people_of, print_people
from newspaper_archive.site.pages.photos import print_photos
from newspaper_archive.site.pages.sections import print_sections
from newspaper_archive.site.pages.undated import print_undated, undated_issues
from newspaper_archive.site.renderer import Renderer, Writer
from newspaper_archive.site.story.related import related


def render(archive: Archive, environment: Environment, writer: Writer) -> None:
    """Writes the whole site; the environment has been through `prepare`."""
    press = Renderer(environment, writer)
    print_lists(press, archive)
    for unit in issue_units(archive, related(archive)):
        unit.draw(press, *unit.shown)


def print_lists(press: Renderer, archive: Archive) -> None:
    """All that crosses issues."""
    undated = undated_issues(archive)
    calendars = calendars_of(archive)
    print_home(press, archive, calendars, undated)
    print_calendars(press, archive, calendars)
    print_editions(press, archive, calendars, undated)
    print_undated(press, undated)
    print_sections(press, archive)
    _print_names(press, archive)
    press.put("newspaper/search.html", "search.html")
    press.put("newspaper/404.html", "404.html")


def _print_names(press: Renderer, archive: Archive) -> None:
    people = people_of(archive)
    print_people(press, people)
    print_directory(press, people)
    print_photos(press, archive, people)
