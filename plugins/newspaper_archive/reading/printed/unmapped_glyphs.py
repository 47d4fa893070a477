"""`(cid:1203)`: what pdfminer writes for a form of a font that does not say what character it is.

`记者 (cid:1203)青山` has one character that is not known: it counts as one, as 〓 does in print.
"""

import re

from newspaper_archive.lexicon.han import UNKNOWN
from newspaper_archive.model import Line, Severity
from newspaper_archive.reading.printed.step import Edit, Met, Step, line_by_line, named_lines

SIGN = re.compile(r"[(（][cC][iI][dD]\s*[:：]\s*\d+[)）]|\\g<\d+>|<g\d{2,5}>")


def _read(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[Met, ...]]:
    now, times = line_by_line(lines, lambda raw: [Edit(*one.span(), UNKNOWN) for one in SIGN.finditer(raw)])
    first = next(line for line in lines if times[line.number])
    found = SIGN.search(first.raw)
    around = first.raw[max(0, found.start() - 4) : found.end() + 4].strip() if found else ""
    seen = f"有 {times.total()} 个没有译出的字（{named_lines(times)}），如“{around}”"
    advice = "PDF 的字库没有说它们是什么字，读时各作一个〓。请对照原版补上，或换一个程序重新导出"
    return now, (Met("unmapped", tuple(times), seen, advice, Severity.WARNING),)


UNMAPPED_GLYPHS = Step(SIGN, _read, re.compile(r"[cC\\<]"))
