"""What the records are called before a reader: `2022-06-01~` is 约2022年6月1日, folio C02 is 第C02版.

`XXXX-06-01~` is 某年6月1日, `[2016..]` is 2016年或以后; of what is not known nothing is said.
"""

import re
from datetime import date

from newspaper_archive.edtf import Part, parse_edtf
from newspaper_archive.model import (
    ArchivedPage,
    ArchivedTeaser,
    Article,
    Caption,
    FactSource,
    Issue,
    Kind,
    Severity,
)
from newspaper_archive.publish.typography import typeset

UNDATED = "日期不详"
NO_HEADLINE = "（无题）"

SENTENCE_END = re.compile("[。！？]”?")
CLAUSE_END = re.compile("[，；：、]")
BULLETS = "◎●○■□▲△▶►◆◇★☆·•"

SEASONS = {"21": "春", "22": "夏", "23": "秋", "24": "冬"}
WEEKDAYS = "一二三四五六日"
DOUBT_BEFORE = {"~": "约", "%": "约"}
DOUBT_AFTER = {"?": "（存疑）", "%": "（存疑）"}

KINDS = {
    Kind.BRIEFS: "简讯",
    Kind.PHOTO: "图片",
    Kind.INTERVIEW: "访谈",
    Kind.EDITOR_NOTE: "编者按",
    Kind.COMMENTARY: "评论",
    Kind.NOTICE: "启事",
    Kind.AD: "广告",
}
SEVERITIES = {Severity.ERROR: "错误", Severity.WARNING: "疑点", Severity.NOTE: "提示"}
SOURCES = {
    FactSource.SIDECAR: "编辑部注明",
    FactSource.PATH: "取自文件所在的文件夹",
    FactSource.PRINT: "版面上印有",
    FactSource.ESTIMATE: "推算，未经证实",
}


def date_words(edtf: str | None) -> str:
    """An EDTF date in words; what cannot be known is said to be unknown."""
    found = parse_edtf(edtf or "")
    if found is None:
        return UNDATED
    first, last = (_part_words(end) if end else "" for end in (found.start, found.end))
    if found.form == "/":
        return f"{first or '不详'} 至 {last or '不详'}"
    if found.form == "[":
        return _between_words(first, last)
    return first


def _between_words(first: str, last: str) -> str:
    """One unknown day of a stretch: 2016年至2025年之间."""
    if first and last:
        return f"{first}至{last}之间"
    return f"{first}或以后" if first else f"{last}或以前"


def _part_words(part: Part) -> str:
    """约2022年6月1日; 某年6月1日 has no 约, for it says already how little is known."""
    year, month, day = _year_words(part.year), _month_words(part.month), _number_words(part.day, "日")
    if not (year or month or day):
        return UNDATED
    words = (year or "某年") + (month or ("某月" if day else "")) + day
    return (DOUBT_BEFORE.get(part.doubt, "") if year else "") + words + DOUBT_AFTER.get(part.doubt, "")


def _year_words(year: str) -> str:
    """2022年; of 201X the years it can be, 2010–2019年."""
    if year == "XXXX":
        return ""
    return f"{year.replace('X', '0')}–{year.replace('X', '9')}年" if "X" in year else f"{int(year)}年"


def _month_words(month: str) -> str:
    return SEASONS.get(month) or _number_words(month, "月")


def _number_words(part: str, unit: str) -> str:
    return f"{int(part)}{unit}" if part and "X" not in part else ""


def weekday_words(edtf: str | None) -> str:
    """星期三 for a whole and certain day, else nothing."""
    try:
        return "星期" + WEEKDAYS[date.fromisoformat(edtf or "").weekday()]
    except ValueError:
        return ""


def day_words(edtf: str) -> str:
    """The day within its year, for lists under a year: 6月1日."""
    return date_words(edtf).partition("年")[2] or date_words(edtf)


def folio_words(page: ArchivedPage) -> str:
    """第C02版·看点, as far as the page knows."""
    folio = f"第{page.folio}版" if page.folio else ""
    name = page.name or ""
    if folio and name:
        return f"{folio}·{name}"
    return folio or (f"{name}（版次不详）" if name else "版次不详")


def headline_words(article: Article) -> str:
    """The headline as shown; of an article without one its kicker, its column, else 无题."""
    return typeset(article.headline or article.kicker or article.column) or NO_HEADLINE


def teaser_words(announced: ArchivedTeaser) -> str:
    """What a teaser announces; one that is only a pointer (under a picture: `03 新城`) by its label."""
    return typeset(announced.teaser.headline or announced.teaser.label) or NO_HEADLINE


def credit_words(caption: Caption) -> str:
    """Who took the photo, without the mark before it in print: ■通讯员 戚春水 摄."""
    return typeset(caption.credit.lstrip(BULLETS).lstrip())


def kind_words(article: Article) -> str:
    """图片, 简讯…; nothing for plain news, and nothing that the headline says already."""
    words = KINDS.get(article.kind, "")
    return "" if words == article.headline else words


def genre_words(article: Article) -> str:
    """图片, 简讯…; plain news is 报道, and what is none of these 其他."""
    return KINDS.get(article.kind, "报道" if article.kind is Kind.NEWS else "其他")


def excerpt(article: Article, length: int = 90) -> str:
    """The opening of an article, cut after a sentence where one ends in time, else after a clause."""
    return opening(article.paragraphs[0].text, length) if article.paragraphs else ""


def opening(text: str, length: int) -> str:
    """At most `length` characters of a paragraph, set in type, and …… where a sentence was cut."""
    text = typeset(text[: length * 4].lstrip(BULLETS))
    if len(text) <= length:
        return text
    if ends := [match.end() for match in SENTENCE_END.finditer(text, length // 2, length)]:
        return text[: ends[-1]]
    stops = [match.start() for match in CLAUSE_END.finditer(text, length // 2, length)]
    return text[: stops[-1] if stops else length] + "……"


def issue_title(issue: Issue) -> str:
    """今日运河 2022年6月1日; the undated carry what is known of them."""
    return f"{issue.edition.name} {date_words(issue.date)}"
