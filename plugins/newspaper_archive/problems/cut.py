"""A cut that the program holds doubtful: its second-best reading lies close behind.

`C03.txt:41: “旧玩具 换个新主人”读作小标题，也可能是标题（两种读法差不多）`. The limits are measured on pages
read by hand (benchmarks/doubts.md): narrower ones miss wrong cuts, wider ones make the desk look in vain.
"""

from collections.abc import Iterator, Mapping

from newspaper_archive.lexicon.roles import BLOCKS, Part
from newspaper_archive.model import Decision, Page, Problem, Severity
from newspaper_archive.problems.quoting import problem_on, quoted, several

LIMITS: Mapping[tuple[Part, Part], float] = {
    (Part.HEAD, Part.CROSSHEAD): 2.5,
    (Part.CROSSHEAD, Part.HEAD): 0.7,
    (Part.HEAD, Part.BODY): 6.0,
    (Part.HEAD, Part.COLUMN): 2.5,
    (Part.FURNITURE, Part.HEAD): 0.7,
}
"""The lead below which a reading is doubtful, by what was taken and what came second."""

_LIMITS = {(BLOCKS[first], BLOCKS[second]): limit for (first, second), limit in LIMITS.items()}


def uncertain_cut(page: Page) -> Iterator[Problem]:
    """One question for all blocks of a page that waver between the same two parts."""
    wavering: dict[tuple[str, str], list[Decision]] = {}
    for decision in page.reading.decisions:
        pair = decision.role, decision.second
        if decision.lines and decision.margin < _LIMITS.get(pair, 0.0):
            wavering.setdefault(pair, []).append(decision)
    for (role, second), found in wavering.items():
        lines = [decision.lines[0] for decision in found]
        which = several([quoted(decision.text) for decision in found], lines)
        seen = f"{which}读作{role}，也可能是{second}（两种读法差不多）"
        advice = f"请对照版面，在同名 .yaml 里写定是{role}还是{second}"
        yield problem_on(Severity.WARNING, "doubtful-cut", page, lines, seen, advice)
