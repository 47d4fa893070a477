"""Files that two programs have written, each in its own character set: each line is read in the set it is in.

Pages joined by `cat` or `copy` may begin in UTF-8 and go on in GB18030: no set reads the whole of them.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from newspaper_archive.folder.text.chinese_print import likeness
from newspaper_archive.model import Problem, Severity

# In the order in which a line is tried: UTF-8 is hardest to be by chance.
_SETS = {"utf-8": "utf-8", "gb18030": "gb18030", "big5": "big5hkscs"}
_LIKELY_LINE = 0.75
_LINE_END = re.compile(rb"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class MixedText:
    """A text of several sets, with `\\n` at its line ends; `encoding` is that of the most lines."""

    text: str
    encoding: str
    lines: dict[str, list[int]]


def mixed(data: bytes) -> MixedText | None:
    """The text of a file whose lines are of two sets; None where one set, damaged or not, will do."""
    lines = _LINE_END.split(data)
    foreign = b"\n".join(line for line in lines if not _is(line, "utf-8"))
    other = max(("gb18030", "big5"), key=lambda one: likeness(foreign.decode(_SETS[one], "replace")))
    read = [_line(line, other) for line in lines]
    sets = {
        encoding: [number for number, (_, one) in enumerate(read, 1) if one == encoding]
        for encoding in ("utf-8", other)
    }
    if not all(sets.values()) or any(encoding == "?" for _, encoding in read):
        return None
    most = Counter({encoding: len(numbers) for encoding, numbers in sets.items()}).most_common(1)[0][0]
    return MixedText("\n".join(text for text, _ in read), most, sets)


def mixed_problem(file: str, found: MixedText) -> Problem:
    """Said of the first line that is not in the set of the first."""
    (first, numbers), (second, others) = sorted(found.lines.items(), key=lambda pair: pair[1][0])
    seen = (
        f"文件里拼着两种编码：{_named(numbers)}是 {first.upper()}，{_named(others)}是 {second.upper()}，"
        "已各按自己的编码读出"
    )
    advice = "请对照原版看一遍有没有错字；再放同样的文件时，先把各部分另存为 UTF-8 再拼"
    return Problem(Severity.WARNING, "mixed-encodings", file, others[0], seen, advice)


def _line(data: bytes, other: str) -> tuple[str, str]:
    """A line's text and its set, "" where ASCII says nothing of that, "?" where it is of neither."""
    if data.isascii():
        return data.decode("ascii"), ""
    if _is(data, "utf-8"):
        return data.decode("utf-8"), "utf-8"
    text = data.decode(_SETS[other], "replace")
    return text, other if _is(data, other) and likeness(text) >= _LIKELY_LINE else "?"


def _is(data: bytes, encoding: str) -> bool:
    try:
        data.decode(_SETS[encoding])
    except UnicodeDecodeError:
        return False
    return True


def _named(numbers: Sequence[int]) -> str:
    """`第 1—17 行` of lines that follow one another but for those of ASCII."""
    return f"第 {numbers[0]} 行" if len(numbers) == 1 else f"第 {numbers[0]}—{numbers[-1]} 行"
