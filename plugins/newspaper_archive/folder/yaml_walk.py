"""Goes through the desk's YAML line by line: what each may be where it stands, and what is put right on it.

`　3：主题` below `lines` is a key of that block; behind `why: 把` it is text that goes on.
"""

import re
from collections.abc import Iterator, Mapping

from newspaper_archive.folder.key_names import CORRECTION, VERBATIM, Spelt, plain
from newspaper_archive.folder.yaml_line import (
    BLANKS,
    TO_THE_END,
    Edit,
    flow_edits,
    is_mixed,
    opens_quotes,
    scanned,
    value_edits,
)

# No longer line was typed by hand.
_LONGEST = 2_000
_INDENT = re.compile(rf"[{BLANKS}]*")
_DASH = re.compile(rf"[-－–—•](?P<gap>[{BLANKS}]*)")
_COLON = re.compile(rf"[{BLANKS}]*(?P<colon>[:：﹕∶])(?P<gap>[{BLANKS}]*)")
_QUOTED_KEY = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\']|\'\')*\'')
_NUMBERS = re.compile(rf"[\d第行至到?？{BLANKS},，、;；–—－~～-]*\d[行?？{BLANKS}]*")
_WORD = re.compile(r"[^-\[\]{}#&*!|>%@`?,\"':：][^\[\]{}#\"']{0,40}")
_LITERAL = re.compile(r"[|>][-+\d]{0,2}\s*(?:#.*)?")
# What is YAML's own at the margin.
_YAMLS_OWN = re.compile(r"(?:---|\.\.\.)(?:\s.*)?|%.*|[?:](?: .*)?")


