"""Numbers of dates in Chinese, with every sign that print sets for zero."""

import pytest

from newspaper_archive.lexicon.numerals import number, year_number


@pytest.mark.parametrize("zero", "〇○零◯OО0")
def test_a_year_is_known_by_any_sign_for_zero(zero: str) -> None:
    assert 2006 == year_number(f"二{zero}{zero}六")


@pytest.mark.parametrize(
    ("text", "expected"), [("二○", 20), ("三〇", 30), ("一零", 10), ("廿一", 21), ("○", 0)]
)
def test_a_day_may_be_spelt_by_its_figures(text: str, expected: int) -> None:
    assert expected == number(text)


@pytest.mark.parametrize("text", ["五○", "二○二", "张○", "o二"])
def test_what_no_date_prints_is_no_number(text: str) -> None:
    assert number(text) is None
