"""Pointers that lead nowhere: `（下转C02版）` without its second half, a teaser whose story is not there.

`2024-03-08/C01.txt:9: “（下转C02版）”：C02 版上没有“上接 C01 版”的稿件`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from newspaper_archive.archive.folio import folio_said, same_folio
from newspaper_archive.model import (
    Archive,
    ArchivedPage,
    ArchivedTeaser,
    Article,
    Issue,
    Problem,
    Severity,
)
from newspaper_archive.problems.quoting import listed, problem_on, quoted
from newspaper_archive.reading.kept_text import kept_text


@dataclass(frozen=True, slots=True)
class _Jump:
    """`said` as printed on `page`; `folio` is the page it names."""

    page: ArchivedPage
    article: Article
    said: str
    folio: str


def unresolved_jumps(archive: Archive) -> Iterator[Problem]:
    """Jumps out without a jump in on the page they name, and the other way round."""
    for issue in archive.issues:
        out = [jump for page in issue.pages for jump in _jumps(page, out=True)]
        into = [jump for page in issue.pages for jump in _jumps(page, out=False)]
        for jump in out:
            other = next((one for one in into if _meet(jump, one)), None)
            if other is None:
                yield _unresolved(issue, jump, f"上接 {jump.page.folio or '本'} 版")
            else:
                into.remove(other)
        for jump in into:
            yield _unresolved(issue, jump, f"下转 {jump.page.folio or '本'} 版")


def unresolved_teasers(archive: Archive) -> Iterator[Problem]:
    for issue in archive.issues:
        for page in issue.pages:
            lost = [t for t in page.teasers if t.address is None and t.teaser.label and t.teaser.headline]
            absent = [teaser for teaser in lost if not _has(issue, teaser.teaser.folio)]
            if absent:
                yield _absent(page, absent)
            for teaser in lost:
                if teaser not in absent:
                    yield _unfound(page, teaser)


def _absent(page: ArchivedPage, teasers: list[ArchivedTeaser]) -> Problem:
    """Teasers of pages that the archive lacks, told at once: they are mended at once."""
    lines = [teaser.teaser.lines[0] for teaser in teasers if teaser.teaser.lines]
    which = listed(
        [f"{quoted(teaser.teaser.headline)}（{teaser.teaser.label.strip()}）" for teaser in teasers]
    )
    seen = f"导读所指的版没有收入：{which}"
    return problem_on(
        Severity.NOTE, "teaser-page", page.page, lines, seen, "如果有那几版，请补入；没有就不必管"
    )


def _unfound(page: ArchivedPage, teaser: ArchivedTeaser) -> Problem:
    headline, folio = quoted(teaser.teaser.headline), teaser.teaser.folio
    seen = f"导读{headline}指向 {folio} 版，那一版上没有这样的标题"
    advice = "请对照那一版：标题可能读错，或两处标题用字不同"
    return problem_on(Severity.NOTE, "teaser", page.page, teaser.teaser.lines, seen, advice)


def _unresolved(issue: Issue, jump: _Jump, wanted: str) -> Problem:
    if _has(issue, jump.folio):
        severity, code = Severity.WARNING, "jump"
        seen = f"“{jump.said}”：{jump.folio} 版上没有写着“{wanted}”的稿件"
        advice = "请查那一版的转接行有没有漏掉或读错"
    else:
        severity, code = Severity.NOTE, "jump-page"
        seen = f"“{jump.said}”：同期没有收入 {jump.folio} 版"
        advice = "有那一版时请补入；本版的日期、版次不明时请先写明"
    return problem_on(severity, code, jump.page.page, (_line(jump),), seen, advice)


def _jumps(page: ArchivedPage, out: bool) -> Iterator[_Jump]:
    for article in page.page.reading.articles:
        said = (article.jump_to if out else article.jump_from).strip()
        folio = folio_said(said)
        if folio:
            yield _Jump(page, article, said, folio)


def _meet(out: _Jump, into: _Jump) -> bool:
    """Whether each names the page that the other stands on."""
    there, here = into.page.folio, out.page.folio
    return (
        there is not None
        and here is not None
        and same_folio(out.folio, there)
        and same_folio(into.folio, here)
    )


def _has(issue: Issue, folio: str | None) -> bool:
    return folio is not None and any(page.folio and same_folio(folio, page.folio) for page in issue.pages)


def _line(jump: _Jump) -> int:
    """The line of the story that holds the jump's words, else its first."""
    own = set(jump.article.lines)
    jumps = kept_text(jump.page.page).jumps
    return next((line for said, line in jumps if said == jump.said and line in own), jump.article.lines[0])