class Walk:
    """Where in the file a line stands.

    `first` is the column of the first line below the key at the margin, `last` that of the key met last;
    `leaf` that of the key or dash with whose text deeper lines go on.
    """

    def __init__(self, spelt: Mapping[str, Spelt], holders: frozenset[str], tab: int) -> None:
        self.spelt, self.holders, self.tab = spelt, holders, tab
        self.top = ""
        self.last = 0
        self.first: int | None = None
        self.leaf: int | None = None
        self.literal: int | None = None
        self.quote = ""
        self.open, self.flow_quote = 0, ""
        self.is_stray = False
        # The column of what stood right behind a dash without a blank: lines below may begin there, too.
        self.shifted: int | None = None

    def edits(self, line: str, following: str) -> list[Edit]:
        self.is_stray = False
        if len(line) > _LONGEST:
            return []
        indent = _INDENT.match(line).end()  # type: ignore[union-attr]  # it matches anything
        column = self._aligned(self._column(line[:indent]))
        if self._is_within(line, indent, column):
            return []
        if self.open > 0:
            was_quoted = bool(self.flow_quote)
            self.open, self.flow_quote = scanned(line, 0, self.open, self.flow_quote)
            return (
                [] if was_quoted else [*_moved(line[:indent], column), *flow_edits(line, indent, self._known)]
            )
        if indent == len(line) or line[indent] in "#＃":
            return self._empty(line, indent, column)
        if column == 1 and self._is_facts(line, indent):
            return [(0, indent, ""), *self._told(line, indent, 0, following)]
        column = self._levelled(line, indent, column)
        if self.leaf is not None and column > self.leaf:
            narrow = len(line) - len(line.lstrip(" "))
            is_text = narrow > self.leaf and "\t" not in line[:indent]
            return [] if is_text else list(self._going_on(line, indent, column))
        if column == 0 and _YAMLS_OWN.fullmatch(line):
            return []
        return [*_moved(line[:indent], column), *self._told(line, indent, column, following)]

    def _is_within(self, line: str, indent: int, column: int) -> bool:
        """Whether the line is of a quoted text, or of a block of text."""
        if self.quote:
            self.quote = "" if TO_THE_END[self.quote].match(line) else self.quote
            return True
        if self.literal is not None and indent < len(line) and column <= self.literal:
            self.literal = None
        return self.literal is not None

    def _empty(self, line: str, indent: int, column: int) -> list[Edit]:
        """A blank line or a comment; a wide mark is text where text goes on."""
        if self.leaf is not None and column > self.leaf and line[indent:][:1] != "#":
            return [(at, at + 1, " ") for at, one in enumerate(line) if one == "\t"]
        mark = [(indent, indent + 1, "#")] if line[indent:][:1] == "＃" else []
        return [*_moved(line[:indent], column), *mark]

    def _going_on(self, line: str, indent: int, column: int) -> Iterator[Edit]:
        """Behind tabs and wide blanks. A key put there by too wide a tab is made one that YAML refuses."""
        yield from _moved(line[:indent], column)
        found = self._key_end(line, indent)
        if found and self._known(line[indent : found.start()]):
            yield found.start(), found.end(), ": "

    def _is_facts(self, line: str, indent: int) -> bool:
        """` date: 2031-03-05`, of which the `#` was taken away and its blank left."""
        key, colon, _ = f"{line[indent:]} ".partition(": ")
        name = self.spelt.get("", {}).get(plain(key))
        is_free = self.top in self.holders and self.top not in self.spelt
        return name is not None and bool(colon) and not is_free and not self._known(name)

    def _told(self, line: str, at: int, column: int, following: str) -> list[Edit]:
        """A line with a key, an item, or both."""
        edits: list[Edit] = []
        margin = column == 0
        dash = None
        while found := self._dash(line, at, is_margin=margin):
            dash = column
            gap = self._column(found["gap"].replace("\u3000", " "), column + 1) - column - 1
            self.shifted = None if gap or found.end() == len(line) else column + 1
            item = "-" + " " * max(gap, int(found.end() < len(line)))
            edits += [(at, found.end(), item)] if found[0] != item else []
            at, column = found.end(), column + len(item)
        if at == len(line):
            self.leaf = None
            return edits
        is_root = margin and dash is None
        level = column if dash is None else dash
        self.first = None if is_root else level if self.first is None else self.first
        is_pair = dash is not None or column == self.last
        colon = self._key_end(line, at, is_root=is_root, is_pair=is_pair)
        if colon is None:
            return edits + self._item(line, at, dash, is_root=is_root, following=following)
        return edits + self._pair(line, at, colon, column, is_root=is_root, following=following)

    def _dash(self, line: str, at: int, *, is_margin: bool) -> re.Match[str] | None:
        found = _DASH.match(line, at)
        if found is None or (line[at] == "-" and (found["gap"] or found.end() == len(line))):
            return found
        rest = line[found.end() :].partition("#")[0].strip(BLANKS)
        is_item = self.top in self.holders and self.top in self.spelt and not (is_margin and line[at] != "-")
        is_list = rest[:1] in ("[", "［", "【") or _NUMBERS.fullmatch(rest)
        return found if is_item and (is_list or self._key_end(line, found.end())) else None

    def _key_end(
        self, line: str, at: int, *, is_root: bool = False, is_pair: bool = False
    ) -> re.Match[str] | None:
        """The colon behind a key: a known one, or else a right one, or else one where any word may stand."""
        quoted = _QUOTED_KEY.match(line, at)
        is_list = self.top in self.holders and self.top not in self.spelt
        is_free = is_root or is_list or (is_pair and bool(self.spelt.get(self.top)))
        right = any_word = None
        if line[at : at + 1] in "[{":
            return None
        for found in _COLON.finditer(line, quoted.end() if quoted else at):
            key = line[at : found.start()]
            if (quoted and found.start() != quoted.end()) or re.search(rf"[{BLANKS}]#", key):
                break
            if (is_root or not is_list) and self._known(key, is_root=is_root):
                return found
            if found["colon"] == ":" and (found["gap"][:1] == " " or found.end("colon") == len(line)):
                right = right or found
            elif is_free and any_word is None and (quoted or _WORD.fullmatch(key)):
                any_word = found
        return right or any_word

    def _known(self, key: str, *, is_root: bool = False) -> str | None:
        if is_root:
            return self.spelt.get("", {}).get(plain(key))
        is_number = self.top in self.spelt and _NUMBERS.fullmatch(key)
        return key if is_number else self.spelt.get(self.top, {}).get(plain(key))

    def _anywhere(self, key: str) -> str | None:
        return self._known(key, is_root=True) or self._known(key)

    def _item(self, line: str, at: int, dash: int | None, *, is_root: bool, following: str) -> list[Edit]:
        self.is_stray = is_root and line[at] not in "[{\"'"
        is_text = dash is None and self.top not in self.holders
        is_text = self.is_stray or (is_text and not is_root)
        return [] if is_text else self._value(line, at, self.last if dash is None else dash, following)

    def _pair(
        self, line: str, at: int, colon: re.Match[str], column: int, *, is_root: bool, following: str
    ) -> list[Edit]:
        key = line[at : colon.start()]
        name = self._known(key, is_root=is_root) or key
        if is_root:
            self.top, self.shifted = name, None
        self.last = column
        value = colon.end()
        is_empty = value == len(line) or line[value] == "#"
        mark = ":" + " " * max(len(colon["gap"]), int(value < len(line)))
        edits = [(colon.start("colon"), value, mark)] if line[colon.start("colon") : value] != mark else []
        if is_empty:
            holds = self.top in self.holders and (is_root or name not in CORRECTION)
            self.leaf = None if holds else column
            return edits
        return edits + self._value(line, value, column, following, verbatim=not is_root and name in VERBATIM)

    def _value(
        self, line: str, at: int, column: int, following: str, *, verbatim: bool = False
    ) -> list[Edit]:
        """What stands behind a key or a dash, and how the lines below may go on with it."""
        self.leaf = column
        if _LITERAL.fullmatch(line, at):
            self.literal = column
            return []
        is_mixture = is_mixed(line, at) and not (
            following and following[0] in BLANKS and ":" not in following
        )
        self.quote = "" if is_mixture else opens_quotes(line, at)
        self.open, self.flow_quote = scanned(line, at, 0, "") if line[at] in "[{" else (0, "")
        if self.quote:
            return []
        if self.open > 0:
            return list(flow_edits(line, at, self._known))
        return list(value_edits(line, at, self._anywhere, verbatim=verbatim))

    def _aligned(self, column: int) -> int:
        return column + 1 if column == self.shifted else column

    def _levelled(self, line: str, indent: int, column: int) -> int:
        """Where a key stands that is not in line with those beside it: it can be on no other level."""
        dash = _DASH.match(line, indent)
        begin = dash.end() if dash else indent
        found = self._key_end(line, begin) if column and self.first is not None else None
        if found is None or self.first is None or not self._known(line[begin : found.start()]):
            return column
        level = self.first if dash or not self.spelt[self.top] else self.last
        # Deeper, and without a blank behind it, it may be text that goes on.
        goes_on = column > self.last and found["gap"][:1] != " " and bool(self.spelt[self.top])
        return column if goes_on else level

    def _column(self, blanks: str, column: int = 0) -> int:
        for one in blanks:
            column += {"\t": self.tab - column % self.tab, "\u3000": 2}.get(one, 1)
        return column


def _moved(blanks: str, column: int) -> Iterator[Edit]:
    """The blanks that a line of this column begins with, where they are others."""
    if blanks != " " * column:
        yield 0, len(blanks), " " * column
