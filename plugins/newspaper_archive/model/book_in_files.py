"""The address book by its files, one for an edition and year: those without news are taken over whole.

Of a hundred thousand addresses nearly all are of a text that stands, and in most years no page has changed:
their entries are made when they are asked for, and their files are not written anew.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from newspaper_archive.model.address_book import AddressEntry, Book
from newspaper_archive.model.address_ids import PEOPLE_NAME, file_of


@dataclass(frozen=True, slots=True)
class BookFile:
    """`sketches` of what stands at its address and of which nothing else is known, in order of their ids.

    `others` are all other entries; `written` is the file as it is kept, b"" where it is to be written anew.
    """

    sketches: Mapping[str, str] = field(default_factory=dict)
    others: Mapping[str, AddressEntry] = field(default_factory=dict)
    written: bytes = b""

    def get(self, id_: str) -> AddressEntry | None:
        sketch = self.sketches.get(id_)
        return AddressEntry(sketch) if sketch is not None else self.others.get(id_)

    def with_entries(self, entries: Mapping[str, AddressEntry]) -> "BookFile":
        """Itself where these are no news."""
        news = {id_: known for id_, known in entries.items() if self.get(id_) != known}
        if not news:
            return self
        sketches, others = dict(self.sketches), dict(self.others)
        for id_, known in news.items():
            sketches.pop(id_, None)
            others.pop(id_, None)
            if known.is_text_alone:
                sketches[id_] = known.sketch
            else:
                others[id_] = known
        return BookFile(dict(sorted(sketches.items())), dict(sorted(others.items())))


class BookInFiles(Mapping[str, AddressEntry]):
    """The book as any other, and its `files` by what their ids begin with: `river/2024`."""

    __slots__ = ("files",)

    def __init__(self, files: Mapping[str, BookFile]) -> None:
        self.files = dict(sorted(files.items()))

    @classmethod
    def of(cls, book: Book) -> "BookInFiles":
        return book if isinstance(book, cls) else cls({}).with_entries(book)

    def __getitem__(self, id_: str) -> AddressEntry:
        file = self.files.get(file_of(id_))
        known = file.get(id_) if file else None
        if known is None:
            raise KeyError(id_)
        return known

    def __iter__(self) -> Iterator[str]:
        for file in self.files.values():
            yield from sorted((*file.sketches, *file.others))

    def __len__(self) -> int:
        return sum(len(file.sketches) + len(file.others) for file in self.files.values())

    @property
    def others(self) -> dict[str, AddressEntry]:
        """All but those of which a sketch is all that is known."""
        return {id_: known for file in self.files.values() for id_, known in file.others.items()}

    @property
    def people(self) -> Mapping[str, AddressEntry]:
        return self.files.get(PEOPLE_NAME, BookFile()).others

    def with_people(self, people: Mapping[str, AddressEntry]) -> "BookInFiles":
        """With these and no other people; their file is there though it be empty."""
        if PEOPLE_NAME in self.files and people == self.people:
            return self
        return BookInFiles(self.files | {PEOPLE_NAME: BookFile(others=dict(sorted(people.items())))})

    def with_entries(self, entries: Mapping[str, AddressEntry]) -> "BookInFiles":
        """With these in the place of what was known of them."""
        by_file: dict[str, dict[str, AddressEntry]] = defaultdict(dict)
        for id_, known in entries.items():
            by_file[file_of(id_)][id_] = known
        changed = {
            name: self.files.get(name, BookFile()).with_entries(found) for name, found in by_file.items()
        }
        return BookInFiles(self.files | changed)

    def without(self, names: AbstractSet[str]) -> "BookInFiles":
        return BookInFiles({name: file for name, file in self.files.items() if name not in names})
