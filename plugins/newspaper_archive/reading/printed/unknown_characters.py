"""The number of a glyph in place of a character, where a PDF's font does not say which it is.

`（记者 (cid:1203)青山）` names a writer of whom one character is not known: 〓青山, as print sets what it
has not.
"""

import re

from newspaper_archive.lexicon.han import UNKNOWN
from newspaper_archive.model import Line, Severity
from newspaper_archive.reading.printed.step import Edit, Met, Step, line_by_line, named_lines

SIGN = re.compile(r"[(（]cid[:：]\s?\d{1,6}[)）]", re.IGNORECASE)


def _read(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[Met, ...]]:
    now, times = line_by_line(lines, lambda raw: [Edit(*one.span(), UNKNOWN) for one in SIGN.finditer(raw)])
    first = next(found[0] for line in lines if (found := SIGN.search(line.raw)))
    seen = f"有 {times.total()} 个没有译出的字，如“{first}”（{named_lines(times)}）"
    advice = f"PDF 没有说那是什么字，暂作“{UNKNOWN}”；请对照原版补上，或换一种办法从 PDF 取字"
    return now, (Met("untranslated", tuple(times), seen, advice, Severity.WARNING),)


UNKNOWN_CHARACTERS = Step(SIGN, _read)
