"""Captions and credits: `图为新桥。 本报记者 王岚 摄` belongs to a story, or is a picture of its own."""

from newspaper_archive.assemble.draft import Draft, LooseCaption
from newspaper_archive.assemble.pointers import point
from newspaper_archive.assemble.standing import Standing
from newspaper_archive.classify import Judged
from newspaper_archive.model import Kind
from newspaper_archive.strand import Strand, cut

PHOTO_PARAGRAPHS = 3
PHOTO_LETTERS = 420


def credit(page: Standing, one: Judged) -> None:
    text = one.look.strand
    pointer = one.look.forms.get("pointer tail")
    if pointer is None:
        credit_for(page, text)
        return
    credit_for(page, cut(text, 0, pointer.start("pointer")))
    point(page, cut(text, pointer.start("pointer")))


def credit_for(page: Standing, credit: Strand) -> None:
    """A credit belongs to the caption above it, to the photo story it ends, or to a picture without text."""
    captions = page.found.captions
    if captions and captions[-1].credit is None and captions[-1].draft is page.open and not page.heads:
        captions[-1].credit = credit
        return
    if page.open is None and not page.heads:
        captions.append(LooseCaption([], credit, None))
        return
    story = page.story() if page.heads or page.open is None else page.open
    if not story.opens_with_dateline and len(story.paragraphs) <= PHOTO_PARAGRAPHS and story.heads:
        page.pictured = story
    if _is_photo_story(story):
        story.credits.append(credit)
        captions.append(LooseCaption([text for text, _ in story.paragraphs], credit, story))
    else:
        captions.append(LooseCaption([], credit, None))


def caption(page: Standing, one: Judged) -> None:
    text = one.look.strand
    if "caption label" in one.look.forms:
        page.found.furniture.append(text)
        page.found.furniture_lines += one.look.block.lines
        page.picture = True
        return
    page.picture = False
    credit = one.look.forms.get("credit tail")
    tail = cut(text, credit.start()) if credit and credit.start() else None
    words = cut(text, 0, credit.start()) if credit and tail else text
    page.found.captions.append(LooseCaption([words], tail, page.open))


def to_caption(story: Draft, caption: LooseCaption) -> None:
    """What stood between a headline and its dateline, and ended in a credit, was the picture's text."""
    caption.text = [text for text, _ in story.paragraphs]
    caption.draft = story
    story.paragraphs, story.credits = [], []


def _is_photo_story(story: Draft) -> bool:
    if story.kind is not None:
        return story.kind is Kind.PHOTO and not story.credits
    plain = not (story.opens_with_dateline or story.authors or story.is_briefs or story.credits)
    short = len(story.paragraphs) <= PHOTO_PARAGRAPHS
    return plain and short and sum(len(text.text) for text, _ in story.paragraphs) <= PHOTO_LETTERS
