"""Radicals where characters are meant, as the text of PDF files has them: `⺠⽣⻓廊` is 民生长廊.

A radical beside its own ideograph (`⾼高`) is one character, taken from the PDF twice.
"""

import re

from newspaper_archive.lexicon.simplified import radicals, simplified
from newspaper_archive.model import Line
from newspaper_archive.reading.printed.step import Edit, Met, Step, line_by_line, named_lines

SIGN = re.compile("[\u2e81-\u2e99\u2e9b-\u2ef3\u2f00-\u2fd5]")
_SHOWN = 3


def _edits(raw: str) -> list[Edit]:
    found = ((one.start(), radicals()[one[0]]) for one in SIGN.finditer(raw))
    return [Edit(at, at + 1, "" if _is_beside(raw, at, character) else character) for at, character in found]


def _is_beside(raw: str, at: int, character: str) -> bool:
    """Whether the ideograph itself, in either of its forms, stands before or after the radical."""
    return any(_form(beside) == _form(character) for beside in (raw[at - 1 : at], raw[at + 1 : at + 2]))


def _form(character: str) -> str:
    # Another radical is not the ideograph: ⼈⼈ is 人人.
    return character if SIGN.match(character) else simplified().get(character, character)


def _read(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[Met, ...]]:
    now, times = line_by_line(lines, _edits)
    kinds = list(dict.fromkeys(one for line in lines for one in SIGN.findall(line.raw)))[:_SHOWN]
    seen = f"有 {times.total()} 个部首字，如 {'、'.join(kinds)}（{named_lines(times)}）"
    meant = "、".join(radicals()[one] for one in kinds)
    return now, (Met("radicals", tuple(times), seen, f"已当作 {meant} 来读，原文照存，不需要改"),)


RADICAL_CHARACTERS = Step(SIGN, _read, SIGN)
