"""Text to lines: each line is folded for recognising, character for character, and never joined or dropped.

`　　本报讯（记者︰王 岚）` is recognised as `  本报讯(记者:王 岚)`; the raw line stays as it was found.
"""

import re

from newspaper_archive.model import Line

LINE_END = re.compile(r"\r\n|\n|\r")

_WIDE_ASCII = {0xFF01 + i: 0x21 + i for i in range(94)}
_BLANKS = dict.fromkeys(
    [
        *range(0x20),
        0x7F,
        0x85,
        0xA0,
        0xAD,
        0x180E,
        *range(0x2000, 0x2010),
        0x202F,
        0x205F,
        0x2060,
        0x2028,
        0x2029,
        0x3000,
        0xFEFF,
    ],
    0x20,
)
_PRINTED_VARIANTS = dict(
    zip(map(ord, "︰︓︔︐︑︒︕︖﹐﹑﹔﹕﹖﹗﹙﹚〔〕﹝﹞"), "::;,、。!?,、;:?!()[][]", strict=True)
)
FOLDING: dict[int, int | str] = _WIDE_ASCII | _BLANKS | _PRINTED_VARIANTS
_FOLDS = {chr(code): to if isinstance(to, str) else chr(to) for code, to in FOLDING.items()}
_FOLDED = re.compile(f"[{re.escape(''.join(_FOLDS))}]")


def folded(raw: str) -> str:
    """A line for recognising. `translate` would ask for each character, and nearly all stay as they are."""
    return _FOLDED.sub(lambda found: _FOLDS[found[0]], raw)


def printed_lines(text: str) -> list[str]:
    """Lines as editors count them: a form feed ends none; an end at the end opens none."""
    lines = LINE_END.split(text)
    return lines if lines[-1] else lines[:-1]


def normalise(text: str) -> tuple[Line, ...]:
    """Its lines, numbered from 1."""
    return tuple(Line(number, raw, folded(raw)) for number, raw in enumerate(printed_lines(text), start=1))
