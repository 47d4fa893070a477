"""Archive → files: every page of the site but the two that Pelican makes from `content/`.

An archive of one issue gives `index.html`, `today/2022/2022-06-01/index.html`, its pages and articles, …
"""

from jinja2 import Environment

from newspaper_archive.model import Archive
from newspaper_archive.site.lists.name_lists import NameLists, name_lists
from newspaper_archive.site.pages.calendar import calendars_of
from newspaper_archive.site.pages.calendar_pages import render_calendars
from newspaper_archive.site.pages.correction_list import render_corrections
from newspaper_archive.site.pages.directory import render_directory
from newspaper_archive.site.pages.editions import render_editions
from newspaper_archive.site.pages.home import render_home
from newspaper_archive.site.pages.issues import issue_jobs
from newspaper_archive.site.pages.people import people_of, render_people
from newspaper_archive.site.pages.photos import render_photos
from newspaper_archive.site.pages.sections import render_sections
from newspaper_archive.site.pages.undated import render_undated, undated_issues
from newspaper_archive.site.renderer import Renderer, Writer
from newspaper_archive.site.story.related import related


def render(archive: Archive, environment: Environment, writer: Writer) -> None:
    """Writes the whole site; the environment has been through `prepare`."""
    renderer = Renderer(environment, writer)
    render_lists(renderer, archive)
    for job in issue_jobs(archive, related(archive)):
        job.draw(renderer, *job.shown)


def render_lists(renderer: Renderer, archive: Archive) -> None:
    """All that crosses issues."""
    undated = undated_issues(archive)
    calendars = calendars_of(archive)
    corrections = render_corrections(renderer, archive)
    render_home(renderer, archive, calendars, undated, corrections)
    render_calendars(renderer, archive, calendars)
    render_editions(renderer, archive, calendars, undated)
    render_undated(renderer, undated)
    lists = name_lists(archive.contributors)
    render_sections(renderer, archive, lists.addresses)
    _render_names(renderer, archive, lists)
    renderer.render("newspaper/search.html", "search.html")
    renderer.render("newspaper/404.html", "404.html")


def _render_names(renderer: Renderer, archive: Archive, lists: NameLists) -> None:
    people = people_of(archive, lists)
    render_people(renderer, people, lists.addresses)
    render_directory(renderer, people, lists)
    render_photos(renderer, archive, people, lists.addresses)
