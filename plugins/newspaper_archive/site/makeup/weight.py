"""How much the paper made of each article of a page: which one leads, and how large its headline is set.

The first story with a headline leads; one of 900 characters with kicker and subhead comes next in size, a
photo or 一周速读 last.
"""

from collections.abc import Sequence

from newspaper_archive.site.makeup.copyfit import SMALLEST, Form, Matter, headline_lines

LEAD_SPAN, LEAD_SIZES, LEAD_LINES = 8, (1, 2, 3), 2
# From how much weight on a headline is of which size; see `weight`.
HEAVY, MIDDLING = 3.0, 1.5


def headline_sizes(matters: Sequence[Matter]) -> tuple[int, ...]:
    """The lead's headline the largest, each other's by its weight, and always smaller."""
    lead = lead_of(matters)
    sizes = []
    for index, matter in enumerate(matters):
        if index == lead:
            sizes.append(_lead_size(matter))
        else:
            sizes.append(max(_size(matter, index), _lead_size(matters[lead]) + 1))
    return tuple(sizes)


def weight(matter: Matter, index: int) -> float:
    """How much the paper made of it: its length, its headline stack, and how early it was printed."""
    stack = bool(matter.kicker) + bool(matter.subhead)
    return min(matter.text, 1200) / 400 + stack / 2 + max(0.0, 1 - index / 4)


def lead_of(matters: Sequence[Matter]) -> int:
    """The first story with a headline, else the first story, else the first of all."""
    stories = [index for index, matter in enumerate(matters) if matter.form is Form.STORY]
    return next((index for index in stories if matters[index].headline), stories[0] if stories else 0)


def _lead_size(matter: Matter) -> int:
    if not matter.headline:
        return SMALLEST - 1
    sizes = (size for size in LEAD_SIZES if headline_lines(matter, LEAD_SPAN, size) <= LEAD_LINES)
    return next(sizes, LEAD_SIZES[-1])


def _size(matter: Matter, index: int) -> int:
    if matter.form is Form.BOX or not matter.headline:
        return SMALLEST
    heavy = weight(matter, index)
    return 3 if heavy >= HEAVY else 4 if heavy >= MIDDLING else SMALLEST
