"""`newspaper-archive checked C01.txt --line 39`: notes in a page's sidecar that its doubts were looked at."""

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path

from newspaper_archive.desk.page_argument import (
    file_at,
    line_argument,
    lines_given,
    page_argument,
    page_given,
)
from newspaper_archive.desk.tick_writer import write_ticks
from newspaper_archive.desk.typed import as_typed
from newspaper_archive.errors import ArchiveError
from newspaper_archive.folder.text.lines import printed_lines
from newspaper_archive.folder.text.transcript import read_transcript
from newspaper_archive.folder.walk import find_page
from newspaper_archive.invisible import told
from newspaper_archive.make.doubt_list import is_meant, taking_back, ticking
from newspaper_archive.make.read_pages import page_problems, read_archive, read_page
from newspaper_archive.model import PageFile, Problem, Severity, Tick
from newspaper_archive.problems.checked import placed, ticks_of
from newspaper_archive.settings import Settings

NAME, HELP = "checked", "疑点核过了：记在旁注里，以后不再列出"
_BACK = "那里的字改了，会再列出来；要收回，删去旁注里那一行，或者照这样写：\n  {}"
_MEND = "错误要改好才行，不能只是核过："


def arguments(parser: argparse.ArgumentParser) -> None:
    page_argument(parser)
    line_argument(parser)


def run(given: argparse.Namespace) -> int:
    file, problems = _doubts(page_given(given, NAME), given.seeds)
    meant = _meant(file, problems, lines_given(given))
    errors = [str(problem) for problem in meant if problem.severity is Severity.ERROR]
    fresh = [problem for problem in meant if problem.severity is not Severity.ERROR and not problem.checked]
    if errors and not fresh:
        raise ArchiveError("\n".join([f"{file.path}: 旁注没有动。{_MEND}", *errors]))
    print(as_typed(told("\n".join(_ticked(file, fresh) if fresh else [_nothing(file, problems)]))))
    if errors:
        print(told("\n".join([f"没有记的有 {len(errors)} 处。{_MEND}", *errors])))
    return 0


def _doubts(location: Path, seeds: Path | None) -> tuple[PageFile, Sequence[Problem]]:
    """The page and what is doubtful of it; what only all pages together show needs them to be read."""
    if seeds:
        archive = read_archive(seeds, Settings(seeds=seeds).edition)
        if file := file_at(location, archive.files.values()):
            return file, [problem for problem in archive.problems if problem.file == file.path]
    found = find_page(location, Settings(seeds=location).edition)
    return found.pages[0], found.problems + page_problems(read_page(found.pages[0], found.editions))


def _meant(file: PageFile, problems: Sequence[Problem], said: list[str] | None) -> Sequence[Problem]:
    """The doubts that LINE= names, or all."""
    for word in said or ():
        if not any(is_meant(problem, word) for problem in problems):
            raise ArchiveError("\n".join(_unknown(file, problems, word)))
    return [one for one in problems if said is None or any(is_meant(one, word) for word in said)]


def _unknown(file: PageFile, problems: Sequence[Problem], word: str) -> Iterable[str]:
    where = f"第 {word} 行" if word.isdecimal() else f"“{word}”这里"
    waiting = [one for one in problems if not one.checked and one.severity is not Severity.ERROR]
    if not waiting:
        return [f"{file.path}: {where}没有疑点，这一版也没有别的待核。旁注没有动"]
    commands = dict.fromkeys(f"  {ticking(problem, problems)}" for problem in waiting)
    return [f"{file.path}: {where}没有疑点，旁注没有动。这一版待核的，请照下面的写：", *commands]


def _ticked(file: PageFile, fresh: Sequence[Problem]) -> list[str]:
    """Writes the ticks; says what was ticked."""
    lines = printed_lines(read_transcript(file).text)
    rows: dict[Tick, str] = {}
    for problem in fresh:
        for tick in ticks_of(problem, lines):
            rows[tick] = problem.seen if tick.line is None else lines[tick.line - 1]
    there = placed(file.sidecar.checked if file.sidecar else (), lines)
    path = write_ticks(file, tuple(rows.items()), there)
    said = [f"  {_place(problem)}：{problem.seen}" for problem in fresh]
    back = _BACK.format(taking_back(fresh[0]))
    return [f"{path}: 记下核过的疑点 {len(fresh)} 处：", *said, back]


def _place(problem: Problem) -> str:
    return "整版" if problem.line is None else f"第 {'、'.join(map(str, (problem.line, *problem.also)))} 行"


def _nothing(file: PageFile, problems: Sequence[Problem]) -> str:
    said = "这些疑点早已核过" if problems else "这一版没有疑点"
    return f"{file.path}: {said}，旁注没有动"
