"""The page that a command is about, as the desk says it: a path, or the end of one below `--seeds`."""

import argparse
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from newspaper_archive.errors import ArchiveError
from newspaper_archive.folder.page_said import page_said
from newspaper_archive.model import PageFile

_PARTING = re.compile(r"[\s,、;]+")


def page_argument(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("page", metavar="PAGE", help="版面文件")
    seeds_argument(parser)


def seeds_argument(parser: argparse.ArgumentParser) -> None:
    seeds = "版面文件的文件夹；有它，PAGE 只写路径的末尾就行，如 C02.txt"
    parser.add_argument("--seeds", type=Path, metavar="SEEDS", help=seeds)


def page_given(given: argparse.Namespace, verb: str) -> Path:
    """Where the page file lies. Raises ArchiveError where none is meant, or several may be."""
    if given.seeds:
        return page_said(given.page, given.seeds, verb)
    if not Path(given.page).is_file():
        raise ArchiveError(f"{given.page}: 没有这个版面文件。请检查路径有没有写错")
    return Path(given.page)


def file_at(location: Path, files: Iterable[PageFile]) -> PageFile | None:
    """The one of a folder's page files that lies there."""
    named = (file for file in files if file.location.name == location.name)
    return next((file for file in named if file.location.resolve() == location.resolve()), None)


def line_argument(parser: argparse.ArgumentParser) -> None:
    which = "哪一处：行号，如 39 或 39,105；整版的疑点写它的代号。不写就是这一版的全部"
    parser.add_argument("--line", metavar="LINE", help=which)


def lines_given(given: argparse.Namespace) -> list[str] | None:
    """`39，105` is 39 and 105; None where it is not written at all, which one left empty does not mean."""
    if given.line is None:
        return None
    return [word for word in _PARTING.split(unicodedata.normalize("NFKC", given.line)) if word] or [""]
