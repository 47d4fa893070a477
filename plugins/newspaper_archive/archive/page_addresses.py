"""Finds which published page each page is now, and its id: where it stood, where it moved, or a new one."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from itertools import count

from newspaper_archive.archive.alike import ELSEWHERE, paired
from newspaper_archive.archive.page_texts import PageTexts
from newspaper_archive.model import Book
from newspaper_archive.model.address_ids import edition_of, issue_of, place_of

SAME_PAGE = 0.3
"""Likeness above which the page file at a place is still the page that was published there."""


class PageAddresses:
    """`ids` by the key of a page; `moved`: the id it was published at before, where that was another."""

    def __init__(self, sheets: Iterable[PageTexts], published: Mapping[str, str], book: Book) -> None:
        """`published` are the sketches of the pages that stand in the book, by their ids."""
        self.sheets = {sheet.key: sheet for sheet in sheets}
        self.published, self.book = published, book
        self.new: set[str] = set()
        self.ids = self._where_they_stood()
        moved = self._moved_pages(self.ids)
        self.ids |= {key: id_ for key, id_ in moved.items() if self._stays(self.sheets[key], id_)}
        self._take_places(set(moved.values()))
        for key, sheet in self.sheets.items():
            if key not in self.ids:
                self.ids[key] = self._new_page(sheet, moved.get(key))
        self.moved = {key: id_ for key, id_ in moved.items() if self.ids[key] != id_}

    def _where_they_stood(self) -> dict[str, str]:
        """Pages that are still at the place they would have anyway."""
        wishes = Counter(sheet.wish for sheet in self.sheets.values())
        found = {
            key: sheet.wish
            for key, sheet in self.sheets.items()
            if self.published.get(sheet.wish) == sheet.sketch and wishes[sheet.wish] == 1
        }
        still = set(found.values())
        places: dict[str, dict[str, str]] = defaultdict(dict)
        for id_, sketch in self.published.items():
            if id_ not in still:
                places[place_of(id_)][id_] = places[id_][id_] = sketch
        wishing: dict[str, dict[str, str]] = defaultdict(dict)
        for key, sheet in self.sheets.items():
            if key not in found:
                wishing[sheet.wish][key] = sheet.sketch
        for wish, keys in wishing.items():
            here = paired(places.get(wish, {}), keys, SAME_PAGE)
            found |= {key: id_ for id_, key in here.items()}
        return found

    def _moved_pages(self, here: Mapping[str, str]) -> dict[str, str]:
        """Where the pages stood that are not where they would be, by their text alone."""
        still = set(here.values())
        before = {id_: sketch for id_, sketch in self.published.items() if id_ not in still}
        now = {key: sheet.sketch for key, sheet in self.sheets.items() if key not in here}
        return {key: id_ for id_, key in paired(before, now, ELSEWHERE).items()}

    def _stays(self, sheet: PageTexts, id_: str) -> bool:
        """An id is given up only for a place that was never another's, not for another that a name made."""
        wished = self.book.get(sheet.wish)
        if wished and wished.leads != id_:
            return True
        both_undated = "/undated/" in id_ and "/undated/" in sheet.wish
        return (both_undated and edition_of(id_) == edition_of(sheet.wish)) or (
            not sheet.named and issue_of(id_) == issue_of(sheet.wish)
        )

    def _take_places(self, moved: AbstractSet[str]) -> None:
        """A page whose old text is nowhere any more is named by its place; its stories are asked about."""
        free = self.published.keys() - moved - set(self.ids.values())
        for key, sheet in self.sheets.items():
            if key not in self.ids and sheet.wish in free:
                self.ids[key] = sheet.wish
                free = free - {sheet.wish}

    def _new_page(self, sheet: PageTexts, came_from: str | None) -> str:
        """The place it would have, where that was never given; else with a number behind it.

        A place that only leads to this very page is taken back: the page was moved to and fro.
        """
        for number in count(1):
            id_ = sheet.wish if number == 1 else f"{sheet.wish}_{number}"
            if id_ not in self.new and (id_ not in self.book or self.book[id_].leads == (came_from or id_)):
                self.new.add(id_)
                return id_
        raise AssertionError
