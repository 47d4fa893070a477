"""What a path says of its page: `今日大河/2024-03-08/C01.txt` is C01 of that day."""

from pathlib import Path

import pytest

from newspaper_archive.folder.file_facts import file_facts, unread_day
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
        ("今日大河/C3.txt", None, "C03", None),
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
        ("今日大河/C01.txt", None, "C01", None),
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


DAY = "2031-06-13"


@pytest.mark.parametrize(
    "folders",
    [
        "甲/2031/06/13",
        "甲/2031/6/13",
        "甲/203106/13",
        "甲/2031-06/13",
        "甲/2031.06/13",
        "甲/2031年/6月/13日",
        "甲/2031年6月/13日",
        "甲/2031年6月/13日 第123期",
        "甲/2031年6月/13日（星期五）",
        "甲/2031/0613",
        "甲/2031/06-13",
        "甲/2031/6月13日",
        "甲/二〇三一年/六月/十三日",
        "甲/二〇三一年六月十三日",
        "甲/2031/2031-06/2031-06-13",
        "甲/2031-06-13 第123期",
        "甲/2031-06-13 星期五",
        "甲/第123期（2031-06-13）",
        "甲/2031年6月13日 国庆特刊",
        "甲/rmrb20310613",
        "甲/2031 06 13",
        "甲/2031–06–13",
        "甲/２０３１年６月１３日",
        "甲/html/2031-06/13",
        "甲/2031/上半年/6月/13日",
        "甲/2031-06-13（修改稿）",
        "备份2030-01-02/甲/2031/06/13",
    ],
)
def test_folders_say_a_day_together_or_with_words_beside_it(folders: str) -> None:
    facts = file_facts(f"{folders}/02.txt")
    place = folders[: folders.index("甲") + 1]
    assert (DAY, "02", place, None) == (facts.date, facts.folio, facts.edition_folder, facts.problem)


@pytest.mark.parametrize(
    ("path", "folio"),
    [
        ("rmrb2031061302.txt", "02"),
        ("甲/2031-06/13/rmrb2031061302.txt", "02"),
        ("甲/2031/6月13日 02版.txt", "02"),
        ("甲/2031/0613C02.txt", "C02"),
        ("甲/2031/06/13日-02版要闻.txt", "02"),
        ("《甲报》2031年6月13日02版.txt", "02"),
        ("2031-06-13/甲/02.txt", "02"),
    ],
)
def test_a_file_s_name_says_the_day_or_the_rest_of_it(path: str, folio: str) -> None:
    facts = file_facts(path)
    assert (DAY, folio) == (facts.date, facts.folio)


@pytest.mark.parametrize(
    ("path", "unread"),
    [
        ("甲/2031-0613/02.txt", "2031-0613"),
        ("甲/2031/02.txt", "2031/02"),
        ("甲/2031/C02.txt", "2031"),
        ("甲/2031/06/13.txt", "2031/06/13"),
        ("甲/2031/13/06/02.txt", "2031/13/06/02"),
        ("甲/2031/01-02/02.txt", "2031/01-02"),
        ("甲/2031/06/06-13/02.txt", "2031/06/06-13"),
        ("甲/2031/截至6月13日.txt", "2031"),
        ("甲/2031/6月13日-15日.txt", "2031/6月13日-15日"),
        ("甲/2031/0613-0615.txt", "2031/0613-0615"),
        ("甲/2031/100周年/02.txt", "2031"),
        ("甲/2031-06-13-15/02.txt", "2031-06-13-15"),
        ("甲/2031年6月13日至15日/02.txt", "2031年6月13日至15日"),
        ("甲/2031-06-13以前/02.txt", "2031-06-13以前"),
        ("备份2031-06-13/甲/02.txt", "备份2031-06-13"),
        ("IMG_20310613.txt", "IMG_20310613"),
        ("甲/20310613备份/02.txt", "20310613备份"),
        ("甲/20310613002.txt", "20310613002"),
        ("2031人次/02.txt", ""),
        ("甲/3月大事/02.txt", ""),
        ("100周年/02.txt", ""),
        ("ISSN 2031-1234.txt", ""),
        ("18610101234.txt", ""),
        ("甲/2031/02/30/02.txt", ""),
    ],
)
def test_a_year_that_makes_no_day_is_quoted_and_another_number_is_not(path: str, unread: str) -> None:
    assert (None, unread) == (file_facts(path).date, unread_day(path))


def test_the_nearer_day_counts_and_of_one_in_a_folder_and_another_in_the_name_none() -> None:
    assert file_facts("2031-12-01/甲/2031-06-13/02.txt").date == DAY
    assert file_facts("2031-12-01/甲/2031-06-13-02.txt").date == DAY
    doubtful = ("甲/2031/06/13/2031-06-14-02.txt", "甲/2031/02/30/02.txt")
    assert [
        "路径里有两个不同的日期“2031-06-13”和“2031-06-14”",
        "路径里的日期“2031-02-30”日历上没有",
    ] == [str(problem and problem.seen) for problem in (file_facts(path).problem for path in doubtful)]


