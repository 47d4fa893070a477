"""`newspaper-archive unchecked C01.txt --line 39`: takes back from a sidecar that a doubt was looked at."""

import argparse

from newspaper_archive.desk.page_argument import (
    file_at,
    line_argument,
    lines_given,
    page_argument,
    page_given,
)
from newspaper_archive.desk.tick_writer import remove_ticks
from newspaper_archive.errors import ArchiveError
from newspaper_archive.folder.text.lines import printed_lines
from newspaper_archive.folder.text.transcript import read_transcript
from newspaper_archive.folder.walk import find_page, find_pages
from newspaper_archive.invisible import told
from newspaper_archive.model import PageFile, Tick
from newspaper_archive.problems.checked import placed
from newspaper_archive.settings import Settings

NAME, HELP = "unchecked", "收回：疑点不算核过，又会列出来"


def arguments(parser: argparse.ArgumentParser) -> None:
    page_argument(parser)
    line_argument(parser)


def run(given: argparse.Namespace) -> int:
    location = page_given(given, NAME)
    found = find_pages(given.seeds, Settings(seeds=given.seeds).edition).pages if given.seeds else ()
    file = file_at(location, found) or find_page(location, Settings(seeds=location).edition).pages[0]
    ticks = _meant(file, lines_given(given))
    path = remove_ticks(file, ticks)
    rows = [f"  {tick}" for tick in ticks]
    print(told("\n".join([f"{path}: 收回了 {len(rows)} 处：", *rows, "疑点还在的，make check 又会列出来"])))
    return 0


def _meant(file: PageFile, said: list[str] | None) -> list[Tick]:
    """The ticks that LINE= names, by the sidecar's number or by where the line is now; or all."""
    ticks = file.sidecar.checked if file.sidecar else ()
    there = placed(ticks, printed_lines(read_transcript(file).text))
    named = {tick: _names(tick) | _names(now) for tick, now in zip(ticks, there, strict=True)}
    for word in [""] if said is None and not ticks else said or ():
        if not any(word in names for names in named.values()):
            rows = [f"  {tick}" for tick in ticks] or ["  一处也没有"]
            where = f"没有记着“{word}”核过" if word else "没有写明收回哪一处"
            raise ArchiveError("\n".join([f"{file.path}: {where}，旁注没有动。记着的有：", *rows]))
    return [tick for tick, names in named.items() if said is None or not names.isdisjoint(said)]


def _names(tick: Tick) -> frozenset[str]:
    """`39`, `orphan-credit`, `39:orphan-credit`."""
    on_a_line = () if tick.line is None else (str(tick.line), f"{tick.line}:{tick.code}")
    return frozenset((tick.code, *on_a_line))
