"""What a path says of its page: `今日大河/2024-03-08/C01.txt` is C01 of that day."""

from pathlib import Path

import pytest

from newspaper_archive.folder.file_facts import file_facts
from newspaper_archive.make.read_pages import read_archive
from newspaper_archive.settings import Settings


@pytest.mark.parametrize(
    ("path", "date", "folio", "edition_folder"),
    [
        ("今日大河/2024-03-08/C01.txt", "2024-03-08", "C01", "今日大河"),
        ("今日大河/2024-03-08/c01.md", "2024-03-08", "C01", "今日大河"),
        ("今日大河/2024/2024-03/2024-03-08/01.txt", "2024-03-08", "01", "今日大河"),
        ("报/今日大河/20240308/C10 看点.txt", "2024-03-08", "C10", "报/今日大河"),
        ("今日大河/2024年3月8日/第1版.txt", "2024-03-08", "01", "今日大河"),
        ("今日大河/2024-03-08/C3.txt", "2024-03-08", "C03", "今日大河"),
        ("今日大河/2024-03-08/c3.txt", "2024-03-08", "C03", "今日大河"),
        ("今日大河/2024-03-08/C3版.txt", "2024-03-08", "C03", "今日大河"),
        ("今日大河/2024-03-08/第C3版 看点.txt", "2024-03-08", "C03", "今日大河"),
        ("今日大河/2024-03-08/３版.txt", "2024-03-08", "03", "今日大河"),
        ("今日大河/2024-03-08/3版 要闻.txt", "2024-03-08", "03", "今日大河"),
        ("今日大河/2024-03-08/第三版.txt", "2024-03-08", "03", "今日大河"),
        ("今日大河/2024-03-08/十二版：副刊.txt", "2024-03-08", "12", "今日大河"),
        ("今日大河/2024-03-08/A1-要闻.txt", "2024-03-08", "A01", "今日大河"),
        ("今日大河/2024-03-08/C2-C3.txt", "2024-03-08", "C02-C03", "今日大河"),
        ("今日大河/2024-03-08/C2-3.txt", "2024-03-08", "C02-03", "今日大河"),
        ("今日大河/2024-03-08/003.txt", "2024-03-08", "03", "今日大河"),
        ("今日大河/2024-03-08/120.txt", "2024-03-08", "120", "今日大河"),
        ("2024-03-08-C3.txt", "2024-03-08", "C03", None),
        ("今日大河/2024-03-08/第零版.txt", "2024-03-08", None, "今日大河"),
        ("今日大河/2024-03-08/三.txt", "2024-03-08", None, "今日大河"),
        ("今日大河/2024-03-08/改版3.txt", "2024-03-08", None, "今日大河"),
        ("今日大河/2024-03-08/C02要闻.txt", "2024-03-08", "C02", "今日大河"),
        ("今日大河/2024-03-08/A1头版.txt", "2024-03-08", "A01", "今日大河"),
        ("今日大河/2024-03-08/02版要闻.txt", "2024-03-08", "02", "今日大河"),
        ("今日大河/2024-03-08/第02版：要闻.txt", "2024-03-08", "02", "今日大河"),
        ("今日大河/2024-03-08/第二版要闻.txt", "2024-03-08", "02", "今日大河"),
        ("今日大河/20240308要闻.txt", "2024-03-08", None, None),
        ("今日大河/2024-03-08/18条线路优化.txt", "2024-03-08", None, "今日大河"),
        ("今日大河/2024-03-08/5G时代.txt", "2024-03-08", None, "今日大河"),
        ("今日大河/2024-03-08/二十版面.txt", "2024-03-08", None, "今日大河"),
        ("今日大河/2024-03-08/C3或4版.txt", "2024-03-08", None, "今日大河"),
        ("今日大河/2024-03-08/三三版.txt", "2024-03-08", None, "今日大河"),
        ("今日大河/2024-03-08/百版纪念.txt", "2024-03-08", None, "今日大河"),
        ("今日大河/C3.txt", None, None, None),
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


def test_two_files_of_one_folio_are_told_however_their_names_spell_it(tmp_path: Path) -> None:
    folder = tmp_path / "今日大河" / "2024-03-08"
    folder.mkdir(parents=True)
    for name, text in (("C03", "渡口的船又开了"), ("C3", "桥头的灯亮了"), ("C4", "麦子熟了")):
        (folder / f"{name}.txt").write_text(f"{text}\n\n昨天的事。\n", "utf-8")
    archive = read_archive(tmp_path, Settings(seeds=tmp_path).edition)
    assert [page.folio for issue in archive.issues for page in issue.pages] == ["C03", "C03", "C04"]
    assert [str(problem.seen) for problem in archive.problems if problem.code == "same-folio"] == [
        "与“今日大河/2024-03-08/C03.txt”同为 C03 版"
    ]
