"""What the records are called before a reader: `2022-06-01~` is 约2022年6月1日, folio C02 is 第C02版."""

import re
from datetime import date

from newspaper_archive.model import ArchivedPage, Article, FactSource, Issue, Kind, Severity
from newspaper_archive.publish.typography import typeset

UNDATED = "日期不详"
NO_HEADLINE = "（无题）"

EDTF_DAY = re.compile(
    r"(?P<year>\d{4}|XXXX) (?:-(?P<month>\d\d|XX) (?:-(?P<day>\d\d|XX))?)? (?P<doubt>[~?%])?", re.VERBOSE
)
SENTENCE_END = re.compile("[。！？]”?")
CLAUSE_END = re.compile("[，；：、]")
BULLETS = "◎●○■□▲△▶►◆◇★☆·•"

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
    if not edtf:
        return UNDATED
    if "/" in edtf:
        return " 至 ".join(date_words(end) if end not in ("", "..") else "不详" for end in edtf.split("/", 1))
    match = EDTF_DAY.fullmatch(edtf)
    return _day_words(match) if match else UNDATED


def _day_words(match: re.Match[str]) -> str:
    year, month, day, doubt = match.group("year", "month", "day", "doubt")
    words = "".join(f"{int(part)}{unit}" for part, unit in _known_parts(year, month, day))
    if not words:
        return UNDATED
    unknown = "（年份不详）" if year == "XXXX" else ""
    return f"{DOUBT_BEFORE.get(doubt, '')}{words}{unknown}{DOUBT_AFTER.get(doubt, '')}"


def _known_parts(year: str, month: str | None, day: str | None) -> list[tuple[str, str]]:
    parts = ((year, "年"), (month, "月"), (day, "日"))
    return [(part, unit) for part, unit in parts if part and "X" not in part]


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


def kind_words(article: Article) -> str:
    """图片, 简讯…; nothing for plain news, and nothing that the headline says already."""
    words = KINDS.get(article.kind, "")
    return "" if words == article.headline else words


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
