"""Has published addresses follow their texts: which page and story stands at which id, and what leads where.

A page that was `river/undated/scan-4/page` and now has a date goes to `river/2024/2024-03-08/c01`, and its
old id leads there; a story that is inserted gets the next number of its page and moves no other. An id
once given is never given to another text.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import count

from newspaper_archive.archive.alike import ELSEWHERE, SAME_PLACE, joined, paired
from newspaper_archive.model import AddressEntry, Book
from newspaper_archive.reading.text_sketch import likeness

SAME_PAGE = 0.3
"""Likeness above which the page file at a place is still the page that was published there."""


@dataclass(frozen=True, slots=True)
class PageTexts:
    """A page as it is now: its name for others (`key`), the id it would have, and its texts.

    `wish` is `river/2024/2024-03-08/c01`, without a number for a second page of one folio; `named` says that
    date and folio made it, not the name of a file. `stories` are the sketches of its articles in print order;
    of a page that could not be read this time (`unread`) there are none, and its addresses wait for it.
    """

    key: str
    wish: str
    named: bool
    sketch: str
    stories: tuple[str, ...]
    unread: bool = False


@dataclass(slots=True)
class Followed:
    """`pages` and `stories` give ids by the key of a page, `leads` new ids by old; `lost` are nowhere."""

    pages: dict[str, str] = field(default_factory=dict)
    stories: dict[str, list[str]] = field(default_factory=dict)
    leads: dict[str, str] = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)


def page_of(id_: str) -> str:
    """`…/c01` for `…/c01-02`; a page's own id as it is."""
    stem, _, number = id_.rpartition("-")
    return stem if number.isdigit() and "/" in stem else id_


def is_story(id_: str) -> bool:
    return page_of(id_) != id_


def follow(sheets: Sequence[PageTexts], book: Book) -> Followed:
    """Ids for all pages and their stories; what they were comes from `book`."""
    return _Following(sheets, book).found


