"""A part of a story that began on another page, as it is set there and below the beginning of the story.

On C02 it stands under the headline of C01 and leads to it. Under `（上接C01版）` it stands in the whole as
well, at the anchor `part-2`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from newspaper_archive.model import ArchivedPage, ContinuedHere, Issue
from newspaper_archive.site.story.amended import Amended
from newspaper_archive.site.story.story_view import Passage, Story, anchor_of
from newspaper_archive.site.tongue import Tongue
from newspaper_archive.site.words.wording import headline_words


@dataclass(frozen=True, slots=True)
class ShownPart:
    """A later part of a story and its page; `again` is its own headline where it says something else."""

    page: ArchivedPage
    story: Story
    again: str


def as_part(part: Story, here: ContinuedHere, tongue: Tongue) -> Story:
    """As it is set on its own page; its anchors are those of the file of the whole story."""
    prefix = f"{anchor_of(here.number)}-"
    following = here.whole.rest[here.number - 1 :]
    return replace(
        part,
        address=here.whole.address,
        headline=part.headline if part.named else headline_words(tongue, here.whole.article),
        without_headline=False,
        passages=tuple(_prefixed(passage, prefix) for passage in part.passages),
        amendments=tuple(replace(one, anchor=prefix + one.anchor) for one in part.amendments),
        amended=tuple(prefix + anchor for anchor in part.amended),
        jump_from_at=f"{here.whole.address}#{anchor_of(here.number)}",
        jump_to_at=f"{here.whole.address}#{anchor_of(here.number + 1)}" if following else "",
    )


def parts_shown(id_: str, issue: Issue, stories: Mapping[str, Story]) -> tuple[ShownPart, ...]:
    """The later parts of a story as they stand below its beginning; `stories` are by id."""
    found = [
        (here.number, page, stories[here.part.id])
        for page in issue.pages
        for here in page.continued
        if here.whole.id == id_
    ]
    headline = stories[id_].headline
    return tuple(
        ShownPart(page, part, part.headline if part.headline != headline else "")
        for _, page, part in sorted(found, key=lambda one: one[0])
    )


def _prefixed(passage: Passage, prefix: str) -> Passage:
    briefs = tuple(
        replace(one, anchor=prefix + one.anchor, amended=tuple(prefix + anchor for anchor in one.amended))
        for one in passage.briefs
    )
    shown = passage.amended
    wordings = tuple(replace(one, anchor=one.anchor and prefix + one.anchor) for one in shown.wordings)
    return replace(
        passage,
        briefs=briefs,
        amended=Amended(wordings, tuple(prefix + anchor for anchor in shown.more)),
    )
