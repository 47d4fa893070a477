"""Why the desk's YAML cannot be read, and where: `C01.yaml:3: 看到“folio C01”；可用的是：…`."""

import yaml

from newspaper_archive.errors import ArchiveError, not_allowed
from newspaper_archive.folder.yaml_slips import indented_by_tabs

PAIR = "“键: 值”，每行一个"
# As PyYAML says of one that is not even spelt right.
ALIAS = "while scanning an alias"
# Where YAML misses something only lines later, what it misses is where this began.
_BEGUN = ("while scanning a simple key", "while scanning a quoted scalar", "while parsing a flow")


def refused(error: yaml.YAMLError, stray: int, text: str, file: str) -> ArchiveError:
    """`stray` is the line of the first that is no key where it should be one, 0 where there is none."""
    context = str(getattr(error, "context", None) or "")
    marks = (getattr(error, "problem_mark", None), getattr(error, "context_mark", None))
    mark = next(filter(None, marks[::-1] if context.startswith(_BEGUN) else marks), None)
    index = int(mark.line) if mark else 0
    if context == ALIAS:
        seen = _line_of(text, index)
        advice = "以“*”开头是 YAML 的引用，这里不用。这段文字请用引号括起来"
        return ArchiveError(f"{file}:{index + 1}: 看到“{seen}”，{advice}")
    if stray and stray <= index + 1:
        return not_allowed(file, stray, _line_of(text, stray - 1), PAIR)
    return _broken(text, file, index)


def unprintable(file: str, line: int, character: str) -> ArchiveError:
    seen = f"有一个看不见的字符 U+{ord(character):04X}，不能写在这里"
    return ArchiveError(f"{file}:{line}: {seen}。请删去它，或直接写要写的字")


def _broken(text: str, file: str, index: int) -> ArchiveError:
    advice = "请检查缩进（同一级的行要对齐）、引号和括号是否成对、“键: 值”的冒号有没有写"
    return ArchiveError(f"{file}:{index + 1}: 看到“{_line_of(text, index)}”，不是正确的 YAML。{advice}")


def _line_of(text: str, index: int) -> str:
    lines = text.split("\n")
    return lines[index].strip()[:60] if index < len(lines) else ""


def unclear_tabs(text: str, file: str) -> ArchiveError:
    index = next(at for at, line in enumerate(text.split("\n")) if indented_by_tabs(line))
    return ArchiveError(
        f"{file}:{index + 1}: 看到“{_line_of(text, index)}”，行首有 Tab，看不出缩进了几格。"
        "请把各行行首的 Tab 都换成空格，同一级的行对齐"
    )


def twice(file: str, line: int, earlier: str, word: str) -> ArchiveError:
    seen = f"“{word}”写了两次" if word == earlier else f"“{word}”和“{earlier}”是同一项，写了两次"
    return ArchiveError(f"{file}:{line}: {seen}。请只留一个")
