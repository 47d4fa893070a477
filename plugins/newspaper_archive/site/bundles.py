"""The theme's parts put together as `parts.toml` says: a style sheet a kind of page, a script to read with…

`theme/parts/home/home.css` and what every page has come, in order and without their comments, into
`theme/home.css`; the parts themselves stay out of the site. What a script says to readers,
`say("回到检索")`, stands in its bundle in the site's tongue: `say("Back to search")`.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from newspaper_archive.errors import ArchiveError, not_allowed
from newspaper_archive.site.makeup.measures import IN_STYLES, LISTS, with_figures
from newspaper_archive.site.parts_table import read_parts
from newspaper_archive.site.tongue import Tongue

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


def bundles(folders: Sequence[Path], tongue: Tongue) -> Iterator[tuple[str, bytes]]:
    """Address and content of each; the theme is the last folder. ArchiveError where it is not right."""
    for one in read_parts(folders):
        yield one.address, bundle(one.parts, tongue)


def bundle(parts: Iterable[Path], tongue: Tongue) -> bytes:
    """These files as one, without comments and indents; style sheets without any blank that says nothing."""
    return "".join(_closed(part, tongue) for part in parts).encode("utf-8")


def _closed(part: Path, tongue: Tongue) -> str:
    given = _text(part)
    text = _bare(given)
    if part.suffix != ".css":
        return _spoken(text, part.stem, tongue)
    try:
        return _set_close(with_figures(text))
    except KeyError as error:
        seen = str(error.args[0])
        line = given[: max(0, given.find(f"({seen})"))].count("\n") + 1
        raise not_allowed(str(part), line, seen, "、".join([*IN_STYLES, *LISTS])) from error


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
        raise ArchiveError(f"{part}: 主题的这个文件打不开（{error.strerror}）。请换一份读得出的") from error
    except UnicodeDecodeError as error:
        raise ArchiveError(f"{part}: 主题的这个文件不是 UTF-8。请另存为 UTF-8 编码") from error


def _bare(text: str) -> str:
    return _EMPTY.sub("\n", _INDENT.sub("", _COMMENT.sub("", text)))
