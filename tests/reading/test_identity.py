"""Where a page was printed, by sidecar, path and print, in this order of trust."""

from pathlib import Path

import pytest

from date_pages import file, printed
from newspaper_archive.model import Edition, Fact, FactSource, PageFile, Reading, Sidecar
from newspaper_archive.reading.identity import identify, is_certain
from newspaper_archive.settings import Settings
from pages import FERRY, RIVER, reading

UNSORTED = Settings(seeds=Path("版面")).edition
SILENT = Sidecar("x.yaml")


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


def test_where_nobody_says_the_date_the_text_s_own_word_is_an_estimate() -> None:
    lines, found = printed("渡口通船\n\n本报云汀6月1日讯 渡口的船又开了,两岸居民又能坐船赶集。\n")
    date = identify(file(), found, lines=lines).date
    assert date is not None
    assert (date.value, date.source) == ("XXXX-06-01~", FactSource.ESTIMATE)
    assert [clue.line for clue in date.clues] == [3]
    assert not is_certain(date)


@pytest.mark.parametrize(
    ("page_file", "value"),
    [(file(date="2024-06-01"), "2024-06-01"), (file(sidecar=Sidecar("x.yaml", date="2024")), "2024")],
)
def test_an_estimate_gives_way_to_whoever_says_the_date(page_file: PageFile, value: str) -> None:
    lines, found = printed("渡口通船\n\n本报云汀6月1日讯 渡口的船又开了,两岸居民又能坐船赶集。\n")
    assert getattr(identify(page_file, found, lines=lines).date, "value", None) == value


def test_a_wrong_weekday_is_a_problem_of_the_page() -> None:
    lines, found = printed(
        "C02\n看点\n今日大河\n2024年3月8日 星期四\n\n渡口通船\n\n本报讯 渡口的船又开了。\n"
    )
    assert [problem.code for problem in identify(file(), found, lines=lines).problems] == ["weekday-mismatch"]


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
