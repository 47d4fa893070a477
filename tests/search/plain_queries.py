"""Pages that came in oddly, and what a reader would type to find what is printed on them.

A reader types plain characters of today: no radicals, no blanks, no code, no old forms.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from newspaper_archive.make.read_pages import read_archive
from newspaper_archive.model import Archive
from newspaper_archive.search import Words, build_index
from newspaper_archive.settings import Settings

DAY = "2031-06-13"

Queries = Mapping[str, Sequence[str]]


def archive_of_pages(folder: Path, pages: Mapping[str, bytes]) -> Archive:
    """An archive in which each page stands in a folder, and so an edition, of its own."""
    for number, (name, content) in enumerate(pages.items()):
        place = folder / _edition(number) / DAY / f"C02{Path(name).suffix}"
        place.parent.mkdir(parents=True)
        place.write_bytes(content)
    return read_archive(folder, Settings(seeds=folder).edition)


def _edition(number: int) -> str:
    return f"sheet-{number:03}"


def write_index(folder: Path, archive: Archive) -> None:
    for name, content in build_index(archive, Words()):
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def asked(queries: Queries) -> list[tuple[str, str]]:
    """Page and query."""
    return [(page, query) for page, typed in queries.items() for query in typed]


def missed(
    archive: Archive, pages: Sequence[str], queries: Queries, answers: Sequence[Sequence[str]]
) -> list[tuple[str, str]]:
    """Each page with a query that none of its stories answers."""
    editions = {page: _edition(number) for number, page in enumerate(pages)}
    stories = _stories(archive)
    return [
        (page, query)
        for (page, query), ids in zip(asked(queries), answers, strict=True)
        if not stories[editions[page]] & set(ids)
    ]


def _stories(archive: Archive) -> dict[str, set[str]]:
    """The ids of the articles of each edition."""
    found: dict[str, set[str]] = {}
    for issue in archive.issues:
        for page in issue.pages:
            found.setdefault(issue.edition.name, set()).update(one.id for one in page.articles)
    return found
