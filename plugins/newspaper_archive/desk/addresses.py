"""`newspaper-archive addresses --seeds seeds OUTPUT`: the address book, and what a build would change in it.

With `--accept` the addresses whose text is nowhere any more are taken away for good, which is asked for once.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

from newspaper_archive.desk.typed import as_typed
from newspaper_archive.make.book import KeptBook, keep
from newspaper_archive.make.read_pages import bound, read_pages
from newspaper_archive.make.withdrawing import settled, withdrawing
from newspaper_archive.model import AddressEntry, Archive, Book
from newspaper_archive.model.address_ids import is_story
from newspaper_archive.settings import Settings
from newspaper_archive.store.address_files import FOLDER
from newspaper_archive.store.page_cache import PAGES, PageCache
from newspaper_archive.store.progress import Silence
from newspaper_archive.store.stage import name_of

NAME, HELP = "addresses", "列出地址簿：发布过多少网址，下一次 make 会有什么变动"
ASKED = "如果是误删、误改，请把版面文件恢复原样；确实要撤下，请运行 make addresses ACCEPT=1"
_MOST = 20


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("site", type=Path, metavar="OUTPUT", help="网站的文件夹")
    parser.add_argument("--seeds", type=Path, required=True, metavar="SEEDS", help="版面文件的文件夹")
    parser.add_argument("--book", type=Path, metavar="DIR", help=f"地址簿的文件夹，不写就是 SEEDS/{FOLDER}")
    parser.add_argument("--cache", type=Path, metavar="DIR", help="记着版面读法的文件夹")
    parser.add_argument("--accept", action="store_true", help="找不到文字的网址，从此撤下")


def run(given: argparse.Namespace) -> int:
    kept = KeptBook(given.book or given.seeds / FOLDER, given.site, given.seeds)
    archive = _archive(given, kept.book)
    print("\n".join(_told(kept.book, archive)))
    if archive.lost and not given.accept:
        print(as_typed(ASKED))
    if given.accept and archive.lost:
        gone = dict(kept.book) | {id_: AddressEntry(gone=True) for id_ in archive.lost}
        if not keep(kept.folder, gone):
            print(f"地址簿写不进 {kept.folder}。请检查文件夹的权限，或用 BOOK=文件夹 另指一处")
            return 1
        print(as_typed("这些网址已经撤下，读者会看到说明。请再运行 make"))
        return 0
    return 1 if archive.lost else 0


def _archive(given: argparse.Namespace, book: Book) -> Archive:
    settings = Settings(seeds=given.seeds)
    found = withdrawing(given.seeds, settings.edition, book)
    folder = given.cache / name_of(given.site.resolve()) / PAGES if given.cache else None
    # Others may be building meanwhile, of other pages: nothing is thrown away.
    cache = PageCache(folder, throws_away=False)

    def archive() -> Archive:
        return bound(
            found.seen.found, read_pages(found.seen, cache, settings.jobs, Silence()), found.book or {}
        )

    if found.unsettled:
        found = settled(found, archive())
    return archive()


def _told(before: Book, archive: Archive) -> Iterator[str]:
    stand = sum(known.stands for known in before.values())
    yield f"地址簿里有 {len(before)} 个网址：{stand} 个有内容，{len(before) - stand} 个带往别处或已撤下"
    new = [id_ for id_ in archive.book if id_ not in before]
    yield f"下一次 make 会添 {len(new)} 个"
    led = [(id_, known.leads) for id_, known in archive.book.items() if known.leads and _stood(before, id_)]
    yield from _listed("会换地方的，旧网址带读者过去", [f"{id_}.html → {to}.html" for id_, to in led])
    lost = [id_ for id_ in archive.lost if is_story(id_)] or list(archive.lost)
    yield from _listed("文字哪里都找不到了的", [f"{id_}.html" for id_ in lost])


def _stood(before: Book, id_: str) -> bool:
    return id_ in before and before[id_].stands


def _listed(what: str, rows: list[str]) -> Iterator[str]:
    if rows:
        yield f"{what}，{len(rows)} 个："
        yield from (f"  {row}" for row in rows[:_MOST])
        if len(rows) > _MOST:
            yield "  ……"
