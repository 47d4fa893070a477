"""Displaced pieces: two headlines above two bodies, a headline and its author beneath the body.

The doubtful cuts made here are told to the desk.
"""

import re

from newspaper_archive.reading.assemble.draft import Gathered
from newspaper_archive.reading.joined_lines import JoinedLines

FIRST_CLAUSE = re.compile(r"[^,。!?:;]*")
FEWEST_TO_PART = 4
LIKE_LENGTH = 2
CLEARLY = 0.8


def settle(found: Gathered) -> None:
    """Gives waiting headlines the bodies that lack one."""
    _share_headlines(found)
    _part_for_headline_beneath(found)


def _share_headlines(found: Gathered) -> None:
    """Stories that open with a dateline and lack a headline take those left over above the story before."""
    for i, giver in enumerate(found.drafts):
        if len(giver.heads) < 2 or not giver.opens_with_dateline:
            continue
        takers = []
        for draft in found.drafts[i + 1 :]:
            if draft.heads or not draft.opens_with_dateline:
                break
            takers.append(draft)
        spare = len(giver.heads) - 1
        if not takers or spare < len(takers):
            continue
        for taker in reversed(takers):
            taker.heads.append(giver.heads.pop())
            found.uncertain.append(("标题与正文分离，按先后配对", taker.heads[0][0]))


def _part_for_headline_beneath(found: Gathered) -> None:
    """A headline with an author and no body beneath it belongs to the later paragraphs above it."""
    for before, late in zip(found.drafts, found.drafts[1:], strict=False):
        if late.has_body or not (late.heads and late.authors) or len(before.paragraphs) < FEWEST_TO_PART:
            continue
        if not (before.heads and before.authors):
            continue
        at = _change_of_manner([text for text, _ in before.paragraphs])
        late.paragraphs, before.paragraphs = before.paragraphs[at:], before.paragraphs[:at]
        late.interview = before.interview
        late.tails, late.authors = [*late.tails, *late.authors], []
        found.uncertain.append(("标题在正文之后，正文按行文样式分开", late.heads[0][0]))


def _change_of_manner(paragraphs: list[JoinedLines]) -> int:
    """Where paragraphs begin in another manner: the likest cut on either side, else the middle."""
    openings = [FIRST_CLAUSE.match(p.text) for p in paragraphs]
    clauses = [m.group() if m else "" for m in openings]

    def likeness(part: list[str]) -> float:
        pairs = [(a, b) for i, a in enumerate(part) for b in part[i + 1 :]]
        alike = sum(("、" in a) == ("、" in b) and abs(len(a) - len(b)) <= LIKE_LENGTH for a, b in pairs)
        return alike / len(pairs) if pairs else 0.5

    gains = {at: likeness(clauses[:at]) + likeness(clauses[at:]) for at in range(1, len(paragraphs))}
    middle = len(paragraphs) // 2
    best = max(gains, key=lambda at: (gains[at], -abs(at - middle)))
    return best if gains[best] >= gains[middle] + CLEARLY else middle
