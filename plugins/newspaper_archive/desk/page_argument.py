"""The page that a command is about, as the desk says it: a path, or the end of one below `--seeds`."""

import argparse
from pathlib import Path

from newspaper_archive.errors import ArchiveError
from newspaper_archive.folder.page_said import page_said


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
