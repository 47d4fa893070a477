"""Finds the page file that the desk means by the end of its path: `C02.txt`, `2031-03-05/C02.txt`, `C02`."""

from collections.abc import Sequence
from pathlib import Path

from newspaper_archive.errors import ArchiveError, command
from newspaper_archive.folder.listing import Listed, list_files
from newspaper_archive.folder.sorting import sort_out
from newspaper_archive.folder.walk import pages_folder

_MOST_SHOWN = 10


def page_said(said: str, seeds: Path, verb: str) -> Path:
    """The one page file whose path is or ends so; `verb` is the command that asks, for messages.

    A path from where the desk stands is taken as well, one to a page outside the folder too.
    """
    if not said.strip():
        raise ArchiveError(
            f"没有写是哪一版。请写文件名，重名的多写几层文件夹，例如：{command(verb, 'C02.txt')}"
        )
    as_path = Path(said)
    if as_path.is_file():
        return as_path
    root = pages_folder(seeds).resolve()
    pages = sort_out(list_files(root)[0]).pages
    found = _ending(said, pages, root)
    if len(found) == 1:
        return found[0].location
    raise ArchiveError("\n".join(_which(said, found, pages, verb)))


def _ending(said: str, pages: Sequence[Listed], root: Path) -> list[Listed]:
    """The one whose path it is, else those whose path ends so, else those that do without their suffix."""
    end = "/" + said.strip().replace("\\", "/").removeprefix("./").lstrip("/")
    if exact := [page for page in pages if f"/{page.path}" == end]:
        return exact
    whole = [page for page in pages if f"{root}/{page.path}".endswith(end)]
    return whole or [page for page in pages if f"{root}/{page.path}".rpartition(".")[0].endswith(end)]


def _which(said: str, found: Sequence[Listed], pages: Sequence[Listed], verb: str) -> list[str]:
    if found:
        told = f"“{said}”：有 {len(found)} 个版面文件的名字这样结尾。请照下面的写一个："
        rows = [f"  {command(verb, page.path)}" for page in found[:_MOST_SHOWN]]
        return [told, *rows, *(["  ……"] if len(found) > _MOST_SHOWN else [])]
    told = f"“{said}”：没有名字这样结尾的版面文件"
    example = f"，例如：{command(verb, pages[0].path)}" if pages else ""
    return [f"{told}。请照 make check 列出的文件名写{example}"]
