"""Parts to drafts: reading down the page, each part joins the story it stands in.

A headline closes the story above it; a credit ends a photo story; `C02 看点` makes the headline above it
a teaser.
"""

from collections.abc import Callable, Sequence

from newspaper_archive.reading.assemble import captions, column_labels, imprint, pointers, stories
from newspaper_archive.reading.assemble.draft import Draft, Gathered
from newspaper_archive.reading.assemble.reading_state import OneStory, ReadingState
from newspaper_archive.reading.classify import Judged, Part


def gather(judged: Sequence[Judged]) -> Gathered:
    """Every block of a page in a draft, a caption, a teaser, the colophon or the furniture."""
    page = ReadingState()
    for one in judged:
        if one.look.text:
            STEPS[one.part](page, one)
    page.close()
    return page.found


def gather_one(judged: Sequence[Judged], story: Draft) -> Gathered:
    """Every block in this one story, as the desk has ordered them."""
    page = OneStory(story)
    for one in judged:
        page.open = story
        STEPS[one.part](page, one)
    page.close()
    return page.found


STEPS: dict[Part, Callable[[ReadingState, Judged], None]] = {
    Part.HEAD: stories.head,
    Part.OPENING: stories.opening,
    Part.BODY: stories.body,
    Part.UNFINISHED: stories.unfinished,
    Part.CROSSHEAD: stories.crosshead,
    Part.ITEM: stories.item,
    Part.AUTHOR: stories.author,
    Part.CREDIT: captions.credit,
    Part.CAPTION: captions.caption,
    Part.SIGNATURE: stories.signature,
    Part.COLUMN: column_labels.column,
    Part.NOTE: column_labels.note,
    Part.LABEL: imprint.label,
    Part.POINTER: pointers.pointer,
    Part.JUMP: pointers.jump,
    Part.COLOPHON: imprint.colophon,
    Part.FURNITURE: imprint.furniture,
    Part.ROW: stories.row,
}
