"""Where a text stands of which something is withdrawn: its page file and lines, for its sketch tells nothing.

`3b1c…e9:12-25:2031-03-05/C01.txt` are the lines 12 to 25 of the page file of that checksum, which lay there.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from newspaper_archive.archive.page_texts import PageTexts
from newspaper_archive.model import AddressEntry, Book, BookInFiles, Page
from newspaper_archive.model.address_ids import is_story
from newspaper_archive.reading.masked_page import story_of

_DIGITS = 32


@dataclass(frozen=True, slots=True)
class TextPlace:
    """`sha256` are its first digits; a page as a whole has no `lines`."""

    sha256: str
    lines: tuple[int, ...]
    path: str

    @classmethod
    def of(cls, page: Page, lines: Iterable[int] = ()) -> "TextPlace":
        return cls(page.source.sha256[:_DIGITS], tuple(sorted(lines)), page.source.path)

    @classmethod
    def read(cls, at: str) -> "TextPlace":
        sha256, lines, path = at.split(":", 2)
        return cls(sha256, tuple(_numbers(lines)), path)

    def __str__(self) -> str:
        return f"{self.sha256}:{','.join(_stretches(self.lines))}:{self.path}"

    def is_of(self, sha256: str) -> bool:
        return sha256.startswith(self.sha256)


def _numbers(text: str) -> Iterable[int]:
    for stretch in filter(None, text.split(",")):
        first, _, last = stretch.partition("-")
        yield from range(int(first), int(last or first) + 1)


def _stretches(lines: Sequence[int]) -> Iterable[str]:
    first = before = 0
    for line in (*sorted(lines), 0):
        if before and line != before + 1:
            yield str(before) if first == before else f"{first}-{before}"
        if line != before + 1 or not before:
            first = line
        before = line


def by_place(
    pages: Sequence[Page], sheets: Sequence[PageTexts], book: Book
) -> tuple[list[PageTexts], BookInFiles]:
    """Pages and book with one sketch for what stands where the book says it does, whatever is hidden of it.

    It is a sketch of that place, and serves to follow addresses alone.
    """
    whole = BookInFiles.of(book)
    known: dict[str, AddressEntry] = {}
    found: dict[str, dict[int, str]] = {}
    of_pages: dict[str, str] = {}
    by_file = {page.source.path: page for page in pages}
    by_text = {page.source.sha256[:_DIGITS]: page for page in pages}
    for id_, entry in whole.others.items():
        if not entry.at or entry.gone:
            continue
        place = TextPlace.read(entry.at)
        page = by_file.get(place.path)
        if page is None or not page.source.sha256.startswith(place.sha256):
            page = by_text.get(place.sha256)
        if page is None:
            continue
        token = _token(id_)
        if not is_story(id_):
            known[id_] = replace(entry, sketch=of_pages.setdefault(page.source.path, token))
            continue
        stories = found.setdefault(page.source.path, {})
        which = story_of(place.lines, tuple(article.lines for article in page.reading.articles))
        if which is not None and which not in stories:
            stories[which] = token
            known[id_] = replace(entry, sketch=token)
    return [_at_place(sheet, of_pages, found) for sheet in sheets], whole.with_entries(known)


def _at_place(
    sheet: PageTexts, of_pages: Mapping[str, str], found: Mapping[str, Mapping[int, str]]
) -> PageTexts:
    tokens = found.get(sheet.key, {})
    if not tokens and sheet.key not in of_pages:
        return sheet
    return replace(
        sheet,
        sketch=of_pages.get(sheet.key, sheet.sketch),
        stories=tuple(tokens.get(which, sketch) for which, sketch in enumerate(sheet.stories)),
    )


def _token(id_: str) -> str:
    return hashlib.sha256(id_.encode()).hexdigest()
