"""Short lines between paragraphs, seen together: which end in a signature, which form a series.

`花钱不多,心思要多` and, two paragraphs on, `人来了,垃圾就少了` are of one length and cadence:
crossheads come in series.
"""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from newspaper_archive.reading.classify.look import Look

LIKE_WIDTH, LIKE_PART = 2.5, 0.15
FEWEST_IN_A_ROW, FEWEST_SET_APART = 3, 2
SIGNED = frozenset({"credit", "credit tail", "bracketed tail", "signature", "end dateline"})
CADENCE = ",:、 “"
# 会上,各镇作了发言; 该区还投入两千万元; 他说: of what stands above, so that no other story opens here.
CARRIES_ON = re.compile(
    r"会议(?:还|要求|强调|指出|认为|决定|听取|开始|结束)|会[上后],|该[区市县镇乡村校局院厂站所案](?!不)"
    r"|该(?:公司|街道|项目|单位)|此外|与此同时|不仅如此|除此之外|对此|为此,|接下来"
    r"|[他她](?:们)?(?:还|又)?(?:说|告诉|表示)|据[他她其](?:们)?介绍"
)


@dataclass(frozen=True, slots=True)
class Series:
    """Indices of short lines.

    `signed` head a text that ends in a signature; `alike` have a like neighbour, `one_cadence` one of like
    rhythm, `unmarked_between` one that no dateline parts from them. `datelined`: stories here
    open with datelines; `lower_ranked`: marked a rank below their story's headline;
    `one_paragraph`: in a row of short lines each over one paragraph; `rows` are neighbours of like width;
    `set_apart`: blank lines stand above headlines over datelines, and none beneath them.
    """

    signed: frozenset[int]
    alike: frozenset[int]
    one_cadence: frozenset[int]
    unmarked_between: frozenset[int]
    datelined: bool
    lower_ranked: frozenset[int]
    one_paragraph: frozenset[int]
    rows: tuple[tuple[int, ...], ...]
    set_apart: bool


def series(looks: Sequence[Look]) -> Series:
    """Reads the short lines that paragraphs follow, and what stands between one and the next."""
    heads = [up for up, below in pairwise(looks) if is_heading_like(up) and not is_heading_like(below)]
    signed = {head.index for head in heads if _ends_signed(looks, head.index)}
    plain = [h for h in heads if h.index not in signed and looks[h.index + 1].dateline is None]
    alike: set[int] = set()
    one_cadence: set[int] = set()
    between: set[int] = set()
    rows: list[list[int]] = []
    for upper, lower in pairwise(plain):
        if _only_paragraphs(looks, upper.index, lower.index):
            between |= {upper.index, lower.index}
        if abs(upper.cells - lower.cells) <= max(LIKE_WIDTH, LIKE_PART * upper.cells) and _only_paragraphs(
            looks, upper.index, lower.index
        ):
            alike |= {upper.index, lower.index}
            if rows and rows[-1][-1] == upper.index:
                rows[-1].append(lower.index)
            else:
                rows.append([upper.index, lower.index])
            if _cadence(upper) == _cadence(lower) != frozenset():
                one_cadence |= {upper.index, lower.index}
    return Series(
        frozenset(signed),
        frozenset(alike),
        frozenset(one_cadence),
        frozenset(between),
        _is_datelined(looks, plain),
        _lower_ranked(looks),
        _over_one_paragraph(looks, heads, one_cadence),
        tuple(map(tuple, rows)),
        _is_set_apart(looks),
    )


def _is_set_apart(looks: Sequence[Look]) -> bool:
    heads = [
        head for head, below in pairwise(looks) if below.dateline and is_heading_like(head) and head.index
    ]
    apart = sum(head.gap > 0 and not head.gap_after for head in heads)
    return apart >= FEWEST_SET_APART and 3 * apart >= 2 * len(heads)


def _over_one_paragraph(
    looks: Sequence[Look], heads: Sequence[Look], one_cadence: Container[int]
) -> frozenset[int]:
    """Short lines in a row of three or more, each over one paragraph, as short items stand.

    A row in which two have one cadence, one is marked as a heading, or one goes on with what stands above it
    is of crossheads.
    """
    rows: list[list[Look]] = [[]]
    for head in heads:
        if rows[-1] and head.index != rows[-1][-1].index + 2:
            rows.append([])
        rows[-1].append(head)
        if not _is_over_one(looks, head):
            rows[-1].pop()
            rows.append([])
    return frozenset(
        head.index
        for row in rows
        if len(row) >= FEWEST_IN_A_ROW
        and not any(head.rank or head.index in one_cadence or _carries_on(looks, head) for head in row)
        for head in row
    )


def _carries_on(looks: Sequence[Look], head: Look) -> bool:
    return CARRIES_ON.match(looks[head.index + 1].text) is not None


def _is_over_one(looks: Sequence[Look], head: Look) -> bool:
    """Beneath the paragraph stands another short line, a signature or nothing."""
    after = looks[head.index + 2] if head.index + 2 < len(looks) else None
    return after is None or is_heading_like(after) or bool(after.forms.keys() & SIGNED)


def _lower_ranked(looks: Sequence[Look]) -> frozenset[int]:
    """Marked headings of a lower rank than their story's, over paragraphs that open without a dateline."""
    lower: set[int] = set()
    story: Look | None = None
    for look, below in pairwise(looks):
        if not look.rank:
            continue
        beneath = story is not None and look.rank > story.rank and looks[look.index - 1].ends
        if beneath and below.ends and below.dateline is None:
            lower.add(look.index)
        else:
            story = look
    return frozenset(lower)


def _is_datelined(looks: Sequence[Look], plain: Sequence[Look]) -> bool:
    """Two stories or more open with a dateline, not much fewer than open plainly (a row counts once)."""
    datelines = sum(look.dateline is not None and "end dateline" not in look.forms for look in looks)
    rows = 1 + sum(not _only_paragraphs(looks, upper.index, lower.index) for upper, lower in pairwise(plain))
    return datelines >= 2 and datelines * 2 >= (rows if plain else 0)


def is_heading_like(look: Look) -> bool:
    return (
        look.cells <= 30
        and not look.ends
        and look.dateline is None
        and not look.forms.keys() & {"credit", "credit tail", "signature", "author", "office"}
    )


def _ends_signed(looks: Sequence[Look], start: int) -> bool:
    for look in islice(looks, start + 1, None):
        if look.forms.keys() & SIGNED and "place and caption" not in look.forms:
            return True
        if is_heading_like(look) or look.dateline:
            return False
    return False


def _only_paragraphs(looks: Sequence[Look], start: int, end: int) -> bool:
    return all(not is_heading_like(look) and look.dateline is None for look in looks[start + 1 : end])


def _cadence(look: Look) -> frozenset[str]:
    """The marks that give a line its rhythm: a comma, a blank, a quotation."""
    return frozenset(mark for mark in CADENCE if mark in look.text)
