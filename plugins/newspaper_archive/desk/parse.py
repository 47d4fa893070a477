"""`newspaper-archive parse C01.txt --out DIR`: pages as JSON, one file a page."""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from newspaper_archive.desk.page_argument import seeds_argument
from newspaper_archive.desk.page_json import page_json
from newspaper_archive.errors import ArchiveError
from newspaper_archive.folder.page_said import page_said
from newspaper_archive.folder.walk import find_page, find_pages
from newspaper_archive.lexicon.slug import short_hash
from newspaper_archive.make.doubt_list import sentence
from newspaper_archive.make.read_pages import check_sidecars, has_print, in_order, page_problems, read_page
from newspaper_archive.model import Found, PageFile
from newspaper_archive.settings import Settings

NAME, HELP = "parse", "把版面读成 JSON，一版一个文件"
_LONGEST_NAME = 200


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("pages", nargs="+", metavar="PAGE", help="版面文件，或放版面文件的文件夹")
    seeds_argument(parser)
    parser.add_argument("--out", required=True, type=Path, metavar="DIR", help="JSON 放在这个文件夹")


def run(given: argparse.Namespace) -> int:
    found = [_found(_place(said, given.seeds)) for said in given.pages]
    files = [(file, folder.editions) for folder in found for file in folder.pages]
    check_sidecars(file for file, _ in files)
    names = _json_names([file for file, _ in files])
    problems = [problem for folder in found for problem in folder.problems]
    for (file, editions), name in zip(files, names, strict=True):
        page = read_page(file, editions)
        problems += page_problems(page)
        if has_print(page):
            _write(given.out / name, page_json(page))
    for problem in in_order(problem for problem in problems if not problem.checked):
        print(sentence(problem), file=sys.stderr)
    return 0


def _place(said: str, seeds: Path | None) -> Path:
    return page_said(said, seeds, NAME) if seeds and not Path(said).is_dir() else Path(said)


def _found(path: Path) -> Found:
    edition = Settings(seeds=path).edition
    return find_pages(path, edition) if path.is_dir() else find_page(path, edition)


def _json_names(files: Sequence[PageFile]) -> list[str]:
    """`C01.json` for `C01.txt`; pages of one name are told apart by their folders."""
    stems = [_fitting(PurePosixPath(file.path).stem) for file in files]
    times = Counter(stem.casefold() for stem in stems)
    names = [
        stem
        if times[stem.casefold()] == 1
        else _fitting(str(PurePosixPath(file.path).with_suffix("")).replace("/", "_"))
        for stem, file in zip(stems, files, strict=True)
    ]
    again = Counter(name.casefold() for name in names)
    return [
        f"{name}.json" if again[name.casefold()] == 1 else f"{name}-{short_hash(str(file.location))}.json"
        for name, file in zip(names, files, strict=True)
    ]


def _fitting(name: str) -> str:
    """Cut where no disk would take it: a folder's names in a row, or a name shown by numbers, may be long."""
    return name if len(name.encode()) <= _LONGEST_NAME else f"{name[:50]}~{short_hash(name)}"


def _write(location: Path, content: object) -> None:
    text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    try:
        location.parent.mkdir(parents=True, exist_ok=True)
        location.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise ArchiveError(f"{location}: 写不进去（{error.strerror}）。请换一个 --out 文件夹") from error
