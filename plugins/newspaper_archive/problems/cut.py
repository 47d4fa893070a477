"""A cut that the program holds doubtful: another reading lies close behind, or its fellows speak against it.

`C03.txt:41: “旧玩具 换个新主人”读作小标题，也可能是标题（两种读法差不多）`. Crossheads come in
series: one alone, or headlines in a row that could be such, are asked about at a wider margin. The limits
are measured (benchmarks/doubts.md): narrower ones miss wrong cuts, wider ones make the desk look in vain.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from newspaper_archive.lexicon.roles import BLOCKS, Part
from newspaper_archive.model import Decision, Page, Paragraph, Problem, Role, Severity
from newspaper_archive.problems.odd_heads import looks_like
from newspaper_archive.problems.quoting import problem_on, quoted, several

LIMITS: Mapping[tuple[Part, Part], float] = {
    (Part.HEAD, Part.BODY): 4.0,
    (Part.CROSSHEAD, Part.HEAD): 2.0,
    (Part.HEAD, Part.CROSSHEAD): 0.7,
    (Part.HEAD, Part.COLUMN): 0.4,
    (Part.HEAD, Part.UNFINISHED): 1.0,
    (Part.UNFINISHED, Part.HEAD): 4.0,
    (Part.CROSSHEAD, Part.UNFINISHED): 6.0,
    (Part.BODY, Part.HEAD): 2.0,
    (Part.BODY, Part.CROSSHEAD): 2.0,
    (Part.BODY, Part.UNFINISHED): 5.0,
    (Part.AUTHOR, Part.HEAD): 6.0,
    (Part.AUTHOR, Part.BODY): 0.7,
    (Part.ROW, Part.HEAD): 3.0,
    (Part.FURNITURE, Part.HEAD): 0.4,
}
"""The lead below which a reading is doubtful, by what was taken and what came second."""
LONE, IN_A_ROW, TAKEN_FOR_TEXT = 6.0, 3.0, 8.0
ALIKE = 1.0
"""The lead below which two readings are as good as one another."""

_LIMITS = {(BLOCKS[first], BLOCKS[second]): limit for (first, second), limit in LIMITS.items()}
_HEAD, _CROSSHEAD, _BODY = BLOCKS[Part.HEAD], BLOCKS[Part.CROSSHEAD], BLOCKS[Part.BODY]
_HEADS = frozenset({_HEAD, _CROSSHEAD})
_NO_CUE = "上下文"


def uncertain_cut(page: Page) -> Iterator[Problem]:
    """One question for all blocks of a page that waver between the same two parts."""
    wavering: dict[tuple[str, str], list[Decision]] = {}
    for decision in page.reading.decisions:
        pair = decision.role, decision.second
        if decision.lines and decision.margin < _LIMITS.get(pair, 0.0):
            wavering.setdefault(pair, []).append(decision)
    for (role, second), found in wavering.items():
        alike = max(decision.margin for decision in found) < ALIKE
        how = "两种读法差不多" if alike else "前一种把握稍大"
        why = f"读作{role}，也可能是{second}（{how}）"
        advice = f"请对照版面，在同名 .yaml 里写定是{role}还是{second}"
        yield _asked(page, "doubtful-cut", found, why, advice)


def lone_crosshead(page: Page) -> Iterator[Problem]:
    """The only crosshead of its story, where it could be a headline: most have fellows."""
    lines = {line for article in page.reading.articles for line in _only(article.paragraphs)}
    found = [
        one
        for one in page.reading.decisions
        if one.second == _HEAD and one.margin < LONE and not lines.isdisjoint(one.lines)
    ]
    if found:
        why = "是全篇唯一的小标题，可能是另一篇的标题"
        advice = "请对照版面；若从这里起是另一篇稿件，请在同名 .yaml 里写明从这一行分开"
        yield _asked(page, "lone-crosshead", found, why, advice)


def headlines_in_a_row(page: Page) -> Iterator[Problem]:
    """Headlines one under another, each over plain text, that could be the crossheads of one story."""
    heads = [one for one in page.reading.decisions if one.role in _HEADS and one.lines]
    found: list[Decision] = []
    for one, other in pairwise(heads):
        if _could_be_crosshead(one) and _could_be_crosshead(other):
            found += [each for each in (one, other) if each not in found]
    if found:
        why = "读作各篇的标题，却像同一篇的几个小标题"
        advice = "请对照版面；若是一篇，请在同名 .yaml 里把它们写作 crosshead"
        yield _asked(page, "headlines-in-a-row", found, why, advice)


def short_text(page: Page) -> Iterator[Problem]:
    """A line that nothing but its place makes text: no stop ends it, no cue speaks for it."""
    odd: dict[str, list[Decision]] = {}
    for one in page.reading.decisions:
        if one.lines and (one.role, one.because) == (_BODY, _NO_CUE) and one.margin < TAKEN_FOR_TEXT:
            odd.setdefault(looks_like(one.text), []).append(one)
    for like, found in odd.items():
        why = f"读作正文，却不是正文也不是标题：像{like}" if like else "读作正文，却没有句号，也不成段"
        advice = "请对照版面，在同名 .yaml 里写明这一行是什么"
        yield _asked(page, "short-text", found, why, advice)


def _asked(page: Page, code: str, found: Sequence[Decision], why: str, advice: str) -> Problem:
    lines = [decision.lines[0] for decision in found]
    which = several([quoted(decision.text) for decision in found], lines)
    return problem_on(Severity.WARNING, code, page, lines, which + why, advice)


def _could_be_crosshead(one: Decision) -> bool:
    return one.role == _HEAD and one.second == _CROSSHEAD and one.margin < IN_A_ROW


def _only(paragraphs: Iterable[Paragraph]) -> Sequence[int]:
    crossheads = [one for one in paragraphs if one.role is Role.CROSSHEAD]
    return crossheads[0].lines if len(crossheads) == 1 else ()
