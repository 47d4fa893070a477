"""What a page's articles weigh before they are laid out: a `Story` as the `Matter` of a broadsheet.

不误农时，把水引到田头, with kicker, subhead and two paragraphs, is a story of a 12-character headline.
"""

from collections.abc import Sequence
from itertools import chain

from newspaper_archive.model import Kind
from newspaper_archive.site.makeup.copyfit import Form, Matter, full_widths
from newspaper_archive.site.makeup.layout import Row, layout
from newspaper_archive.site.story.story_view import Passage, Story

BOXES = frozenset(kind.value for kind in (Kind.BRIEFS, Kind.PHOTO, Kind.EDITOR_NOTE, Kind.NOTICE, Kind.AD))


def rows(stories: Sequence[Story]) -> tuple[Row, ...]:
    """The page made up."""
    return layout([_matter(story) for story in stories])


def _matter(story: Story) -> Matter:
    opening = full_widths(story.opening)
    texts = chain.from_iterable(_texts(passage) for passage in story.passages)
    paragraphs = [full_widths(text) for text in texts] or ([0] if opening else [])
    if paragraphs:
        paragraphs[0] += opening
    signed = ("".join(piece.text for piece in picture.credit) for picture in story.pictures)
    captions = chain.from_iterable(zip((picture.text for picture in story.pictures), signed, strict=True))
    pictures = [full_widths(text) for text in captions if text]
    ends = [full_widths(text) for text in (story.jump_from, story.jump_to, story.tail) if text]
    return Matter(
        form=Form.BOX if story.kind in BOXES else Form.STORY,
        headline=full_widths(story.headline) if story.named else 0,
        kicker=full_widths(story.kicker),
        subhead=full_widths(story.subhead),
        small_lines=bool(story.column or story.kind_words) + bool(story.signed or story.writers),
        paragraphs=tuple(paragraphs + ends + pictures),
    )


def _texts(passage: Passage) -> Sequence[str]:
    """What a passage prints: a paragraph, or each of a row of briefs."""
    if not passage.briefs:
        return (passage.text,)
    return [brief.before + brief.day + brief.after for brief in passage.briefs]
