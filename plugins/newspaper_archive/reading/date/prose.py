"""A page's text as it is spoken: lines of one role joined, so that `2021` / `年全镇要` is one phrase again.

A newline stands where a sentence ends at a line's end and where another role begins; every character knows
the printed line that it stands in.
"""

from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from newspaper_archive.lexicon.roles import Shown, shown_in
from newspaper_archive.model import Line, Reading, Role, Span

_SENTENCE_ENDS = "。!?…”’』」)]"
LONGEST_QUOTE = 36
STORY = frozenset(Role) - {Role.MARK} - shown_in(Shown.PAGE)


@dataclass(frozen=True, slots=True)
class Prose:
    """`text` is folded, `raw` as printed, of one length; `starts` are where the pieces of `lines` begin."""

    text: str
    raw: str
    starts: tuple[int, ...]
    lines: tuple[int, ...]

    def line_at(self, offset: int) -> int:
        return self.lines[bisect_right(self.starts, offset) - 1]

    def quote(self, start: int, end: int) -> str:
        """The characters as printed, on one line, no more than a line's worth."""
        words = " ".join(self.raw[max(start, 0) : end].split()).rstrip(",，、")
        return words if len(words) <= LONGEST_QUOTE else words[:LONGEST_QUOTE] + "……"


def prose(lines: Sequence[Line], reading: Reading, roles: Collection[Role] = STORY) -> Prose:
    """What the page prints in these roles, in print order."""
    by_number = {line.number: line for line in lines}
    found = _Gathering()
    for span in reading.spans:
        if span.role is not Role.MARK:
            found.take(span, by_number, span.role in roles)
    return Prose("".join(found.text), "".join(found.raw), tuple(found.starts), tuple(found.lines))


class _Gathering:
    """Text while it is being joined; remembers what stood before."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.raw: list[str] = []
        self.starts: list[int] = []
        self.lines: list[int] = []
        self.length = 0
        self.before: Span | None = None
        self.ended = False

    def take(self, span: Span, lines: Mapping[int, Line], wanted: bool) -> None:
        before, self.before = self.before, span
        if not wanted or span.line not in lines:
            return
        line = lines[span.line]
        raw, text = line.raw[span.start : span.end], line.text[span.start : span.end]
        if before is not None and (before.role is not span.role or (self.ended and before.line != span.line)):
            self._add("\n", "\n", span.line)
        self._add(raw, text, span.line)
        self.ended = text.rstrip()[-1:] in _SENTENCE_ENDS

    def _add(self, raw: str, text: str, line: int) -> None:
        self.starts.append(self.length)
        self.lines.append(line)
        self.raw.append(raw)
        self.text.append(text)
        self.length += len(text)
