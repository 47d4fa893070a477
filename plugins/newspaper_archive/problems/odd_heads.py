"""Headlines and crossheads that have the form of something else, or stand where none can.

`C01.txt:9: “（张明 赵天华）”读作标题，却像署名`. What it looks like is said, so that the desk need not guess.
"""

import re
from collections.abc import Callable, Iterator, Mapping

from newspaper_archive.folder.text.lines import folded
from newspaper_archive.lexicon import agencies
from newspaper_archive.lexicon.han import HAN
from newspaper_archive.lexicon.names import WRITER, are_known_names
from newspaper_archive.model import Article, Page, Problem, Role, Severity
from newspaper_archive.problems.quoting import problem_on, quoted, several
from newspaper_archive.reading.classify import forms
from newspaper_archive.reading.classify.look import FURNITURE_WORD

HEADS: Mapping[Role, str] = {
    Role.KICKER: "标题",
    Role.HEADLINE: "标题",
    Role.SUBHEAD: "标题",
    Role.CROSSHEAD: "小标题",
}
_WRITER = re.compile(rf"(?:^|[ (]|{agencies.OWN}){WRITER}[ :]+[{HAN}]{{2,4}}|(?:作者|撰文|采写)[ :]")
_BRACKETED = re.compile(rf"\([{HAN}·、 ]{{2,14}}\)")
_PHOTOGRAPHER = re.compile(r"[摄攝]影?\)?$|供[图圖]\)?$")
_DATELINE = re.compile(rf"{agencies.NAMED}[{HAN}]{{0,8}}{agencies.DAY}?{agencies.WIRE}(?:[( ]|$)")
_LABEL = re.compile(rf"[A-Z]{{1,2}}\d{{1,2}}版? ?[{HAN}]{{0,6}}|第[一二三四五六七八九十]{{1,3}}版")
_DATE = re.compile(rf"(?:{forms.PRINTED_DATE.pattern}|时间 ?:.*|日期 ?:.*)")
_FOOT = re.compile(
    r"(?i)https?:|www\.|\.(?:com|cn|net)\b|@\w|[©℗]|\d{3,4}-\d{7,8}|\b1\d{10}\b|版[权權]所有|邮编|郵編"
)
_TEXT = re.compile(
    rf"\d{{1,2}}月\d{{1,2}}日[^,。]{{0,14}},|\d{{1,2}}日(?:[上下]午)?,|[据據][{HAN}《》]{{2,14}}(?:报道|報道|介绍|介紹|统计|統計)|。."
)
Looks = Callable[[str], object]
# The firmer forms first: a line is said to look like one thing.
LOOKS: tuple[tuple[str, Looks], ...] = (
    ("图片字样", re.compile("图片:?").fullmatch),
    ("摄影署名", _PHOTOGRAPHER.search),
    ("署名", lambda text: _WRITER.search(text) or _is_signed(text)),
    ("电头", _DATELINE.search),
    ("版面标识或导读", _LABEL.fullmatch),
    ("日期", _DATE.fullmatch),
    ("表格里的一行", forms.MEASURED.search),
    ("页脚或版面杂项", lambda text: _FOOT.search(text) or FURNITURE_WORD.search(text)),
    ("标题连着正文", _TEXT.search),
)


def looks_like(text: str) -> str:
    """What a line has the form of, in Chinese; "" where it has none of these."""
    folding = folded(text).strip()
    return next((name for name, looks in LOOKS if looks(folding)), "")


def head_of_other_form(page: Page) -> Iterator[Problem]:
    """One question for all heads of a page that look like the same other thing."""
    found: dict[tuple[str, str], list[tuple[int, str]]] = {}
    for number, head, text in _heads(page):
        if like := looks_like(text):
            found.setdefault((head, like), []).append((number, text))
    for (head, like), places in found.items():
        lines = [number for number, _ in places]
        which = several([quoted(text) for _, text in places], lines)
        seen = f"{which}读作{head}，却像{like}"
        advice = f"请对照版面。不是{head}的，请在同名 .yaml 里写明这一行是什么"
        yield problem_on(Severity.WARNING, "odd-head", page, lines, seen, advice)


def crosshead_alone(page: Page) -> Iterator[Problem]:
    """A crosshead heads text; one over another, or over nothing, is a headline, a row or a torn line."""
    places = [place for article in page.reading.articles for place in _alone(article)]
    if places:
        lines = [number for number, _ in places]
        which = several([quoted(text) for _, text in places], lines)
        advice = "请对照版面，在同名 .yaml 里写明是标题、表格还是正文"
        yield problem_on(
            Severity.WARNING, "crosshead-alone", page, lines, f"{which}读作小标题，下面却没有正文", advice
        )


def _alone(article: Article) -> Iterator[tuple[int, str]]:
    below = (*article.paragraphs[1:], None)
    for one, beneath in zip(article.paragraphs, below, strict=False):
        heads_nothing = beneath is None or beneath.role is Role.CROSSHEAD
        if one.role is Role.CROSSHEAD and one.lines and heads_nothing:
            yield one.lines[0], one.text


def _heads(page: Page) -> Iterator[tuple[int, str, str]]:
    """Number, what it was read as, and print of each line with a head on it."""
    print_ = {line.number: line.raw for line in page.lines}
    for span in page.reading.spans:
        if span.role in HEADS:
            yield span.line, HEADS[span.role], print_[span.line][span.start : span.end].strip()


def _is_signed(text: str) -> bool:
    """Names in brackets, or a writer's role and nothing but names: 本报记者沈小禾任彦."""
    found = _BRACKETED.match(text) or forms.AUTHOR.fullmatch(text)
    return found is not None and are_known_names(found.group())
