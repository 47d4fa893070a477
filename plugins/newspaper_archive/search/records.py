"""What the search knows of an article: what is shown, what is searched, by what it can be narrowed.

One article is `Record(id="liudu/2022/2022-06-01/c02-01", title="古渡重开", issue="柳渡周报",
date="2022年6月1日", page="第C02版·看河", text={"headline": ["古渡重开"], "body": ["今日通船。"]},
facts=Facts(…))`; fields it lacks are left out of `text`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from newspaper_archive.lexicon.edtf import newest_first
from newspaper_archive.model import (
    Archive,
    ArchivedArticle,
    ArchivedPage,
    Article,
    Issue,
    Paragraph,
    Role,
)

# Found by any query. The body comes first: in a list of postings it bears no mark.
SEARCHED = ("body", "kicker", "headline", "subhead", "byline", "crossheads", "briefs", "captions")
# Found only by a query that names them: 栏目:看点, 版次:C02.
NAMED = ("section", "folio")
FIELDS = (*SEARCHED, *NAMED)

# A hit in a headline stands before one in the body, however often the body says it.
WEIGHTS = {"kicker": 4, "headline": 10, "subhead": 5, "byline": 3, "crossheads": 2}

LABEL_MARKS = "【】[]()（）:： "
SIGNED = "署名"
"""The role of a writer for whom none is printed."""

Text = dict[str, list[str]]
"""The strings of an article by field; each ends at a wall."""


@dataclass(frozen=True, slots=True)
class Facts:
    """By what results can be narrowed; `date` is EDTF, "" where nothing is known of it."""

    date: str
    certain: bool
    edition: str
    kind: str
    sections: tuple[str, ...]
    authors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Record:
    id: str
    title: str
    issue: str
    date: str
    page: str
    text: Text
    facts: Facts


@dataclass(frozen=True, slots=True)
class Names:
    """Of sections by slug; of people in another form than that in which they are shown."""

    sections: Mapping[str, str]
    people: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Words:
    """How readers see what a record holds; the search finds what `text` makes of a page's own characters."""

    text: Callable[[str], str] = str
    headline: Callable[[Article], str] = lambda article: article.headline or f"「{article.body[:24]}」"
    date: Callable[[str | None], str] = lambda edtf: edtf or "日期不详"
    page: Callable[[ArchivedPage], str] = lambda page: page.folio or page.name or ""
    kind: Callable[[Article], str] = lambda article: article.kind.value


def records(archive: Archive, words: Words) -> Iterator[Record]:
    """Every article of the archive, the newest issue first, undated issues last; made as it is asked for."""
    return records_of(newest_issues_first(archive), shown_names(archive), words)


def records_of(issues: Iterable[Issue], names: Names, words: Words) -> Iterator[Record]:
    """Every article of these issues."""
    for issue in issues:
        for page in issue.pages:
            for article in page.articles:
                yield _record(issue, page, article, words, names)


def shown_names(archive: Archive) -> Names:
    people = {form: name for name, one in archive.contributors.items() for form in one.forms}
    return Names({section.slug: section.name for section in archive.sections}, people)


def newest_issues_first(archive: Archive) -> list[Issue]:
    """The undated last."""
    return sorted(archive.issues, key=lambda issue: (not issue.certain, newest_first(issue.date)))


def day_of(issue: Issue) -> str:
    """As `by_time` asks for it."""
    return issue.date or "" if issue.certain else ""


def _record(
    issue: Issue, page: ArchivedPage, archived: ArchivedArticle, words: Words, names: Names
) -> Record:
    article = archived.article
    sections = tuple(names.sections.get(slug, slug) for slug in archived.sections)
    fields = _fields(archived)
    fields["section"] = _each_once([*sections, article.column, page.name or ""])
    fields["folio"] = _each_once([page.folio or "", *(one.folio for one in archived.rest)])
    return Record(
        id=archived.id,
        title=words.headline(article),
        issue=issue.edition.name,
        date=words.date(issue.date),
        page=words.page(page),
        text={field: [words.text(part) for part in fields[field]] for field in FIELDS if fields.get(field)},
        facts=Facts(
            date=issue.date or "",
            certain=bool(issue.date and issue.certain),
            edition=issue.edition.name,
            kind=words.kind(article),
            sections=sections,
            authors=tuple(
                _each_once(
                    [
                        names.people.get(by.name, by.name)
                        for part in archived.parts
                        for by in part.article.byline
                    ]
                )
            ),
        ),
    )


def _fields(archived: ArchivedArticle) -> dict[str, list[str]]:
    """The strings by field of all parts of a story; a headline is printed over the later ones again."""
    found: dict[str, list[str]] = {}
    for part in archived.parts:
        for field, strings in _fields_of_part(part).items():
            found.setdefault(field, []).extend(strings)
    return {field: _each_once(strings) for field, strings in found.items()} if archived.rest else found


def _fields_of_part(archived: ArchivedArticle) -> dict[str, list[str]]:
    """The strings by field; where print was corrected, first as corrected and then as printed."""
    article = archived.article
    fields = _fields_of(article)
    fields["captions"] = [part for caption in archived.captions for part in (caption.text, caption.credit)]
    if article.printed is not None:
        for field, parts in _fields_of(article.printed).items():
            fields[field] += parts
    for caption in archived.captions:
        if caption.printed is not None:
            fields["captions"] += [caption.printed.text, caption.printed.credit]
    return {field: _each_once(parts) for field, parts in fields.items()}


def _fields_of(article: Article) -> dict[str, list[str]]:
    """A dateline and a signature at the end name their writers as print does: they count as byline.

    Not so the label before an editor's note (编者按:).
    """
    names = [by.name if by.role == SIGNED else f"{by.role} {by.name}" for by in article.byline]
    dateline = article.dateline.raw if article.dateline else ""
    if dateline.strip(LABEL_MARKS) == article.headline:
        dateline = ""
    return {
        "kicker": [article.kicker],
        "headline": [article.headline],
        "subhead": [article.subhead],
        "byline": [*names, dateline, article.tail],
        "crossheads": _of_role(article.paragraphs, Role.CROSSHEAD),
        "body": [p.text for p in article.paragraphs if p.role not in (Role.CROSSHEAD, Role.BRIEF)],
        "briefs": _of_role(article.paragraphs, Role.BRIEF),
    }


def _of_role(paragraphs: tuple[Paragraph, ...], role: Role) -> list[str]:
    return [paragraph.text for paragraph in paragraphs if paragraph.role is role]


def _each_once(parts: list[str]) -> list[str]:
    return [part for part in dict.fromkeys(parts) if part.strip()]
