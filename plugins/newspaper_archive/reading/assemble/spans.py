"""Every printed character has exactly one role: the spans of a page, and the check that none is left over."""

from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from newspaper_archive.model import Line, Role, Span
from newspaper_archive.reading.assemble.draft import Draft, Gathered
from newspaper_archive.reading.assemble.headline_stack import stack
from newspaper_archive.reading.joined_lines import JoinedLines


def spans(lines: Sequence[Line], marks: Iterable[Span], found: Gathered) -> tuple[Span, ...]:
    """The roles of all non-blank characters, by line and column; what no part claims is `unassigned`."""
    by_line: dict[int, list[Span]] = {}
    for span in (*marks, *_claimed(found)):
        by_line.setdefault(span.line, []).append(span)
    return tuple(span for line in lines for span in _filled(line, by_line.get(line.number, [])))


def _filled(line: Line, claimed: list[Span]) -> Iterator[Span]:
    here = 0
    for span in sorted(claimed, key=attrgetter("start", "end")) if len(claimed) > 1 else claimed:
        start = max(here, span.start)
        if start >= span.end:
            continue
        yield from _left_over(line, here, start)
        yield Span(line.number, start, span.end, span.role)
        here = span.end
    yield from _left_over(line, here, len(line.text))


def _left_over(line: Line, start: int, end: int) -> Iterator[Span]:
    if line.text[start:end].strip():
        yield Span(line.number, start, end, Role.UNASSIGNED)


def _claimed(found: Gathered) -> Iterator[Span]:
    for draft in found.drafts:
        for joined, role in _of_draft(draft):
            yield from joined.spans(0, len(joined.raw), role)
    for joined, role in _of_page(found):
        yield from joined.spans(0, len(joined.raw), role)


def _of_draft(draft: Draft) -> Iterator[tuple[JoinedLines, Role]]:
    named = draft.named or stack(draft.heads)
    for joined, role in (
        (named.kicker, Role.KICKER),
        (named.headline, Role.HEADLINE),
        (named.subhead, Role.SUBHEAD),
    ):
        if joined:
            yield joined, role
    for one in (draft.column, draft.notes_label, draft.jump_from, draft.jump_to):
        if one:
            yield one, Role.LABEL
    yield from ((joined, Role.DATELINE) for joined in draft.dateline)
    yield from ((joined, Role.BYLINE) for joined in draft.authors)
    yield from draft.paragraphs
    yield from ((joined, Role.SIGNATURE) for joined in draft.tails)
    yield from ((joined, Role.CAPTION) for joined in draft.credits)


def _of_page(found: Gathered) -> Iterator[tuple[JoinedLines, Role]]:
    for caption in found.captions:
        yield from ((joined, Role.CAPTION) for joined in (*caption.text, caption.credit) if joined)
    for teaser in found.teasers:
        yield from ((joined, Role.TEASER) for joined in (*teaser.headline, teaser.pointer) if joined)
    yield from ((joined, Role.LABEL) for joined in found.labels)
    yield from ((joined, Role.COLOPHON) for joined in found.colophon)
    yield from ((joined, Role.FURNITURE) for joined in found.furniture)
