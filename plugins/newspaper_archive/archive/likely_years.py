"""Years that other pages of the archive make likely: the same people in the same offices, the same campaigns.

A page of which no year is known names the holder of an office, 镇党委书记 and a name; so does a page of 2021,
and none of another year: 2021 is suggested to the desk, with the words. Nothing is applied by itself.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from newspaper_archive.lexicon.edtf import parse_edtf, year_of
from newspaper_archive.model import Archive, FactSource, Page, Phrase, Problem, Severity
from newspaper_archive.reading.kept_text import OFFICE_WEIGHT, kept_text

SHOWN, MOST_YEARS = 3, 2
ADVICE = "请核实；若是，在同名 .yaml 里写 date: "


def suggest_years(archive: Archive) -> tuple[Problem, ...]:
    """A note for each page whose year is open and whose phrases other pages bear in one year or two."""
    pages = [page.page for issue in archive.issues for page in issue.pages]
    undated = [page for page in pages if _year(page) is None]
    if not undated:
        return ()
    known = _Concordance(page for page in pages if _year(page) is not None)
    return tuple(note for page in undated for note in known.suggest(page))


def _year(page: Page) -> int | None:
    return year_of(page.date.value) if page.date else None


class _Concordance:
    """Which pages of known years bear a phrase: the first of each year."""

    def __init__(self, pages: Iterable[Page]) -> None:
        self.places: dict[str, dict[int, Page]] = {}
        for page in pages:
            year = _year(page)
            for phrase in kept_text(page).phrases if year else ():
                self.places.setdefault(phrase.text, {}).setdefault(year or 0, page)

    def suggest(self, page: Page) -> Iterator[Problem]:
        """The year or two that most of the page's phrases are borne out by."""
        shared = [phrase for phrase in kept_text(page).phrases if phrase.text in self.places]
        votes: Counter[int] = Counter()
        for phrase in shared:
            for year in self._years(phrase):
                votes[year] += phrase.weight if _possible(page, year) else 0
        most = max(votes.values(), default=0)
        years = sorted(year for year, weight in votes.items() if weight == most)
        if most >= OFFICE_WEIGHT and len(years) <= MOST_YEARS:
            yield self._note(page, years, shared)

    def _years(self, phrase: Phrase) -> Iterable[int]:
        """The years a phrase speaks for: an office is held for some; a campaign of two years is a motto."""
        years = self.places[phrase.text]
        return years if phrase.weight == OFFICE_WEIGHT or len(years) == 1 else ()

    def _note(self, page: Page, years: list[int], shared: list[Phrase]) -> Problem:
        borne = [phrase for phrase in shared if years[0] in self.places[phrase.text]]
        borne.sort(key=lambda phrase: (-phrase.weight, phrase.line))
        other = self.places[borne[0].text][years[0]]
        quoted = "".join(f"「{phrase.text}」" for phrase in borne[:SHOWN])
        about = "约" if other.date and other.date.source is FactSource.ESTIMATE else ""
        likely = "或".join(f"{year}年" for year in years)
        seen = f"年份不详；与“{other.source.path}”（{about}{years[0]}年）同有{quoted}，可能是{likely}"
        advice = ADVICE + _filled(page, years[0])
        return Problem(Severity.NOTE, "likely-year", page.source.path, borne[0].line, seen, advice)


def _possible(page: Page, year: int) -> bool:
    """Whether the page's own bounds, `[2016..2025]`, allow the year."""
    date = parse_edtf(page.date.value) if page.date else None
    if date is None or date.form != "[":
        return True
    low = date.start.earliest()[0] if date.start else 0
    return low <= year <= (date.end.latest()[0] if date.end else 9999)


def _filled(page: Page, year: int) -> str:
    """The page's date with that year, as a sidecar would say it: `2020-06-01~`."""
    date = page.date.value if page.date else ""
    return f"{year}{date[4:]}" if date.startswith("XXXX-") else f"{year}~"
