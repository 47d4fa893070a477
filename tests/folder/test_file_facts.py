"""What a path says of its page: `今日大河/2024-03-08/C01.txt` is C01 of that day."""

import pytest

from newspaper_archive.folder.file_facts import file_facts


@pytest.mark.parametrize(
    ("path", "date", "folio", "edition_folder"),
    [
        ("今日大河/2024-03-08/C01.txt", "2024-03-08", "C01", "今日大河"),
        ("今日大河/2024-03-08/c01.md", "2024-03-08", "C01", "今日大河"),
        ("今日大河/2024/2024-03/2024-03-08/01.txt", "2024-03-08", "01", "今日大河"),
        ("报/今日大河/20240308/C10 看点.txt", "2024-03-08", "C10", "报/今日大河"),
        ("今日大河/2024年3月8日/第1版.txt", "2024-03-08", "1", "今日大河"),
        ("今日大河/2024.3.8/Ｃ０２.txt", "2024-03-08", "C02", "今日大河"),
        ("今日大河/2024-03-08/C02-C03.txt", "2024-03-08", "C02-C03", "今日大河"),
        ("今日大河/2024-03-08/要闻.txt", "2024-03-08", None, "今日大河"),
        ("今日大河/2024-03-08/C01或C02.txt", "2024-03-08", None, "今日大河"),
        ("今日大河/2024-03-08/A1_B2.txt", "2024-03-08", None, "今日大河"),
        ("今日大河/2024-03-08/000.txt", "2024-03-08", None, "今日大河"),
        ("今日大河/2024-03-08/003_5918fe66.txt", "2024-03-08", None, "今日大河"),
        ("2024-03-08/C01.txt", "2024-03-08", "C01", None),
        ("2024-03-08-C01.txt", "2024-03-08", "C01", None),
        ("C01_2024-03-08.txt", "2024-03-08", "C01", None),
        ("今日大河20240308C01.txt", "2024-03-08", "C01", None),
        ("2024-03-08.txt", "2024-03-08", None, None),
        ("今日大河/2024-03-08/2024-03-08-C01.txt", "2024-03-08", "C01", "今日大河"),
        ("今日大河/C01.txt", None, None, None),
        ("000_550c7470bbba2448.txt", None, None, None),
        ("scan_0417.txt", None, None, None),
        ("稿20249999.txt", None, None, None),
        ("电话13800002024030812.txt", None, None, None),
    ],
)
def test_a_path_says(path: str, date: str | None, folio: str | None, edition_folder: str | None) -> None:
    facts = file_facts(path)
    assert (facts.date, facts.folio, facts.edition_folder) == (date, folio, edition_folder)


@pytest.mark.parametrize(
    ("path", "code", "seen"),
    [
        ("今日大河/2023-02-29/C01.txt", "path-date", "路径里的日期“2023-02-29”日历上没有"),
        ("2024-13-01-C01.txt", "path-date", "路径里的日期“2024-13-01”日历上没有"),
        ("2024-03-08/2024-03-09-C01.txt", "path-dates", "路径里有两个不同的日期“2024-03-08”和“2024-03-09”"),
        ("2024-03-08_2024-03-15.txt", "path-dates", "路径里有两个不同的日期“2024-03-08”和“2024-03-15”"),
    ],
)
def test_a_doubtful_date_is_a_problem_and_no_date(path: str, code: str, seen: str) -> None:
    facts = file_facts(path)
    assert facts.date is None
    assert facts.problem is not None
    assert (facts.problem.code, facts.problem.seen) == (code, seen)
