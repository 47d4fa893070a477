"""Parts to a page: articles, captions, briefs, teasers, colophon, furniture; every character has a place."""

import bisect
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain

from newspaper_archive.lexicon.names import people
from newspaper_archive.lexicon.roles import BLOCKS
from newspaper_archive.model import (
    NO_ORDERS,
    Caption,
    Decision,
    Line,
    Orders,
    Problem,
    Reading,
    Severity,
    Teaser,
)
from newspaper_archive.reading.assemble.amend import (
    Amend,
    amended_article,
    amended_caption,
    amended_teaser,
    amender,
)
from newspaper_archive.reading.assemble.article import clean, headline_text
from newspaper_archive.reading.assemble.draft import Gathered, LooseCaption, LooseTeaser
from newspaper_archive.reading.assemble.facts import colophon, page_label, printed_date, title
from newspaper_archive.reading.assemble.ordered import gather_ordered
from newspaper_archive.reading.assemble.set_aside import (
    add_aside,
    aside_decision,
    judged_pages,
    kept_aside,
    leads_elsewhere,
    named_by,
    without,
)
from newspaper_archive.reading.assemble.spans import spans
from newspaper_archive.reading.assemble.whole import is_chinese, whole
from newspaper_archive.reading.classify import Judged, classify, forms
from newspaper_archive.reading.joined_lines import JoinedLines, join
from newspaper_archive.reading.printed import Printed, printed
from newspaper_archive.reading.printed.step import SetAside
from newspaper_archive.reading.segment import segment
from newspaper_archive.reading.segment.recut import recut

EXCERPT = 24


def assemble_page(file: str, lines: Sequence[Line], orders: Orders = NO_ORDERS) -> Reading:
    """What the lines of a page file say; `file` names it in problems, `orders` are the desk's."""
    return assemble(file, printed(file, lines), orders)


def assemble(file: str, page: Printed, orders: Orders = NO_ORDERS) -> Reading:
    """What a page says that is printed so."""
    aside = kept_aside(page.aside, orders)
    cuts = [segment(without(lines, aside)) for lines in page.pages]
    cut = tuple(chain.from_iterable(cuts))
    judged = (
        judged_pages(cuts, orders)
        if len(cuts) > 1
        else classify(recut(cut, orders), orders, one_story=leads_elsewhere(aside))
    )
    found = gather_ordered(judged, orders, cut) if orders.claims or is_chinese(page.lines) else whole(cut)
    add_aside(found, aside)
    amend = amender(page.in_place, orders.corrections) if orders.corrections else None
    label_lines = [*_label_lines(found), *named_by(aside)]
    places = {id(draft): place for place, draft in enumerate(found.drafts)}
    articles = tuple(amended_article(draft, amend, orders.corrections) for draft in found.drafts)
    return Reading(
        label=page_label(label_lines),
        title=title(label_lines),
        printed_date=printed_date(label_lines),
        dateline_dates=tuple(
            dict.fromkeys(a.dateline.date for a in articles if a.dateline and a.dateline.date)
        ),
        articles=articles,
        captions=tuple(_caption(one, places, amend) for one in found.captions),
        teasers=tuple(_teaser(one, amend) for one in found.teasers),
        colophon=colophon(found.colophon),
        furniture=tuple(found.furniture_lines),
        label_lines=tuple(clean(joined.raw) for joined in found.labels),
        spans=spans(page.in_place, chain(page.marks, *(one.look.joined.marks for one in judged)), found),
        decisions=_decisions(judged, aside),
        problems=(*page.problems, *_problems(file, found)),
        corrections=orders.corrections,
    )


def _label_lines(found: Gathered) -> list[JoinedLines]:
    """The page's own labels, and the lines of metadata above stories, which name paper and date too."""
    metadata = [s for d in found.drafts for s in d.authors if forms.METADATA.search(s.text)]
    return [*found.labels, *metadata]


def _caption(one: LooseCaption, places: Mapping[int, int], amend: Amend | None) -> Caption:
    printed = _printed_caption(one, places)
    if amend is None:
        return printed
    shown = _printed_caption(amended_caption(one, amend), places)
    return printed if shown == printed else replace(shown, printed=printed)


def _printed_caption(one: LooseCaption, places: Mapping[int, int]) -> Caption:
    credit = clean(one.credit.raw) if one.credit else ""
    photographers = tuple(p.name for p in people(one.credit.text)) if one.credit else ()
    texts = [*one.text, *([one.credit] if one.credit else [])]
    place = None if one.draft is None else places[id(one.draft)]
    numbers = tuple(sorted({n for s in texts for n in s.lines()}))
    return Caption("".join(clean(s.raw) for s in one.text), photographers, credit, numbers, place)


def _teaser(one: LooseTeaser, amend: Amend | None) -> Teaser:
    printed = _printed_teaser(one)
    if amend is None:
        return printed
    shown = _printed_teaser(amended_teaser(one, amend))
    return printed if shown == printed else replace(shown, printed=printed)


def _printed_teaser(one: LooseTeaser) -> Teaser:
    pointer = forms.POINTER.fullmatch(one.pointer.text) if one.pointer else None
    headline = join(one.headline, " ") if one.headline else None
    texts: list[JoinedLines] = [*one.headline, *([one.pointer] if one.pointer else [])]
    return Teaser(
        headline=headline_text(headline),
        folio=pointer["folio"] if pointer else None,
        page_name=pointer["name"] if pointer else None,
        label=clean(one.pointer.raw) if one.pointer else "",
        lines=tuple(sorted({n for s in texts for n in s.lines()})),
    )


def _decisions(judged: Sequence[Judged], aside: Sequence[SetAside]) -> tuple[Decision, ...]:
    """In print order, but where the page is read in another."""
    told = [_decision(one) for one in judged]
    for one in aside:
        bisect.insort(told, aside_decision(one), key=lambda decision: decision.lines[0])
    return tuple(told)


def _decision(one: Judged) -> Decision:
    text = clean(one.look.joined.raw)
    excerpt = text if len(text) <= EXCERPT else text[:EXCERPT] + "…"
    block = one.look.block
    numbers = tuple(line.number for line in block.lines)
    second = BLOCKS[one.second] if one.second else ""
    bounds = "；".join(filter(None, (block.because, block.ended)))
    return Decision(numbers, BLOCKS[one.part], one.because, excerpt, one.margin, second, bounds)


def _problems(file: str, found: Gathered) -> list[Problem]:
    return [
        Problem(
            Severity.WARNING,
            "displaced",
            file,
            joined.lines()[0],
            f"{what}：“{clean(joined.raw)[:EXCERPT]}”",
            "请对照版面核实",
        )
        for what, joined in found.uncertain
    ]
