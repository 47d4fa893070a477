"""What the address book costs: its size, and what of a build goes into it, at 10,000 and 100,000 stories.

`python benchmarks/bench_addresses.py` prints the table; the pages are invented sketches, 8 stories a page and
4 pages an issue, of an archive in every year of which addresses were moved and taken away before.
"""

import random
import string
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from newspaper_archive.archive.following import follow, written
from newspaper_archive.archive.page_texts import PageTexts
from newspaper_archive.make.book import KeptBook, digest
from newspaper_archive.make.make_site import rare_collections
from newspaper_archive.model import AddressEntry, Book, BookInFiles
from newspaper_archive.reading.text_sketch import sketch
from newspaper_archive.store.address_files import book_files, book_paths, read_book, write_book

STORIES, PAGES, LETTERS = 8, 4, 800
SIZES = (10_000, 100_000)
TIMED = (
    "nothing changed",
    "one page changed",
    "one story withdrawn",
    "first book",
    "sketches of a cold build",
)
AT = "0123456789abcdef" * 2
ALPHABET = string.ascii_letters + string.digits + "-_"
Made = TypeVar("Made")


def pages(stories: int, dice: random.Random) -> list[PageTexts]:
    """So many stories, in issues of one edition from 1990 on."""
    found = []
    for number in range(stories // STORIES):
        day, page = divmod(number, PAGES)
        year, month = divmod(day, 336)
        date = f"{1990 + year}-{month // 28 + 1:02}-{month % 28 + 1:02}"
        id_ = f"river/{1990 + year}/{date}/c{page + 1:02}"
        found.append(PageTexts(id_, id_, True, drawn(dice), tuple(drawn(dice) for _ in range(STORIES))))
    return found


def drawn(dice: random.Random) -> str:
    return "".join(dice.choices(ALPHABET, k=64))


def seconds(work: Callable[[], Made]) -> tuple[float, Made]:
    """Of the processor."""
    began = time.process_time()
    made = work()
    return time.process_time() - began, made


def lived_with(now: list[PageTexts], book: Book, dice: random.Random) -> Book:
    """The book after every year had a story put at the top of a page, one deleted, and a page renamed."""
    for at in range(0, len(now) - 2, 336 * PAGES):
        first, second, third = now[at : at + 3]
        now[at] = replace(first, sketch=drawn(dice), stories=(drawn(dice), *first.stories))
        now[at + 1] = replace(second, sketch=drawn(dice), stories=second.stories[1:])
        now[at + 2] = replace(third, wish=f"{third.wish}9")
    return written(now, book, follow(now, book))


def measured(stories: int, folder: Path) -> str:
    dice = random.Random(1)
    now = pages(stories, dice)
    first, book = seconds(lambda: published(now, {}, folder))
    write_book(folder, book_files(lived_with(now, book, dice)))
    size = sum(path.stat().st_size for path in folder.rglob("*.tsv"))
    nothing, _ = seconds(lambda: KeptBook(folder, folder, folder).digest)
    place = len(now) // 2
    changed = now[place]
    now[place] = replace(changed, sketch=drawn(dice), stories=(*changed.stories[1:], drawn(dice)))
    page, book = seconds(lambda: published(now, read_book(book_paths(folder).values()), folder))
    withdrawn, _ = seconds(lambda: without_a_story(now, place, folder))
    text = "".join(
        dice.choices("渡口老船工把划到对岸两居民又能坐赶集河堤加固程完镇里学校请来木匠", k=LETTERS)
    )
    sketched, _ = seconds(lambda: [sketch("渡口的船又开了", text[:-1] + str(n)) for n in range(1_000)])
    times = f"{nothing:.3f} | {page:.2f} | {withdrawn:.2f} | {first:.1f} | {sketched * stories / 1_000:.1f}"
    return f"| {stories:,} | {size / 1e6:.1f} MB | {times} |"


def published(now: list[PageTexts], book: Book, folder: Path) -> Book:
    """What a build does with a book: follows, gives the site a copy, writes it, remembers its digest."""
    made = written(now, book, follow(now, book))
    book_files(made)
    write_book(folder, book_files(made))
    digest(book_files(made).values(), in_folder=True)
    return made


def without_a_story(now: list[PageTexts], place: int, folder: Path) -> Book:
    """A story is taken out: the pages are followed as they were, to find it, and again without it."""
    book = BookInFiles.of(read_book(book_paths(folder).values()))
    whole = now[place]
    id_ = follow(now, book).stories[whole.key][0]
    gone = AddressEntry(gone=True, on="2031-04-01", why="当事人要求", at=f"{AT}:3-9:C01.txt")
    left = whole.stories[1:]
    places = tuple(f"{AT}:{10 * n}-{10 * n + 9}:C01.txt" for n in range(1, len(left) + 1))
    now[place] = replace(whole, stories=left, at=f"{AT}::C01.txt", stories_at=places)
    return published(now, book.with_entries({id_: gone}), folder)


def main() -> None:
    print(f"| stories | the book | {' | '.join(f'{one}, s' for one in TIMED)} |")
    print("|---" * (2 + len(TIMED)) + "|")
    for stories in SIZES:
        with tempfile.TemporaryDirectory() as folder, rare_collections():
            print(measured(stories, Path(folder)))


if __name__ == "__main__":
    sys.exit(main())
