"""Has published addresses follow their texts: which page and story stands at which id, and what leads where.

A page that was `river/undated/scan-4/page` and now has a date goes to `river/2024/2024-03-08/c01`, and its
old id leads there; a story that is inserted gets the next number of its page and moves no other. An id
once given is never given to another text.
"""

from collections import ChainMap, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from newspaper_archive.archive.page_addresses import PageAddresses
from newspaper_archive.archive.page_texts import PageTexts
from newspaper_archive.archive.story_addresses import StoryAddresses
from newspaper_archive.archive.unchanged import unchanged
from newspaper_archive.model import AddressEntry, Book, BookFile, BookInFiles
from newspaper_archive.model.address_ids import file_of, page_of


@dataclass(slots=True)
class Followed:
    """`pages` and `stories` give ids by the key of a page, `leads` new ids by old; `lost` are nowhere.

    In `unchanged` files of the book all stands as it was published.
    """

    pages: dict[str, str] = field(default_factory=dict)
    stories: dict[str, list[str]] = field(default_factory=dict)
    leads: dict[str, str] = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)
    unchanged: frozenset[str] = frozenset()


def follow(sheets: Sequence[PageTexts], book: Book) -> Followed:
    """Ids for all pages and their stories; what they were comes from `book`."""
    known = BookInFiles.of(book)
    same = unchanged(sheets, known)
    there = {sheet.key: sheet.wish for sheet in sheets if sheet.key in same.stories}
    found = followed([sheet for sheet in sheets if sheet.key not in there], known.without(same.files))
    return Followed(there | found.pages, same.stories | found.stories, found.leads, found.lost, same.files)


def followed(sheets: Sequence[PageTexts], book: Book) -> Followed:
    """The same, each text compared with all that it may have been."""
    published = _Published(book)
    pages = PageAddresses(sheets, published.pages, book)
    stories = StoryAddresses(pages, published.stories, book, published.highest)
    leads = {id_: pages.ids[key] for key, id_ in pages.moved.items()} | stories.leads
    left = published.pages.keys() - set(pages.ids.values()) - leads.keys()
    leads |= (after := _after_their_stories(left, stories.leads))
    return Followed(pages.ids, stories.ids, leads, sorted([*stories.lost, *(left - after.keys())]))


class _Published:
    """The book by pages: sketches of pages and of each one's stories, and the last number of each."""

    def __init__(self, book: Book) -> None:
        self.pages: dict[str, str] = {}
        self.stories: dict[str, dict[str, str]] = defaultdict(dict)
        self.highest: dict[str, int] = defaultdict(int)
        for file in BookInFiles.of(book).files.values():
            sketches = dict(file.sketches) | {id_: known.sketch for id_, known in file.others.items()}
            for id_ in sorted(sketches):
                self._add(id_, sketches[id_])

    def _add(self, id_: str, sketch: str) -> None:
        page = page_of(id_)
        if page is not id_:
            self.highest[page] = max(self.highest[page], int(id_[len(page) + 1 :]))
            if sketch:
                self.stories[page][id_] = sketch
        elif sketch:
            self.pages[id_] = sketch


def _after_their_stories(left: Iterable[str], leads: Mapping[str, str]) -> dict[str, str]:
    """A page that is no more leads where its first story went."""
    first: dict[str, str] = {}
    for id_ in sorted(leads):
        first.setdefault(page_of(id_), page_of(leads[id_]))
    return {id_: first[id_] for id_ in left if id_ in first}


def written(sheets: Sequence[PageTexts], book: Book, found: Followed) -> BookInFiles:
    """The book once this is published: what stands where, and every old id led to where its text is."""
    whole = BookInFiles.of(book)
    others = whole.without(found.unchanged).others
    now = {id_: AddressEntry(leads=to) for id_, to in found.leads.items()}
    for sheet in sheets:
        if file_of(sheet.wish) not in found.unchanged:
            now |= _news(sheet, found, whole)
    now |= {id_: AddressEntry(gone=True) for id_ in (*found.lost, *_nowhere(others | now))}
    known_now: Book = ChainMap(now, whole)  # type: ignore[arg-type] # the second is only read
    now |= {id_: _end(known_now, id_) for id_, known in (others | now).items() if known.leads}
    return whole.with_entries(now)


def _news(sheet: PageTexts, found: Followed, book: BookInFiles) -> Mapping[str, AddressEntry]:
    """What of a page is not in the book as it is now."""
    page = found.pages[sheet.key]
    file = book.files.get(file_of(page), BookFile())
    places = (sheet.at, *(sheet.stories_at or ("",) * len(sheet.stories)))
    texts = zip((page, *found.stories[sheet.key]), (sheet.sketch, *sheet.stories), places, strict=True)
    return {
        id_: AddressEntry(sketch, at=at)
        for id_, sketch, at in texts
        if at or file.sketches.get(id_) != sketch
    }


def _nowhere(book: Book) -> list[str]:
    """What was to stand again, and of which nothing was found at its place."""
    return [id_ for id_, known in book.items() if not known.sketch and not known.name and known.stands]


def _end(book: Book, id_: str) -> AddressEntry:
    """Where a row of addresses that lead on ends: at a text, or with what was taken away."""
    while book[id_].leads:
        id_ = book[id_].leads
    return book[id_] if book[id_].gone else AddressEntry(leads=id_)
