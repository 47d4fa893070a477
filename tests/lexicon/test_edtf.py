"""Dates in the Library of Congress's form: what is one, what it can mean, how they are put in order."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newspaper_archive.lexicon.edtf import (
    earliest,
    in_time,
    is_calendar_date,
    is_edtf,
    newest_first,
    parse_edtf,
    year_of,
)


@pytest.mark.parametrize(
    "text",
    [
        "2031",
        "2031-03",
        "2031-03-05",
        "2032-02-29",
        "2031~",
        "2031-03?",
        "2031-03-05%",
        "203X",
        "20XX",
        "2031-XX",
        "2031-XX-XX",
        "2031-03-XX",
        "XXXX-03-05~",
        "XXXX-02-29",
        "XXXX-XX-30~",
        "2031-21",
        "2031-03/2031-05",
        "2031-03/..",
        "../2031",
        "2031/",
        "[2031..]",
        "[..2031]",
        "[2031..2033]",
    ],
)
def test_a_date_open_or_in_doubt_is_a_date(text: str) -> None:
    found = parse_edtf(text)
    assert found is not None
    assert str(found).replace("/..", "/") == text.replace("/..", "/")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "3月5日",
        "2031-3-5",
        "2031-13",
        "2031-00",
        "2031-02-29",
        "XXXX-02-30",
        "2031-04-31",
        "2031-25",
        "2031-21-05",
        "0000",
        "/",
        "..",
        "../..",
        "[]",
        "[2031]",
        "2033/2031",
        "2031-03-05T10:00",
        "2031-03-05/明天",
        "２０３１",
    ],
)
def test_what_no_calendar_has_is_no_date(text: str) -> None:
    assert not is_edtf(text)


def test_only_a_whole_day_of_the_calendar_is_a_calendar_date() -> None:
    assert is_calendar_date("2032-02-29")
    assert not is_calendar_date("2031-02-29")
    assert not is_calendar_date("2031-03-05~")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2031-03-05~", (2031, 3, 5)),
        ("2031-03~", (2031, 3, 1)),
        ("2031~", (2031, 1, 1)),
        ("203X", (2030, 1, 1)),
        ("2031-XX-30", (2031, 1, 30)),
        ("2031-1X", (2031, 10, 1)),
        ("2031-24", (2031, 12, 1)),
        ("[2031..2033]", (2031, 1, 1)),
        ("[..2033]", None),
        ("XXXX-03-05~", None),
        ("不详", None),
        (None, None),
    ],
)
def test_the_earliest_day_possible(text: str | None, day: tuple[int, int, int] | None) -> None:
    assert earliest(text) == day


def test_the_latest_day_possible_keeps_to_the_calendar() -> None:
    last = {text: parse_edtf(text) for text in ("2031-02", "2031", "203X", "2031-1X-3X", "2031-22")}
    assert {text: found.start.latest() for text, found in last.items() if found and found.start} == {
        "2031-02": (2031, 2, 28),
        "2031": (2031, 12, 31),
        "203X": (2039, 12, 31),
        "2031-1X-3X": (2031, 12, 31),
        "2031-22": (2031, 8, 31),
    }


def shuffled(row: list[str | None]) -> list[str | None]:
    return row[1::2] + row[::2]


def test_open_years_stand_after_known_ones_and_the_unknown_last() -> None:
    in_order: list[str | None] = [
        "2030~",
        "2031-03-05~",
        "2031-03-06",
        "[2032..]",
        "[..2031]",
        "XXXX-03-05~",
        "XXXX-06~",
        None,
    ]
    assert sorted(shuffled(in_order), key=in_time) == in_order
    newest: list[str | None] = [
        "[2032..]",
        "2031-03-06",
        "2031-03-05~",
        "2030~",
        "[..2031]",
        "XXXX-03-05~",
        "XXXX-06~",
        None,
    ]
    assert sorted(shuffled(newest), key=newest_first) == newest


@pytest.mark.parametrize(
    ("text", "year"),
    [("2031-03~", 2031), ("203X", None), ("XXXX-03", None), ("[2031..]", None), (None, None)],
)
def test_a_year_is_one_year(text: str | None, year: int | None) -> None:
    assert year_of(text) == year


@given(st.text(st.sampled_from("0123456789X-~?%/.[]年"), max_size=14))
def test_no_text_raises_and_every_date_has_its_place(text: str) -> None:
    assert is_edtf(text) == (parse_edtf(text) is not None)
    assert in_time(text) <= in_time(None)
    assert newest_first(text) <= newest_first(None)


@given(st.dates())
def test_every_day_of_the_calendar_is_a_date_that_means_itself(day: date) -> None:
    assert earliest(day.isoformat()) == (day.year, day.month, day.day)
    assert str(parse_edtf(day.isoformat())) == day.isoformat()
