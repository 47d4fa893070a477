"""Pages that an issue lacks: in its run, and against the edition's usual pages."""

import pytest

from newspaper_archive.model import Page, Severity
from newspaper_archive.problems import missing_pages
from pages import DAY, FERRY, page
from prints import told


def issue(date: str, *printed: str) -> list[Page]:
    return [page(f"大河/{date}/{folio}.txt", folio=folio, date=date) for folio in printed]


def test_a_gap_in_the_run_is_named_at_the_page_before_it() -> None:
    (problem,) = told(missing_pages.missing_folios, *issue(DAY, "C01", "C02", "C04"))
    assert (f"大河/{DAY}/C02.txt", Severity.WARNING) == (problem.file, problem.severity)
    assert f"{DAY} 这一期有 C01、C02、C04，缺 C03" == problem.seen


@pytest.mark.parametrize(
    "printed",
    [
        ["C01", "C02", "C03"],
        ["C02"],
        ["A01", "A02", "C01", "C02"],
        ["C01", "C02–C03", "C04"],
        ["C1", "C02"],
        ["C01", "C900"],
    ],
    ids=["whole", "one", "two letters", "a spread", "written two ways", "a slip"],
)
def test_a_run_without_a_gap_is_none(printed: list[str]) -> None:
    assert [] == told(missing_pages.missing_folios, *issue(DAY, *printed))


def test_an_undated_page_is_in_no_run() -> None:
    loose = [page(f"{folio}.txt", folio=folio, date=None) for folio in ("C01", "C03")]
    assert [] == told(missing_pages.missing_folios, *loose)


DAYS = ["2024-03-01", "2024-03-08", "2024-03-15"]


def test_what_most_issues_have_is_missed_in_the_one_without() -> None:
    pages = [*issue(DAYS[0], "C01", "C02"), *issue(DAYS[1], "C01", "C02"), *issue(DAYS[2], "C01")]
    (problem,) = told(missing_pages.unusual_folios, *pages)
    assert f"大河/{DAYS[2]}/C01.txt" == problem.file
    assert "“今日大河”各期多有 C01、C02，2024-03-15 这一期没有 C02" == problem.seen


def test_an_edition_of_two_issues_has_no_usual_pages() -> None:
    assert [] == told(missing_pages.unusual_folios, *issue(DAYS[0], "C01", "C02"), *issue(DAYS[1], "C01"))


def test_a_page_missing_in_the_run_is_not_told_twice() -> None:
    whole = [folio for day in DAYS[:2] for folio in issue(day, "C01", "C02", "C03")]
    assert [] == told(missing_pages.unusual_folios, *whole, *issue(DAYS[2], "C01", "C03"))


def test_editions_are_not_held_against_one_another() -> None:
    other = [page(f"渡口/{day}/D01.txt", folio="D01", date=day, edition=FERRY) for day in DAYS]
    assert [] == told(missing_pages.unusual_folios, *other, *(p for day in DAYS for p in issue(day, "C01")))
