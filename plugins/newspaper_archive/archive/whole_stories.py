"""Puts a story together that goes on on another page: it is one, and stands in the archive where it begins.

Of `河治好了 …（下转C02版）` on C01 the part on C02 is its `rest`. C02 has it as `continued`, and its address
leads to the whole.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from newspaper_archive.archive.joined_stories import Jumps, jumps
from newspaper_archive.model import (
    AddressEntry,
    ArchivedArticle,
    ArchivedPage,
    BookInFiles,
    Continuation,
    ContinuedHere,
    Issue,
    OpenJump,
)

Part = tuple[str, int]
"""A page's id, and a place in its reading."""


def with_whole_stories(issue: Issue) -> Issue:
    """The issue with each story once, on the page where it begins; before that each part is one."""
    found = jumps(issue.pages)
    if not (found.joined or found.out or found.into):
        return issue
    open_jumps = _open_jumps(found)
    pages = {page.id: page for page in issue.pages}
    parts = {
        (page.id, place): replace(article, open_jumps=open_jumps.get((page.id, place), ()))
        for page in issue.pages
        for place, article in enumerate(page.articles)
    }
    rows = _rows(found)
    wholes = {first: replace(parts[first], rest=_rest(row, parts, pages)) for first, row in rows.items()}
    continued: dict[str, list[ContinuedHere]] = defaultdict(list)
    for first, row in rows.items():
        for number, (page_id, place) in enumerate(row, start=2):
            here = ContinuedHere(place, number, parts[page_id, place], wholes[first])
            continued[page_id].append(here)
    return replace(
        issue, pages=tuple(_page(page, parts | wholes, continued.get(page.id, ())) for page in issue.pages)
    )


def _page(
    page: ArchivedPage, stories: Mapping[Part, ArchivedArticle], continued: Sequence[ContinuedHere]
) -> ArchivedPage:
    elsewhere = {one.place for one in continued}
    begun = (stories[page.id, place] for place in range(len(page.articles)) if place not in elsewhere)
    return replace(page, articles=tuple(begun), continued=tuple(sorted(continued, key=lambda one: one.place)))


def _open_jumps(found: Jumps) -> dict[Part, tuple[OpenJump, ...]]:
    open_jumps: dict[Part, tuple[OpenJump, ...]] = {}
    for into, side in ((True, found.into), (False, found.out)):
        for jump, lack in side:
            before = open_jumps.get(jump.part, ())
            open_jumps[jump.part] = (*before, OpenJump(jump.folio, lack, into))
    return open_jumps


def _rows(found: Jumps) -> dict[Part, list[Part]]:
    """By the part that a story begins with, those that follow it."""
    after = {first.part: second.part for first, second in found.joined}
    rows: dict[Part, list[Part]] = {}
    for first in sorted(after.keys() - set(after.values())):
        rows[first] = []
        part = first
        while part in after:
            part = after[part]
            rows[first].append(part)
    return rows


def _rest(
    row: Sequence[Part], parts: Mapping[Part, ArchivedArticle], pages: Mapping[str, ArchivedPage]
) -> tuple[Continuation, ...]:
    return tuple(Continuation(parts[part], pages[part[0]].folio or "") for part in row)


def written_parts(book: BookInFiles, issues: Sequence[Issue]) -> BookInFiles:
    """The book, in which a part that is not the first of its story leads to the whole, and no other does."""
    now = dict(_parts(issues))
    before = {id_: known for id_, known in book.others.items() if known.part_of and not known.gone}
    news: dict[str, AddressEntry] = {
        id_: replace(known, part_of="") for id_, known in before.items() if id_ not in now
    }
    news |= {id_: replace(book[id_], part_of=whole) for id_, whole in now.items()}
    return book.with_entries(news) if news else book


def _parts(issues: Sequence[Issue]) -> Iterator[tuple[str, str]]:
    """The ids of parts, each with that of its story."""
    for issue in issues:
        for page in issue.pages:
            for one in page.continued:
                yield one.part.id, one.whole.id
