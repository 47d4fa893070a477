"""Pages of ../shared/cases/field that look the same as one with right characters read as that one does."""

import re
from pathlib import Path

import pytest

from newspaper_archive.folder.text.encoding import decode
from newspaper_archive.folder.text.lines import normalise
from newspaper_archive.model import Reading
from newspaper_archive.reading.assemble import assemble_page

CASES = Path(__file__).parents[3] / "shared" / "cases" / "field"
BASE = "01-cjk-radicals/base.txt"
CODES = {
    "01-cjk-radicals/kangxi.txt": ["radicals"],
    "01-cjk-radicals/supplement.txt": ["radicals"],
    "01-cjk-radicals/both.txt": ["radicals"],
    "02-blanks-around-digits/masthead.txt": [],
    "13-doubled-bold/headline.txt": ["doubled"],
    "16-spaced-characters/all.txt": ["spaced"],
    "17-other-line-ends/nel.txt": ["line-separator"],
    "17-other-line-ends/stray-control.txt": ["line-separator", "stray-control"],
    "17-other-line-ends/u2028-in-mid.txt": ["line-separator"],
    "17-other-line-ends/u2029.txt": ["line-separator"],
}


def read(name: str) -> tuple[Reading, list[str]]:
    decoded = decode((CASES / name).read_bytes(), file="C02.txt")
    reading = assemble_page("C02.txt", normalise(decoded.text or ""))
    return reading, [problem.code for problem in (*decoded.problems, *reading.problems)]


def found_by_readers(reading: Reading) -> list[object]:
    articles = [
        (one.kicker, one.headline, one.subhead, one.dateline, one.byline, one.body)
        for one in reading.articles
    ]
    credits_ = [(one.role, one.names) for one in reading.colophon]
    return [reading.label, reading.title, reading.printed_date, articles, reading.teasers, credits_]


@pytest.mark.parametrize("name", CODES)
def test_a_page_that_looks_the_same_is_read_the_same(name: str) -> None:
    if not (CASES / name).exists():
        pytest.skip(f"{name} is not in this checkout")
    reading, codes = read(name)
    assert CODES[name] == codes
    assert found_by_readers(read(BASE)[0]) == found_by_readers(reading)


def test_characters_of_gb18030_2022_are_no_private_ones() -> None:
    if not CASES.exists():
        pytest.skip("20-small/gb2022.txt is not in this checkout")
    reading, codes = read("20-small/gb2022.txt")
    assert [] == codes
    assert "工程沿龴龵河两岸铺开︐全长十二公里︐" in reading.articles[0].body
    assert not any(re.search("[\ue000-\uf8ff]", one.body) for one in reading.articles)
