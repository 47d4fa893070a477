"""How a problem quotes the print and names its lines: `第 3、7 等 12 行`, `“渡口的船又开…”`."""

from collections.abc import Sequence

from newspaper_archive.model import Page, Problem, Severity

_EXCERPT = 24
_AROUND = 6
_NAMED = 8
_QUOTED = 2


def has_letters(text: str) -> bool:
    """Whether anything of it can be read: dashes and stars alone say nothing."""
    return any(character.isalnum() for character in text)


def quoted(text: str) -> str:
    """The beginning of a text on one line, in quotation marks."""
    words = " ".join(text.split())
    return f"“{words if len(words) <= _EXCERPT else words[:_EXCERPT] + '…'}”"


def around(text: str, place: int) -> str:
    """The characters about one of a line, in quotation marks."""
    start, end = max(0, place - _AROUND), place + _AROUND + 1
    return f"“{'…' * (start > 0)}{text[start:end].strip()}{'…' * (end < len(text))}”"


def named(lines: Sequence[int]) -> str:
    """`第 3、7 行`; of many lines the first eight and their number."""
    shown = "、".join(str(number) for number in lines[:_NAMED])
    return f"第 {shown} 行" if len(lines) <= _NAMED else f"第 {shown} 等 {len(lines)} 行"


def listed(things: Sequence[str]) -> str:
    """`C03、C04`; of many things the first eight and their number."""
    shown = "、".join(things[:_NAMED])
    return shown if len(things) <= _NAMED else f"{shown} 等 {len(things)} 个"


def several(quotes: Sequence[str], lines: Sequence[int]) -> str:
    """`“甲”`; of several `“甲”、“乙”等 3 处（第 3、7、9 行）`."""
    if len(quotes) == 1:
        return quotes[0]
    more = "等" if len(quotes) > _QUOTED else ""
    return f"{'、'.join(quotes[:_QUOTED])}{more} {len(quotes)} 处（{named(lines)}）"


def problem_on(
    severity: Severity, code: str, page: Page, lines: Sequence[int], seen: str, advice: str
) -> Problem:
    """A problem of a page; the first of its printed lines is its place, if it has any."""
    line = lines[0] if lines else None
    return Problem(severity, code, page.source.path, line, seen, advice, tuple(lines[1:]))
