"""What a reader is shown of an article and what the search is confirmed against: its text, field by field.

One article is `{"address": "liudu/2022/2022-06-01/c02-01.html", "title": "古渡重开", "issue": "柳渡周报",
"date": "2022年6月1日", "page": "第C02版·看河", "text": {"headline": ["古渡重开"], "body": ["今日通船。"]}}`;
fields it lacks are left out of `text`.
"""

import re
from collections.abc import Callable, Iterator
from typing import TypedDict

from newspaper_archive.model import Archive, ArchivedArticle, ArchivedPage, Issue

Display = Callable[[str], str]
"""From the page's own characters to those shown; the search finds what it returns."""

Text = dict[str, list[str]]
"""The strings of an article by field; each ends at a wall."""


class Record(TypedDict):
    """What `search/records.js` says of an article; the keys are those of SearchRecord in search-index.js."""

    address: str
    title: str
    issue: str
    date: str
    page: str
    text: Text


FIELDS = ("kicker", "headline", "subhead", "byline", "body", "captions")

UNKNOWN_DATE = "日期不详"
UNKNOWN_PAGE = "版次不详"
UNTITLED = "（无题）"

_FULL_DATE = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?P<doubt>[~?%]?)")
_YEARLESS_DATE = re.compile(r"XXXX-(?P<month>\d\d)-(?P<day>\d\d)[~?%]?")
_TITLE_CHARACTERS = 20


def records(archive: Archive, display: Display) -> list[Record]:
    """Every article of the archive, the newest issue first, undated issues last."""
    return [_record(*placed, display) for placed in _newest_first(archive)]


def shown_date(issue: Issue) -> str:
    """`2020年3月23日`, `约2020年3月23日`, `6月1日（年份不详）` or 日期不详: never more than is known."""
    edtf = issue.date or ""
    full = _FULL_DATE.fullmatch(edtf)
    if full:
        day = f"{full['year']}年{int(full['month'])}月{int(full['day'])}日"
        return day if issue.certain and not full["doubt"] else f"约{day}"
    yearless = _YEARLESS_DATE.fullmatch(edtf)
    if yearless:
        return f"{int(yearless['month'])}月{int(yearless['day'])}日（年份不详）"
    return UNKNOWN_DATE


def shown_page(page: ArchivedPage) -> str:
    """`第C02版·看点`; where the folio is unknown `看点（版次不详）`."""
    if page.folio:
        return "·".join([f"第{page.folio}版", *([page.name] if page.name else [])])
    return f"{page.name}（{UNKNOWN_PAGE}）" if page.name else UNKNOWN_PAGE


def _newest_first(archive: Archive) -> Iterator[tuple[Issue, ArchivedPage, ArchivedArticle]]:
    dated = [issue for issue in archive.issues if issue.date and issue.certain]
    others = [issue for issue in archive.issues if not (issue.date and issue.certain)]
    for issue in [*reversed(dated), *others]:
        for page in issue.pages:
            for article in page.articles:
                yield issue, page, article


def _record(issue: Issue, page: ArchivedPage, article: ArchivedArticle, display: Display) -> Record:
    text = {field: [display(part) for part in parts] for field, parts in _fields(article) if parts}
    return {
        "address": article.address,
        "title": _title(text),
        "issue": issue.edition.name,
        "date": shown_date(issue),
        "page": shown_page(page),
        "text": text,
    }


def _fields(archived: ArchivedArticle) -> list[tuple[str, list[str]]]:
    """The fields in the order of FIELDS.

    A dateline and a signature at the end name their writers as print does: they count as byline.
    """
    article = archived.article
    names = [" ".join(part for part in (by.role, by.name) if part) for by in article.byline]
    dateline = article.dateline.raw if article.dateline else ""
    captions = [part for caption in archived.captions for part in (caption.text, caption.credit)]
    return [
        ("kicker", _present(article.kicker)),
        ("headline", _present(article.headline)),
        ("subhead", _present(article.subhead)),
        ("byline", _present(*names, dateline, article.tail)),
        ("body", _present(*(paragraph.text for paragraph in article.paragraphs))),
        ("captions", _present(*captions)),
    ]


def _present(*parts: str) -> list[str]:
    return [part for part in parts if part.strip()]


def _title(text: Text) -> str:
    """The headline, else how the article begins."""
    if "headline" in text:
        return " ".join(text["headline"])
    beginning = next((parts[0] for field in ("body", "captions") if (parts := text.get(field))), "")
    if len(beginning) > _TITLE_CHARACTERS:
        return beginning[:_TITLE_CHARACTERS] + "……"
    return beginning or UNTITLED
