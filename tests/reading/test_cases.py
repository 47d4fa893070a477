"""Each rule of the reader on invented print, right readings and near misses alike: see `cases/*.cases`."""

from collections import Counter

import pytest

from case_files import Case, cases
from newspaper_archive.folder.text.lines import normalise
from newspaper_archive.reading.assemble import assemble_page

from .dump import dump

ALL = cases()


def _param(case: Case) -> object:
    marks = [pytest.mark.xfail(reason=case.fails, strict=True)] if case.fails else []
    return pytest.param(case, id=case.name, marks=marks)


@pytest.mark.parametrize("case", [_param(case) for case in ALL])
def test_a_page_is_read_as_a_careful_editor_reads_it(case: Case) -> None:
    reading = assemble_page("case.txt", normalise(case.text))
    assert case.expected.splitlines() == dump(reading).splitlines()


def test_no_two_cases_bear_one_name() -> None:
    assert [name for name, times in Counter(case.name for case in ALL).items() if times > 1] == []


def test_every_case_has_a_page_and_a_reading() -> None:
    assert [case.name for case in ALL if not case.text.strip() or not case.expected] == []
