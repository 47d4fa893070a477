"""The address book of a folder of pages: read from `addresses/` beside them, or from the site made of them.

Of a site from before there was a book its pages are read: `…/c01-02.html` and what stands in it.
"""

import hashlib
import re
from collections.abc import Iterable
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path

from newspaper_archive.errors import ArchiveError
from newspaper_archive.make.shrinking import SOURCES
from newspaper_archive.model import AddressEntry, Book, BookInFiles
from newspaper_archive.model.address_ids import PEOPLE, is_story
from newspaper_archive.store.address_files import (
    FOLDER,
    PEOPLE_FILE,
    book_files,
    book_paths,
    read_book,
    write_book,
)
from newspaper_archive.store.manifest import digests_in, listed

_PUBLISHED = re.compile(
    r"[a-z0-9-]+/(?:\d{4}/\d{4}-\d\d-\d\d|undated/[a-z0-9_-]+)/(?!index\b)[a-z0-9_-]+\.html"
)
WITHDRAWN_LINE = re.compile("\t×\t".encode())
_PERSON = re.compile(rf"({PEOPLE}(?:[a-z]|other)/[0-9a-f]/[a-z0-9-]+)\.html")
_VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "source", "wbr"})


class KeptBook:
    """The book as a build finds it: in its folder; what is lacking there in the site; else in its pages.

    A site that was made of other pages than these has no part in it. It is read only when it is asked for; a
    build with nothing to do asks only for its `digest`.
    """

    def __init__(self, folder: Path, site: Path, seeds: Path) -> None:
        self.folder = folder
        self._site = site if _is_made_of(site, seeds) else None
        self._paths = book_paths(folder, self._site / FOLDER if self._site else None)

    @cached_property
    def book(self) -> BookInFiles:
        kept = read_book(self._paths.values())
        found = kept if kept or not self._site else BookInFiles.of(_book_of_site(self._site))
        if self._site and PEOPLE_FILE not in self._paths:
            found = found.with_entries(_people_of_site(self._site))
        return found

    @cached_property
    def digest(self) -> str:
        in_folder = all(path.is_relative_to(self.folder) for path in self._paths.values())
        return digest(self._data, in_folder=in_folder)

    @property
    def has_withdrawn(self) -> bool:
        """Whether any line says that something was withdrawn, and when."""
        return any(WITHDRAWN_LINE.search(data) for data in self._data)

    @cached_property
    def _data(self) -> list[bytes]:
        try:
            return [path.read_bytes() for path in self._paths.values()]
        except OSError as error:
            raise ArchiveError(
                f"{error.filename}: 地址簿打不开（{error.strerror}）。请检查文件的权限"
            ) from error


def _is_made_of(site: Path, seeds: Path) -> bool:
    """Whether any of the page files is still there that the site says it was made of."""
    made_of = digests_in(site / SOURCES)
    return not made_of or any((seeds / path).is_file() for path in made_of)


def digest(files: Iterable[bytes], *, in_folder: bool) -> str:
    """By which a build knows a book again; one that is in the site alone is to be written into its folder."""
    return hashlib.sha256(b"".join(files) + (b"" if in_folder else b"in the site")).hexdigest()


def keep(folder: Path, book: Book) -> bool:
    """Whether the folder took it; where it may not be written the site's copy is the only one."""
    try:
        write_book(folder, book_files(book))
    except OSError:
        return False
    return True


def _book_of_site(site: Path) -> dict[str, AddressEntry]:
    found = {}
    for address in sorted(listed(site)):
        if _PUBLISHED.fullmatch(address):
            id_ = address.removesuffix(".html")
            found[id_] = AddressEntry(_sketch_of(site / address, story=is_story(id_)))
    return found


def _people_of_site(site: Path) -> dict[str, AddressEntry]:
    """The ids of all who had a page before the book knew of people; whose they are is told by the ids."""
    found = (_PERSON.fullmatch(address) for address in sorted(listed(site)))
    return {person[1]: AddressEntry() for person in found if person}


def _sketch_of(path: Path, *, story: bool) -> str:
    parser = _Printed("headline" if story else "", "text" if story else "transcript")
    parser.feed(path.read_text("utf-8"))
    from newspaper_archive.reading.text_sketch import sketch  # noqa: PLC0415 - numpy, for the first book alone

    return sketch(parser.headline, parser.text)


class _Printed(HTMLParser):
    """The headline and the text of a page of the site, by the classes of what holds them."""

    def __init__(self, headline: str, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self._wanted = {headline: "headline", text: "text"}
        self._into, self._depth = "", 0
        self._found = {"headline": "", "text": ""}

    @property
    def headline(self) -> str:
        return self._found["headline"]

    @property
    def text(self) -> str:
        return self._found["text"]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            return
        if self._depth:
            self._depth += 1
            return
        names = (dict(attrs).get("class") or "").split()
        into = next((self._wanted[name] for name in names if name in self._wanted), "")
        if into and not self._found[into]:
            self._into, self._depth = into, 1

    def handle_endtag(self, tag: str) -> None:
        if self._depth and tag not in _VOID:
            self._depth -= 1

    def handle_data(self, data: str) -> None:
        if self._depth:
            self._found[self._into] += data
