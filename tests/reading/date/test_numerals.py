"""Numbers as dates print them."""

import pytest

from newspaper_archive.lexicon.numerals import number, year_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7", 7),
        ("七", 7),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("二十一", 21),
        ("廿", 20),
        ("廿三", 23),
        ("卅", 30),
        ("卅一", 31),
        ("初三", 3),
        ("正", 1),
        ("腊", 12),
        ("", None),
        ("日", None),
        ("一二", None),
        ("十十", None),
    ],
)
def test_a_figure_is_read_as_printed(text: str, value: int | None) -> None:
    assert number(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2031", 2031),
        ("二〇三一", 2031),
        ("二○三一", 2031),
        ("二零三一", 2031),
        ("三一", None),
        ("二十三一", None),
        ("卅七", None),
    ],
)
def test_a_year_has_four_figures(text: str, value: int | None) -> None:
    assert year_number(text) == value
