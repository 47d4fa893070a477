"""`newspaper-archive addresses --seeds seeds OUTPUT`: the address book, and what a build would change in it.

With `--accept` the addresses whose text is nowhere any more are taken away for good, and page files that are
gone are no longer asked for: those that were listed, by `make` or by this command, and no others.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

from newspaper_archive.desk.typed import as_typed
from newspaper_archive.make.ahead import archive_ahead
from newspaper_archive.make.asked import Asked, accept_gone, accepted_gone, keep_shown, was_shown
from newspaper_archive.make.book import KeptBook, keep
from newspaper_archive.make.shrinking import shrunken
from newspaper_archive.make.withdrawing import withdrawing
from newspaper_archive.model import AddressEntry, Archive, Book
from newspaper_archive.model.address_book import leads_now
from newspaper_archive.model.address_ids import is_person, is_story
from newspaper_archive.settings import Settings
from newspaper_archive.store.address_files import FOLDER
from newspaper_archive.store.page_cache import PAGES, PageCache
from newspaper_archive.store.stage import name_of

NAME, HELP = "addresses", "列出地址簿：发布过多少网址，下一次 make 会有什么变动"
ASKED = "如果是误删、误改，请把版面文件恢复原样；确实要撤下，请运行 make addresses ACCEPT=1"
SHOWN_NOW = (
    "这些还没有列出来给人看过，或者与上次列出的不同，所以什么都还没有撤下。请看过上面列出的；确实都要撤下，"
    "请再运行 make addresses ACCEPT=1"
)
TAKEN_AWAY = "这些网址已经撤下，读者会看到说明。请再运行 make"
MAY_GO = "记下了：不再要这些版面文件。请再运行 make"
_MOST = 20


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("site", type=Path, metavar="OUTPUT", help="网站的文件夹")
    parser.add_argument("--seeds", type=Path, required=True, metavar="SEEDS", help="版面文件的文件夹")
    parser.add_argument("--book", type=Path, metavar="DIR", help=f"地址簿的文件夹，不写就是 SEEDS/{FOLDER}")
    parser.add_argument("--cache", type=Path, metavar="DIR", help="记着版面读法的文件夹")
    parser.add_argument("--accept", action="store_true", help="找不到文字的网址，从此撤下")


def run(given: argparse.Namespace) -> int:
    kept = KeptBook(given.book or given.seeds / FOLDER, given.site, given.seeds)
    settings = Settings(seeds=given.seeds)
    found = withdrawing(given.seeds, settings.edition, kept.book)
    # Others may be building meanwhile, of other pages: nothing is thrown away.
    own = given.cache / name_of(given.site.resolve()) if given.cache else None
    archive = archive_ahead(found, PageCache(own and own / PAGES, throws_away=False), settings.jobs)
    fewer = shrunken(given.site, found.seen.found.pages, accepted_gone(kept.folder))
    print("\n".join(_told(kept.book, archive)))
    if fewer:
        print(f"版面文件少了：{fewer}")
    asked = Asked(archive.lost, fewer.gone if fewer else {})
    if not asked.lost and not asked.gone:
        return 0
    return _accepted(kept, asked, own) if given.accept else _ask(asked, own, ASKED)


def _ask(asked: Asked, own: Path | None, how: str) -> int:
    keep_shown(own, asked)
    print(as_typed(how))
    return 1


def _accepted(kept: KeptBook, asked: Asked, own: Path | None) -> int:
    """What was shown is taken away, and nothing else: where more is lost now, all is shown again."""
    if own and not was_shown(own, asked):
        return _ask(asked, own, SHOWN_NOW)
    gone = dict(kept.book) | {id_: AddressEntry(gone=True) for id_ in asked.lost}
    if not keep(kept.folder, gone) or not accept_gone(kept.folder, asked):
        print(f"地址簿写不进 {kept.folder}。请检查文件夹的权限，或用 BOOK=文件夹 另指一处")
        return 1
    print(as_typed(TAKEN_AWAY if asked.lost else MAY_GO))
    return 0


def _told(before: Book, archive: Archive) -> Iterator[str]:
    stand = sum(known.stands for known in before.values())
    yield f"地址簿里有 {len(before)} 个网址：{stand} 个有内容，{len(before) - stand} 个带往别处或已撤下"
    new = [id_ for id_ in archive.book if id_ not in before]
    yield f"下一次 make 会添 {len(new)} 个"
    led = [
        (id_, known.leads or known.part_of)
        for id_, known in archive.book.items()
        if not known.listed and leads_now(id_, known, before)
    ]
    yield from _listed("会换地方的，旧网址带读者过去", [f"{id_}.html → {to}.html" for id_, to in led])
    yield from _people(before, archive)
    lost = [id_ for id_ in archive.lost if is_story(id_)] or list(archive.lost)
    yield from _listed("文字哪里都找不到了的", [f"{id_}.html" for id_ in lost])


def _people(before: Book, archive: Archive) -> Iterator[str]:
    """Those whose page a build would take away; it is made without a question."""
    now = {id_: archive.book.get(id_) for id_ in before if is_person(id_) and not before[id_].gone}
    listed = [id_ for id_, known in now.items() if known and known.listed and before[id_].stands]
    yield from _listed("不到两篇、改在名单里的作者，旧网址带读者过去", [f"{id_}.html" for id_ in listed])
    gone = [id_ for id_, known in now.items() if known and known.gone]
    yield from _listed("名字哪里都没有了的作者，那里会说明已不在本站", [f"{id_}.html" for id_ in gone])
    forgotten = [id_ for id_, known in now.items() if known is None]
    if forgotten:
        yield f"名字哪里都没有了、网址也不再留的作者，{len(forgotten)} 个"


def _listed(what: str, rows: list[str]) -> Iterator[str]:
    if rows:
        yield f"{what}，{len(rows)} 个："
        yield from (f"  {row}" for row in rows[:_MOST])
        if len(rows) > _MOST:
            yield "  ……"
