"""Orders pages into the archive: issues, sections, addresses, and teasers led to the articles they announce.

Two files `2024-03-08/C01.txt` and `C02.txt` become one issue, whose teaser `… C02 看点` leads to its article.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from newspaper_archive.archive.contributors import contributors, written_people
from newspaper_archive.archive.following import written
from newspaper_archive.archive.place import place
from newspaper_archive.archive.section import SectionNames, name_sections, written_sections
from newspaper_archive.archive.teaser import Announced, announced
from newspaper_archive.archive.whole_stories import with_whole_stories, written_parts
from newspaper_archive.lexicon.edtf import newest_first
from newspaper_archive.model import (
    NO_BOOK,
    Archive,
    ArchivedPage,
    ArchivedTeaser,
    Book,
    BookInFiles,
    Edition,
    Issue,
    Page,
    Placed,
    PlacedTeaser,
    Section,
)


def build_archive(pages: Sequence[Page], editions: Sequence[Edition], book: Book = NO_BOOK) -> Archive:
    """The archive of these pages; `editions` are all that are known, of which those with pages are kept.

    `book` has what was published before.
    """
    placed = place(pages, book)
    names = name_sections(_printed_names(pages), editions, book)
    issues = tuple(_settle(with_whole_stories(issue), names) for issue in placed.issues)
    in_use = {issue.edition.slug: issue.edition for issue in issues}
    people = contributors(issues, book)
    now = written(placed.sheets, book, placed.followed).with_entries(written_sections(names, book))
    return Archive(
        editions=tuple(in_use[slug] for slug in sorted(in_use)),
        issues=issues,
        sections=_sections(issues, names),
        problems=placed.problems,
        book=written_people(written_parts(now, issues), people, forget=_withdraws(pages, book)),
        lost=tuple(placed.followed.lost),
        contributors=people,
    )


def _withdraws(pages: Sequence[Page], book: Book) -> bool:
    """Whether anything is withdrawn: hidden on a page that is there, or with the text of a whole story."""
    return any(page.masked for page in pages) or any(
        known.why for known in BookInFiles.of(book).others.values()
    )


def _printed_names(pages: Sequence[Page]) -> Iterator[str]:
    for page in pages:
        if page.page_name:
            yield page.page_name.value
        yield from (article.column for article in page.reading.articles if article.column)
        yield from (teaser.page_name for teaser in page.reading.teasers if teaser.page_name)


def _settle(issue: Issue, names: SectionNames) -> Issue:
    """The issue with its teasers led to their articles, and with sections for whatever has one."""
    found = announced(issue.pages)
    said: dict[str, list[str | None]] = {}
    for teasers in found.values():
        for teaser in teasers:
            if teaser.article is not None:
                said.setdefault(teaser.article.id, []).append(teaser.teaser.page_name)
    return replace(
        issue, pages=tuple(_settled(page, found.get(page.id, ()), said, names) for page in issue.pages)
    )


def _settled(
    page: ArchivedPage,
    teasers: Sequence[Announced],
    said: Mapping[str, Sequence[str | None]],
    names: SectionNames,
) -> ArchivedPage:
    """An article stands in its page's section, its column's, and that of a teaser which announces it."""
    articles = tuple(
        replace(article, sections=names.of(page.name, article.article.column, *said.get(article.id, ())))
        for article in page.articles
    )
    pointers = tuple(
        ArchivedTeaser(
            teaser=teaser.teaser,
            address=teaser.article.address if teaser.article else None,
            sections=names.of(teaser.teaser.page_name),
        )
        for teaser in teasers
    )
    return replace(page, articles=articles, teasers=pointers, sections=names.of(page.name))


def _sections(issues: Sequence[Issue], names: SectionNames) -> tuple[Section, ...]:
    articles: dict[str, list[Placed]] = {slug: [] for slug in names.shown}
    teasers: dict[str, list[PlacedTeaser]] = {slug: [] for slug in names.shown}
    for issue in _newest_first(issues):
        for page in issue.pages:
            for article in page.articles:
                for slug in article.sections:
                    articles[slug].append(Placed(issue, page, article))
            for teaser in page.teasers:
                for slug in teaser.sections if teaser.address is None else ():
                    teasers[slug].append(PlacedTeaser(issue, page, teaser))
    return tuple(
        Section(
            slug,
            names.shown[slug],
            f"sections/{slug}/index.html",
            tuple(articles[slug]),
            tuple(teasers[slug]),
        )
        for slug in sorted(names.shown)
    )


def _newest_first(issues: Sequence[Issue]) -> list[Issue]:
    """Newest dated issue first, its editions in their order; then the undated, by what is known of them."""
    return sorted(issues, key=lambda issue: (not issue.certain, newest_first(issue.date)))
