"""What a 更正 or 致歉 says of the story that it puts right: its day, its page, its headline, the wrong words.

`本报3月5日C02版刊登的《古桥通车》一文中，“张三丰”应为“张三峰”` names 3月5日, C02, 古桥通车 and 张三丰.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from newspaper_archive.archive.folio import folio_said
from newspaper_archive.lexicon import agencies
from newspaper_archive.lexicon.correction_words import ANY, LIKELY, SURE
from newspaper_archive.lexicon.numerals import NUMERAL, YEAR_NUMERAL, number, year_number
from newspaper_archive.lexicon.simplified import simplified
from newspaper_archive.model import Article

T = TypeVar("T")

_OPEN, _CLOSE = '“"「『', '”"」』'
_ISSUED = "(?:刊登|刊发|刊载|刊出|刊印|登载|登出|发表|发布|发出|推出|报道|采写|见报)"
_PAPER = f"(?:{agencies.OWN}|我[报刊])"
_OURS = f"(?:{_PAPER}|本版|本专刊|《[^》]{{2,12}}》)"
_FOLIO = r"(?:第?(?:[A-Z]{0,2}\d{1,3}|[一二三四五六七八九十]{1,3})版|[A-Z]{1,2}\d{1,3}|头版)"

# 更正; 关于《古桥通车》一文的更正; 更正:古桥不在河东.
_WHAT = f"[》{_CLOSE}]|{_PAPER}|稿件|报道|一文|差错|错误|失误"
_OF_PRINT = f"(?:关于|对|就|针对)[^。!?]{{0,60}}(?:{_WHAT})[^。!?]{{0,12}}?"
_HEADLINE = "(?:{0}的?)?(?:{2}|编辑部)?{1}(?::.*)?"
_SURE_HEADLINE = re.compile(_HEADLINE.format(_OF_PRINT, SURE, _PAPER))
_ANY_HEADLINE = re.compile(_HEADLINE.format(_OF_PRINT, ANY, _PAPER))
_OPENING = re.compile(rf"[【\[◎●■▲]?{SURE}[】\]]?:")
_SAYS_PRINTED = re.compile(
    rf"{_OURS}[^。!?]{{0,40}}(?:{_ISSUED}|{_FOLIO})|(?:一文|一稿|稿件|报道)中?[^。!?]{{0,12}}有误"
)

_DAY = re.compile(
    rf"""
    (?:(?P<year>\d{{4}}|{YEAR_NUMERAL})年 | (?P<last>去年) | 今年)?
    (?P<month>\d{{1,2}}|{NUMERAL}{{1,3}})月(?P<day>\d{{1,2}}|{NUMERAL}{{1,3}})[日号]
  | {_PAPER}(?P<before>昨|前)[日天]
  | (?P<then>昨|前)[日天](?:的|出版的)?(?:{_PAPER}|{_FOLIO})
  | (?P<issue>上一?期)""",
    re.VERBOSE,
)
_FOLIO_SAID = re.compile(rf"(?<![A-Z\d]){_FOLIO}")

_STORY = "一文|一稿|一组|一则|文章|稿件|报道|消息|新闻|通讯|图片|照片|组图"
_HEADLINE_QUOTED = re.compile(rf"《([^《》]{{2,60}}(?:《[^《》]*》[^《》]*)?)》(?P<story>的?(?:{_STORY}))?")
_STORY_QUOTED = re.compile(rf"[{_OPEN}]([^{_OPEN}{_CLOSE}]{{4,60}})[{_CLOSE}](?P<story>的?(?:{_STORY}))")
_PRINTED_BEFORE = re.compile(rf"{_ISSUED}(?:的|了)?(?:题为|一篇|一则|消息|新闻|稿件|图片|:)*$")
_QUOTED = re.compile(rf"[{_OPEN}《][^{_OPEN}{_CLOSE}《》]*[{_CLOSE}》]")
_INSTEAD = "(?:应为|应是|应作|应系|实为|实应为|更正为|改为|系)"
_MISTAKEN = "(?:误为|误写为|误写成|误作|误植为|误刊为|误登为|误印为|误排为|错为|错写为|错写成|错印为|写成)"
_WRONG = re.compile(
    rf"""
    [{_OPEN}](?P<first>[^{_OPEN}{_CLOSE}]{{2,40}})[{_CLOSE}][^{_OPEN}{_CLOSE}。]{{0,6}}{_INSTEAD}
  | {_MISTAKEN}了?[{_OPEN}](?P<then>[^{_OPEN}{_CLOSE}]{{2,40}})[{_CLOSE}]""",
    re.VERBOSE,
)


# A notice is short and of a few stories; what is longer is no notice, and must cost no more than one.
_LONGEST, _MOST, _BESIDE = 4_000, 20, 24


@dataclass(frozen=True, slots=True)
class SaidDay:
    """A day as said: 3月5日, 2031年3月5日; 去年 is `back` years, 昨日 `back` days, 上期 an issue."""

    year: int | None = None
    month: int = 0
    day: int = 0
    back: int = 0
    issue_before: bool = False


@dataclass(frozen=True, slots=True)
class StoryNamed:
    """A story as a notice names it, as far as it does; `told` where it says that this was printed."""

    headline: str = ""
    wrong: tuple[str, ...] = ()
    day: SaidDay | None = None
    folio: str = ""
    told: bool = True


def is_notice(article: Article) -> bool:
    """Whether it puts print right: by its headline, and where that may say anything, by its text."""
    names = (article.headline, article.kicker, article.column)
    opening = article.dateline.raw if article.dateline else ""
    opening += article.paragraphs[0].text[:20] if article.paragraphs else ""
    if not LIKELY.search("".join((*names, opening))):
        return False
    plain = [_plain(name) for name in names]
    if any(_SURE_HEADLINE.fullmatch(name) for name in plain) or _OPENING.match(_plain(opening)):
        return True
    if not any(_ANY_HEADLINE.fullmatch(name) for name in plain):
        return False
    return _SAYS_PRINTED.search(_plain(f"{article.headline}。{article.body}")) is not None


def mentions(article: Article) -> Iterator[StoryNamed]:
    """The stories that a notice names by their headlines; last the one that has the wrong words it quotes."""
    text = _plain("。".join((article.kicker, article.headline, article.subhead, article.body)))
    text = text[:_LONGEST]
    bare = _QUOTED.sub(lambda found: "□" * len(found[0]), text)
    days = [(found.start(), day) for found in _DAY.finditer(bare) if (day := _day(found))]
    folios = [(found.start(), _folio(found[0])) for found in _FOLIO_SAID.finditer(bare)]
    quoted = {
        found.start(): found for form in (_STORY_QUOTED, _HEADLINE_QUOTED) for found in form.finditer(text)
    }
    for place, found in sorted(quoted.items())[:_MOST]:
        told = bool(found["story"] or _PRINTED_BEFORE.search(text[max(0, place - _BESIDE) : place]))
        yield StoryNamed(found[1], (), _nearest(days, place), _nearest(folios, place) or "", told)
    wrong = tuple(found["first"] or found["then"] for found in _WRONG.finditer(text))
    yield StoryNamed("", wrong, _nearest(days, 0), _nearest(folios, 0) or "", told=False)


def _nearest(said: Sequence[tuple[int, T]], place: int) -> T | None:
    """What was said last before that place, else first after it."""
    before = [what for where, what in said if where < place]
    return before[-1] if before else next((what for _, what in said), None)


def _day(found: re.Match[str]) -> SaidDay | None:
    if found["issue"]:
        return SaidDay(issue_before=True)
    if ago := found["before"] or found["then"]:
        return SaidDay(back=1 if ago == "昨" else 2)
    month, day = number(found["month"]), number(found["day"])
    year = year_number(found["year"]) if found["year"] else None
    if not month or not day:
        return None
    return SaidDay(year, month, day, back=1 if found["last"] else 0)


def _folio(said: str) -> str:
    return "01" if said == "头版" else folio_said(said) or ""


def _plain(text: str) -> str:
    """On one line without blanks, with half-width marks and simplified characters."""
    simple = simplified()
    return "".join(simple.get(c, c) for c in unicodedata.normalize("NFKC", text) if not c.isspace())
