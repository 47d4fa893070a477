"""What a reader is shown of an article and what the search is confirmed against: its text, field by field.

One article is `{"address": "liudu/2022/2022-06-01/c02-01.html", "title": "古渡重开", "issue": "柳渡周报",
"date": "2022年6月1日", "page": "第C02版·看河", "text": {"headline": ["古渡重开"], "body": ["今日通船。"]}}`;
fields it lacks are left out of `text`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypedDict

from newspaper_archive.edtf import newest_first
from newspaper_archive.model import Archive, ArchivedArticle, ArchivedPage, Article, Issue

FIELDS = ("column", "kicker", "headline", "subhead", "byline", "body", "captions")

SIGNED = "署名"
"""The role of a writer for whom none is printed."""

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


@dataclass(frozen=True, slots=True)
class Words:
    """How readers see what a record holds; the search finds what `text` makes of a page's own characters."""

    text: Callable[[str], str] = str
    headline: Callable[[Article], str] = lambda article: article.headline or "（无题）"
    date: Callable[[str | None], str] = lambda edtf: edtf or "日期不详"
    page: Callable[[ArchivedPage], str] = lambda page: page.folio or page.name or "版次不详"


def records(archive: Archive, words: Words) -> list[Record]:
    """Every article of the archive, the newest issue first, undated issues last."""
    return [_record(*placed, words) for placed in _newest_first(archive)]


def _newest_first(archive: Archive) -> Iterator[tuple[Issue, ArchivedPage, ArchivedArticle]]:
    for issue in sorted(archive.issues, key=lambda issue: (not issue.certain, newest_first(issue.date))):
        for page in issue.pages:
            for article in page.articles:
                yield issue, page, article


def _record(issue: Issue, page: ArchivedPage, article: ArchivedArticle, words: Words) -> Record:
    return {
        "address": article.address,
        "title": words.headline(article.article),
        "issue": issue.edition.name,
        "date": words.date(issue.date),
        "page": words.page(page),
        "text": {field: [words.text(part) for part in parts] for field, parts in _fields(article) if parts},
    }


def _fields(archived: ArchivedArticle) -> list[tuple[str, list[str]]]:
    """The fields in the order of FIELDS.

    A dateline and a signature at the end name their writers as print does: they count as byline.
    """
    article = archived.article
    names = [by.name if by.role == SIGNED else f"{by.role} {by.name}" for by in article.byline]
    dateline = article.dateline.raw if article.dateline else ""
    captions = [part for caption in archived.captions for part in (caption.text, caption.credit)]
    return [
        ("column", _present(article.column)),
        ("kicker", _present(article.kicker)),
        ("headline", _present(article.headline)),
        ("subhead", _present(article.subhead)),
        ("byline", _present(*names, dateline, article.tail)),
        ("body", _present(*(paragraph.text for paragraph in article.paragraphs))),
        ("captions", _present(*captions)),
    ]


def _present(*parts: str) -> list[str]:
    return [part for part in parts if part.strip()]
