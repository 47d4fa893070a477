"""A page that is not Chinese: no rule of Chinese print is tried on it, and it stays one text.

`The Commoner … Lincoln, Nebraska` is kept paragraph by paragraph, under its headline.
"""

import re
from collections.abc import Sequence
from itertools import islice

from newspaper_archive.lexicon.han import HAN
from newspaper_archive.model import Block, Line, Role
from newspaper_archive.reading.assemble.draft import Draft, Gathered
from newspaper_archive.reading.joined_lines import join_lines

HAN_LETTER = re.compile(f"[{HAN}]")
LETTER = re.compile(r"[^\W\d_]")
BEGINNING_LINES, BEGINNING_LETTERS = 120, 1000
FEWEST_LETTERS = 40
HEADLINE = re.compile(r"[^\W\d_][^.!?\"]*[^\W_][?!]?")
LONGEST_HEADLINE = 80
BYLINE = re.compile(r"(?i:by) [^\W\d_][\w.' -]{2,40}")
HAN_SHARE = 0.1


def is_chinese(lines: Sequence[Line]) -> bool:
    """Whether a tenth of the letters at the page's beginning are Chinese; too few letters count as such."""
    beginning = "".join(line.text for line in islice(lines, BEGINNING_LINES))[:BEGINNING_LETTERS]
    letters = len(LETTER.findall(beginning))
    return letters < FEWEST_LETTERS or len(HAN_LETTER.findall(beginning)) >= HAN_SHARE * letters


def whole(blocks: Sequence[Block]) -> Gathered:
    """All blocks as the paragraphs of one story; lines that follow without a blank line are one paragraph."""
    story = Draft()
    run: list[Line] = []
    for block in blocks:
        if run and block.lines[0].place > run[-1].place + 1:
            story.paragraphs.append((join_lines(run), Role.BODY))
            run = []
        run += block.lines
    if run:
        story.paragraphs.append((join_lines(run), Role.BODY))
    return Gathered(drafts=[_named(story)] if story.paragraphs else [])


def _named(story: Draft) -> Draft:
    """A first line of words without a stop is the headline, a line `By A. Merrow` under it the byline."""
    head = story.paragraphs[0][0]
    if len(story.paragraphs) > 1 and HEADLINE.fullmatch(head.text) and len(head.text) <= LONGEST_HEADLINE:
        story.heads.append((head, 0))
        del story.paragraphs[0]
    if len(story.paragraphs) > 1 and BYLINE.fullmatch(story.paragraphs[0][0].text):
        story.authors.append(story.paragraphs.pop(0)[0])
    return story