class _Following:
    def __init__(self, sheets: Sequence[PageTexts], book: Book) -> None:
        self.sheets = {sheet.key: sheet for sheet in sheets}
        self.book, self.found = book, Followed()
        self.moved: dict[str, str] = {}
        self.new: set[str] = set()
        self.pages_before: dict[str, str] = {}
        self.standing: dict[str, dict[str, str]] = defaultdict(dict)
        self.highest: dict[str, int] = defaultdict(int)
        for id_, known in sorted(book.items()):
            self._learn(id_, known.sketch)
        self._place_pages()
        self._place_stories()
        self._leave_pages()

    def _learn(self, id_: str, sketch: str) -> None:
        """One line of the book; numbers rise within a page."""
        page = page_of(id_)
        if page is not id_:
            self.highest[page] = int(id_[len(page) + 1 :])
            if sketch:
                self.standing[page][id_] = sketch
        elif sketch:
            self.pages_before[id_] = sketch

    def _is_given(self, id_: str) -> bool:
        return id_ in self.book or id_ in self.new

    # Pages: those that stand where they stood, then those that moved, then the new ones.

    def _place_pages(self) -> None:
        pages = self.found.pages
        pages |= self._where_they_stood()
        moved = self._moved_pages(pages)
        pages |= {key: id_ for key, id_ in moved.items() if self._stays(self.sheets[key], id_)}
        self._take_places(set(moved.values()))
        for key, sheet in self.sheets.items():
            if key not in pages:
                pages[key] = self._new_page(sheet, moved.get(key))
        self.found.leads |= {id_: pages[key] for key, id_ in moved.items() if pages[key] != id_}

    def _moved_pages(self, here: Mapping[str, str]) -> dict[str, str]:
        """Where the pages stood that are not where they would be, by their text alone."""
        still = set(here.values())
        before = {id_: sketch for id_, sketch in self.pages_before.items() if id_ not in still}
        now = {key: sheet.sketch for key, sheet in self.sheets.items() if key not in here}
        return {key: id_ for id_, key in paired(before, now, ELSEWHERE).items()}

    def _take_places(self, moved: AbstractSet[str]) -> None:
        """A page whose old text is nowhere any more is named by its place; its stories are asked about."""
        free = self.pages_before.keys() - moved - set(self.found.pages.values())
        for key, sheet in self.sheets.items():
            if key not in self.found.pages and sheet.wish in free:
                self.found.pages[key] = sheet.wish
                free = free - {sheet.wish}

    def _where_they_stood(self) -> dict[str, str]:
        """Pages that are still at the place they would have anyway."""
        wishes = Counter(sheet.wish for sheet in self.sheets.values())
        found = {
            key: sheet.wish
            for key, sheet in self.sheets.items()
            if self.pages_before.get(sheet.wish) == sheet.sketch and wishes[sheet.wish] == 1
        }
        still = set(found.values())
        places: dict[str, dict[str, str]] = defaultdict(dict)
        for id_, sketch in self.pages_before.items():
            if id_ not in still:
                places[_place(id_)][id_] = places[id_][id_] = sketch
        wishing: dict[str, dict[str, str]] = defaultdict(dict)
        for key, sheet in self.sheets.items():
            if key not in found:
                wishing[sheet.wish][key] = sheet.sketch
        for wish, keys in wishing.items():
            here = paired(places.get(wish, {}), keys, SAME_PAGE)
            found |= {key: id_ for id_, key in here.items()}
        return found

    def _stays(self, sheet: PageTexts, id_: str) -> bool:
        """An id is given up only for a place that was never another's, not for another that a name made."""
        wished = self.book.get(sheet.wish)
        if wished and wished.leads != id_:
            return True
        both_undated = "/undated/" in id_ and "/undated/" in sheet.wish
        return (both_undated and _edition(id_) == _edition(sheet.wish)) or (
            not sheet.named and id_.rpartition("/")[0] == sheet.wish.rpartition("/")[0]
        )

    def _new_page(self, sheet: PageTexts, came_from: str | None) -> str:
        """The place it would have, where that was never given; else with a number behind it.

        A place that only leads to this very page is taken back: the page was moved to and fro.
        """
        for number in count(1):
            id_ = sheet.wish if number == 1 else f"{sheet.wish}_{number}"
            if not self._is_given(id_) or (came_from and self._leads_to(id_, came_from)):
                self.new.add(id_)
                return id_
        raise AssertionError

    def _leads_to(self, id_: str, to: str) -> bool:
        return id_ in self.book and id_ not in self.new and self.book[id_].leads == to

    # Stories: on their page first, then wherever else a text stands that had no address.

    def _place_stories(self) -> None:
        left_before: dict[str, str] = {}
        left_now: dict[str, str] = {}
        moved_from = {now: before for before, now in self.found.leads.items()}
        for key, sheet in self.sheets.items():
            page = self.found.pages[key]
            old = self.standing.pop(page, {}) | self.standing.pop(moved_from.get(page, ""), {})
            if tuple(old.values()) == sheet.stories and page not in moved_from:
                self.found.stories[key] = list(old)
                continue
            slots = {_slot(key, place): sketch for place, sketch in enumerate(sheet.stories)}
            if sheet.unread:
                old = {}
            pairs = paired(old, slots, SAME_PLACE)
            self._keep(key, pairs)
            free = {slot: sketch for slot, sketch in slots.items() if slot not in pairs.values()}
            alone = {id_: sketch for id_, sketch in old.items() if id_ not in pairs}
            left_now |= free
            left_before |= self._joined(alone, pairs, slots)
        for stories in self.standing.values():
            left_before |= stories
        self._elsewhere(left_before, left_now)
        self._number()

    def _keep(self, key: str, pairs: Mapping[str, str]) -> None:
        ids: list[str] = [""] * len(self.sheets[key].stories)
        for id_, slot in pairs.items():
            ids[_place_of(slot)] = id_
        self.found.stories[key] = ids

    def _joined(
        self, alone: Mapping[str, str], pairs: Mapping[str, str], slots: Mapping[str, str]
    ) -> dict[str, str]:
        """What of the stories without a pair is not now a part of another one of the page."""
        before = {slot: self.book[id_].sketch for id_, slot in pairs.items()}
        joins = joined(alone, slots, lambda slot: likeness(before.get(slot, "."), slots[slot]) < 1.0)
        self.moved |= joins
        return {id_: sketch for id_, sketch in alone.items() if id_ not in joins}

    def _elsewhere(self, before: Mapping[str, str], now: Mapping[str, str]) -> None:
        """The same text on another page, of the same issue first, then of the same edition, then of any."""
        found: dict[str, str] = {}
        for scope in (_issue, _edition, lambda _: ""):
            groups: dict[str, dict[str, str]] = defaultdict(dict)
            for id_, sketch in before.items():
                if id_ not in found:
                    groups[scope(id_)][id_] = sketch
            for name, group in groups.items():
                taken = set(found.values())
                free = {
                    slot: sketch
                    for slot, sketch in now.items()
                    if slot not in taken and scope(self.found.pages[_key_of(slot)]) == name
                }
                found |= paired(group, free, ELSEWHERE)
        self.moved |= found
        self.found.lost = sorted(before.keys() - found.keys())

    def _number(self) -> None:
        """Stories without an id get the next number of their page; what moved leads there."""
        for key, ids in self.found.stories.items():
            page = self.found.pages[key]
            for place, id_ in enumerate(ids):
                if id_ and page_of(id_) == page:
                    continue
                ids[place] = self._next(page, id_)
                if id_:
                    self.found.leads[id_] = ids[place]
        for id_, slot in self.moved.items():
            self.found.leads[id_] = self.found.stories[_key_of(slot)][_place_of(slot)]

    def _leave_pages(self) -> None:
        """A page that is no more leads where its first story went; one of which nothing is left is lost."""
        stories: dict[str, str] = {}
        for id_ in sorted(self.moved):
            stories.setdefault(page_of(id_), page_of(self.found.leads[id_]))
        for id_ in sorted(
            self.pages_before.keys() - set(self.found.pages.values()) - self.found.leads.keys()
        ):
            if id_ in stories:
                self.found.leads[id_] = stories[id_]
            else:
                self.found.lost.append(id_)
        self.found.lost.sort()

    def _next(self, page: str, before: str) -> str:
        """The number it had on the page it came from, where that is free: whole pages move alike."""
        if before:
            number = before.rpartition("-")[2]
            same = f"{page}-{number}"
            if not self._is_given(same) or self._leads_to(same, before):
                self.new.add(same)
                self.highest[page] = max(self.highest[page], int(number))
                return same
        self.highest[page] += 1
        id_ = f"{page}-{self.highest[page]:02}"
        self.new.add(id_)
        return id_


