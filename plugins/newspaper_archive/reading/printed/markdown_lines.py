"""Lines that are marks of Markdown from end to end: rules, underlines of headings, front matter; tables.

`----` beneath `渡口的船又开了` makes that a heading; `——— 白居易` and `——————` are print.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, islice

from newspaper_archive.model import TABLE_ROW, Line
from newspaper_archive.reading.segment.measure import cells

RULE = re.compile(r"\s*([-*_=~])(?:[ \t]*\1){2,}\s*")
_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("分隔线", RULE),
    ("代码围栏", re.compile(r"\s*(?:`{3,}|~{3,})[ \t]*[\w{}.#=+-]*\s*")),
    ("分页记号", re.compile(r"\s*\{\d{1,5}\}\s*-{3,}\s*")),
    ("分页记号", re.compile(r"\s*-{2,}\s*(?i:end of page|page)\b[ .:=#]*\d*[ .:=]*-{2,}\s*")),
    ("分页记号", re.compile(r"\s*\\(?:newpage|pagebreak|clearpage)(?:\{\})?\s*|\s*\[(?i:toc)\]\s*")),
    ("属性", re.compile(r"\s*:{3,}\s*(?:\{[^{}]*\}|[A-Za-z][\w-]*)?\s*:*\s*")),
    ("链接", re.compile(r"\s*\[[^\[\]^]{1,40}\]:\s+<?(?:[a-z]+:|[./#])\S*(?:\s+[\"'(].*)?\s*")),
    ("表格线", re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?\s*")),
    ("表格线", re.compile(r"\s*\|\s*:?-+:?\s*\|\s*|\s*\+(?:[-=:]+\+)+\s*")),
)  # fmt: skip
_SIGN = re.compile(r"\s*[-*_=~`{\\\[:|+]")
_UNDERLINE = re.compile(r"\s{0,3}(?:={2,}|-{3,})\s*")
# What stands above a line of dashes and is no headline: a date, a page's label, its editors, a mark.
_NO_HEADLINE = re.compile(
    r"^\s*[#>|*+-]|\d{4}\s*[-年./]|星期|编辑|校对|责编|[版报]\s*$|版\s*[:：]|[。！？!?；;，,…]\s*$"
)
_WIDEST_HEADLINE = 46.0
_PIPE = re.compile(r"(?<!\\)\|")
_FRONT_LINE = re.compile(
    r"(?P<key>[A-Za-z_][\w-]*)\s*[:=](?:\s.*)?|[^\s:：#|>]{1,20}[:：]\s?.*|\s+\S.*|\s*|-\s.*|#.*"
)

_FRONT_ENDS = {"---": ("---", "..."), "+++": ("+++",)}
_LONGEST_FRONT = 60


@dataclass(frozen=True, slots=True)
class LineMarks:
    """By the lines' places: what each is a mark of, what marks say of others, where the pipes of rows are."""

    names: Mapping[int, str]
    signs: Mapping[int, str]
    pipes: Mapping[int, Sequence[int]]


def line_marks(lines: Sequence[Line]) -> LineMarks:
    front = dict.fromkeys(_front_matter(lines), "题头信息")
    names = {at: name for at, line in enumerate(lines) if (name := _name(line.raw))} | front
    signs = dict(_underlined(lines, names))
    pipes = {at: [one.start() for one in _PIPE.finditer(lines[at].raw)] for at in _rows(lines, names)}
    return LineMarks(names, signs | dict.fromkeys(pipes, TABLE_ROW), pipes)


def _name(raw: str) -> str:
    if not _SIGN.match(raw):
        return ""
    return next((name for name, form in _FORMS if form.fullmatch(raw)), "")


def _front_matter(lines: Sequence[Line]) -> range:
    """`---`, `title: 渡口的船又开了`, `---` at the head of a page."""
    first = next((at for at, line in enumerate(lines) if line.text.strip()), 0)
    ends = _FRONT_ENDS.get(lines[first].raw.strip()) if lines else None
    if ends is None:
        return range(0)
    keys = 0
    for at, line in islice(enumerate(lines), first + 1, first + _LONGEST_FRONT):
        if line.raw.strip() in ends:
            return range(first, at + 1) if keys else range(0)
        found = _FRONT_LINE.fullmatch(line.raw)
        if found is None:
            return range(0)
        keys += found["key"] is not None
    return range(0)


def _underlined(lines: Sequence[Line], names: Mapping[int, str]) -> Iterator[tuple[int, str]]:
    for at, name in names.items():
        above = lines[at - 1].raw if at else ""
        if name != "分隔线" or at - 1 in names or not _UNDERLINE.fullmatch(lines[at].raw):
            continue
        if above.strip() and not _NO_HEADLINE.search(above) and cells(above.strip()) <= _WIDEST_HEADLINE:
            yield at - 1, "#" if "=" in lines[at].raw else "##"


def _rows(lines: Sequence[Line], names: Mapping[int, str]) -> Iterator[int]:
    """`| 镇街 | 客流 |` above another such row, or any line with a pipe beside `|---|---|`."""
    places = (at for at, line in enumerate(lines) if names.get(at) == "表格线" or "|" in line.raw)
    for _, run in groupby(enumerate(places), lambda one: one[1] - one[0]):
        table = [at for _, at in run]
        ruled = any(at in names for at in table)
        framed = [at for at in table if at not in names and _is_framed(lines[at].raw)]
        if ruled and len(table) > 1:
            yield from (at for at in table if at not in names)
        elif len(framed) > 1:
            yield from framed


def _is_framed(raw: str) -> bool:
    row = raw.strip()
    return row.startswith("|") and row.endswith("|") and row.count("|") > 2
