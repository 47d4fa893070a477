"""Nothing wipes a site: a folder of pages that has lost many of them since the last build is not built.

Where 40 of 120 page files are gone, a stick was taken out or a folder moved more often than 40 pages were
thrown away. What a site was made of stands in it as `newspaper-archive.sources`, in the form of sha256sum:

    3b1c…e9  jinri-linlan/2023-06-02/c01.md
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence, Sized
from dataclasses import dataclass
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
ELSEWHERE = "请看 SEEDS 写得对不对、U 盘或网络盘接上没有、文件夹是否挪走了"


@dataclass(frozen=True, slots=True)
class Shrunken:
    """How many page files a site `had` and the folder `has`, and the checksums of those that are `gone`."""

    had: int
    has: int
    gone: Mapping[str, str]

    def __str__(self) -> str:
        named = _named(list(self.gone))
        missing = f"上次建网站时有 {self.had} 个版面文件，现在缺 {len(self.gone)} 个（{named}）"
        return f"{missing if self.gone else '这里没有版面文件'}，现有 {self.has} 个"


def sources_of(pages: Iterable[Page]) -> bytes:
    """What a site is made of; `cd seeds && sha256sum -c …/newspaper-archive.sources` reads it."""
    return manifest({page.source.path: page.source.sha256 for page in pages if page.source.sha256})


def shrunken(site: Path, files: Sequence[PageFile], accepted: bytes = b"") -> Shrunken | None:
    """Where many of the page files are gone that the site is made of, or all of them; else None.

    `accepted` is a manifest of what may go: that and nothing else.
    """
    before = digests_in(site / SOURCES)
    if not files and (before or listed(site)):
        found = Shrunken(len(before), 0, dict(sorted(before.items())))
    else:
        gone = sorted(set(before) - {file.path for file in files})
        if _is_much(gone, before):
            gone = _not_moved(gone, before, files)
        if not _is_much(gone, before):
            return None
        found = Shrunken(len(before), len(files), {path: before[path] for path in gone})
    return None if found.gone and manifest(found.gone) == accepted else found


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


def refusal(seeds: Path, found: Shrunken) -> ArchiveError:
    return ArchiveError(
        f"{seeds}: 网站没有动。{found}。{ELSEWHERE}；确实要去掉这些版面，请运行 make SHRINK=1"
    )


def _named(paths: Sequence[str]) -> str:
    return "、".join(paths[:NAMED]) + ("……" if len(paths) > NAMED else "")
