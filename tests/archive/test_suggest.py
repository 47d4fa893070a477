"""Years that other pages make likely: said to the desk with the words they rest on, applied to nothing."""

from pathlib import Path

import pytest

from newspaper_archive.make.read_pages import read_archive
from newspaper_archive.model import Archive, Problem, Severity
from newspaper_archive.settings import Settings

HEAD = "渡口通船\n\n本报云汀{day}讯(记者 沈之禾) "
OLD, NEW = "2031-03-05", "2033-03-02"


def archive(seeds: Path, **pages: str) -> Archive:
    """A folder of pages; `d20310305` stands in the folder 2031-03-05, the others in none."""
    for name, text in pages.items():
        day = f"{name[1:5]}-{name[5:7]}-{name[7:9]}/" if name.startswith("d20") else ""
        location = seeds / f"{day}{name}.txt"
        location.parent.mkdir(exist_ok=True)
        location.write_text(text, encoding="utf-8")
    return read_archive(seeds, Settings(seeds=seeds).edition)


def notes(found: Archive) -> list[Problem]:
    return [problem for problem in found.problems if problem.code == "likely-year"]


def story(text: str, day: str = "6月1日") -> str:
    return HEAD.format(day=day) + text + "\n"


def test_the_same_holder_of_the_same_office_makes_a_year_likely(tmp_path: Path) -> None:
    found = archive(
        tmp_path,
        d20310305=story("渡口修好了,镇党委书记穆小满出席会议,大家都到河堤上看船。"),
        d20330302=story("渡口又修了,镇党委书记骆青出席会议,大家都到河堤上看船。"),
        loose=story("老船工下水试船,两岸居民都来看。镇党委书记穆小满主持会议并讲话。"),
    )
    (note,) = notes(found)
    assert (note.severity, note.file, note.line) == (Severity.NOTE, "loose.txt", 3)
    assert note.seen == (
        "年份不详；与“2031-03-05/d20310305.txt”（2031年）同有「镇党委书记穆小满」，可能是2031年"
    )
    assert note.advice.endswith("date: 2031-06-01~")
    assert [issue.date for issue in found.issues if not issue.certain] == ["XXXX-06-01~"]


def test_a_page_dated_by_an_estimate_counts_and_is_called_one(tmp_path: Path) -> None:
    found = archive(
        tmp_path,
        estimated=story("镇里召开2031年第6次镇务会议,镇党委书记穆小满出席会议。", "3月5日"),
        loose=story("老船工下水试船,镇党委书记穆小满主持会议并讲话。"),
    )
    (note,) = notes(found)
    assert "“estimated.txt”（约2031年）" in note.seen


def test_an_office_broken_over_two_lines_is_the_same_office(tmp_path: Path) -> None:
    columns = [
        "本报云汀6月1日讯(记者 ",
        "沈之禾) 老船工下水试船,",
        "两岸居民都来看热闹。镇党",
        "委副书记穆小满主持今天的",
        "会议并讲话。会议要求船开",
        "得又稳又快,让人人放心。",
    ]
    found = archive(
        tmp_path,
        d20310305=story("渡口修好了,镇党委副书记穆小满出席会议,大家都到河堤上看船。"),
        loose="渡口通船\n\n" + "\n".join(columns) + "\n",
    )
    (note,) = notes(found)
    assert (note.line, "「镇党委副书记穆小满」" in note.seen) == (5, True)


@pytest.mark.parametrize(
    "text",
    [
        "镇党委书记骆青主持会议并讲话。",  # another holder
        "镇长穆小满主持会议并讲话。",  # another office
        "穆小满主持会议并讲话。",  # no office
        "大家响应“河长赶集”号召。",  # a campaign alone
        "镇党委书记的责任,大家都知道。",
    ],
)
def test_what_other_pages_do_not_bear_out_suggests_nothing(tmp_path: Path, text: str) -> None:
    known = story("镇党委书记穆小满出席“河长赶集”会议,落实镇党委书记的责任,大家都看船。")
    assert notes(archive(tmp_path, d20310305=known, loose=story("两岸居民都来看船。" + text))) == []


def test_two_campaigns_say_as_much_as_an_office(tmp_path: Path) -> None:
    campaigns = "“河长赶集”和“堤上百日”两项行动一起推进,大家都到河堤上看船。"
    (note,) = notes(archive(tmp_path, d20310305=story(campaigns), loose=story("今天," + campaigns)))
    assert "「河长赶集」「堤上百日」" in note.seen


def test_a_motto_of_two_years_tells_neither(tmp_path: Path) -> None:
    mottos = story("“河长赶集”和“堤上百日”两项行动一起推进,大家都到河堤上看船。")
    assert notes(archive(tmp_path, d20310305=mottos, d20330302=mottos, loose=mottos)) == []


def test_what_is_said_in_every_year_tells_none(tmp_path: Path) -> None:
    said = story("镇党委书记穆小满出席会议,大家都到河堤上看船,两岸居民来赶集。")
    assert notes(archive(tmp_path, d20310305=said, d20320305=said, d20330305=said, loose=said)) == []


def test_a_year_outside_the_page_s_own_bounds_is_not_suggested(tmp_path: Path) -> None:
    known = story("镇党委书记穆小满出席会议,大家都到河堤上看船。")
    bound = HEAD.format(day="") + "2035年以来,渡口又修了。镇党委书记穆小满出席会议,大家都到河堤上看船。\n"
    assert notes(archive(tmp_path, d20310305=known, loose=bound)) == []
