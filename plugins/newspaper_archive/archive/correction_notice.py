"""Finds the story that a 更正 or 致歉 printed later puts right: by its day, its folio and its headline.

`本报3月5日C02版刊登的《古桥通车》一文…` of 2031-03-12 is of that story of 2031-03-05, if no other one fits.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from newspaper_archive.archive.folio import same_folio
from newspaper_archive.archive.notice_text import SaidDay, StoryNamed, is_notice, mentions
from newspaper_archive.archive.section import letters
from newspaper_archive.archive.teaser import headline_forms
from newspaper_archive.model import Archive, Article, Issue, Placed

_LEFT_OUT = re.compile(r"\.{2,}|…+")
_SHORTEST, _SHORTEST_PLACED, _SHORTEST_ALONE = 4, 2, 6
"""Letters that say enough: a part of a headline, one with day and folio, a whole headline without either."""


@dataclass(frozen=True, slots=True)
class Unmet:
    """A story that a notice names and of which none fits, or several; `date` as far as the notice tells it.

    `held` is whether the archive has the issue, or the page, that it names.
    """

    mention: StoryNamed
    date: str
    fitting: int
    held: bool


@dataclass(frozen=True, slots=True)
class CorrectionNotice:
    """A notice, the stories that it puts right, and what it names besides."""

    notice: Placed
    corrects: tuple[Placed, ...]
    unmet: tuple[Unmet, ...]


def correction_notices(archive: Archive) -> tuple[CorrectionNotice, ...]:
    """In the order of the archive."""
    found = [placed for placed in _stories(archive.issues) if is_notice(placed.article.article)]
    by_paper: dict[str, list[Issue]] = {}
    for issue in archive.issues if found else ():
        by_paper.setdefault(_paper(issue), []).append(issue)
    return tuple(_followed(notice, by_paper[_paper(notice.issue)]) for notice in found)


def _paper(issue: Issue) -> str:
    return issue.edition.paper or issue.edition.slug


def _stories(issues: Sequence[Issue]) -> Iterator[Placed]:
    return (Placed(issue, page, one) for issue in issues for page in issue.pages for one in page.articles)


def _followed(notice: Placed, issues: Sequence[Issue]) -> CorrectionNotice:
    """`issues` are of its paper."""
    *headed, by_words = mentions(notice.article.article)
    own = {letters(name) for name in (notice.issue.edition.name, notice.issue.edition.paper)}
    headed = [one for one in headed if letters(one.headline) not in own]
    found = {one: _fitting(notice, one, issues) for one in headed}
    met = {one: fitting[0] for one, fitting in found.items() if len(fitting) == 1}
    known = {letters(one.headline) for one in met}
    open_ = [one for one in headed if one.told and letters(one.headline) not in known]
    if not met and not open_:
        found[by_words] = _fitting(notice, by_words, issues)
        met, open_ = ({by_words: found[by_words][0]}, []) if len(found[by_words]) == 1 else ({}, [by_words])
    corrects = {placed.article.id: placed for placed in met.values()}
    unmet = {letters(one.headline): _unmet(notice, one, len(found[one]), issues) for one in open_}
    return CorrectionNotice(notice, tuple(corrects.values()), tuple(unmet.values()))


def _unmet(notice: Placed, mention: StoryNamed, fitting: int, issues: Sequence[Issue]) -> Unmet:
    said = _dates(notice.issue, mention.day, issues) if mention.day else ""
    return Unmet(mention, said or "", fitting, any(_pages(notice, mention, issues)))


def _fitting(notice: Placed, mention: StoryNamed, issues: Sequence[Issue]) -> list[Placed]:
    """The stories that it may mean: those of the very headline, else those with the quoted words in it."""
    pages = _pages(notice, mention, issues)
    there = [one for one in pages if one.article.id != notice.article.id]
    if not mention.headline:
        said = bool(mention.day) and bool(mention.wrong)
        return [one for one in there if said and _has_any(one, mention.wrong)]
    equal = [one for one in there if _is_headline(one.article.article, mention)]
    return equal or [one for one in there if _is_within_headline(one.article.article, mention)]


def _pages(notice: Placed, mention: StoryNamed, issues: Sequence[Issue]) -> Iterator[Placed]:
    """The stories of the pages that it may mean, by day and folio."""
    wanted = _dates(notice.issue, mention.day, issues) if mention.day else ""
    for issue in issues:
        if wanted is None or not _is_of_day(issue, notice.issue, wanted):
            continue
        for page in issue.pages:
            for one in page.articles:
                folios = (page.folio, *(part.folio for part in one.rest))
                if not (mention.folio and page.folio) or any(
                    folio and same_folio(mention.folio, folio) for folio in folios
                ):
                    yield Placed(issue, page, one)


def _is_of_day(issue: Issue, later: Issue, wanted: str) -> bool:
    """Whether it is of the day, or of any where none is wanted, and no younger than the notice."""
    if wanted and not (issue.certain and issue.date and issue.date.endswith(wanted)):
        return False
    return not (issue.certain and later.certain) or (issue.date or "") <= (later.date or "")


def _dates(issue: Issue, said: SaidDay, issues: Sequence[Issue]) -> str | None:
    """What dates that it may mean end in: a whole one, `-03-05` of an undated notice; None for no day."""
    today = date.fromisoformat(issue.date) if issue.certain and issue.date else None
    if said.month:
        return _dated(said, today)
    if today is None:
        return None
    if said.issue_before:
        ours = [one.date or "" for one in issues if one.certain and one.edition == issue.edition]
        return max((day for day in ours if day < str(today)), default=None)
    return str(date.fromordinal(max(1, today.toordinal() - said.back)))


def _dated(said: SaidDay, today: date | None) -> str | None:
    monthly = f"-{said.month:02}-{said.day:02}"
    if said.year:
        return f"{said.year}{monthly}"
    if today is None:
        return monthly
    before = said.back or monthly > f"{today:-%m-%d}"
    return f"{today.year - 1 if before else today.year}{monthly}"


def _is_headline(article: Article, mention: StoryNamed) -> bool:
    wanted = letters(mention.headline)
    placed = bool(mention.day or mention.folio)
    enough = len(wanted) >= (_SHORTEST_PLACED if placed else _SHORTEST_ALONE)
    return enough and any(wanted in headline_forms(one) for one in _readings(article))


def _is_within_headline(article: Article, mention: StoryNamed) -> bool:
    """A part of it that is long enough for how much else is known; 《古桥……通车》 is of two parts."""
    parts = [part for part in map(letters, _LEFT_OUT.split(mention.headline)) if part]
    known = bool(mention.day) + bool(mention.folio)
    shortest = _SHORTEST_PLACED if known == 2 else _SHORTEST
    if not known or sum(map(len, parts)) < shortest:
        return False
    wholes = (letters(one.kicker + one.headline + one.subhead) for one in _readings(article))
    return any(all(part in whole for part in parts) for whole in wholes)


def _readings(article: Article) -> tuple[Article, ...]:
    """As shown, and as printed where the desk changed it."""
    return (article, article.printed) if article.printed else (article,)


def _has_any(placed: Placed, words: Sequence[str]) -> bool:
    texts = [
        f"{one.kicker} {one.headline} {one.subhead} {one.body}"
        for part in placed.article.parts
        for one in _readings(part.article)
    ]
    captions = (caption for part in placed.article.parts for caption in part.captions)
    texts += [caption.text for one in captions for caption in (one, one.printed) if caption]
    plain = [letters(text) for text in texts]
    return any(letters(word) in text for word in words if letters(word) for text in plain)


def by_story(notices: Sequence[CorrectionNotice]) -> Mapping[str, tuple[Placed, ...]]:
    """By the id of a story the notices that put it right, the oldest first."""
    found: dict[str, tuple[Placed, ...]] = {}
    for one in notices:
        for story in one.corrects:
            found[story.article.id] = (*found.get(story.article.id, ()), one.notice)
    return found
