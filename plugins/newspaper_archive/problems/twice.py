"""One text under two names: a story printed or converted twice, a page file copied.

`C02.txt:5: “渡口的船又开了”与“C01.txt”第 3 行的一篇正文相同`. Texts are compared by the digest of their
letters, so the cost is linear in the archive; pages that share most of their stories are one page as well.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from newspaper_archive.model import Archive, Article, Issue, Page, Problem, Severity
from newspaper_archive.problems.quoting import problem_on, quoted
from newspaper_archive.reading.kept_text import kept_text

FEWEST_LETTERS = 20
"""Shorter texts (更正, 下期预告) may well be the same twice."""
MOST_SHARED = 0.8
_MOST_ALIKE = 8


@dataclass(frozen=True, slots=True)
class _Found:
    """A story where it stands, and the size of its text in letters."""

    issue: Issue
    page: Page
    article: Article
    size: int


def same_story(archive: Archive) -> Iterator[Problem]:
    """Each story whose text an earlier one has, but for those of pages that are the same as a whole."""
    pages = {frozenset((a.source.path, b.source.path)) for a, b in _same_pages(archive)}
    for first, *others in _stories(archive).values():
        for other in others:
            if frozenset((first.page.source.path, other.page.source.path)) not in pages:
                yield _same_story(first, other)


def same_page(archive: Archive) -> Iterator[Problem]:
    for first, other in _same_pages(archive):
        seen = f"与“{first.source.path}”几乎是同一版：{quoted(kept_text(other).opening)}"
        advice = "若是同一版的两份文本，请删去一份；两份现都收入"
        yield problem_on(Severity.WARNING, "same-page", other, (), seen, advice)


def _same_story(first: _Found, other: _Found) -> Problem:
    line = first.article.lines[0] if first.article.lines else 1
    name = quoted(other.article.headline or other.article.body)
    if first.page is other.page:
        seen, advice = f"{name}与本版第 {line} 行的一篇正文相同", "若是转换时重复，请删去一处"
    elif first.issue is other.issue:
        seen = f"{name}与同期“{first.page.source.path}”第 {line} 行的一篇正文相同"
        advice = "请查是否有一处归错了版"
    else:
        seen = f"{name}与“{first.page.source.path}”第 {line} 行的一篇正文相同，日期不同"
        advice = "若不是重登的通知、声明，请查哪一处日期写错"
    near = first.issue is other.issue
    severity = Severity.WARNING if near else Severity.NOTE
    return problem_on(severity, "same-story", other.page, other.article.lines[:1], seen, advice)


def _stories(archive: Archive) -> dict[str, list[_Found]]:
    """Stories by the digest of their text, in the archive's order; short ones are left out."""
    found: dict[str, list[_Found]] = {}
    for issue in archive.issues:
        for archived in issue.pages:
            page = archived.page
            for article, text in zip(page.reading.articles, kept_text(page).stories, strict=True):
                if text.letters >= FEWEST_LETTERS:
                    one = _Found(issue, page, article, text.letters)
                    found.setdefault(text.digest, []).append(one)
    return found


def _same_pages(archive: Archive) -> list[tuple[Page, Page]]:
    """Pairs of pages with the same text, or whose stories are for the most part the same."""
    pages = [archived.page for issue in archive.issues for archived in issue.pages]
    first: dict[str, Page] = {}
    pairs = []
    for page in pages:
        text = kept_text(page).print
        if text.letters >= FEWEST_LETTERS and first.setdefault(text.digest, page) is not page:
            pairs.append((first[text.digest], page))
    known = {frozenset((a.source.path, b.source.path)) for a, b in pairs}
    return pairs + [
        (a, b) for a, b in _sharing(archive) if frozenset((a.source.path, b.source.path)) not in known
    ]


def _sharing(archive: Archive) -> list[tuple[Page, Page]]:
    """Pages of which one's stories are four fifths the other's, by letters."""
    pages: dict[str, Page] = {}
    size: Counter[str] = Counter()
    shared: Counter[tuple[str, str]] = Counter()
    for found in _stories(archive).values():
        for one in found:
            pages[one.page.source.path] = one.page
            size[one.page.source.path] += one.size
        paths = list(dict.fromkeys(one.page.source.path for one in found))
        if len(paths) <= _MOST_ALIKE:
            shared.update(dict.fromkeys(combinations(paths, 2), found[0].size))
    return [
        (pages[a], pages[b])
        for (a, b), letters in shared.items()
        if letters >= MOST_SHARED * max(size[a], size[b]) and min(_times(pages[a]), _times(pages[b])) > 1
    ]


def _times(page: Page) -> int:
    return len(page.reading.articles)
