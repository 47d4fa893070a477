"""Spoils a page as converters and scanners do, always in the same way, so that there are wrong cuts to find.

Without its blank lines `标题¶¶正文` is `标题¶正文`. The reading by hand stays what it was: no story's text is
changed, but for a dateline that is dropped from the print.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from random import Random
from typing import Any

Gold = dict[str, Any]
Disturbance = Callable[[str, Gold, Random], str]

_MARKS = re.compile(r"(?m)^[ \t]*#{1,6}[ \t]*|\*\*")
_SHARE = 0.5


def without_blank_lines(text: str, gold: Gold, random: Random) -> str:  # noqa: ARG001 - one form for all
    return "\n".join(line for line in text.split("\n") if line.strip())


def without_some_blank_lines(text: str, gold: Gold, random: Random) -> str:  # noqa: ARG001
    return "\n".join(line for line in text.split("\n") if line.strip() or random.random() < _SHARE)


def without_marks(text: str, gold: Gold, random: Random) -> str:  # noqa: ARG001
    """Markdown's heading marks and bold marks; Markdown pages alone have them."""
    return _MARKS.sub("", text)


def without_datelines(text: str, gold: Gold, random: Random) -> str:  # noqa: ARG001
    """`本报讯` and bylines before the text; those that are broken across lines stay."""
    for article in gold.get("articles", ()):
        printed = (article.get("dateline_raw") or "").strip()
        if printed:
            text = text.replace(printed, "", 1)
    return text


def with_blocks_swapped(text: str, gold: Gold, random: Random) -> str:  # noqa: ARG001
    """One in eight of the pieces between blank lines changes places with the next."""
    pieces = [piece for piece in re.split(r"\n\s*\n", text) if piece.strip()]
    at = 0
    while at + 1 < len(pieces):
        if random.random() < 1 / 8:
            pieces[at], pieces[at + 1] = pieces[at + 1], pieces[at]
            at += 1
        at += 1
    return "\n\n".join(pieces)


def with_headlines_joined(text: str, gold: Gold, random: Random) -> str:
    """Half of the headlines run on into what stands beneath them."""
    lines = text.split("\n")
    for headline in _headlines(gold):
        places = [n for n, line in enumerate(lines) if _bare(line) == headline]
        if places and random.random() < _SHARE:
            _run_on(lines, places[0])
    return "\n".join(lines)


DISTURBANCES: Mapping[str, Disturbance] = {
    "no blank lines": without_blank_lines,
    "some blank lines gone": without_some_blank_lines,
    "no Markdown marks": without_marks,
    "no datelines": without_datelines,
    "blocks swapped": with_blocks_swapped,
    "headlines joined": with_headlines_joined,
}


def _headlines(gold: Gold) -> Sequence[str]:
    return [_bare(article["headline"]) for article in gold.get("articles", ()) if article.get("headline")]


def _run_on(lines: list[str], place: int) -> None:
    below = next((n for n in range(place + 1, len(lines)) if lines[n].strip()), None)
    if below is not None:
        lines[place] = lines[place].rstrip() + lines[below].lstrip()
        del lines[place + 1 : below + 1]


def _bare(line: str) -> str:
    return "".join(_MARKS.sub("", line).split())
