"""Pages that an issue lacks: C01, C02, C04 have a gap, and an edition of four pages came with three.

`2024-03-08/C02.txt: 2024-03-08 这一期有 C01、C02、C04，缺 C03`.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from newspaper_archive.model import Archive, ArchivedPage, Issue, Problem, Severity
from newspaper_archive.problems.quoting import listed, problem_on

FEWEST_ISSUES = 3
"""From fewer issues nobody can tell how many pages an edition usually has."""
MOST_PAGES = 200

Folio = tuple[str, int]
_FOLIO = re.compile(r"([A-Z]*)(\d{1,3})")


def missing_folios(archive: Archive) -> Iterator[Problem]:
    """Gaps in an issue's run of folios."""
    for issue in _dated(archive):
        printed = _printed(issue)
        gaps = _gaps(printed)
        if gaps:
            before = max(folio for folio in printed if folio < gaps[0])
            seen = (
                f"{issue.date} 这一期有 {listed([_name(f, printed) for f in sorted(printed)])}，"
                f"缺 {listed([_name(f, printed) for f in gaps])}"
            )
            advice = "请补入缺的版；若当期没有这一版，不必处理"
            yield problem_on(Severity.WARNING, "missing-folio", printed[before].page, (), seen, advice)


def unusual_folios(archive: Archive) -> Iterator[Problem]:
    """Folios that most issues of the edition have and this one has not, beyond those of a gap."""
    for issues in _by_edition(archive):
        printed = {issue.id: _printed(issue) for issue in issues}
        times = Counter(folio for folios in printed.values() for folio in folios)
        usual = {folio for folio, count in times.items() if 2 * count > len(issues)}
        for issue in issues if len(issues) >= FEWEST_ISSUES else ():
            here = printed[issue.id]
            lacking = sorted(usual - here.keys() - set(_gaps(here)))
            if here and lacking:
                seen = (
                    f"“{issue.edition.name}”各期多有 {listed([_plain(folio) for folio in sorted(usual)])}，"
                    f"{issue.date} 这一期没有 {listed([_plain(folio) for folio in lacking])}"
                )
                advice = "请查这一期是否收齐；当期版数少时不必处理"
                first = here[min(here)].page
                yield problem_on(Severity.NOTE, "unusual-folios", first, (), seen, advice)


def _dated(archive: Archive) -> list[Issue]:
    return [issue for issue in archive.issues if issue.certain]


def _by_edition(archive: Archive) -> list[list[Issue]]:
    found: dict[str, list[Issue]] = {}
    for issue in _dated(archive):
        found.setdefault(issue.edition.slug, []).append(issue)
    return list(found.values())


def _printed(issue: Issue) -> dict[Folio, ArchivedPage]:
    """The issue's folios, a spread's (C02–C03) being two, with the page each stands on."""
    return {folio: page for page in reversed(issue.pages) for folio in _folios(page.folio or "")}


def _folios(text: str) -> Iterator[Folio]:
    """C02–C03 is C02 and C03, C02–03 as well."""
    letters = ""
    for found in _FOLIO.finditer(unicodedata.normalize("NFKC", text).upper()):
        letters = found[1] or letters
        yield letters, int(found[2])


def _gaps(printed: dict[Folio, ArchivedPage]) -> list[Folio]:
    """What lies between the first and the last folio of each letter and is not there."""
    runs: dict[str, list[int]] = {}
    for letters, number in printed:
        runs.setdefault(letters, []).append(number)
    return sorted((letters, n) for letters, run in runs.items() for n in _between(run))


def _between(run: Sequence[int]) -> Iterator[int]:
    if max(run) - min(run) < MOST_PAGES:
        yield from (number for number in range(min(run), max(run)) if number not in set(run))


def _name(folio: Folio, printed: dict[Folio, ArchivedPage]) -> str:
    page = printed.get(folio)
    return page.folio if page and page.folio else _plain(folio)


def _plain(folio: Folio) -> str:
    letters, number = folio
    return f"{letters}{number:02}"
