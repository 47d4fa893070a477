"""What the desk has looked at: where a sidecar's ticks meet the doubts, and nowhere else.

`- 39 orphan-credit 4f1a2c` holds while line 39 has the words of that fingerprint, and follows them where they
stand once on the page; once they are changed the doubt is back, and says so: 上次核过，后来这一行改了.
An error is never ticked: it has to be mended.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
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
    where: dict[str, list[int]] = {}
    for number, mark in enumerate(marks, 1):
        where.setdefault(mark, []).append(number)
    return tuple(_placed(tick, where.get(tick.mark, [])) for tick in ticks)


def _placed(tick: Tick, there: Sequence[int]) -> Tick:
    """On its own line while the words are there, else on the one line that has them."""
    if tick.line is None or tick.line in there:
        return tick
    return replace(tick, line=there[0]) if len(there) == 1 else replace(tick, lapsed=True)


def looked_at(problems: Iterable[Problem], ticks: Sequence[Tick]) -> tuple[Problem, ...]:
    """The problems of a page, those that its ticks are of marked as checked or as changed since."""
    every = tuple(problems)
    of = {problem.code: [tick for tick in ticks if tick.code == problem.code] for problem in every}
    return tuple(_looked_at(problem, of[problem.code], every) for problem in every)


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
    gone = sorted({tick.line for tick in own if tick.line and tick.line not in held})
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


def idle_ticks(file: PageFile, ticks: Sequence[Tick], problems: Iterable[Problem]) -> Iterator[Problem]:
    """A note for each tick that is of no doubt of the page, of an error, or without a fingerprint.

    `ticks` are those of the page's sidecar, each where it stands now.
    """
    on: dict[int | None, list[Problem]] = {}
    for problem in problems:
        for line in (problem.line, *problem.also):
            on.setdefault(line, []).append(problem)
    for written, tick in zip(file.sidecar.checked if file.sidecar else (), ticks, strict=True):
        said = _idle(written, tick, on.get(tick.line, []), file.path)
        if said and file.sidecar:
            yield Problem(Severity.NOTE, "idle-tick", file.sidecar.path, tick.at, *said)


def _idle(written: Tick, tick: Tick, there: Sequence[Problem], page: str) -> tuple[str, str] | None:
    """What is wrong with a tick as `written` that stands where `there` is what is doubtful; what to do."""
    of = [problem for problem in there if _is_of(tick, problem)]
    away = f"请运行 {_command('unchecked', page, written)} 去掉它"
    if not of:
        where = "这一版整版" if tick.line is None else f"版面第 {tick.line} 行"
        codes = "、".join(sorted({problem.code for problem in there}))
        what = f"{where}的疑点是 {codes}" if codes else f"{where}没有疑点"
        return f"“{written}”记作核过，而{what}", away
    if any(problem.severity is Severity.ERROR for problem in of):
        return f"“{written}”记作核过，而那是错误", f"错误要改好，不能只是核过。{away}"
    if not tick.mark:
        again = f"请运行 {_command('checked', page, written)} 补上"
        return f"“{written}”后面没有写指纹，字改了也无从知道，现不算核过", again
    return None


def _command(verb: str, page: str, tick: Tick) -> str:
    """`make checked PAGE=C01.txt LINE=39:orphan-credit`."""
    return f"{command(verb, page)} LINE={str(tick).replace(' ', ':')}"
