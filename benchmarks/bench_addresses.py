"""What the address book costs: its size, and what of a build goes into it, at 10,000 and 100,000 stories.

`python benchmarks/bench_addresses.py` prints the table; the pages are invented sketches, 8 stories a page and
4 pages an issue, of which one page has changed since the book was written.
"""

import random
import string
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from newspaper_archive.archive.following import follow, written
from newspaper_archive.archive.page_texts import PageTexts
from newspaper_archive.make.book import KeptBook, digest
from newspaper_archive.model import Book
from newspaper_archive.reading.text_sketch import sketch
from newspaper_archive.store.address_files import book_files, book_paths, read_book, write_book

STORIES, PAGES, LETTERS = 8, 4, 800
SIZES = (10_000, 100_000)
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


def measured(stories: int, folder: Path) -> str:
    dice = random.Random(1)
    now = pages(stories, dice)
    write_book(folder, book_files(written(now, {}, follow(now, {}))))
    size = sum(path.stat().st_size for path in folder.rglob("*.tsv"))
    changed = now[len(now) // 2]
    stories_now = (*changed.stories[1:], drawn(dice))
    now[len(now) // 2] = PageTexts(changed.key, changed.wish, True, drawn(dice), stories_now)

    def after_a_page() -> Book:
        book = read_book(book_paths(folder).values())
        made = written(now, book, follow(now, book))
        files = book_files(made)
        write_book(folder, files)
        digest(files.values(), in_folder=True)
        return made

    nothing, _ = seconds(lambda: KeptBook(folder, folder, folder).digest)
    page, _ = seconds(after_a_page)
    text = "".join(
        dice.choices("渡口老船工把划到对岸两居民又能坐赶集河堤加固程完镇里学校请来木匠", k=LETTERS)
    )
    sketched, _ = seconds(lambda: [sketch("渡口的船又开了", text[:-1] + str(n)) for n in range(1_000)])
    times = f"{nothing:.3f} | {page:.2f} | {sketched * stories / 1_000:.1f}"
    return f"| {stories:,} | {size / 1e6:.1f} MB | {times} |"


def main() -> None:
    print("| stories | the book | nothing changed, s | one page changed, s | sketches of a cold build, s |")
    print("|---|---|---|---|---|")
    for stories in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            print(measured(stories, Path(folder)))


if __name__ == "__main__":
    sys.exit(main())
