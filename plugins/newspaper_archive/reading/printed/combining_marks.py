"""A letter and its marks in several code points, as macOS and some converters write them: one letter.

`é` may be e and U+0301, `が` か and U+3099, `가` two jamo; words are compared by the one code point.
"""

import re
from unicodedata import normalize

from newspaper_archive.model import Line
from newspaper_archive.reading.printed.step import Edit, Met, Step, line_by_line, named_lines

SIGN = re.compile("[\u0300-\u036f\u1161-\u1175\u3099\u309a]")
_IN_PARTS = re.compile("[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|[^\\W_][\u0300-\u036f\u3099\u309a]+")


def _edits(raw: str) -> list[Edit]:
    """What composes; a compatibility ideograph, which composing would change as well, is never among it."""
    found = ((one, normalize("NFC", one[0])) for one in _IN_PARTS.finditer(raw))
    return [Edit(*one.span(), whole) for one, whole in found if len(whole) < len(one[0])]


def _read(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[Met, ...]]:
    now, times = line_by_line(lines, _edits)
    if not times:
        return now, ()
    seen = f"有 {times.total()} 个字母和它的符号是分开编码的（{named_lines(times)}）"
    return now, (Met("combining", tuple(times), seen, "已合成一个来读，原文照存，不需要改"),)


COMBINING_MARKS = Step(SIGN, _read, SIGN)
