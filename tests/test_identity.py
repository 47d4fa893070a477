"""Where a page was printed, by sidecar, path and print, in this order of trust."""

from pathlib import Path

import pytest

from newspaper_archive.identity import identify, is_certain
from newspaper_archive.model import Edition, Fact, FactSource, PageFile, Reading, Sidecar
from newspaper_archive.settings import Settings
from pages import FERRY, RIVER, reading

UNSORTED = Settings(seeds=Path("版面")).edition
SILENT = Sidecar("x.yaml")


def file(
    date: str | None = None,
    folio: str | None = None,
    sidecar: Sidecar | None = None,
    edition: Edition = RIVER,
) -> PageFile:
    return PageFile("x.txt", Path("x.txt"), edition, date, folio, sidecar)


@pytest.mark.parametrize(
    ("sidecar", "path", "printed", "value", "source"),
    [
        (Sidecar("x.yaml", date="2024-03-01"), "2024-03-08", "2024-03-15", "2024-03-01", FactSource.SIDECAR),
        (SILENT, "2024-03-08", "2024-03-15", "2024-03-08", FactSource.PATH),
        (None, "2024-03-08", None, "2024-03-08", FactSource.PATH),
        (None, None, "2024-03-15", "2024-03-15", FactSource.PRINT),
        (SILENT, None, "XXXX-03-15", "XXXX-03-15", FactSource.PRINT),
    ],
)
def test_the_date_is_of_the_strongest_source(
    sidecar: Sidecar | None, path: str | None, printed: str | None, value: str, source: FactSource
) -> None:
    date = identify(file(date=path, sidecar=sidecar), reading(date=printed)).date
    assert date is not None
    assert (date.value, date.source) == (value, source)


@pytest.mark.parametrize("printed", [None, "", "3月8日", "2023-02-29", "2024-3-8"])
def test_what_is_no_date_stays_unknown(printed: str | None) -> None:
    assert identify(file(), reading(date=printed)).date is None


@pytest.mark.parametrize(
    ("fact", "certain"),
    [
        (Fact("2024-03-08", FactSource.PRINT), True),
        (Fact("2024-03-08", FactSource.ESTIMATE), False),
        (Fact("2024-03", FactSource.SIDECAR), False),
        (Fact("2024-03-08~", FactSource.SIDECAR), False),
        (None, False),
    ],
)
def test_only_a_whole_date_that_somebody_says_is_certain(fact: Fact | None, certain: bool) -> None:
    assert is_certain(fact) is certain


def test_folio_and_page_name_come_from_print_where_nothing_else_says() -> None:
    found = identify(file(), reading(folio="Ｃ 02", page_name="看点"))
    assert found.folio == Fact("C02", FactSource.PRINT)
    assert found.page_name == Fact("看点", FactSource.PRINT)


def test_the_sidecar_overrules_path_and_print() -> None:
    said = Sidecar("x.yaml", folio="C03", page_name="视觉", system_code="HC03")
    found = identify(file(folio="C01", sidecar=said), reading(folio="C02", page_name="看点"))
    assert found.folio == Fact("C03", FactSource.SIDECAR, "x.yaml")
    assert found.page_name == Fact("视觉", FactSource.SIDECAR, "x.yaml")
    assert found.system_code == "HC03"
    assert found.problems == ()


@pytest.mark.parametrize(
    ("page_file", "printed", "codes"),
    [
        (file(date="2024-03-08"), reading(date="2024-03-15"), ["date-conflict"]),
        (file(date="2024-03-08"), reading(date="2024-03-08"), []),
        (file(folio="C01"), reading(folio="C02"), ["folio-conflict"]),
        (file(folio="C01"), reading(folio="1"), []),
        (file(folio="C01", sidecar=Sidecar("x.yaml", folio="C02")), reading(folio="C02"), []),
    ],
)
def test_path_and_print_that_gainsay_each_other_are_a_problem(
    page_file: PageFile, printed: Reading, codes: list[str]
) -> None:
    assert [problem.code for problem in identify(page_file, printed).problems] == codes


@pytest.mark.parametrize(
    ("edition", "title", "slug"),
    [
        (UNSORTED, None, "unsorted"),
        (UNSORTED, "今日大河", "river"),
        (UNSORTED, "大河日报", "unsorted"),  # two editions of that paper: which one is not said
        (UNSORTED, "渡口时报", "du-kou-shi-bao"),
        (UNSORTED, "渡" * 21, "unsorted"),
        (UNSORTED, "search", "unsorted"),
        (FERRY, "今日大河", "ferry"),
    ],
)
def test_the_masthead_names_the_edition_where_nothing_else_does(
    edition: Edition, title: str | None, slug: str
) -> None:
    assert identify(file(edition=edition), reading(title=title), (RIVER, FERRY)).edition.slug == slug
