"""Nothing wipes a site: a folder of pages that has lost many of them since the last build is not built.

Where 40 of 120 page files are gone, a stick was taken out or a folder moved more often than 40 pages were
thrown away. What a site was made of stands in it as `newspaper-archive.sources`, in the form of sha256sum:

    3b1c…e9  jinri-linlan/2023-06-02/c01.md
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence, Sized
from pathlib import Path

from newspaper_archive.errors import ArchiveError
from newspaper_archive.folder.page_file import page_bytes
from newspaper_archive.model import ArchivedPage, Page, PageFile
from newspaper_archive.reading.raw_page import is_raw
from newspaper_archive.store.manifest import digests_in, listed, manifest

SOURCES = "newspaper-archive.sources"

MOST = 1 / 5
FEWEST = 3
"""Fewer files than that may go, whatever their share."""
NAMED = 5


def sources_of(pages: Iterable[Page]) -> bytes:
    """What a site is made of; `cd seeds && sha256sum -c …/newspaper-archive.sources` reads it."""
    return manifest({page.source.path: page.source.sha256 for page in pages if page.source.sha256})


def refuse_shrunken(site: Path, seeds: Path, files: Sequence[PageFile]) -> None:
    """Raises ArchiveError where many of the page files are gone that the site is made of, or all of them."""
    before = digests_in(site / SOURCES)
    if not files and (before or listed(site)):
        raise _refusal(seeds, len(before), list(before), len(files))
    gone = sorted(set(before) - {file.path for file in files})
    if _is_much(gone, before):
        gone = _not_moved(gone, before, files)
    if _is_much(gone, before):
        raise _refusal(seeds, len(before), gone, len(files))


def refuse_unread(site: Path, pages: Sequence[ArchivedPage]) -> None:
    """Raises ArchiveError where the program fails on many pages whose stories stand in the site.

    What spoils so many is no odd page but a broken set-up, or a slip of the program itself.
    """
    raw = [page for page in pages if is_raw(page.page)]
    lost = [page.page.source.path for page in raw if (site / _first_story(page)).is_file()]
    if _is_much(lost, pages):
        raise ArchiveError(
            f"网站没有动：有 {len(lost)} 版（{_named(lost)}），上次还有稿件，这次程序一版也没有处理成，"
            f"如 {raw[0].page.problems[0]}；仍要照这样换上去，请运行 make SHRINK=1"
        )


def _first_story(page: ArchivedPage) -> str:
    return f"{page.address.removesuffix('.html')}-01.html"


def _is_much(gone: Sequence[str], before: Sized) -> bool:
    return len(gone) >= FEWEST and len(gone) > MOST * len(before)


def _not_moved(gone: Iterable[str], before: Mapping[str, str], files: Iterable[PageFile]) -> list[str]:
    """Those whose text is not there under another name either."""
    new = (page_bytes(file) for file in files if file.path not in before)
    there = {hashlib.sha256(data).hexdigest() for data in new if isinstance(data, bytes)}
    return [path for path in gone if before[path] not in there]


def _refusal(seeds: Path, had: int, gone: Sequence[str], has: int) -> ArchiveError:
    missing = f"上次建网站时有 {had} 个版面文件，现在缺 {len(gone)} 个（{_named(gone)}）"
    was = missing if gone else "这里没有版面文件"
    return ArchiveError(
        f"{seeds}: 网站没有动。{was}，现有 {has} 个。请看 SEEDS 写得对不对、U 盘或网络盘接上没有、文件夹是否"
        "挪走了；确实要去掉这些版面，请运行 make SHRINK=1"
    )


def _named(paths: Sequence[str]) -> str:
    return "、".join(paths[:NAMED]) + ("……" if len(paths) > NAMED else "")
