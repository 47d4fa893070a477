"""Names the sections, which page names, column labels and teasers make: 要闻 is `sections/yao-wen/`.

Names that differ only in marks (“一周速读”, 一周·速读), or in traditional characters (鄉訊), are one
section. Names that pinyin spells alike (时事, 实施) all get a hash of the name, so that no order of files
decides which keeps the plain address; but one that was published keeps what it has.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from newspaper_archive.lexicon.simplified import simplified
from newspaper_archive.lexicon.slug import short_hash, slug
from newspaper_archive.model import NO_BOOK, AddressEntry, Book, BookInFiles, Edition

SECTIONS = "sections/"
"""What the ids of sections in the address book begin with."""


@dataclass(frozen=True, slots=True)
class SectionNames:
    """Section slugs by what of their names is letters and digits, and the name to show for each slug."""

    slugs: Mapping[str, str]
    shown: Mapping[str, str]

    def of(self, *names: str | None) -> tuple[str, ...]:
        """The slugs of these names, each once, in their order; what names no section is left out."""
        keys = (letters(name or "") for name in names)
        return tuple(dict.fromkeys(self.slugs[key] for key in keys if key in self.slugs))


def letters(name: str) -> str:
    """What of a printed name is letters and digits, half-width and simplified: “Ｖ·視覺” is v视觉."""
    simple = simplified()
    return "".join(simple.get(c, c) for c in unicodedata.normalize("NFKC", name).casefold() if c.isalnum())


def name_sections(names: Iterable[str], editions: Sequence[Edition], book: Book = NO_BOOK) -> SectionNames:
    """Slugs for the names: what an edition.yaml gives, what was published before, the others by pinyin."""
    others = BookInFiles.of(book).others
    # The table of the forms of one character may have grown since.
    before = {
        letters(known.name): id_.removeprefix(SECTIONS)
        for id_, known in others.items()
        if known.name and id_.startswith(SECTIONS)
    }
    declared = {letters(name): (address, name) for edition in editions for name, address in edition.sections}
    printed: dict[str, Counter[str]] = {}
    for name in names:
        if letters(name):
            printed.setdefault(letters(name), Counter())[name.strip()] += 1
    fixed = before | {key: address for key, (address, _) in declared.items()}
    slugs = {key: fixed[key] if key in fixed else slug(key) for key in sorted(printed)}
    taken = dict.fromkeys((*before.values(), *fixed.values()), 2)
    times = Counter(slugs.values()) + Counter(taken)
    for key, address in slugs.items():
        if key not in fixed and times[address] > 1:
            slugs[key] = f"{address}-{short_hash(key)}"
    shown = {slugs[key]: _most_printed(found) for key, found in printed.items()}
    shown |= {address: name for key, (address, name) in declared.items() if key in printed}
    return SectionNames(slugs, shown)


def _most_printed(found: Counter[str]) -> str:
    """The commonest form of a name; of equals the shortest, then the first in code order."""
    return min(found, key=lambda name: (-found[name], len(name), name))


def written_sections(names: SectionNames, book: Book) -> dict[str, AddressEntry]:
    """The book's lines of sections: each with its name, and one that has another slug now led to that."""
    led = {
        id_: AddressEntry(leads=SECTIONS + names.slugs[letters(known.name)])
        for id_, known in BookInFiles.of(book).others.items()
        if letters(known.name) in names.slugs
        and id_.startswith(SECTIONS)
        and id_ != SECTIONS + names.slugs[letters(known.name)]
    }
    return led | {SECTIONS + address: AddressEntry(name=key) for key, address in names.slugs.items()}