@pytest.mark.parametrize(
    ("name", "folio", "page_name"),
    [
        ("第02版：要闻", "02", "要闻"),
        ("02版要闻", "02", "要闻"),
        ("C02要闻", "C02", "要闻"),
        ("A01头版", "A01", "头版"),
        ("02要闻", "02", "要闻"),
        ("第二版", "02", None),
        ("第十二版：乡村振兴", "12", "乡村振兴"),
        ("C02 要闻", "C02", "要闻"),
        ("C02终稿", "C02", None),
        ("第02版：定稿", "02", None),
        ("C02", "C02", None),
        ("02", "02", None),
        ("C02 (1)", "C02", None),
        ("12位代表", None, None),
        ("03月大事", None, None),
        ("G20峰会", None, None),
        ("A4纸", None, None),
        ("C919首飞", None, None),
        ("第三版修订稿", None, None),
        ("3版修改", None, None),
        ("CN37-0012", None, None),
        ("10.1", None, None),
        ("01-02", None, None),
        ("2", None, None),
        ("002", None, None),
        ("node_2", None, None),
    ],
)
def test_a_name_says_folio_and_page_where_no_day_is(
    name: str, folio: str | None, page_name: str | None
) -> None:
    facts = file_facts(f"甲/{name}.txt")
    assert (None, folio, page_name) == (facts.date, facts.folio, facts.page_name)


@pytest.mark.parametrize(
    ("path", "folio", "page_name"),
    [
        ("甲/2031-06-13/2要闻.txt", "02", "要闻"),
        ("甲/2031-06-13/12位代表.txt", None, None),
        ("甲/2031-06-13/C02渡口通航.txt", "C02", None),
        ("甲/2031-06-13/第02版：渡口通航.txt", "02", "渡口通航"),
        ("甲/2031-06-13/02-01.txt", None, None),
        ("甲/2031-06-13/第02-03版：专题.txt", "02-03", "专题"),
        ("甲/2031-06-13/C02-C03连版.txt", "C02-C03", "连版"),
        ("甲/2031-06-13/01-02.txt", "01-02", None),
        ("甲/2031-06-13/10.1.txt", None, None),
        ("甲/2031-06-13/CN37-0012 要闻.txt", None, None),
        ("甲/2031-06-13/C919首飞.txt", None, None),
        ("甲/2031-06-13/node_2.txt", None, None),
        ("甲/2031-06-13/node_12.txt", None, None),
        ("甲/2031-06-13/node_02.txt", "02", None),
        ("pc/layout/203106/13/node_12.txt", "12", None),
        ("甲_2031-06-13_A02_要闻.txt", "A02", "要闻"),
    ],
)
def test_a_name_says_folio_and_page_beside_a_day(path: str, folio: str | None, page_name: str | None) -> None:
    facts = file_facts(path)
    assert (DAY, folio, page_name) == (facts.date, facts.folio, facts.page_name)


CASES = Path(__file__).resolve().parents[3] / "shared" / "cases" / "field"


@pytest.mark.skipif(not CASES.is_dir(), reason="shared/cases is not here")
@pytest.mark.parametrize("case", ["05-date-in-folders", "06-folio-in-names"])
def test_a_folder_found_in_the_field_is_of_one_day_and_its_pages_have_folios(case: str) -> None:
    seeds = CASES / case / "pages"
    archive = read_archive(seeds, Settings(seeds=seeds).edition)
    assert {DAY} == {issue.date for issue in archive.issues}
    folios = sorted(page.folio or "" for issue in archive.issues for page in issue.pages)
    assert {"05": ["02"] * 4, "06": ["02", "02", "A01", "C02"]}[case[:2]] == folios


def test_an_edition_between_folders_of_a_year_and_a_day_is_one(tmp_path: Path) -> None:
    for path in ("2030/今日大河/06/13", "2031/今日大河/06/13"):
        (tmp_path / path).mkdir(parents=True)
        (tmp_path / path / "02版要闻.txt").write_text("渡口的船又开了\n\n昨天的事。\n", "utf-8")
    archive = read_archive(tmp_path, Settings(seeds=tmp_path).edition)
    found = [(issue.edition.slug, issue.date) for issue in archive.issues]
    assert [("jin-ri-da-he", "2030-06-13"), ("jin-ri-da-he", "2031-06-13")] == found
    assert {"要闻"} == {section.name for section in archive.sections}


def test_a_name_that_lies_anywhere_is_no_word_against_print(tmp_path: Path) -> None:
    (tmp_path / "C05.txt").write_text(
        "C04 家园\n2031年6月13日 星期五\n\n渡口的船又开了\n\n昨天的事。\n", "utf-8"
    )
    archive = read_archive(tmp_path, Settings(seeds=tmp_path).edition)
    assert ["C04"] == [page.folio for issue in archive.issues for page in issue.pages]
    told = [problem.advice for problem in archive.problems if problem.code == "folio-conflict"]
    assert ["现以版面为准；若不对，请改名或在同名 .yaml 里写 folio"] == told


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
