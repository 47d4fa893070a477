"""Small pages at addresses that were published and where nothing stands any more: they lead on, or say so.

`river/undated/scan-4/page-01.html` leads to `river/2024/2024-03-08/c01-01.html`, without a script, and
`people/w/b/wang-lan-b232fd.html` to the list of names in W once there is but one story by her.
"""

from collections.abc import Iterator

from newspaper_archive.archive.section import SECTIONS
from newspaper_archive.model import Archive, BookInFiles
from newspaper_archive.model.address_ids import edition_of, is_person, is_story, issue_of
from newspaper_archive.site.lists.name_lists import name_lists
from newspaper_archive.site.render_job import RenderJob
from newspaper_archive.site.renderer import Renderer

Left = tuple[str, str, str]
"""Of an address that was left the one where its text stands now, or "" where the desk took it away.

Then the day when it was withdrawn, and why; "" where the desk does not say.
"""
LeftAddress = tuple[str, str, str, str]
"""An address that was left, and what is said there."""

_GONE = ("", "", "")


def moved_jobs(archive: Archive) -> Iterator[RenderJob]:
    """One for each edition and year that has any."""
    groups: dict[str, list[LeftAddress]] = {}
    for left in left_addresses(archive):
        groups.setdefault("/".join(left[0].split("/")[:2]), []).append(left)
    for group, rows in sorted(groups.items()):
        yield RenderJob(f"moved/{group}", render_moved, (tuple(rows),))


def left_addresses(archive: Archive) -> list[LeftAddress]:
    """By address; the front pages of issues, years and editions that are no more go with their pages."""
    others = BookInFiles.of(archive.book).others
    found = {
        _address(id_): (_address(known.leads) if known.leads else "", known.on, known.why)
        for id_, known in others.items()
        if not known.stands and not is_person(id_)
    }
    found |= dict.fromkeys(_empty_sections(archive), _GONE)
    found |= _left_people(archive)
    for front, now in _left_fronts(archive).items():
        found.setdefault(f"{front}/index.html", (f"{now}/index.html" if now else "", "", ""))
    return [(address, *left) for address, left in sorted(found.items())]


def _left_fronts(archive: Archive) -> dict[str, str]:
    """Where folders of issues, years and editions that are no more have gone with the first page that has."""
    issues = {page.id: issue.id for issue in archive.issues for page in issue.pages}
    there = {front for issue in archive.issues for front in _fronts(issue.id)}
    found: dict[str, str] = {}
    for id_, known in BookInFiles.of(archive.book).others.items():
        if known.stands or is_story(id_) or is_person(id_) or id_.startswith(SECTIONS):
            continue
        to = issues.get(known.leads, "")
        for front, now in zip(_fronts(issue_of(id_)), _fronts(to), strict=True):
            if front and front not in there:
                found[front] = found.get(front) or now or edition_of(to)
    return found


def _fronts(issue: str) -> tuple[str, str, str]:
    """`river/2024/2024-03-08`, `river/2024` and `river`; of an undated one there is no year."""
    edition, _, rest = issue.partition("/")
    year = rest.partition("/")[0]
    return issue, f"{edition}/{year}" if year.isdigit() else "", edition


def _address(id_: str) -> str:
    return f"{id_}/index.html" if id_.startswith(SECTIONS) else f"{id_}.html"


def _empty_sections(archive: Archive) -> Iterator[str]:
    """Sections that were published and of which no page has anything now."""
    there = {section.address for section in archive.sections}
    others = BookInFiles.of(archive.book).others
    published = (_address(id_) for id_, known in others.items() if known.name and not is_person(id_))
    yield from (address for address in published if address not in there)


def _left_people(archive: Archive) -> dict[str, Left]:
    """The pages of names with fewer than two stories lead to where the name is listed, if it still is."""
    people = BookInFiles.of(archive.book).people
    left = {id_: known for id_, known in people.items() if not known.stands}
    listed = name_lists(archive.contributors).listed if left else {}
    return {_address(id_): (listed.get(known.name, ""), "", "") for id_, known in left.items()}


def render_moved(renderer: Renderer, rows: tuple[LeftAddress, ...]) -> None:
    for address, now, on, why in rows:
        if now:
            renderer.render("newspaper/moved.html", address, now=now)
        else:
            renderer.render("newspaper/gone.html", address, on=on, why=why)
