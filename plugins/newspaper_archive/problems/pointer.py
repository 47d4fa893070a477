"""Pointers that lead nowhere: `（下转C02版）` without its second half, a teaser whose story is not there.

`2024-03-08/C01.txt:9: “（下转C02版）”：C02 版上没有“上接 C01 版”的稿件`.
"""

from collections.abc import Iterator
from itertools import groupby

from newspaper_archive.archive.folio import same_folio
from newspaper_archive.archive.joined_stories import Jump, jumps, meet
from newspaper_archive.model import (
    Archive,
    ArchivedPage,
    ArchivedTeaser,
    Issue,
    MissingPart,
    Problem,
    Severity,
)
from newspaper_archive.problems.quoting import listed, problem_on, quoted, several
from newspaper_archive.reading.kept_text import kept_text


def unresolved_jumps(archive: Archive) -> Iterator[Problem]:
    """Jumps out without a jump in on the page they name, the other way round, and what is not clear."""
    for issue in archive.issues:
        found = jumps(issue.pages)
        unsure = [jump for jump, lack in found.out if lack is MissingPart.UNSURE]
        for _, group in groupby(unsure, key=lambda jump: (jump.page.id, jump.folio)):
            yield _unclear(list(group))
        for jump, lack in found.out:
            if lack is not MissingPart.UNSURE:
                yield _unresolved(jump, lack, "上接")
        for jump, lack in found.into:
            if lack is not MissingPart.UNSURE:
                yield _unresolved(jump, lack, "下转")
            elif not any(meet(other, jump) for other in unsure):
                yield _unclear([jump])


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


def _unresolved(jump: Jump, lack: MissingPart, way: str) -> Problem:
    severity, code = Severity.WARNING, "jump"
    if lack is MissingPart.PAGE:
        severity, code = Severity.NOTE, "jump-page"
        seen = f"“{jump.said}”：同期没有收入 {jump.folio} 版"
        advice = "有那一版时请补入；本版的日期、版次不明时请先写明"
    else:
        seen = f"“{jump.said}”：{jump.folio} 版上没有写着“{way} {jump.page.folio or '本'} 版”的稿件"
        advice = "请查那一版的转接行有没有漏掉或读错"
    return problem_on(severity, code, jump.page.page, (_line(jump),), seen, advice)


def _unclear(found: list[Jump]) -> Problem:
    """Jumps of one page to one other, told at once: which is which is one question."""
    lines = [_line(jump) for jump in found]
    said = several([f"“{jump.said}”" for jump in found], lines)
    seen = f"{said}：与 {found[0].folio} 版的转接，分不清哪一篇接哪一篇，都没有连起来"
    advice = "请对照两版：给后一部分写上与前一部分相同的标题，或改对转接行"
    return problem_on(Severity.WARNING, "jump-several", found[0].page.page, lines, seen, advice)


def _has(issue: Issue, folio: str | None) -> bool:
    return folio is not None and any(page.folio and same_folio(folio, page.folio) for page in issue.pages)


def _line(jump: Jump) -> int:
    """The line of the story that holds the jump's words, else its first."""
    own = set(jump.article.lines)
    jumps = kept_text(jump.page.page).jumps
    return next((line for said, line in jumps if said == jump.said and line in own), jump.article.lines[0])
