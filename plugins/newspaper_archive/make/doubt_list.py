"""How doubts are told, at the end of a build and by `check`: those of one advice together, the advice once.

    [注意] 2 处。请对照版面核实：
    C01.txt:5: 标题与正文分离，按先后配对：“渡口的船又开了”
      make checked PAGE=C01.txt LINE=5
    C01.txt:49: 标题在正文之后，正文按行文样式分开：“新茶上市”
      make checked PAGE=C01.txt LINE=49

Below each stands what the desk pastes when it has looked at it and nothing needs to be mended.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from newspaper_archive.errors import command
from newspaper_archive.invisible import told
from newspaper_archive.model import Problem, Severity

SEVERITIES = {Severity.ERROR: "错误", Severity.WARNING: "注意", Severity.NOTE: "说明"}


def sentence(problem: Problem) -> str:
    """`[注意] C01.txt:12: 看到什么。怎么办`."""
    return f"[{SEVERITIES[problem.severity]}] {problem}"


def doubt_rows(problems: Sequence[Problem], pages: Collection[str] = ()) -> list[str]:
    """The doubts as rows, with the commands that tick those of `pages`, the page files."""
    beside: dict[str, list[Problem]] = {}
    for problem in problems if pages else ():
        beside.setdefault(problem.file, []).append(problem)
    rows: list[str] = []
    for alike in _alike(problems):
        rows += [_heading(alike)] if alike[1:] else []
        for problem in alike:
            rows.append(problem.sight() if alike[1:] else sentence(problem))
            rows += [f"  {ticking(problem, beside[problem.file])}"] if can_be_ticked(problem, pages) else []
    return rows


def _alike(problems: Iterable[Problem]) -> Iterable[Sequence[Problem]]:
    """Of one kind and one advice each, in the order of the first of them; an error is told by itself."""
    found: dict[object, list[Problem]] = {}
    for one in problems:
        kind = one.severity, one.code, one.advice, one.checked
        found.setdefault(one if one.severity is Severity.ERROR else kind, []).append(one)
    return found.values()


def _heading(alike: Sequence[Problem]) -> str:
    first = alike[0]
    return f"[{SEVERITIES[first.severity]}] {len(alike)} 处。{told(first.advice)}："


def can_be_ticked(problem: Problem, pages: Collection[str]) -> bool:
    """Whether it is for the desk to look at; an error has to be mended, and a stray file has no sidecar."""
    return problem.severity is not Severity.ERROR and problem.file in pages


def ticking(problem: Problem, beside: Sequence[Problem] = ()) -> str:
    """`make checked PAGE=C01.txt LINE=39`: the command that ticks this doubt, and none `beside` it."""
    if problem.checked:
        return taking_back(problem)
    short, exact = str(problem.line or problem.code), f"{problem.line}:{problem.code}"
    alone = [one for one in beside if is_meant(one, short)] in ([], [problem])
    return f"{command('checked', problem.file)} LINE={short if alone or problem.line is None else exact}"


def taking_back(problem: Problem) -> str:
    """`make unchecked PAGE=C01.txt LINE=39:orphan-credit`, each of its lines."""
    lines = [f"{line}:{problem.code}" for line in (problem.line, *problem.also) if line is not None]
    return f"{command('unchecked', problem.file)} LINE={','.join(lines) or problem.code}"


def is_meant(problem: Problem, said: str) -> bool:
    """Whether `39`, `undated` or `39:orphan-credit` means this doubt."""
    line, _, code = said.partition(":") if said[:1].isdecimal() else ("", "", said)
    on_it = not line or (line.isdecimal() and int(line) in (problem.line, *problem.also))
    return bool(said) and on_it and code in ("", problem.code)


def pages_at_once(problems: Iterable[Problem], pages: Collection[str]) -> Iterator[str]:
    """For each page with several doubts the command that ticks all of them."""
    times = Counter(problem.file for problem in problems if can_be_ticked(problem, pages))
    return (f"  {command('checked', file)}" for file, count in times.items() if count > 1)


def counted(problems: Iterable[Problem]) -> str:
    """`疑点待核 30 处，已核 2 处`; the second only where there are any."""
    done = Counter(problem.checked for problem in problems)
    return f"疑点待核 {done[False]} 处" + (f"，已核 {done[True]} 处" if done[True] else "")
