"""Finds the files of the address book in which nothing has changed: all stands where it was published.

A page that is where it was, with the same stories in whatever order, keeps its addresses, and nothing of it
is looked for elsewhere. Of `river/2024` all pages must be so, or the whole file is followed as `following.py`
has it; a text that came from another year has changed the page that it came to.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from newspaper_archive.archive.page_texts import PageTexts
from newspaper_archive.model import AddressEntry, BookFile, BookInFiles
from newspaper_archive.model.address_ids import file_of


@dataclass(frozen=True, slots=True)
class Unchanged:
    """`files` of the book in which nothing changed, and the ids of their stories by the keys of pages."""

    files: frozenset[str]
    stories: dict[str, list[str]] = field(default_factory=dict)


def unchanged(sheets: Iterable[PageTexts], book: BookInFiles) -> Unchanged:
    by_file: dict[str, dict[str, PageTexts]] = defaultdict(dict)
    contested = set()
    for sheet in sheets:
        name = file_of(sheet.wish)
        if by_file[name].setdefault(sheet.wish, sheet) is not sheet:
            contested.add(name)
    ids = {}
    for name, file in book.files.items():
        found = _ids_of_stories(by_file.get(name, {}), file) if name not in contested else None
        if found is not None:
            ids[name] = found
    files = _leading_to_what_stands(ids.keys(), book)
    return Unchanged(files, {key: stories for name in files for key, stories in ids[name].items()})


def _ids_of_stories(sheets: Mapping[str, PageTexts], file: BookFile) -> dict[str, list[str]] | None:
    """By the keys of pages, which are given by the ids that they would have; None where anything changed."""
    before = _by_page(_texts(file))
    if len(before) != len(sheets) or not all(_is_settled(file, id_) for id_ in file.others):
        return None
    found = {}
    for id_, sheet in sheets.items():
        same = not sheet.at and file.sketches.get(id_) == sheet.sketch
        stories = _same_stories(before.get(id_, {}), sheet.stories) if same else None
        if stories is None:
            return None
        found[sheet.key] = stories
    return found


def _is_settled(file: BookFile, id_: str) -> bool:
    known = file.others[id_]
    return bool(known.leads or known.gone or known.name or _is_part(known))


def _is_part(known: AddressEntry) -> bool:
    """Whether it is a text like any other, but that its address leads to the story that it is of."""
    return bool(known.part_of) and not (known.at or known.gone)


def _texts(file: BookFile) -> Mapping[str, str]:
    parts = {id_: known.sketch for id_, known in file.others.items() if _is_part(known)}
    return dict(sorted((*file.sketches.items(), *parts.items()))) if parts else file.sketches


def _by_page(sketches: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Sketches of stories by the id of their page; `page_of` written out, for all addresses pass here."""
    found: dict[str, dict[str, str]] = {}
    for id_, sketch in sketches.items():
        stem, _, number = id_.rpartition("-")
        if number.isdigit() and "/" in stem:
            found.setdefault(stem, {})[id_] = sketch
        else:
            found.setdefault(id_, {})
    return found


def _same_stories(before: Mapping[str, str], now: tuple[str, ...]) -> list[str] | None:
    """Ids in print order where the very same stories are there; of equal ones the first has the first."""
    if tuple(before.values()) == now:
        return list(before)
    if sorted(before.values()) != sorted(now):
        return None
    places: dict[str, list[str]] = defaultdict(list)
    for id_, sketch in reversed(list(before.items())):
        places[sketch].append(id_)
    return [places[sketch].pop() for sketch in now]


def _leading_to_what_stands(names: Iterable[str], book: BookInFiles) -> frozenset[str]:
    """Those in which no address leads to one that may be left itself, for there something has changed."""
    left = frozenset(names)
    while out := {name for name in left if not _leads_well(book.files[name], left, book)}:
        left -= out
    return left


def _leads_well(file: BookFile, unchanged_files: frozenset[str], book: BookInFiles) -> bool:
    ends = [known.leads for known in file.others.values() if known.leads]
    return all(file_of(end) in unchanged_files and end in book and book[end].stands for end in ends)
