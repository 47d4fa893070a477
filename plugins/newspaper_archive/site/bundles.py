"""The theme's parts put together: one style sheet a kind of page, one script to read with and one to search.

`theme/static/css/home.css` and what every page has come, in order and without their comments, into
`theme/home.css`; the parts lie in `theme/css/` with all that they say. What a script says to readers,
`say("回到检索")`, stands in its bundle in the site's tongue: `say("Back to search")`.
"""

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from newspaper_archive.errors import ArchiveError
from newspaper_archive.site.tongue import Tongue

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
    "theme/search.css": (*EVERYWHERE, "search", "results", "facets", "suggestions", "search-wide"),
    "theme/modes.css": ("modes", "elder"),
}
# What a script brings in from `theme/css/` only when it is needed: the bar over the hits of a search, the
# panel 显示, the bar of 朗读.
ON_DEMAND = ("found", "panel", "aloud")
# The last script of a bundle is the one that starts. Each page has mode.js and one bundle with 显示 in it.
SCRIPTS = {
    "theme/mode.js": ("keeping", "mode"),
    "theme/display.js": ("words", "display"),
    "theme/reading.js": ("words", "found", "cite", "turning", "display", "sentences", "voices", "aloud"),
    "theme/search.js": (
        "words",
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


_SAID = re.compile(r'(?<=\bsay\()"(?:[^"\\\n]|\\.)*"')
# The part that says things has to know how many forms a number has.
_SPEAKER = "words"


def bundles(static: Path, tongue: Tongue) -> Iterator[tuple[str, bytes]]:
    """Address and content of each; `static` is the parts' folder. ArchiveError where one is missing."""
    for kind, table in (("css", STYLES), ("js", SCRIPTS)):
        for address, parts in table.items():
            yield address, bundle([static / kind / f"{part}.{kind}" for part in parts], tongue)


def bundle(parts: list[Path], tongue: Tongue) -> bytes:
    """These files as one, without comments and indents; style sheets without any blank that says nothing."""
    return "".join(_closed(part, tongue) for part in parts).encode("utf-8")


def _closed(part: Path, tongue: Tongue) -> str:
    text = _bare(_text(part))
    return _set_close(text) if part.suffix == ".css" else _spoken(text, part.stem, tongue)


def _spoken(text: str, name: str, tongue: Tongue) -> str:
    """A script with its messages in this tongue."""
    spoken = _SAID.sub(lambda said: _literal(tongue.messages.forms(json.loads(said[0]))), text)
    if name == _SPEAKER and len(tongue.messages.samples) > 1:
        spoken += f"NewspaperArchive.words.counts((n) => {tongue.messages.rule});\n"
    return spoken


def _literal(forms: Sequence[str]) -> str:
    """A message, or a list of its forms where it has several."""
    return json.dumps(forms if len(forms) > 1 else forms[0], ensure_ascii=False)


def _set_close(text: str) -> str:
    return _SPACED.sub(lambda spaced: "".join(filter(None, spaced.groups())), text).strip() + "\n"


def _text(part: Path) -> str:
    try:
        return part.read_text("utf-8")
    except OSError as error:
        advice = "请从原来的 theme/static 里补上；不要它的样子时，留一个空文件"
        raise ArchiveError(f"{part}: 主题里缺这个文件（{error.strerror}）。{advice}") from error


def _bare(text: str) -> str:
    return _EMPTY.sub("\n", _INDENT.sub("", _COMMENT.sub("", text)))
