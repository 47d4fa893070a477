"""Holds a reading against one by hand: which stories were cut wrongly, and on which lines that shows.

A story by hand that no read one matches (less than 0.8 of their three-letter runs in common), one with
another headline, and a read story that is none by hand are each a wrong cut.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from newspaper_archive.model import Article, Line, Page

Gold = Mapping[str, Any]

_ALIKE = 0.8
_RUN = 3


@dataclass(frozen=True, slots=True)
class WrongCut:
    """`kind` is missed, headline or extra; `lines` are the printed lines it shows on."""

    kind: str
    headline: str
    lines: frozenset[int]


def wrong_cuts(gold: Gold, page: Page) -> list[WrongCut]:
    """Every wrong cut of a page, the stories by hand first."""
    by_hand, read = gold.get("articles") or [], page.reading.articles
    matched = _matches(by_hand, read)
    return [*_in_gold(by_hand, read, matched, page.lines), *_extra(read, matched)]


def _in_gold(
    by_hand: Sequence[Gold], read: Sequence[Article], matched: Mapping[int, int], lines: Sequence[Line]
) -> Iterator[WrongCut]:
    for place, story in enumerate(by_hand):
        headline = story.get("headline") or ""
        if place not in matched:
            yield WrongCut("missed", headline, _lines_of(lines, (headline, story.get("body") or "")))
        elif not _right_headline(story, read[matched[place]]):
            found = read[matched[place]]
            shown = _lines_of(lines, (headline, found.headline, found.kicker, found.subhead))
            yield WrongCut("headline", headline, shown | frozenset(found.lines[:1]))


def _extra(read: Sequence[Article], matched: Mapping[int, int]) -> Iterator[WrongCut]:
    taken = set(matched.values())
    for place, story in enumerate(read):
        if place not in taken:
            yield WrongCut("extra", story.headline, frozenset(story.lines))


def _right_headline(story: Gold, found: Article) -> bool:
    return fold(found.headline) in _accepted(story)


def _accepted(story: Gold) -> set[str]:
    return {fold(one) for one in (story.get("headline"), *story.get("headline_alt", ()))}


def _matches(by_hand: Sequence[Gold], read: Sequence[Article]) -> dict[int, int]:
    """One to one, the most alike first; stories without text match by their headlines."""
    texts, found = [_runs(s.get("body")) for s in by_hand], [_runs(a.body) for a in read]
    pairs = []
    for i, story in enumerate(by_hand):
        for j, article in enumerate(read):
            same = _right_headline(story, article)
            alike = _alike(texts[i], found[j]) if texts[i] or found[j] else float(same)
            if alike >= _ALIKE:
                pairs.append((-alike, not same, i, j))
    matched: dict[int, int] = {}
    for _, _, i, j in sorted(pairs):
        if i not in matched and j not in matched.values():
            matched[i] = j
    return matched


def _alike(a: Counter[str], b: Counter[str]) -> float:
    longer = max(a.total(), b.total())
    return (a & b).total() / longer if longer else 0.0


def _runs(text: str | None) -> Counter[str]:
    letters = fold(text)
    if not letters:
        return Counter()
    return Counter(letters[i : i + _RUN] for i in range(max(1, len(letters) - _RUN + 1)))


def fold(text: str | None) -> str:
    """The letters and digits of a text, full-width ones made half-width."""
    return "".join(
        c for c in unicodedata.normalize("NFKC", text or "").casefold() if unicodedata.category(c)[0] in "LN"
    )


def _lines_of(lines: Sequence[Line], texts: Iterable[str]) -> frozenset[int]:
    """The lines that stand within one of the texts, or hold one of them whole."""
    folded = [text for text in map(fold, texts) if len(text) > 1]
    found = set()
    for line in lines:
        letters = fold(line.raw)
        if len(letters) > 1 and any(letters in text or text in letters for text in folded):
            found.add(line.number)
    return frozenset(found)
