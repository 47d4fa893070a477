"""`newspaper-archive checked C01.txt --line 39`: notes in a page's sidecar that its doubts were looked at."""

import argparse
import re
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path

from newspaper_archive.desk.page_argument import page_argument, page_given
from newspaper_archive.desk.tick_writer import write_ticks
from newspaper_archive.errors import ArchiveError
from newspaper_archive.folder.text.lines import printed_lines
from newspaper_archive.folder.text.transcript import read_transcript
from newspaper_archive.folder.walk import find_page
from newspaper_archive.invisible import told
from newspaper_archive.make.doubt_list import is_meant, ticking
from newspaper_archive.make.read_pages import page_problems, read_archive, read_page
from newspaper_archive.model import PageFile, Problem, Severity, Tick
from newspaper_archive.problems.checked import placed, ticks_of
from newspaper_archive.settings import Settings

NAME, HELP = "checked", "疑点核过了：记在旁注里，以后不再列出"
_PARTING = re.compile(r"[\s,、;]+")
_BACK = "那里的字改了，会再列出来；要收回，删去旁注里 checked 下面的那一行"
_MEND = "错误要改好才行，不能只是核过："


def arguments(parser: argparse.ArgumentParser) -> None:
    page_argument(parser)
    which = "疑点所在的行，如 39 或 39,105；整版的疑点写它的代号。不写就是这一版的全部疑点"
    parser.add_argument("--line", metavar="LINE", help=which)


def run(given: argparse.Namespace) -> int:
    file, problems = _doubts(page_given(given, NAME), given.seeds)
    meant = _meant(file, problems, given.line)
    errors = [str(problem) for problem in meant if problem.severity is Severity.ERROR]
    fresh = [problem for problem in meant if problem.severity is not Severity.ERROR and not problem.checked]
    if errors and not fresh:
        raise ArchiveError("\n".join([f"{file.path}: 旁注没有动。{_MEND}", *errors]))
    print(told("\n".join(_ticked(file, fresh) if fresh else [_nothing(file, problems)])))
    if errors:
        print(told("\n".join([f"没有记的有 {len(errors)} 处。{_MEND}", *errors])))
    return 0


def _doubts(location: Path, seeds: Path | None) -> tuple[PageFile, Sequence[Problem]]:
    """The page and what is doubtful of it; what only all pages together show needs them to be read."""
    if seeds:
        archive = read_archive(seeds, Settings(seeds=seeds).edition)
        for file in archive.files.values():
            if file.location.name == location.name and file.location.resolve() == location.resolve():
                return file, [problem for problem in archive.problems if problem.file == file.path]
    found = find_page(location, Settings(seeds=location).edition)
    return found.pages[0], found.problems + page_problems(read_page(found.pages[0], found.editions))


def _meant(file: PageFile, problems: Sequence[Problem], said: str | None) -> Sequence[Problem]:
    """The doubts that LINE= names; all where it is not written at all, which one left empty does not mean."""
    if said is None:
        return problems
    words = [word for word in _PARTING.split(unicodedata.normalize("NFKC", said)) if word]
    for word in words or [""]:
        if not any(word and is_meant(problem, word) for problem in problems):
            raise ArchiveError("\n".join(_unknown(file, problems, word)))
    return [one for one in problems if any(is_meant(one, word) for word in words)]


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
    path = write_ticks(file, tuple(rows.items()), {tick.at: tick for tick in there})
    said = [f"  {_place(problem)}：{problem.seen}" for problem in fresh]
    return [f"{path}: 记下核过的疑点 {len(fresh)} 处：", *said, _BACK]


def _place(problem: Problem) -> str:
    return "整版" if problem.line is None else f"第 {'、'.join(map(str, (problem.line, *problem.also)))} 行"


def _nothing(file: PageFile, problems: Sequence[Problem]) -> str:
    said = "这些疑点早已核过" if problems else "这一版没有疑点"
    return f"{file.path}: {said}，旁注没有动"
