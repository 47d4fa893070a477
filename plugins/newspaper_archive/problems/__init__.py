"""What the desk should look at again: one table of rules over a page as read, one over the whole archive.

`C01.txt:12: 有标题而无正文：“渡口的船又开了”。请对照版面…`. A rule sees one thing and yields a problem for
each place where it stands.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain

from newspaper_archive.folder.text.misread import MISREAD
from newspaper_archive.model import Archive, Page, Problem, Severity
from newspaper_archive.problems import (
    character,
    cut,
    dating,
    interleaved,
    joint,
    left_out,
    lost,
    missing_issues,
    missing_pages,
    notice,
    odd_heads,
    other_script,
    papers,
    pointer,
    set_vertically,
    signed,
    story_parts,
    topic,
    twice,
)

__all__ = [
    "ARCHIVE_RULES",
    "CUT_RULES",
    "FACT_RULES",
    "ArchiveRule",
    "PageRule",
    "archive_problems",
    "asked_once",
    "with_problems",
]

PageRule = Callable[[Page], Iterator[Problem]]
ArchiveRule = Callable[[Archive], Iterator[Problem]]

FACT_RULES: tuple[PageRule, ...] = (
    dating.undated,
    dating.uncertain_date,
    character.replaced,
    character.private,
    character.unassigned,
    set_vertically.set_vertically,
    interleaved.interleaved,
    other_script.other_script,
    lost.lost_text,
    left_out.few_stories,
    left_out.text_as_furniture,
    left_out.colophon_unread,
)

# The firmer evidence first: a line is asked about once, by the first rule that sees it.
CUT_RULES: tuple[PageRule, ...] = (
    story_parts.empty_story,
    story_parts.headline_alone,
    story_parts.stray_headlines,
    story_parts.headline_as_text,
    story_parts.very_short_story,
    joint.dateline_within,
    joint.byline_within,
    joint.mark_within,
    joint.headline_within,
    joint.signed_midway,
    joint.opens_midway,
    joint.no_sentence,
    joint.headline_like_text,
    story_parts.text_alone,
    odd_heads.head_of_other_form,
    odd_heads.crosshead_alone,
    cut.lone_crosshead,
    cut.headlines_in_a_row,
    cut.uncertain_cut,
    cut.short_text,
    joint.breaks_off,
    signed.unread_names,
    signed.unlikely_names,
    joint.orphan_credit,
    topic.subject_changes,
)

ARCHIVE_RULES: tuple[ArchiveRule, ...] = (
    papers.unknown_paper,
    twice.same_page,
    twice.same_story,
    missing_pages.missing_folios,
    missing_pages.unusual_folios,
    missing_issues.missing_issues,
    missing_issues.unknown_rhythm,
    pointer.unresolved_jumps,
    pointer.unresolved_teasers,
    notice.unfollowed_notices,
)


def archive_problems(archive: Archive) -> tuple[Problem, ...]:
    """What only the pages together show; the pages' own problems are not among it."""
    return tuple(chain.from_iterable(rule(archive) for rule in ARCHIVE_RULES))


def with_problems(page: Page, settled: frozenset[int] = frozenset()) -> Page:
    """The page with what its rules see, after what was seen when its file was opened and placed.

    On `settled` lines the desk has said how the page is to be read; nothing is asked of them again. Nor is
    anything of the stories of a page that is no Chinese till it is saved anew.
    """
    facts = chain.from_iterable(rule(page) for rule in FACT_RULES)
    if any(one.code == MISREAD and one.severity is Severity.ERROR for one in page.problems):
        return replace(page, problems=(*page.problems, *facts))
    return replace(page, problems=(*page.problems, *facts, *asked_once(page, settled)))


def asked_once(page: Page, settled: frozenset[int] = frozenset()) -> Iterator[Problem]:
    """The doubtful cuts, without those whose every line is settled or was asked about before."""
    asked: set[int | None] = {*settled, *(problem.line for problem in page.reading.problems)}
    for problem in chain.from_iterable(rule(page) for rule in CUT_RULES):
        lines = {problem.line, *problem.also}
        if not lines <= asked:
            asked |= lines
            yield problem
