"""Columns stay where they were read: an article that the desk puts together takes none from those beside it.

Under 专题访谈 stand two stories; `- {headline: 3, body: 4, column: 2}` is about the first, and the second
keeps its 专题访谈.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from newspaper_archive.model import Block, Orders
from newspaper_archive.reading.assemble.draft import Draft, Gathered
from newspaper_archive.reading.assemble.gather import gather
from newspaper_archive.reading.assemble.settle import settle
from newspaper_archive.reading.classify import Judged, Part, classify
from newspaper_archive.reading.joined_lines import JoinedLines
from newspaper_archive.reading.segment.recut import recut


def without_articles(blocks: Sequence[Block], orders: Orders) -> tuple[Judged, ...]:
    """The page as it is judged where the desk says what lines are, but puts no article together."""
    claims = tuple((line, claim) for line, claim in orders.claims if claim.article is None)
    of_lines = replace(orders, claims=claims, articles=())
    return classify(recut(blocks, of_lines), of_lines)


def labels_over_others(before: Sequence[Judged], orders: Orders) -> frozenset[int]:
    """Lines that an ordered article has as its column, and that part the stories of the page all the same."""
    read = {line.number for one in before if one.part is Part.COLUMN for line in one.look.block.lines}
    named = {line for order in orders.articles for line in order.lines("column")}
    return frozenset(named & read)


def keep_columns(found: Gathered, before: Sequence[Judged], orders: Orders) -> None:
    """Gives the stories that the desk does not name the columns that they had, and no others."""
    told = {line for line, claim in orders.claims if claim.role != "column"}
    had = _columns(before)
    loose = {id(draft.column): draft.column for draft in found.drafts if draft.column}
    for draft in found.drafts:
        column = _most_shared(_lines(draft), had)
        draft.column = column if column and told.isdisjoint(column.lines()) else None
    used = {line for draft in found.drafts if draft.column for line in draft.column.lines()}
    used |= {line for order in orders.articles for line in order.lines("column")}
    found.labels = [one for one in (*found.labels, *loose.values()) if used.isdisjoint(one.lines())]


def _columns(before: Sequence[Judged]) -> dict[int, JoinedLines | None]:
    """For each line of a story the column of its story."""
    reference = gather(before)
    settle(reference)
    return {line: draft.column for draft in reference.drafts for line in _lines(draft)}


def _most_shared(lines: Iterable[int], had: dict[int, JoinedLines | None]) -> JoinedLines | None:
    columns = [had.get(line) for line in lines]
    times = Counter(map(id, columns))
    return max(columns, key=lambda column: times[id(column)], default=None)


def _lines(draft: Draft) -> list[int]:
    texts = [one for one in (draft.notes_label, draft.jump_from, draft.jump_to) if one]
    texts += [*(head for head, _ in draft.heads), *draft.dateline, *draft.authors]
    texts += [*(text for text, _ in draft.paragraphs), *draft.tails, *draft.credits]
    return [line for text in texts for line in text.lines()]
