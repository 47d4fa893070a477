"""The items of a briefs column as a timeline: the day an item begins with stands before it.

`◎3月3日,青石镇开办夜校。` is 3月3日 and 青石镇开办夜校。; one that begins on the printed line 12 has the
anchor `L12`, so that the page file alone decides what it means.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newspaper_archive.lexicon.slug import short_hash
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


def item_anchors(article: Article) -> Iterator[str]:
    """By the line that an item begins on; of others on that line by their printed words too: `L12-4f1a2c`."""
    given: set[str] = set()
    printed = article.printed.items if article.printed else ()
    for item in printed if len(printed) == len(article.items) else article.items:
        line = f"L{item.lines[0]}" if item.lines else "L"
        anchor = f"{line}-{short_hash(item.text)}" if line in given else line
        # The same words twice on one line are told apart by their order.
        anchor += f"-{len(given)}" if anchor in given else ""
        given.add(anchor)
        yield anchor


def items_of(article: Article) -> Iterator[Item]:
    """The items in print order."""
    for anchor, item in zip(item_anchors(article), article.items, strict=True):
        text = item.text.lstrip(BULLETS).lstrip()
        found = OPENING_DAY.match(text)
        rest = text[found.end() :] if found else text
        yield Item(anchor, found["day"] if found else "", opening(rest, LONGEST))
