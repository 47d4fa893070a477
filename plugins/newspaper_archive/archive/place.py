"""Gives issues, pages and articles their addresses: `river/2024/2024-03-08/c01-02.html` is C01's second.

A page without a certain date is an issue of its own, `river/undated/<id>/page.html`. What was published
before keeps the address that the book has for it.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from newspaper_archive.archive.folio import FolioKey, folio_key, folio_stem, name_stem
from newspaper_archive.archive.following import Followed, follow
from newspaper_archive.archive.page_texts import PageTexts
from newspaper_archive.archive.text_place import TextPlace, by_place
from newspaper_archive.lexicon.edtf import in_time
from newspaper_archive.lexicon.slug import short_hash, slug
from newspaper_archive.model import (
    ArchivedArticle,
    ArchivedPage,
    Book,
    Caption,
    Edition,
    Issue,
    Page,
    Problem,
    Severity,
)
from newspaper_archive.reading.identity import is_certain
from newspaper_archive.reading.kept_text import kept_text
from newspaper_archive.reading.raw_page import is_raw


@dataclass(frozen=True, slots=True)
class Layout:
    """Issues whose pages and articles have their addresses, and as yet no sections and no teasers."""

    issues: tuple[Issue, ...]
    problems: tuple[Problem, ...]
    sheets: tuple[PageTexts, ...]
    followed: Followed


def place(pages: Sequence[Page], book: Book) -> Layout:
    """Issues oldest first, undated ones last by what is known of their dates, each in print order."""
    dated: dict[tuple[str, str], list[Page]] = {}
    undated = []
    for page in sorted(pages, key=lambda page: page.source.path):
        if page.date is not None and is_certain(page.date):
            dated.setdefault((page.date.value, page.edition.slug), []).append(page)
        else:
            undated.append(page)
    # Sorted after the paths, so that pages of which equally little is known keep the order of their files.
    undated.sort(key=lambda page: in_time(page.date.value if page.date else None))
    problems = [problem for found in dated.values() for problem in _same_folios(found)]
    problems += _same_slugs(pages)
    in_print = [(date, sorted(found, key=_print_order)) for (date, _), found in sorted(dated.items())]
    sheets = [
        _sheet(page, f"{_base(date, found)}/{_stem(page)}") for date, found in in_print for page in found
    ]
    sheets += [
        _sheet(
            page,
            f"{page.edition.slug}/undated/{name}/{folio_stem(page.folio.value) if page.folio else 'page'}",
        )
        for page, name in zip(undated, _undated_names(undated), strict=True)
    ]
    followed = follow(*by_place(pages, sheets, book))
    issues = [_dated_issue(date, found, followed) for date, found in in_print]
    issues += [_undated_issue(page, followed) for page in undated]
    return Layout(tuple(issues), tuple(problems), tuple(sheets), followed)


def _sheet(page: Page, wish: str) -> PageTexts:
    kept = kept_text(page)
    dated = page.date is not None and is_certain(page.date)
    hidden = page.masked
    return PageTexts(
        page.source.path,
        wish,
        dated and page.folio is not None,
        kept.sketch,
        kept.sketches,
        is_raw(page),
        str(TextPlace.of(page)) if hidden else "",
        tuple(str(TextPlace.of(page, one.lines)) for one in page.reading.articles) if hidden else (),
    )


def _base(date: str, pages: Sequence[Page]) -> str:
    return f"{pages[0].edition.slug}/{date[:4]}/{date}"


def _dated_issue(date: str, pages: Sequence[Page], followed: Followed) -> Issue:
    base = _base(date, pages)
    placed = tuple(_page(page, followed) for page in pages)
    return Issue(base, f"{base}/index.html", pages[0].edition, date, certain=True, pages=placed)


def _undated_issue(page: Page, followed: Followed) -> Issue:
    base = followed.pages[page.source.path].rpartition("/")[0]
    date = page.date.value if page.date else None
    placed = _page(page, followed)
    return Issue(base, f"{base}/index.html", page.edition, date, certain=False, pages=(placed,))


def _print_order(page: Page) -> tuple[bool, FolioKey, str]:
    """By folio, pages without one last; within one folio by path."""
    return page.folio is None, folio_key(page.folio.value) if page.folio else (), page.source.path


def _stem(page: Page) -> str:
    """A page's part of its address in an issue."""
    return folio_stem(page.folio.value) if page.folio else name_stem(PurePosixPath(page.source.path).stem)


def _same_folios(pages: Iterable[Page]) -> Iterable[Problem]:
    seen: dict[FolioKey, Page] = {}
    for page in pages:
        if page.folio is None:
            continue
        other = seen.setdefault(folio_key(page.folio.value), page)
        if other is not page:
            said = f"与“{other.source.path}”同为 {page.folio.value} 版"
            advice = "请删去重复的，或在同名 .yaml 里写对 folio 或 date；两版现都收入"
            yield Problem(Severity.WARNING, "same-folio", page.source.path, None, said, advice)


def _same_slugs(pages: Iterable[Page]) -> Iterable[Problem]:
    """Two papers whose printed names pinyin spells alike; an edition.yaml may not do that, a masthead can."""
    seen: dict[str, Edition] = {}
    for page in pages:
        other = seen.setdefault(page.edition.slug, page.edition)
        if other.name != page.edition.name:
            said = f"报名“{page.edition.name}”与“{other.name}”的网址同为“{other.slug}”，并成了一种"
            advice = "请各放一个文件夹，在 edition.yaml 里写不同的 slug"
            yield Problem(Severity.WARNING, "same-slug", page.source.path, None, said, advice)


def _undated_names(pages: Sequence[Page]) -> list[str]:
    """Each page's folder below `undated`, from its path within its edition; alike ones get a hash."""
    paths = [_path_in_edition(page.source.path, page.edition) for page in pages]
    names = [slug(str(PurePosixPath(path).with_suffix(""))) for path in paths]
    times = Counter((page.edition.slug, name) for page, name in zip(pages, names, strict=True))
    return [
        name if times[page.edition.slug, name] == 1 else f"{name}-{short_hash(page.source.path)}"
        for page, name in zip(pages, names, strict=True)
    ]


def _path_in_edition(path: str, edition: Edition) -> str:
    return path.removeprefix(f"{edition.folder}/") if edition.folder else path


def _page(page: Page, followed: Followed) -> ArchivedPage:
    id_ = followed.pages[page.source.path]
    captions: dict[int | None, list[Caption]] = {}
    for caption in page.reading.captions:
        captions.setdefault(caption.article, []).append(caption)
    articles = tuple(
        ArchivedArticle(
            id=own, address=f"{own}.html", article=article, captions=tuple(captions.get(index, ()))
        )
        for index, (own, article) in enumerate(
            zip(followed.stories[page.source.path], page.reading.articles, strict=True)
        )
    )
    return ArchivedPage(id_, f"{id_}.html", page, articles, ())
