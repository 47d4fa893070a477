"""Holds a reading against one by hand: which cuts, heads and names are wrong, and on which lines that shows.

A cut is where a story begins: by hand alone it is missed, in the reading alone it is extra. Where both have
it, their headline, crossheads and names are compared, and what of the text is elsewhere.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from newspaper_archive.model import Article, Page, Role

Gold = Mapping[str, Any]

ALIKE = 0.8
_RUN = 3
_OPENING, _SURE, _REACH = 8, 6, 12
_STACK = frozenset({Role.KICKER, Role.HEADLINE, Role.SUBHEAD})


@dataclass(frozen=True, slots=True)
class Wrong:
    """`kind` is cut, head or name; `lines` are the printed lines it shows on."""

    kind: str
    what: str
    lines: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Story:
    """A story by hand on its lines: those of its headlines, and the others."""

    gold: Gold
    head: frozenset[int]
    text: frozenset[int]

    @property
    def opening(self) -> frozenset[int]:
        return self.head | ({min(self.text)} if self.text else set())


@dataclass(frozen=True, slots=True)
class _Print:
    """The lines of a page by number, folded."""

    folded: Mapping[int, str]

    def within(self, text: str, fewest: int = 2) -> set[int]:
        """Lines that stand within the text or hold it whole."""
        if len(text) < 2:
            return set()
        return {
            number
            for number, line in self.folded.items()
            if (len(line) >= fewest and line in text) or text in line
        }

    def naming(self, name: str) -> set[int]:
        """The lines that a name stands on; what was dropped from the print has none, and is no error."""
        found = {number for number, line in self.folded.items() if name in line}
        for one, other in pairwise(self.folded):
            if name in self.folded[one] + self.folded[other] and not {one, other} & found:
                found |= {one, other}
        return found

    def of(self, story: Gold) -> _Story:
        body = fold(f"{story.get('dateline_raw') or ''}{story.get('body') or ''}")
        text = self.within(body, _SURE)
        opening = {n for n in text if body.startswith(self.folded[n]) or body[:_OPENING] in self.folded[n]}
        if opening:
            first = min(opening)
            text = {n for n in text if n >= first}
        elif text:
            first = min(text)
        else:
            first = max(self.folded, default=0)
        stack = [fold(one) for field in ("kicker", "headline", "subhead") for one in _accepted(story, field)]
        places = {n for one in stack for n in self.within(one)}
        near = {n for n in places if first - _REACH <= n <= first}
        return _Story(story, frozenset(near or places), frozenset(text))


def wrong_cuts(gold: Gold, page: Page) -> list[Wrong]:
    """All that is wrong of a page, cuts first."""
    printed = _Print({line.number: fold(line.raw) for line in page.lines if fold(line.raw)})
    roles = _roles(page)
    by_hand = [one for story in gold.get("articles") or () if (one := printed.of(story)).opening]
    read = list(page.reading.articles)
    matched = _matched(by_hand, read, roles)
    found = [*_cuts(by_hand, read, matched, roles)]
    told = {line for one in found for line in one.lines}
    for i, j in matched.items():
        found += _elsewhere(by_hand[i], read[j], told)
        found += _heads(by_hand[i], read[j], roles, printed)
        found += _names(by_hand[i], read[j], printed)
    return [*found, *_credits(gold, page, printed)]


def stories_right(gold: Gold, page: Page) -> float:
    """F1 of the stories by their texts."""
    by_hand, read = gold.get("articles") or (), page.reading.articles
    return 2 * len(alike_stories(gold, page)) / max(1, len(by_hand) + len(read))


def alike_stories(gold: Gold, page: Page) -> list[tuple[Gold, Article]]:
    """Stories by hand and as read that are one text, one to one, the most alike first."""
    by_hand, read = gold.get("articles") or (), page.reading.articles
    texts, found = [_runs(one.get("body")) for one in by_hand], [_runs(one.body) for one in read]
    pairs = []
    for i, story in enumerate(by_hand):
        for j, article in enumerate(read):
            same = has_headline(story, article)
            alike = _alike(texts[i], found[j]) if texts[i] or found[j] else float(same)
            if alike >= ALIKE:
                pairs.append((-alike, not same, i, j))
    matched: dict[int, int] = {}
    for _, _, i, j in sorted(pairs):
        if i not in matched and j not in matched.values():
            matched[i] = j
    return [(by_hand[i], read[j]) for i, j in matched.items()]


def has_headline(story: Gold, article: Article) -> bool:
    return fold(article.headline) in {fold(one) for one in _accepted(story, "headline")}


def _roles(page: Page) -> Mapping[int, set[Role]]:
    roles: dict[int, set[Role]] = {}
    for span in page.reading.spans:
        roles.setdefault(span.line, set()).add(span.role)
    return roles


def _opening(article: Article, roles: Mapping[int, set[Role]]) -> frozenset[int]:
    stack = {n for n in article.lines if roles.get(n, set()) & _STACK}
    text = {n for paragraph in article.paragraphs for n in paragraph.lines}
    first = {min(text)} if text else set(article.lines[:1])
    return frozenset(stack | first)


def _matched(
    by_hand: Sequence[_Story], read: Sequence[Article], roles: Mapping[int, set[Role]]
) -> dict[int, int]:
    """One to one, where both begin on a line or are one text; the most letters and lines in common first."""
    pairs = []
    for i, story in enumerate(by_hand):
        runs = _runs(story.gold.get("body"))
        for j, article in enumerate(read):
            alike = _alike(runs, _runs(article.body)) if runs else 0.0
            common = len(story.opening & _opening(article, roles))
            if common or alike >= ALIKE:
                pairs.append((-alike, -common, i, j))
    matched: dict[int, int] = {}
    for _, _, i, j in sorted(pairs):
        if i not in matched and j not in matched.values():
            matched[i] = j
    return matched


def _cuts(
    by_hand: Sequence[_Story],
    read: Sequence[Article],
    matched: Mapping[int, int],
    roles: Mapping[int, set[Role]],
) -> Iterator[Wrong]:
    for i, story in enumerate(by_hand):
        if i not in matched:
            yield Wrong("cut", f"missed: {story.gold.get('headline')}", story.opening)
    taken = set(matched.values())
    for j, article in enumerate(read):
        if j not in taken:
            yield Wrong("cut", f"extra: {article.headline}", _opening(article, roles))


def _elsewhere(story: _Story, article: Article, told: set[int]) -> Iterator[Wrong]:
    """The first line of text that one of both has alone, where no wrong cut explains it."""
    if _alike(_runs(story.gold.get("body")), _runs(article.body)) >= ALIKE:
        return
    read = {n for paragraph in article.paragraphs for n in paragraph.lines}
    apart = (read ^ story.text) - story.head
    if apart and not apart & told:
        yield Wrong("cut", f"text elsewhere: {article.headline}", frozenset({min(apart)}))


def _heads(
    story: _Story, article: Article, roles: Mapping[int, set[Role]], printed: _Print
) -> Iterator[Wrong]:
    if not has_headline(story.gold, article):
        stack = {n for n in article.lines if roles.get(n, set()) & _STACK}
        yield Wrong("head", f"headline: {article.headline}", frozenset(story.head | stack))
    by_hand = {fold(one) for one in story.gold.get("intertitles") or ()}
    read = {fold(p.text): p.lines for p in article.paragraphs if p.role is Role.CROSSHEAD}
    for one in sorted(by_hand - set(read)):
        lines = {n for n in printed.within(one) if n in story.text or n in article.lines}
        if lines:
            yield Wrong("head", f"no crosshead: {one}", frozenset(lines))
    for one in sorted(set(read) - by_hand):
        yield Wrong("head", f"crosshead: {one}", frozenset(read[one]))


def _names(story: _Story, article: Article, printed: _Print) -> Iterator[Wrong]:
    by_hand = {name for one in story.gold.get("byline") or () if printed.naming(name := fold(one["name"]))}
    wrong = by_hand ^ {fold(one.name) for one in article.byline}
    if wrong:
        near = story.head | story.text | set(article.lines)
        near = set(range(min(near) - 2, max(near) + 3)) if near else set()
        yield _wrong_names(wrong, near, story.opening, printed)


def _credits(gold: Gold, page: Page, printed: _Print) -> Iterator[Wrong]:
    """Photographers of pictures; of all of a page, for a picture's words may be few."""
    named = (n for one in gold.get("captions") or () for n in one.get("photographers") or ())
    by_hand = Counter(name for one in named if printed.naming(name := fold(one)))
    read = Counter(fold(n) for one in page.reading.captions for n in one.photographers)
    for name in sorted((by_hand - read) | (read - by_hand)):
        lines = {
            n for one in page.reading.captions if name in map(fold, one.photographers) for n in one.lines
        }
        yield _wrong_names({name}, set(printed.folded), frozenset(lines), printed)


def _wrong_names(names: set[str], near: set[int], otherwise: frozenset[int], printed: _Print) -> Wrong:
    lines = {n for name in names if name for n in printed.naming(name)} & near
    return Wrong("name", "、".join(sorted(names)), frozenset(lines) or otherwise)


def _accepted(story: Gold, field: str) -> list[str]:
    return [one or "" for one in (story.get(field), *story.get(f"{field}_alt", ()))]


def _alike(a: Counter[str], b: Counter[str]) -> float:
    longer = max(a.total(), b.total())
    return (a & b).total() / longer if longer else 1.0


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
