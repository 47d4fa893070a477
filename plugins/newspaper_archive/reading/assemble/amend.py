"""The desk's corrections carried into the text that is shown; the printed characters stay beside it.

On line 12 `己经` is to read `已经`: the paragraph says 已经, its printed reading and its spans 己经.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from newspaper_archive.folder.text.lines import FOLDING
from newspaper_archive.model import Article, Correction, Line
from newspaper_archive.reading.assemble.article import article
from newspaper_archive.reading.assemble.draft import Draft, LooseCaption, LooseTeaser
from newspaper_archive.reading.assemble.headline_stack import HeadlineStack, stack
from newspaper_archive.reading.joined_lines import JoinedLines, JoinedPiece

Amend = Callable[[JoinedLines], JoinedLines]


@dataclass(frozen=True, slots=True)
class _Slip:
    """Characters `start` to `end` of a line or of joined lines, and what they are to be."""

    start: int
    end: int
    to: str


def amender(lines: Sequence[Line], corrections: Sequence[Correction]) -> Amend:
    """Gives texts as corrected, and those that no correction touches as they are."""
    raws = {line.number: line.raw for line in lines}
    slips: dict[int, list[_Slip]] = {}
    for one in corrections:
        start = raws.get(one.line, "").find(one.printed)
        if start >= 0:
            slips.setdefault(one.line, []).append(_slip(start, one.printed, one.corrected))

    def amend(joined: JoinedLines) -> JoinedLines:
        within = sorted(_within(joined, slips), key=lambda slip: slip.start)
        return _amended(joined, within) if within else joined

    return amend


def _slip(start: int, printed: str, corrected: str) -> _Slip:
    """What differs of the two, for words around it may be a dateline's; at least one printed character."""
    before = _alike(printed, corrected)
    after = _alike(printed[before:][::-1], corrected[before:][::-1])
    if before + after == len(printed):
        before, after = (before, after - 1) if after else (before - 1, after)
    return _Slip(start + before, start + len(printed) - after, corrected[before : len(corrected) - after])


def _alike(one: str, other: str) -> int:
    """How many characters both begin with."""
    pairs = zip(one, other, strict=False)
    return next((index for index, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _within(joined: JoinedLines, slips: dict[int, list[_Slip]]) -> Iterator[_Slip]:
    """The slips by their place in the joined lines; one that is cut in two is mended in its first part."""
    for piece in joined.pieces:
        for slip in slips.get(piece.line, ()):
            low, high = max(slip.start, piece.column), min(slip.end, piece.column + piece.length)
            if low < high:
                shift = piece.offset - piece.column
                yield _Slip(low + shift, high + shift, slip.to if low == slip.start else "")


def _amended(joined: JoinedLines, slips: Sequence[_Slip]) -> JoinedLines:
    raw, text, here = "", "", 0
    for slip in slips:
        raw += joined.raw[here : slip.start] + slip.to
        text += joined.text[here : slip.start] + slip.to.translate(FOLDING)
        here = slip.end
    pieces = tuple(_moved(piece, slips) for piece in joined.pieces)
    return JoinedLines(raw + joined.raw[here:], text + joined.text[here:], pieces, joined.marks)


def _moved(piece: JoinedPiece, slips: Sequence[_Slip]) -> JoinedPiece:
    gains = [(slip.start, len(slip.to) - slip.end + slip.start) for slip in slips]
    before = sum(gain for start, gain in gains if start < piece.offset)
    within = sum(gain for start, gain in gains if piece.offset <= start < piece.offset + piece.length)
    return replace(piece, offset=piece.offset + before, length=piece.length + within)


def amended_article(draft: Draft, amend: Amend | None, corrections: Sequence[Correction]) -> Article:
    """The article as corrected, with what it was in print."""
    printed = article(draft)
    if amend is None:
        return printed
    here = tuple(one for one in corrections if one.line in printed.lines)
    shown = article(_amended_draft(draft, amend)) if here else printed
    if shown == printed:
        return printed
    return replace(shown, lines=printed.lines, printed=printed, corrections=here)


def _amended_draft(draft: Draft, amend: Amend) -> Draft:
    named = draft.named or (stack(draft.heads) if draft.heads else None)
    return replace(
        draft,
        named=HeadlineStack(*(part and amend(part) for part in (named.headline, named.kicker, named.subhead)))
        if named
        else None,
        heads=[(amend(head), gap) for head, gap in draft.heads],
        column=draft.column and amend(draft.column),
        notes_label=draft.notes_label and amend(draft.notes_label),
        dateline=[amend(one) for one in draft.dateline],
        authors=[amend(one) for one in draft.authors],
        paragraphs=[(amend(text), role) for text, role in draft.paragraphs],
        tails=[amend(one) for one in draft.tails],
        credits=[amend(one) for one in draft.credits],
        jump_to=draft.jump_to and amend(draft.jump_to),
        jump_from=draft.jump_from and amend(draft.jump_from),
    )


def amended_caption(one: LooseCaption, amend: Amend) -> LooseCaption:
    return replace(one, text=[amend(text) for text in one.text], credit=one.credit and amend(one.credit))


def amended_teaser(one: LooseTeaser, amend: Amend) -> LooseTeaser:
    headline = [amend(head) for head in one.headline]
    return replace(one, headline=headline, pointer=one.pointer and amend(one.pointer))
