r"""Marks of Markdown as converters write it: they are no print, what they mark is.

`![](1.jpg)` and `---` are nothing, `[高青山]{.underline}` is 高青山, `12\.5` 12.5, `| 镇街 | 客流 |` a row.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from newspaper_archive.model import Line
from newspaper_archive.reading.printed.markdown_lines import LineMarks, line_marks
from newspaper_archive.reading.printed.markdown_marks import inline_marks
from newspaper_archive.reading.printed.rewriting import LINE_END, rewritten
from newspaper_archive.reading.printed.step import Edit, Met, Step, named_lines

# Each begins with a character of its own: so it is searched for at once, and plain pages are soon through.
SIGN = re.compile(
    r"[\\`{|~_]|!\[|\][(:]|\[\^|:{3}|<[a-z]+:|\*(?<!\*\*)(?!\*)|\*{3}|\*\*[ \t\u3000][^*\n]*\*\*"
    r"|\*\*[^*\n]*[ \t\u3000]\*\*|={2}|-[ \t]*-[ \t]*-|\+{3}|\#[ \t]*$",
    re.MULTILINE,
)
# A heading or a list without words, which is a mark too.
_NOTHING = re.compile(r"[\s#>*+-]*")
_ENDS_LINE = ("分隔线", "分页记号")


def _read(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[Met, ...]]:
    of_lines = line_marks(lines)
    signed = [replace(line, sign=of_lines.signs.get(at, line.sign)) for at, line in enumerate(lines)]
    edits: list[Edit] = []
    met: list[tuple[int, str]] = []
    start = 0
    for at, line in enumerate(signed):
        found = list(_of_line(line.raw, at, of_lines))
        edits += (Edit(start + one.start, start + one.end, one.to) for one, _ in found)
        met += ((line.number, name) for _, name in found)
        start += len(line.raw) + 1
    return (rewritten(signed, edits), tuple(_told(met))) if edits else (lines, ())


def _of_line(raw: str, at: int, of_lines: LineMarks) -> Iterator[tuple[Edit, str]]:
    if name := of_lines.names.get(at):
        yield Edit(0, len(raw), LINE_END if name in _ENDS_LINE else ""), name
        return
    marks = inline_marks(raw)
    edits = [(Edit(one.start, one.end), one.name) for one in marks]
    if edits and _NOTHING.fullmatch(_left(raw, [edit for edit, _ in edits])):
        yield Edit(0, len(raw)), marks[0].name
        return
    edits += ((Edit(pipe, pipe + 1, " "), "表格") for pipe in of_lines.pipes.get(at, ()))
    yield from sorted(edits, key=lambda one: one[0].start)


def _left(raw: str, edits: list[Edit]) -> str:
    ends = [0, *(edit.end for edit in edits)]
    starts = [*(edit.start for edit in edits), len(raw)]
    return "".join(raw[end:start] for end, start in zip(ends, starts, strict=True))


def _told(met: list[tuple[int, str]]) -> Iterator[Met]:
    lines = tuple(dict.fromkeys(number for number, _ in met))
    names = "、".join(Counter(name for _, name in met))
    seen = f"有 {len(met)} 处 Markdown 记号（{names}；{named_lines(lines)}）"
    yield Met("markdown", lines, seen, "已当作记号，不登出也不检索，原文照存，不需要改")


MARKDOWN = Step(SIGN, _read, re.compile(r"[\\`{|~_!\[\]*=+#<:-]"))
