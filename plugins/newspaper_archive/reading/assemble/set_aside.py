"""Printed lines that stand outside all stories: they part none, and say what they say of the page.

So do the labels and credits of a second page in one file.

`《云汀日报》（2024年5月10日 第 03 版）` under each headline is furniture, and names paper, day and page.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from newspaper_archive.lexicon.roles import BLOCKS, Part
from newspaper_archive.model import Block, Decision, Line, Orders, Role
from newspaper_archive.reading.assemble.draft import Gathered, LooseTeaser
from newspaper_archive.reading.classify import Judged, classify, forms
from newspaper_archive.reading.joined_lines import JoinedLines, cut, join_lines
from newspaper_archive.reading.printed.running_lines import CLIPPED
from newspaper_archive.reading.printed.step import SetAside
from newspaper_archive.reading.printed.web_page import OF_ONE_STORY
from newspaper_archive.reading.segment.recut import recut

ITS_OWN = frozenset({Part.LABEL, Part.COLOPHON})
PARTS = {Role.FURNITURE: Part.FURNITURE, Role.TEASER: Part.POINTER}


def judged_pages(cuts: Sequence[Sequence[Block]], orders: Orders) -> tuple[Judged, ...]:
    """The blocks of a file that holds several pages; what the later ones say of themselves is set aside.

    The desk's word overrules that, as everywhere.
    """
    first, *others = [classify(recut(blocks, orders), orders) for blocks in cuts]
    named = {line for line, _ in orders.claims}
    later = (_set_aside(one, named) for judged in others for one in judged)
    return (*first, *later)


def _set_aside(one: Judged, named: AbstractSet[int]) -> Judged:
    if one.part not in ITS_OWN or not named.isdisjoint(line.number for line in one.look.block.lines):
        return one
    return replace(one, part=Part.FURNITURE, because=f"{one.because}（文件里的另一版）")


def kept_aside(aside: Sequence[SetAside], orders: Orders) -> tuple[SetAside, ...]:
    """Without the lines of which the desk says what they are."""
    named = {line for line, _ in orders.claims} | {*orders.splits}
    named |= {line for lines in (*orders.joins, *orders.teasers) for line in lines}
    return tuple(one for one in aside if one.line.number not in named)


def without(lines: Sequence[Line], aside: Sequence[SetAside]) -> tuple[Line, ...]:
    """The lines that blocks are made of; where one stood the page broke, as at a blank line."""
    gone = {one.line for one in aside}
    if not gone:
        return tuple(lines)
    return tuple(Line(line.number, "", "") if line in gone else line for line in lines)


def leads_elsewhere(aside: Sequence[SetAside]) -> bool:
    """Whether an index stands above the story of a web page, which holds one."""
    return any(one.because == OF_ONE_STORY for one in aside)


def add_aside(found: Gathered, aside: Sequence[SetAside]) -> None:
    """Puts them where they belong among the parts of the page."""
    for one in aside:
        joined = join_lines([one.line])
        if one.role is Role.TEASER:
            found.teasers.append(LooseTeaser([joined], None))
        else:
            found.furniture.append(joined)
            found.furniture_lines.append(one.line)
    if aside:
        found.furniture_lines.sort(key=lambda line: line.number)


def named_by(aside: Sequence[SetAside]) -> Iterator[JoinedLines]:
    """What of them names the paper, the day and the page: each as a label by itself."""
    for one in aside:
        joined = join_lines([one.line])
        if one.role is Role.FURNITURE and (found := CLIPPED.fullmatch(joined.text)):
            yield cut(joined, found.start("title"), found.end("title"))
            yield joined
            yield cut(joined, found.start("folio"), found.end("folio"))
        elif one.role is Role.FURNITURE and forms.PRINTED_DATE.match(joined.text):
            yield joined


def aside_decision(one: SetAside) -> Decision:
    text = one.line.raw.strip()
    return Decision((one.line.number,), BLOCKS[PARTS[one.role]], one.because, text, bounds="自成一行")