def written(sheets: Sequence[PageTexts], book: Book, found: Followed) -> Book:
    """The book once this is published: what stands where, and every old id led to where its text is."""
    now = dict(book) | {id_: AddressEntry(leads=to) for id_, to in found.leads.items()}
    for sheet in sheets:
        ids = [found.pages[sheet.key], *found.stories[sheet.key]]
        for id_, sketch in zip(ids, (sheet.sketch, *sheet.stories), strict=True):
            if id_ not in now or now[id_].sketch != sketch:
                now[id_] = AddressEntry(sketch)
    now |= {id_: AddressEntry(gone=True) for id_ in found.lost}
    return {id_: _end(now, id_) if known.leads else known for id_, known in sorted(now.items())}


def _end(book: Book, id_: str) -> AddressEntry:
    """Where a row of addresses that lead on ends: at a text, or with what was taken away."""
    while book[id_].leads:
        id_ = book[id_].leads
    return book[id_] if book[id_].gone else AddressEntry(leads=id_)


def _place(page: str) -> str:
    """`…/c01` for the second page of that folio, `…/c01_2`, as well."""
    stem, mark, number = page.rpartition("_")
    return stem if mark and number.isdigit() and len(number) < 3 else page


def _issue(id_: str) -> str:
    return id_.rpartition("/")[0]


def _edition(id_: str) -> str:
    return id_.partition("/")[0]


def _slot(key: str, place: int) -> str:
    return f"{key}\0{place}"


def _key_of(slot: str) -> str:
    return slot.partition("\0")[0]


def _place_of(slot: str) -> int:
    return int(slot.partition("\0")[2])
