"""Captions and credits: `图为新桥。 本报记者 王岚 摄` belongs to a story, or is a picture of its own."""

from newspaper_archive.model import Kind, Role
from newspaper_archive.reading.assemble.draft import Draft, LooseCaption, Pictured
from newspaper_archive.reading.assemble.pointers import point
from newspaper_archive.reading.assemble.reading_state import ReadingState
from newspaper_archive.reading.classify import Judged
from newspaper_archive.reading.classify.forms import PHOTO_HEADLINE
from newspaper_archive.reading.joined_lines import JoinedLines, cut

PHOTO_PARAGRAPHS = 3
PHOTO_LETTERS = 420
CAPTION_LETTERS = 240
"""A paragraph beneath `(图片)` that is longer is a story's; the longest caption of the real pages has 234."""


def credit(page: ReadingState, one: Judged) -> None:
    text = one.look.joined
    pointer = one.look.forms.get("pointer tail")
    if pointer is None:
        credit_for(page, text)
        return
    credit_for(page, cut(text, 0, pointer.start("pointer")))
    point(page, cut(text, pointer.start("pointer")))


def credit_for(page: ReadingState, credit: JoinedLines) -> None:
    """A credit belongs to the caption above it, to the photo story it ends, or to a picture without text."""
    captions = page.found.captions
    if page.open is not None and not page.heads:
        page.open.pictures_by.append(credit)
    if captions and captions[-1].credit is None and captions[-1].draft is page.open and not page.heads:
        captions[-1].credit = credit
        return
    if page.open is None and not page.heads:
        captions.append(LooseCaption([], credit, None))
        return
    story = page.story() if page.heads or page.open is None else page.open
    if _is_photo_story(story):
        story.credits.append(credit)
        captions.append(LooseCaption([text for text, _ in story.paragraphs], credit, story))
    else:
        captions.append(LooseCaption([], credit, None))
    page.pictured = _pictured(page.pictured, story, captions[-1])


def _pictured(before: Pictured | None, story: Draft, caption: LooseCaption) -> Pictured | None:
    """What a dateline right beneath this credit makes a caption of."""
    if not story.heads or story.opens_with_dateline:
        return None
    again = before is not None and before.story is story and before.caption.text
    return Pictured(story, caption, before.end if before and again else 0, len(story.paragraphs))


def caption(page: ReadingState, one: Judged) -> None:
    text = one.look.joined
    if "caption label" in one.look.forms:
        page.found.furniture.append(text)
        page.found.furniture_lines += one.look.block.lines
        page.picture = True
        return
    page.picture = False
    credit = one.look.forms.get("credit tail")
    tail = cut(text, credit.start()) if credit and credit.start() else None
    words = cut(text, 0, credit.start()) if credit and tail else text
    if tail and page.heads and PHOTO_HEADLINE.search(page.heads[-1][0].text):
        # The text of a picture that has a headline is its story's too, however short it is.
        page.paragraph(words, Role.BODY)
        credit_for(page, tail)
        return
    page.found.captions.append(LooseCaption([words], tail, page.open))


def was_picture(page: ReadingState) -> bool:
    """Whether the one paragraph between a headline and this dateline, with a credit, is its picture's text.

    It becomes a caption. What follows the credit is a story's, and so are briefs and several paragraphs.
    """
    pictured, page.pictured = page.pictured, None
    if pictured is None or pictured.story is not page.open or not _is_one_picture(pictured):
        return False
    story = pictured.story
    pictured.caption.text = [text for text, _ in story.paragraphs[pictured.start :]]
    pictured.caption.draft = story
    story.paragraphs, story.credits = [], []
    return True


def _is_one_picture(pictured: Pictured) -> bool:
    story = pictured.story
    plain = all(role is Role.BODY for _, role in story.paragraphs) and _is_short(story)
    return plain and pictured.start + 1 >= pictured.end == len(story.paragraphs)


def _is_photo_story(story: Draft) -> bool:
    if story.kind is not None:
        return story.kind is Kind.PHOTO and not story.credits
    signed = story.opens_with_dateline or story.authors or story.tails
    plain = not (signed or story.is_briefs or story.credits)
    return plain and _is_short(story)


def _is_short(story: Draft) -> bool:
    short = len(story.paragraphs) <= PHOTO_PARAGRAPHS
    return short and sum(len(text.text) for text, _ in story.paragraphs) <= PHOTO_LETTERS
