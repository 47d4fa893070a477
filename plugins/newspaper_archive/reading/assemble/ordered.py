"""Stories that the desk has put together by line numbers, beside those that the program reads by itself.

`headline: 49`, `body: [41-47]`, `tail: 51` is one story, though its headline stands beneath its body.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from newspaper_archive.model import ArticleOrder, Block, Orders
from newspaper_archive.reading.assemble.column_labels import note_label
from newspaper_archive.reading.assemble.draft import Draft, Gathered, LooseTeaser
from newspaper_archive.reading.assemble.gather import gather, gather_one
from newspaper_archive.reading.assemble.headline_stack import HeadlineStack, is_open
from newspaper_archive.reading.assemble.kept_columns import (
    keep_columns,
    labels_over_others,
    without_articles,
)
from newspaper_archive.reading.assemble.settle import settle
from newspaper_archive.reading.classify import Judged, Part, forms
from newspaper_archive.reading.joined_lines import JoinedLines, cut, join

HEADS = ("kicker", "headline", "subhead")
# A writer's line comes before the text, or it would be read as a signature beneath it.
TEXT = ("byline", "dateline", "body", "caption", "jump", "tail", "pointer")
BLANK = re.compile(r"(?<=\S) +(?=\S)")

Blocks = Mapping[int, Judged]


def gather_ordered(judged: Sequence[Judged], orders: Orders, blocks: Sequence[Block] = ()) -> Gathered:
    """The page's parts: the desk's articles and teasers as ordered, what is left as the program reads it.

    `blocks` are the page's as they are cut without orders.
    """
    if not orders.claims:
        found = gather(judged)
        settle(found)
        return found
    before = without_articles(blocks, orders) if orders.articles else ()
    ordered = _ordered_lines(orders) - labels_over_others(before, orders)
    found = gather([one for one in judged if not (_numbers(one) & ordered and one.look.text)])
    settle(found)
    if before:
        keep_columns(found, before, orders)
    ranks = {line: claim.role for line, claim in orders.claims if claim.role in HEADS}
    for draft in found.drafts:
        draft.named = _ranked(draft, ranks)
    by_line = {number: one for one in judged if one.look.text for number in sorted(_numbers(one))}
    for order in orders.articles:
        _add(found, _article(order, by_line))
    found.teasers += (_teaser(lines, by_line) for lines in orders.teasers)
    return found


def _ordered_lines(orders: Orders) -> frozenset[int]:
    of_articles = (line for order in orders.articles for _, lines in order.parts for line in lines)
    return frozenset(of_articles) | {line for lines in orders.teasers for line in lines}


def _numbers(one: Judged) -> frozenset[int]:
    return frozenset(line.number for line in one.look.block.lines)


def _listed(lines: Sequence[int], blocks: Blocks) -> list[Judged]:
    """The blocks of these lines in the order in which the lines are listed, each once."""
    return list({id(blocks[line]): blocks[line] for line in lines if line in blocks}.values())


def _article(order: ArticleOrder, blocks: Blocks) -> Gathered:
    heads = {part: _title(order.lines(part), blocks) for part in HEADS}
    if heads["kicker"] and heads["kicker"] == heads["headline"]:
        heads["kicker"], heads["headline"] = _halves(heads["kicker"])
    column = [one.look.joined for one in _listed(order.lines("column"), blocks)]
    draft = Draft(
        heads=[(head, 1) for head in heads.values() if head],
        column=join(column, " ") if column else None,
        named=HeadlineStack(heads["headline"], heads["kicker"], heads["subhead"])
        if any(heads.values())
        else None,
        kind=order.kind,
        column_words=order.column,
    )
    return gather_one(list(_text(order, blocks, draft)), draft)


def _title(lines: Sequence[int], blocks: Blocks) -> JoinedLines | None:
    texts = [one.look.joined for one in _listed(lines, blocks)]
    if not texts:
        return None
    return join(texts, "" if is_open(texts[0].text) else " ")


def _halves(line: JoinedLines) -> tuple[JoinedLines | None, JoinedLines]:
    """Kicker and headline on one line are parted by its first blank."""
    blank = BLANK.search(line.text)
    return (cut(line, 0, blank.start()), cut(line, blank.end())) if blank else (None, line)


def _text(order: ArticleOrder, blocks: Blocks, draft: Draft) -> Iterator[Judged]:
    """What stands beneath the headlines."""
    opened = False
    for part in TEXT:
        for one in _listed(order.lines(part), blocks):
            again = _within(one, draft, opened=opened)
            opened = opened or part in ("dateline", "body")
            if again.look.text:
                yield again


def _within(one: Judged, draft: Draft, *, opened: bool) -> Judged:
    """A story opens once, with a dateline or the label of an editor's note; later such forms are text."""
    if one.part is Part.NOTE and not opened:
        draft.notes_label, rest = note_label(one)
        return replace(one, look=replace(one.look, joined=rest), part=Part.BODY)
    again = one.part is Part.OPENING and not forms.DATELINE_TAIL.fullmatch(one.look.text)
    return replace(one, part=Part.BODY) if opened and (again or one.part is Part.NOTE) else one


def _add(found: Gathered, story: Gathered) -> None:
    """Puts a story where it stands in print."""
    (draft,) = story.drafts
    place = _first_line(draft)
    at = next((i for i, other in enumerate(found.drafts) if _first_line(other) > place), len(found.drafts))
    found.drafts.insert(at, draft)
    found.captions += story.captions
    found.teasers += story.teasers
    found.furniture += story.furniture
    found.furniture_lines += story.furniture_lines


def _first_line(draft: Draft) -> int:
    texts = [*(head for head, _ in draft.heads), *draft.dateline, *draft.authors]
    texts += [text for text, _ in draft.paragraphs] + draft.credits
    return min((line for joined in texts for line in joined.lines()), default=0)


def _teaser(lines: Sequence[int], blocks: Blocks) -> LooseTeaser:
    listed = _listed(lines, blocks)
    pointers = [one.look.joined for one in listed if one.part is Part.POINTER]
    headline = [one.look.joined for one in listed if one.part is not Part.POINTER]
    return LooseTeaser(headline + pointers[1:], pointers[0] if pointers else None)


def _ranked(draft: Draft, ranks: Mapping[int, str]) -> HeadlineStack | None:
    """The headline stack as the desk ranks its lines; None where it says nothing of them."""
    said = [(head, ranks.get(head.lines()[0])) for head, _ in draft.heads if head.raw]
    if not any(rank for _, rank in said):
        return None
    ranked: dict[str, list[JoinedLines]] = {part: [] for part in HEADS}
    for head, rank in said:
        ranked[rank or ("subhead" if ranked["headline"] else "headline")].append(head)
    kicker, headline, subhead = (join(ranked[part], " ") if ranked[part] else None for part in HEADS)
    return HeadlineStack(headline, kicker, subhead)
