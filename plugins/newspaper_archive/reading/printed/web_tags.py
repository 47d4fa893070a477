"""Where the tags, comments and scripts of a web page stand in a text: `<p>`, `<!-- image -->`, `</font>`.

A `<` that opens none is print: `5<6`, `《<红楼>》`, `a<b 且 c>d`.

The grammar is that of raw HTML in CommonMark, more forgiving of attributes. No parser is asked: those that
name a place (html.parser) read broken markup otherwise from one release of Python to the next, and take
`</本报>` for a comment.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newspaper_archive.lexicon.word_lists import entries

# Whose end is a line's; what stands within those of HIDDEN is never print.
BLOCKS = frozenset(entries("web_blocks"))
HIDDEN = "head|noscript|object|script|style|svg|template|xml"
CELLS = frozenset(("td", "th"))
_INLINE = frozenset(entries("web_inline"))
KNOWN = BLOCKS | CELLS | _INLINE
# Letters that newspapers print between angle brackets too: alone they are tags where the pair is there.
_PAIRED = frozenset("abiqsu")
_BARE = frozenset(("border", "checked", "compact", "disabled", "hidden", "noshade", "nowrap", "open"))

TAG = re.compile(
    rf"""
      <!--(?P<comment>(?:(?!<!--).)*?)-->
    | <(?P<hidden>{HIDDEN})\b[^<>]*> (?:(?!<(?P=hidden)\b).)*? </(?P=hidden)\s*>
    | <!doctype\b[^<>]*> | <\?xml\b[^<>]*> | <!\[(?:if\b|endif)[^<>]*\]> | <!\[CDATA\[ | \]\]>
    | <!--+ | --+!?>
    | <\|/?[a-z]{{2,12}}\|>
    | <(?P<end>/?)(?P<name>[a-z][a-z0-9]*(?:[:-][a-z0-9]+)*)(?=[\s/>])
      (?P<attributes>(?:[^<>"']|"[^"<]*"|'[^'<]*')*+|[^<>]*+)>
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"(?:^|[\s\"'/])[A-Za-z_:@][A-Za-z0-9_:.-]*[ \t]?=")
_CLOSING = re.compile(r"</([a-z][a-z0-9:-]*)\s*>", re.IGNORECASE)
_ARROW = re.compile(r"--+!?>")


@dataclass(frozen=True, slots=True)
class Tag:
    """One mark of a web page, `name` "" where it is no element's; `opens` or closes it."""

    start: int
    end: int
    name: str
    opens: bool


def tags(text: str) -> Iterator[Tag]:
    """All in a text, in their order."""
    closed = {found[1].lower() for found in _CLOSING.finditer(text)}
    opened = False
    for found in TAG.finditer(text):
        name = (found["name"] or "").lower()
        if name and not _is_tag(name, found, closed):
            continue
        if _ARROW.fullmatch(found[0]) and not opened:
            continue
        opened = opened or (found[0].startswith("<!--") and found["comment"] is None)
        yield Tag(*found.span(), name, not found["end"])


def _is_tag(name: str, found: re.Match[str], closed: set[str]) -> bool:
    within = found["attributes"].strip().rstrip("/").strip()
    if found["end"]:
        return not within and (name in KNOWN or found["name"].islower())
    if within and _ATTRIBUTE.search(within):
        return True
    if within and not set(within.lower().split()) <= _BARE:
        return False
    return name in closed or (name in KNOWN and name not in _PAIRED)
