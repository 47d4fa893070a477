"""The theme's parts put together: one style sheet a kind of page, one script to read with and one to search.

`theme/static/css/home.css` and what every page has come, in order and without their comments, into
`theme/home.css`; the parts lie in `theme/css/` with all that they say.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from newspaper_archive.errors import ArchiveError

EVERYWHERE = ("tokens", "elements", "masthead", "parts")

# Under the address of each bundle the parts it is made of; later ones may overrule earlier ones.
STYLES = {
    "theme/plain.css": (*EVERYWHERE, "prose"),
    "theme/home.css": (*EVERYWHERE, "notices", "pictures", "led", "heat", "home"),
    "theme/calendar.css": (
        *EVERYWHERE,
        "notices",
        "subject",
        "entries",
        "pictures",
        "led",
        "heat",
        "calendar",
    ),
    "theme/issue.css": (*EVERYWHERE, "notices", "folios", "pictures", "rows", "issue", "qr", "turning"),
    "theme/lists.css": (*EVERYWHERE, "notices", "entries", "chart", "timeline", "desk", "people"),
    "theme/page.css": (
        *EVERYWHERE,
        "story",
        "folios",
        "rows",
        "broadsheet",
        "sheet",
        "record",
        "transcript",
        "pictures",
        "turning",
    ),
    "theme/article.css": (*EVERYWHERE, "story", "article", "cite", "turning"),
    "theme/paper.css": ("paper",),
    "theme/clipping.css": ("paper", "clipping"),
    "theme/search.css": (*EVERYWHERE, "search"),
    "theme/modes.css": ("modes", "elder"),
}
# What a script brings in from `theme/css/` only when it is needed: the bar over the hits of a search, the
# panel 显示, the bar of 朗读.
ON_DEMAND = ("found", "panel", "aloud")
# The last script of a bundle is the one that starts. Each page has mode.js and one bundle with 显示 in it.
SCRIPTS = {
    "theme/mode.js": ("keeping", "mode"),
    "theme/display.js": ("display",),
    "theme/reading.js": ("found", "cite", "turning", "display", "sentences", "voices", "aloud"),
    "theme/search.js": (
        "store",
        "printable",
        "fold",
        "units",
        "query",
        "hits",
        "postings",
        "search-index",
        "ranking",
        "columns",
        "days",
        "archive-search",
        "snippet",
        "search-address",
        "search-results",
        "year-chart",
        "search-facets",
        "suggestions",
        "search-box",
        "display",
        "search-page",
    ),
}

# `/** Why. */` and `  /* ms */` on lines of their own go, and the blanks that lines begin with; of a script
# nothing else is touched, so that it reads like its parts.
_COMMENT = re.compile(r"^[ ]*/\*(?:(?!\*/).)*\*/[ ]*\n", re.MULTILINE | re.DOTALL)
_INDENT = re.compile(r"^[ ]+", re.MULTILINE)
_EMPTY = re.compile(r"\n\n+")
# `color: red;` ⏎ `}` says no more than `color:red}`. A blank before a colon does: `nav :is(a)` is another
# than `nav:is(a)`. What stands in quotes is matched whole and stays.
_SPACED = re.compile(r'("[^"]*")|;?\s*(\})\s*|\s*([{;,>])\s*|(:)[ ]')


def bundles(static: Path) -> Iterator[tuple[str, bytes]]:
    """Address and content of each; `static` is the parts' folder. ArchiveError where one is missing."""
    for kind, table in (("css", STYLES), ("js", SCRIPTS)):
        for address, parts in table.items():
            yield address, bundle([static / kind / f"{part}.{kind}" for part in parts])


def bundle(parts: list[Path]) -> bytes:
    """These files as one, without comments and indents; style sheets without any blank that says nothing."""
    return "".join(_set_close(part.suffix, _bare(_text(part))) for part in parts).encode("utf-8")


def _set_close(kind: str, text: str) -> str:
    if kind != ".css":
        return text
    return _SPACED.sub(lambda spaced: "".join(filter(None, spaced.groups())), text).strip() + "\n"


def _text(part: Path) -> str:
    try:
        return part.read_text("utf-8")
    except OSError as error:
        advice = "请从原来的 theme/static 里补上；不要它的样子时，留一个空文件"
        raise ArchiveError(f"{part}: 主题里缺这个文件（{error.strerror}）。{advice}") from error


def _bare(text: str) -> str:
    return _EMPTY.sub("\n", _INDENT.sub("", _COMMENT.sub("", text)))
