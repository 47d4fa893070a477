"""The items of a briefs column as a timeline: the day an item begins with stands before it.

`◎3月3日,青石镇开办夜校。` is 3月3日 and 青石镇开办夜校。; the first item of its article has the
anchor `b1`, the second `b2`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newspaper_archive.model import Article
from newspaper_archive.site.words.wording import BULLETS, opening

LONGEST = 120
# The day stays in the sentence where the sentence needs it: 3月3日的会议上, 3月3日起, 3月3日以来.
OPENING_DAY = re.compile(
    r"""
    (?P<day>(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:(?:至|到|[-~～—－]+)(?:\d{1,2}月)?\d{1,2}日)?)
    (?P<apart>[,，、\s]+ | (?![的以之前后起当止为是]))
    (?=\S)""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Item:
    """One item as a list shows it; `day` is as printed, "" where the item begins without one."""

    anchor: str
    day: str
    text: str


def items_of(article: Article) -> Iterator[Item]:
    """The items in print order; each anchor is its place, counted from 1."""
    for place, item in enumerate(article.items, start=1):
        text = item.text.lstrip(BULLETS).lstrip()
        found = OPENING_DAY.match(text)
        rest = text[found.end() :] if found else text
        yield Item(f"b{place}", found["day"] if found else "", opening(rest, LONGEST))
