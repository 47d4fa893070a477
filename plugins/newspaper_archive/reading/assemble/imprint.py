"""What is the page's and no story's: its labels, `编辑:… 校对:…`, hotlines and codes."""

import re
from itertools import pairwise

from newspaper_archive.model import Role
from newspaper_archive.reading.assemble.draft import LooseTeaser
from newspaper_archive.reading.assemble.reading_state import ReadingState
from newspaper_archive.reading.classify import Judged, forms
from newspaper_archive.reading.classify.page_credits import STROKE, page_credits
from newspaper_archive.reading.joined_lines import JoinedLines, cut, join

ONLY_NAMES = re.compile(forms.NAMES)


def label(page: ReadingState, one: Judged) -> None:
    page.found.labels.append(one.look.joined)


def colophon(page: ReadingState, one: Judged) -> None:
    page.drop_heads()
    text = one.look.joined
    whole = len(text.text)
    made = page_credits(text.text)
    above = page.found.colophon[-1:]
    if not made and above and ONLY_NAMES.fullmatch(text.text):
        page.found.colophon[-1] = join([*above, text], " ")
        return
    named = [(one.start, one.end) for one in made] or [(0, whole)]
    _above_credits(page, cut(text, 0, named[0][0]))
    for (start, end), (following, _) in pairwise([*named, (whole, whole)]):
        between = cut(text, end, following)
        parted = any(character.isalnum() and character not in STROKE for character in between.text)
        page.found.colophon.append(cut(text, start, end if parted else following))
        if parted:
            _beside_credits(page, between)


def _above_credits(page: ReadingState, text: JoinedLines) -> None:
    """A date line may share its line with the credits, or a story's writer; all else is a line of its own."""
    if forms.ENDS_SENTENCE.search(text.text):
        page.paragraph(text, Role.BODY)
    elif forms.AUTHOR.fullmatch(text.text) and page.open is not None and page.open.has_body:
        page.open.tails.append(text)
    elif forms.PRINTED_DATE.search(text.text) or forms.PAGE_LABEL.fullmatch(text.text):
        page.found.labels.append(text)
    elif not any(map(str.isalnum, text.text)):
        page.found.colophon += [text] if text.text else []
    elif text.text:
        page.found.teasers.append(LooseTeaser([text], None))


def _beside_credits(page: ReadingState, text: JoinedLines) -> None:
    """`电话:000-5550136` behind the last name is the page's own; a sentence that has run in is a story's."""
    if forms.ENDS_SENTENCE.search(text.text):
        page.paragraph(text, Role.BODY)
    else:
        page.found.labels.append(text)


def furniture(page: ReadingState, one: Judged) -> None:
    page.drop_heads()
    page.found.furniture.append(one.look.joined)
    page.found.furniture_lines += one.look.block.lines
