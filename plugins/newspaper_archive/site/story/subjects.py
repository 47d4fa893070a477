"""What a story speaks of: `18.6万亩小麦归仓` of 小麦, 麦归, 归仓 and what its text says more than once."""

import re
from collections import Counter
from collections.abc import Container, Mapping
from dataclasses import dataclass
from math import log

from newspaper_archive.lexicon.han import NOT_HAN
from newspaper_archive.model import Article, Placed

IN_HEADLINE = 2.0
# A pair with one of these is grammar, calendar or a reporter's formula, not what a story is about.
EMPTY = (
    "的了着过是在和与及或等为以将对于从到由把被让使也都就又还很更最之其而且但并该此这那每各不没我们他她它你您"
    "一二三四五六七八九十两个百千万亿多年月日时报本讯记"
)
# A run of Han characters that are none of these.
SAYING = re.compile(rf"[^{EMPTY}{NOT_HAN}]{{2,}}")


@dataclass(frozen=True, slots=True)
class Subject:
    """What a story speaks of: pairs that come more than once or stand in its headline, and how often."""

    placed: Placed
    times: Mapping[str, int]
    headline: frozenset[str]


def subject_of(placed: Placed) -> Subject:
    article = placed.article.article
    headline = f"{article.kicker} {_own_headline(article)} {article.subhead}"
    parts = placed.article.parts
    captions = (caption.text for part in parts for caption in part.captions)
    text = " ".join((headline, *(part.article.body for part in parts), *captions))
    times, stressed = Counter(_pairs(text)), frozenset(_pairs(headline))
    often = {pair: count for pair, count in times.items() if count > 1}
    return Subject(placed, {pair: times[pair] for pair in stressed} | often, stressed)


def _pairs(text: str) -> list[str]:
    """Those that may say something, in turn: 小麦归仓 of 小麦, 麦归 and 归仓."""
    return [said[place : place + 2] for said in SAYING.findall(text) for place in range(len(said) - 1)]


def _own_headline(article: Article) -> str:
    """The headline, but where it is only the name of its column (社区故事) it says nothing of the story."""
    return "" if article.headline == article.column else article.headline


def stress(pair: str, times: int, headline: Container[str]) -> float:
    return (1 + log(times)) * (IN_HEADLINE if pair in headline else 1.0)
