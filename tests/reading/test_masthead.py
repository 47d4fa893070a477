"""A page without a masthead has no paper's name, and its headlines stay."""

from pathlib import Path

import pytest

from newspaper_archive.folder.text.lines import normalise
from newspaper_archive.reading.assemble import assemble_page

CASE = Path(__file__).resolve().parents[3] / "shared" / "cases" / "reading" / "07-false-masthead" / "page.txt"


@pytest.mark.skipif(not CASE.is_file(), reason="shared/cases is not here")
def test_two_headlines_above_an_author_and_time_are_no_masthead() -> None:
    reading = assemble_page(CASE.name, normalise(CASE.read_text("utf-8")))
    assert reading.title is None
    assert ["接线员的一天 市民举报热线升级", "社区菜园开锄"] == [
        one.headline for one in reading.articles if one.headline
    ]
    assert 2 == len(reading.articles)
