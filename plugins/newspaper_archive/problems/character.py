"""Characters that no print has: U+FFFD where bytes were lost, private-use ones; and signs of no role.

`C01.txt:3: 有 2 个替代符 U+FFFD（第 3、9 行），如“渡口镇的�工把船”`.
"""

import re
from collections.abc import Iterator

from newspaper_archive.folder.text.misread import MISREAD
from newspaper_archive.model import Page, Problem, Role, Severity
from newspaper_archive.problems.quoting import around, has_letters, named, problem_on, quoted

_REPLACED = re.compile("\ufffd")
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")


def replaced(page: Page) -> Iterator[Problem]:
    """Where bytes of this very file were broken, or all was misread, that was said when it was opened."""
    if any(problem.code in ("undecodable", MISREAD) for problem in page.problems):
        return
    if places := _places(page, _REPLACED):
        seen = f"有 {len(places)} 个替代符 U+FFFD（{named(_numbers(places))}），如{_quote(page, places)}"
        yield problem_on(
            Severity.WARNING, "replaced", page, _numbers(places), seen, "原字已失，请对照原版补上"
        )


def private(page: Page) -> Iterator[Problem]:
    """Characters of a font's own, which every other machine shows as something else or as a box."""
    if any(problem.code == MISREAD for problem in page.problems):
        return
    if places := _places(page, _PRIVATE):
        line, at = places[0]
        code = f"U+{ord(_raw(page, line)[at]):04X}"
        seen = (
            f"有 {len(places)} 个私用区字符（{named(_numbers(places))}），如 {code}，见{_quote(page, places)}"
        )
        advice = "它只在原排版系统的字库里有字形，请对照原版换成通用字"
        yield problem_on(Severity.WARNING, "private-use", page, _numbers(places), seen, advice)


def unassigned(page: Page) -> Iterator[Problem]:
    """Signs that no role claimed; of letters `lost` tells."""
    raw = {line.number: line.raw for line in page.lines}
    spans = [span for span in page.reading.spans if span.role is Role.UNASSIGNED]
    signs = [(span.line, raw[span.line][span.start : span.end]) for span in spans]
    signs = [(line, text) for line, text in signs if not has_letters(text)]
    if signs:
        lines = list(dict.fromkeys(line for line, _ in signs))
        seen = f"有 {len(signs)} 处符号没有归属（{named(lines)}），如{quoted(signs[0][1])}"
        advice = "它们只在版面原文里看得到，请在同名 .yaml 里写明是什么"
        yield problem_on(Severity.WARNING, "unassigned", page, lines, seen, advice)


def _places(page: Page, meant: re.Pattern[str]) -> list[tuple[int, int]]:
    """Line number and column of each such character."""
    return [(line.number, found.start()) for line in page.lines for found in meant.finditer(line.raw)]


def _numbers(places: list[tuple[int, int]]) -> list[int]:
    return list(dict.fromkeys(line for line, _ in places))


def _quote(page: Page, places: list[tuple[int, int]]) -> str:
    line, at = places[0]
    return around(_raw(page, line), at)


def _raw(page: Page, number: int) -> str:
    return next(line.raw for line in page.lines if line.number == number)
