"""A date may be written as people write dates; one that might be two is none."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newspaper_archive.folder.written_date import as_edtf
from newspaper_archive.lexicon.edtf import is_edtf


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2024/3/8", "2024-03-08"),
        ("2024-3-8", "2024-03-08"),
        ("2024.3.8", "2024-03-08"),
        ("2024．03．08", "2024-03-08"),
        ("2024年3月8日", "2024-03-08"),
        ("2024 年 3 月 8 号", "2024-03-08"),
        ("２０２４年３月", "2024-03"),
        ("2024年3月份", "2024-03"),
        ("2024年", "2024"),
        ("二〇二四年三月二十八日", "2024-03-28"),
        ("20240308", "2024-03-08"),
        ("2024/12", "2024-12"),
        ("6月1日", "XXXX-06-01"),
        ("XXXX年6月1日", "XXXX-06-01"),
        ("xxxx-6-1", "XXXX-06-01"),
        ("2024年6月XX日", "2024-06-XX"),
        ("约2024年3月", "2024-03~"),
        ("2024-3～", "2024-03~"),
        ("2024年3月8日？", "2024-03-08?"),
        ("2024—3—8,", "2024-03-08"),
    ],
)
def test_a_date_is_read_as_people_write_it(written: str, meant: str) -> None:
    assert as_edtf(written) == meant


@pytest.mark.parametrize(
    "edtf", ["2024", "2024-03~", "XXXX-06-01", "XXXX-06-01~", "201X", "2024-21", "2010/2011", "[2016..2025]"]
)
def test_what_is_a_date_of_the_archives_form_stays(edtf: str) -> None:
    assert as_edtf(edtf) == edtf


@pytest.mark.parametrize(
    "text",
    [
        "3/8/2024",
        "24-3-8",
        "202403",
        "2023年2月29日",
        "2024年13月",
        "2024年21月",
        "2024/21",
        "2024-3/8",
        "三月",
        "约",
    ],
)
def test_what_might_be_two_dates_or_is_none_stays(text: str) -> None:
    assert as_edtf(text) == text


@given(st.dates(), st.sampled_from(["{0}/{1}/{2}", "{0}.{1}.{2}", "{0}年{1}月{2}日", "{0}-{1:02}-{2:02}"]))
def test_every_day_may_be_written_in_every_form(day: date, form: str) -> None:
    written = form.format(f"{day.year:04}", day.month, day.day)
    assert as_edtf(written) == day.isoformat()


@given(st.text(st.sampled_from("0123456789X年月日-/.~?约 二三十〇"), max_size=12))
def test_what_is_changed_is_a_date(text: str) -> None:
    assert as_edtf(text) == text or is_edtf(as_edtf(text))
