"""Where a story seems to change its subject: its words are others, and something else says so too.

`C03.txt:41: 从“湖滨路夜市5月21日…”起，与上文几乎没有相同的词，像另一篇的开头`. Words alone tell little, for
one story in four changes them somewhere; with a crosshead, or an opening as stories have it, they tell much.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from operator import add

from newspaper_archive.lexicon import agencies
from newspaper_archive.lexicon.han import HAN
from newspaper_archive.model import Article, Kind, Page, Paragraph, Problem, Role, Severity
from newspaper_archive.problems.quoting import problem_on, quoted

REACH = 400
"""Letters looked at on either side; a shorter reach knows too little of what is spoken of."""
LEAST_SHARED = 0.06
"""Of the shorter side's character pairs. Rarely so few in one story, often in two that were put together."""
FEWEST_PAIRS = 15
FEWEST_LETTERS = 40
"""Of one piece: shorter paragraphs go with the next, as a crosshead does."""
_HEAD = 40

_NO_LETTERS = re.compile(r"[\W\d_]+")
# Their parts are stories of their own.
_MANY_SUBJECTS = frozenset({Kind.BRIEFS, Kind.OTHER, Kind.NOTICE, Kind.AD})
# 拦海造田不久前的一天, 生活垃圾可制氢气日本北里大学: a headline runs on into how stories begin.
_WHEN = (
    r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|[上中下]旬|底|初)|(?<!\d)\d{1,2}日(?=[,，上下晚在]|电|讯)|近日|日前|近期|不久前|前不久|昨[天日]|今[天日]"
    r"|[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日"
)
_OPENING = re.compile(
    rf"[{HAN}\d“”《》、·.（）()%％]{{0,{_HEAD}}}?(?:{_WHEN}|{agencies.NAMED}[^，,。]{{0,10}}(?:讯|电|訊|電|报道|報道)"
    rf"|{agencies.OWN}讯|[据據][{HAN}《》]{{2,14}}(?:报道|報道|介绍|介紹|统计|統計|消息|公布))"
)


@dataclass(frozen=True, slots=True)
class _Piece:
    """Paragraphs from place `first` on, by their pairs of characters."""

    first: int
    pairs: frozenset[str]
    letters: int


def subject_changes(page: Page) -> Iterator[Problem]:
    """The weakest joint of each story, where it is weak enough and has the look of a beginning."""
    for article in page.reading.articles:
        place = None if article.kind in _MANY_SUBJECTS else _weakest_joint(article)
        if place is not None:
            paragraph = article.paragraphs[place]
            like = "标题" if paragraph.role is Role.CROSSHEAD else "开头"
            seen = f"从{quoted(paragraph.text)}起，与上文几乎没有相同的词，像另一篇的{like}"
            advice = "若从这里起是另一篇稿件，请在同名 .yaml 里写明从这一行分开"
            yield problem_on(Severity.NOTE, "subject-changes", page, paragraph.lines[:1], seen, advice)


def _weakest_joint(article: Article) -> int | None:
    """The place of the paragraph above which two subjects meet, if any."""
    pieces = list(_pieces(article))
    series = len(article.crossheads) > 1
    joints = []
    for at in range(1, len(pieces)):
        if not _begins(article.paragraphs[pieces[at].first], series=series):
            continue
        shared = _shared(_near(pieces[at - 1 :: -1]), _near(pieces[at:]))
        if shared is not None and shared < LEAST_SHARED:
            joints.append((shared, pieces[at].first))
    return min(joints)[1] if joints else None


def _begins(paragraph: Paragraph, *, series: bool) -> bool:
    """Whether a story could begin so; one crosshead of several is what it is read as."""
    if paragraph.role is Role.CROSSHEAD:
        return not series
    return _OPENING.match(paragraph.text) is not None


def _pieces(article: Article) -> Iterator[_Piece]:
    first, held = 0, ""
    for place, paragraph in enumerate(article.paragraphs):
        held += _NO_LETTERS.sub("", paragraph.text)
        if len(held) >= FEWEST_LETTERS or place == len(article.paragraphs) - 1:
            yield _Piece(first, frozenset(map(add, held, held[1:])), len(held))
            first, held = place + 1, ""


def _near(pieces: list[_Piece]) -> set[str]:
    """The pairs of the nearest pieces, within reach."""
    pairs: set[str] = set()
    letters = 0
    for piece in pieces:
        pairs |= piece.pairs
        letters += piece.letters
        if letters >= REACH:
            break
    return pairs


def _shared(above: set[str], below: set[str]) -> float | None:
    """The part of the pairs in common; None where there are too few to tell."""
    fewest = min(len(above), len(below))
    return len(above & below) / fewest if fewest >= FEWEST_PAIRS else None
