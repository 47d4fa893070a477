"""Finds which published story each story is now, on its page or another, and numbers the new ones.

What was a story of its own and is none any more, on a page that has not changed, leads to that page.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping

from newspaper_archive.archive.alike import ELSEWHERE, SAME_PLACE, joined, paired
from newspaper_archive.archive.page_addresses import PageAddresses
from newspaper_archive.model import Book
from newspaper_archive.model.address_ids import edition_of, issue_of, page_of
from newspaper_archive.reading.text_sketch import likeness, tells_all

_SCOPES: tuple[Callable[[str], str], ...] = (issue_of, edition_of, lambda _: "")
"""A text that left its page is looked for in its issue first, then in its edition, then anywhere."""


class StoryAddresses:
    """`ids` of a page's stories by its key, what `leads` where, and what is `lost`."""

    def __init__(
        self,
        pages: PageAddresses,
        standing: Mapping[str, Mapping[str, str]],
        book: Book,
        highest: Mapping[str, int],
    ) -> None:
        """`standing` are sketches of a page's published stories by their ids; `highest` its last number."""
        self.pages, self.book = pages, book
        self.standing = {page: dict(stories) for page, stories in standing.items()}
        self.highest = defaultdict(int, highest)
        self.new: set[str] = set()
        self.ids: dict[str, list[str]] = {}
        self.moved: dict[str, str] = {}
        self.within: dict[str, str] = {}
        self.leads: dict[str, str] = {}
        self.lost: list[str] = []
        self._place_stories()

    def _place_stories(self) -> None:
        left_before: dict[str, str] = {}
        left_now: dict[str, str] = {}
        for key, sheet in self.pages.sheets.items():
            page = self.pages.ids[key]
            old = self.standing.pop(page, {}) | self.standing.pop(self.pages.moved.get(key, ""), {})
            if tuple(old.values()) == sheet.stories and key not in self.pages.moved:
                self.ids[key] = list(old)
                continue
            slots = {_slot(key, place): sketch for place, sketch in enumerate(sheet.stories)}
            if sheet.unread:
                old = {}
            pairs = paired(old, slots, SAME_PLACE)
            self._keep(key, pairs)
            free = {slot: sketch for slot, sketch in slots.items() if slot not in pairs.values()}
            alone = {id_: sketch for id_, sketch in old.items() if id_ not in pairs}
            left_now |= free
            alone = self._without_joined(alone, pairs, slots)
            if self._says_the_same(key):
                self.within |= dict.fromkeys(alone, key)
            else:
                left_before |= alone
        for stories in self.standing.values():
            left_before |= stories
        self._elsewhere(left_before, left_now)
        self._number()

    def _keep(self, key: str, pairs: Mapping[str, str]) -> None:
        ids: list[str] = [""] * len(self.pages.sheets[key].stories)
        for id_, slot in pairs.items():
            ids[_place_of(slot)] = id_
        self.ids[key] = ids

    def _says_the_same(self, key: str) -> bool:
        """Whether no word of the page was taken away: then another reader parts its stories otherwise.

        What has no pair is there still, be it as a caption, as a label or in two halves.
        """
        was = self.pages.published.get(self.pages.moved.get(key, self.pages.ids[key]), ".")
        return was == self.pages.sheets[key].sketch and tells_all(was)

    def _without_joined(
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
        for scope in _SCOPES:
            groups: dict[str, dict[str, str]] = defaultdict(dict)
            for id_, sketch in before.items():
                if id_ not in found:
                    groups[scope(id_)][id_] = sketch
            for name, group in groups.items():
                taken = set(found.values())
                free = {
                    slot: sketch
                    for slot, sketch in now.items()
                    if slot not in taken and scope(self.pages.ids[_key_of(slot)]) == name
                }
                found |= paired(group, free, ELSEWHERE)
        self.moved |= found
        self.lost = sorted(before.keys() - found.keys())

    def _number(self) -> None:
        """Stories without an id get the next number of their page; what moved leads there."""
        for key, ids in self.ids.items():
            page = self.pages.ids[key]
            for place, id_ in enumerate(ids):
                if id_ and page_of(id_) == page:
                    continue
                ids[place] = self._next(page, id_)
                if id_:
                    self.leads[id_] = ids[place]
        for id_, slot in self.moved.items():
            self.leads[id_] = self.ids[_key_of(slot)][_place_of(slot)]
        self.leads |= {id_: self.pages.ids[key] for id_, key in self.within.items()}

    def _next(self, page: str, before: str) -> str:
        """The number it had on the page it came from, where that is free: whole pages move alike."""
        if before:
            number = before.rpartition("-")[2]
            same = f"{page}-{number}"
            if same not in self.new and (same not in self.book or self.book[same].leads == before):
                self.new.add(same)
                self.highest[page] = max(self.highest[page], int(number))
                return same
        self.highest[page] += 1
        id_ = f"{page}-{self.highest[page]:02}"
        self.new.add(id_)
        return id_


def _slot(key: str, place: int) -> str:
    return f"{key}\0{place}"


def _key_of(slot: str) -> str:
    return slot.partition("\0")[0]


def _place_of(slot: str) -> int:
    return int(slot.partition("\0")[2])
