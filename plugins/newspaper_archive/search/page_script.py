"""The scripts of the search page as one file without their comments: half the bytes and one request.

`/** Why. */` and `  /* ms */` on lines of their own go, and the blanks that lines begin with; nothing else is
touched, so the file reads like its sources, which lie beside it with all they say.
"""

import re
from pathlib import Path

# The order in which they are read; the last one starts the page.
SCRIPTS = (
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
    "search-page",
)
PAGE_SCRIPT = "theme/js/search.js"

_COMMENT = re.compile(r"^[ ]*/\*(?:(?!\*/).)*\*/[ ]*\n", re.MULTILINE | re.DOTALL)
_INDENT = re.compile(r"^[ ]+", re.MULTILINE)
_EMPTY = re.compile(r"\n\n+")


def page_script(folder: Path) -> bytes:
    """The scripts in `folder`, the theme's `static/js`, as one."""
    return "".join(_bare((folder / f"{name}.js").read_text("utf-8")) for name in SCRIPTS).encode("utf-8")


def _bare(script: str) -> str:
    return _EMPTY.sub("\n", _INDENT.sub("", _COMMENT.sub("", script)))
