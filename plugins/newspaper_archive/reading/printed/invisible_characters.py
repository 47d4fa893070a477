"""Characters without a form: zero width, direction, soft hyphens, variation selectors, fillers.

`编辑 高<U+200B>青山` names one editor, and `<U+202D>高青山<U+202C>` is 高青山.
"""

import re

from newspaper_archive.model import Line
from newspaper_archive.reading.printed.step import Edit, Met, Step, line_by_line, named_lines

# Format characters (category Cf of Unicode 16) that may stand in Chinese text, variation selectors, the
# combining grapheme joiner, Hangul fillers. Written out: Python's table differs from release to release.
SIGN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff9-\ufffb\U000e0001\U000e0020-\U000e007f\U000e0100-\U000e01ef]+"
)


def _read(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[Met, ...]]:
    now, times = line_by_line(lines, lambda raw: [Edit(*found.span()) for found in SIGN.finditer(raw)])
    seen = f"有 {times.total()} 处看不见的字符（零宽、方向、变体等，{named_lines(times)}）"
    return now, (Met("invisible", tuple(times), seen, "已当作没有来读，原文照存，不需要改"),)


INVISIBLE_CHARACTERS = Step(SIGN, _read, SIGN)
