"""What the desk has looked at: where a sidecar's ticks meet the doubts, and nowhere else.

`- 39 orphan-credit 4f1a2c` holds while line 39 has the words of that fingerprint, and follows them where they
stand once on the page; once they are changed the doubt is back, and says so: 上次核过，后来这一行改了.
An error is never ticked: it has to be mended.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from newspaper_archive.errors import command
from newspaper_archive.folder.sidecar.fingerprint import fingerprint, fingerprints
from newspaper_archive.model import Page, PageFile, Problem, Severity, Tick
from newspaper_archive.problems.quoting import named

_CHANGED = "上次核过，后来"
# Line numbers and the names of files change though nothing doubtful does.
_PASSING = re.compile(r"第 ?\d+(?:、\d+)*(?: 等 \d+)? ?行|“[^”]*\.(?:txt|md)”", re.IGNORECASE)
# What was seen, without the words that it is told in: they may be others in the next version of the program.
_SIGHT = re.compile(r"“[^”]*”|「[^」]*」|[A-Za-z0-9][\w.~–-]*", re.ASCII)


def with_ticks(page: Page, ticks: Sequence[Tick]) -> Page:
    """The page with what was looked at marked so among its own doubts, and the ticks where they stand now."""
    if not ticks:
        return page
    there = placed(ticks, [line.raw for line in page.lines])
    reading = replace(page.reading, problems=looked_at(page.reading.problems, there))
    return replace(page, problems=looked_at(page.problems, there), reading=reading, ticks=there)


def placed(ticks: Iterable[Tick], lines: Sequence[str]) -> tuple[Tick, ...]:
    """The ticks of a page with these lines, where they stand now."""
    marks = fingerprints(lines)
    return tuple(_placed(tick, marks) for tick in ticks)


def _placed(tick: Tick, marks: Sequence[str]) -> Tick:
    """On its own line while the words are there, else on the one line that has them."""
    if tick.line is None or marks[tick.line - 1 : tick.line] == (tick.mark,):
        return tick
    found = [number for number, mark in enumerate(marks, 1) if mark == tick.mark]
    return replace(tick, line=found[0]) if len(found) == 1 else replace(tick, lapsed=True)


def looked_at(problems: Iterable[Problem], ticks: Sequence[Tick]) -> tuple[Problem, ...]:
    """The problems of a page, those that its ticks are of marked as checked or as changed since."""
    every = tuple(problems)
    return tuple(_looked_at(problem, ticks, every) for problem in every) if ticks else every


def _looked_at(problem: Problem, ticks: Sequence[Tick], beside: Sequence[Problem]) -> Problem:
    own = [tick for tick in ticks if tick.mark and _is_of(tick, problem)]
    if problem.severity is Severity.ERROR or not own:
        return problem
    if problem.line is None:
        return _looked_at_whole(problem, own, beside)
    lines = {problem.line, *problem.also}
    held = {tick.line for tick in own if not tick.lapsed}
    if lines <= held:
        return replace(problem, checked=True, since="")
    gone = sorted(tick.line for tick in own if tick.line and tick.line not in held)
    what = f"{named(gone)}改了" if gone else f"多了{named(sorted(lines - held))}"
    return replace(problem, since=_CHANGED + ("这一行改了" if len(lines) == 1 else what))


def _looked_at_whole(problem: Problem, own: Iterable[Tick], beside: Iterable[Problem]) -> Problem:
    """A doubt about the page as a whole, by what was seen."""
    marks = {tick.mark for tick in own}
    if mark_of(problem) in marks:
        return replace(problem, checked=True, since="")
    others = {mark_of(one) for one in beside if (one.code, one.line) == (problem.code, None)}
    return replace(problem, since=f"{_CHANGED}看到的变了") if marks - others else problem


def _is_of(tick: Tick, problem: Problem) -> bool:
    """Whether the tick is of that doubt, be it as it was or changed since."""
    return tick.code == problem.code and tick.line in (problem.line, *problem.also)


def mark_of(problem: Problem) -> str:
    """The fingerprint of what was seen, for a doubt about the page as a whole."""
    return fingerprint(" ".join([problem.code, *_SIGHT.findall(_PASSING.sub("", problem.seen))]))


def ticks_of(problem: Problem, lines: Sequence[str]) -> tuple[Tick, ...]:
    """What a sidecar has to say so that this doubt counts as looked at; `lines` are the page's print."""
    if problem.line is None:
        return (Tick(None, problem.code, mark_of(problem)),)
    numbers = dict.fromkeys((problem.line, *problem.also))
    return tuple(Tick(number, problem.code, fingerprint(lines[number - 1])) for number in numbers)


def idle_ticks(file: PageFile, ticks: Iterable[Tick], problems: Collection[Problem]) -> Iterator[Problem]:
    """A note for each tick that is of no doubt of the page, of an error, or without a fingerprint."""
    for tick in ticks:
        of = [problem for problem in problems if _is_of(tick, problem)]
        said = None
        if any(problem.severity is Severity.ERROR for problem in of):
            said = f"“{tick}”记作核过，而那是错误", "错误要改好，不能只是核过；请删去这一行"
        elif not of:
            said = f"“{tick}”记作核过，而{_there(tick, problems)}", "请删去这一行；如果写错了，请改好"
        elif not tick.mark:
            again = f"{command('checked', file.path)} LINE={str(tick).replace(' ', ':')}"
            said = f"“{tick}”后面没有写指纹，字改了也无从知道，现不算核过", f"请运行 {again}"
        if said and file.sidecar:
            yield Problem(Severity.NOTE, "idle-tick", file.sidecar.path, tick.at, *said)


def _there(tick: Tick, problems: Iterable[Problem]) -> str:
    """What is doubtful where the tick says."""
    codes = sorted({one.code for one in problems if tick.line in (one.line, *one.also)})
    where = "这一版整版" if tick.line is None else f"版面第 {tick.line} 行"
    return f"{where}的疑点是 {'、'.join(codes)}" if codes else f"{where}没有疑点"
