"""When a page was printed, from its own text: what the evidence carries, and no more."""

import re
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from date_pages import estimated
from depth import examples
from newspaper_archive.folder.text.lines import normalise
from newspaper_archive.folder.text.transcript import read_transcript
from newspaper_archive.lexicon.edtf import is_edtf
from newspaper_archive.model import FactSource, PageFile
from newspaper_archive.reading.assemble import assemble_page
from newspaper_archive.reading.date import estimate
from newspaper_archive.settings import Settings

ROOT = Path(__file__).resolve().parents[3]
SAMPLES, REAL = ROOT / "seeds", ROOT.parent / "shared" / "seeds"
STORY = "临河镇的老船工把船划到对岸,两岸居民又能坐船赶集,孩子们上学不用再绕十里路。"


def page(dateline: str, *sentences: str) -> str:
    return "\n\n".join(["老渡口的船又开了", f"本报{dateline}(记者 沈之禾) {STORY}", *sentences]) + "\n"


def value(*parts: str) -> str | None:
    fact = estimated(page(*parts))
    assert fact is None or (fact.source is FactSource.ESTIMATE and is_edtf(fact.value))
    return fact.value if fact else None


@pytest.mark.parametrize(
    ("parts", "date"),
    [
        (("临河6月1日讯",), "XXXX-06-01~"),
        (("临河讯",), None),
        (("临河2031年6月1日讯",), "2031-06-01~"),
        (("临河六月廿三日讯",), "XXXX-06-23~"),
        (("临河卅日电",), "XXXX-XX-30~"),
        (("临河2月30日讯",), None),
        (("临河7月11日讯", "会上研究了2031年第6次镇务会议的安排。"), "2031-07-11~"),
        (("临河7月11日讯", "到2035年,全镇堤防全部加固。"), "XXXX-07-11~"),
        (("临河7月11日讯", "2026年以来,全镇修堤十里。"), "XXXX-07-11~"),
        (("临河7月11日讯", "第61个植树纪念日到来之际,居民上堤。"), "XXXX-07-11~"),
        (("临河讯", "2026年以来,全镇修堤十里。"), "[2026..]"),
        (("临河讯", "到2035年,全镇堤防全部加固。"), "[..2035]"),
        (("临河讯", "2026年以来,全镇修堤十里。", "到2035年,全镇堤防全部加固。"), "[2026..2035]"),
        # an old plan, told again: what has happened has happened
        (("临河讯", "2026年以来,全镇修堤十里。", "到2020年,全镇堤防全部加固。"), "[2026..]"),
        (("临河讯", "镇里召开2031年第6次镇务会议。"), "2031~"),
        (("临河讯", "镇里召开2031年第6次镇务会议。", "落实2029年第2次镇务会议精神。"), "2031~"),
        (("临河讯", "落实2029年第2次镇务会议精神。"), "[2029..]"),
        # two years' meetings: one of them is recalled, and nobody knows which is the paper's
        (("临河讯", "镇里召开2031年第6次镇务会议。", "村里召开2029年第2次村务会议。"), "[2031..]"),
        # a meeting before what has happened since
        (("临河讯", "镇里召开2029年第2次镇务会议。", "2030年以来,全镇修堤十里。"), "[2030..]"),
        # a hint alone, a hint borne out
        (("临河3月23日讯", "2031年全镇要以河道整治为重点。"), "XXXX-03-23~"),
        (("临河3月23日讯", "2031年全镇要以修堤为重点。", "他解读了关于2031年堤防的文件。"), "2031-03-23~"),
        (("临河3月23日讯", "2031年全镇要以修堤为重点。", "通过全区2030年河道评估。"), "2031-03-23~"),
        (("临河3月23日讯", "2040年全镇要全部通车。", "通过全区2030年河道评估。"), "XXXX-03-23~"),
        # at a turn of the year a paper speaks of two years
        (("临河3月23日讯", "全镇举办2031年春季运动会。"), "2031-03-23~"),
        (("临河12月31日讯", "全镇举办2031年新年音乐会。"), "XXXX-12-31~"),
        (("临河1月3日讯", "镇里召开2030年第28次镇务会议。"), "XXXX-01-03~"),
        # no dateline's day: the newest news tells the month
        (("临河讯", "3月4日,临河镇召开春耕会议。", "3月2日,临河镇植树。"), "XXXX-03~"),
        (("临河讯", "3月4日,临河镇召开2031年第6次镇务会议。"), "2031-03~"),
        (("临河讯", "6月4日,临河镇将举行龙舟赛。"), None),
        # nobody knows which of two far days is the newer
        (("临河讯", "3月4日,临河镇召开春耕会议。", "9月2日,临河镇秋收。"), None),
        (("临河讯", "昨天(5月31日),临河镇龙舟下水。"), "XXXX-06-01~"),
        (("临河讯", "昨天(2月28日),临河镇龙舟下水。"), None),
        (("临河2月29日讯", "镇里召开2031年第6次镇务会议。"), "XXXX-02-29~"),
    ],
)
def test_the_estimate_says_what_the_evidence_carries(parts: tuple[str, ...], date: str | None) -> None:
    assert value(*parts) == date


def test_the_newest_dateline_counts_across_the_turn_of_the_year() -> None:
    stories = [page("临河12月30日讯"), page("临河1月2日讯"), page("临河12月31日讯")]
    fact = estimated("\n\n\n".join(stories))
    assert fact is not None
    assert (fact.value, [clue.line for clue in fact.clues]) == ("XXXX-01-02~", [9])


def test_every_clue_quotes_its_printed_line() -> None:
    text = page("临河７月11日讯", "镇里召开2031年第6次镇务会议。")
    fact = estimated(text)
    assert fact is not None
    lines = text.split("\n")
    assert [clue.quote in lines[clue.line - 1] for clue in fact.clues] == [True, True]
    assert fact.evidence.startswith("第3行“本报临河７月11日讯")


def test_sample_pages_tell_the_dates_of_their_folders() -> None:
    told: list[str] = []
    for path in sorted(SAMPLES.glob("*/????-??-??/*.*")):
        issue = path.parent.name
        page_file = PageFile(path.name, path, Settings(SAMPLES).edition)
        lines = normalise(read_transcript(page_file).text)
        fact = estimate(lines, assemble_page(path.name, lines))
        if fact and len(fact.value) == len("XXXX-06-01~"):
            told.append(path.name)
            assert fact.value[4:10] == issue[4:]
            assert fact.value[:4] in ("XXXX", issue[:4])
    assert len(told) >= 10


SPOKEN = ("召开", "到", "自", "力争", "确保", "今年(", "关于", "第", "", "《")
BEHIND = ("第6次镇务会议", "将", "以来", "全镇要", "年底前", "是收官之年", "3月5日,", "“赶集”活动", ")")
YEARS = ("2031年", "二〇三一年", "2029年", "1958年", "61", "2026—2030年")


@examples(150)
@given(
    st.lists(
        st.one_of(
            st.sampled_from(["".join(parts) + "。" for parts in product(SPOKEN, YEARS, BEHIND)]),
            st.text(st.sampled_from("本报讯月日年0123456789一二十卅(),。\n 临河召开会议"), max_size=60),
        ),
        max_size=8,
    )
)
def test_no_text_raises_and_no_year_is_told_that_is_not_printed(parts: list[str]) -> None:
    text = page("临河6月1日讯") + "\n".join(parts)
    fact = estimated(text)
    assert fact is not None
    assert is_edtf(fact.value)
    figures = text.translate({ord("〇"): "0", ord("二"): "2", ord("三"): "3", ord("一"): "1"})
    assert [year for year in re.findall(r"\d{4}", fact.value) if year not in figures] == []


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("000_550c7470bbba2448.txt", "XXXX-06-01~"),
        ("001_1f2a1e72eba66d09.txt", "2020-03-23~"),
        ("002_5ac73dbf4c7d5ea3.txt", "2019-07-11~"),
        ("003_59187ce66b8751f1.txt", "2022-08-15~"),
        ("004_6ed035d217c28f67.txt", "2024-03~"),
    ],
)
def test_the_real_pages_are_dated_as_far_as_they_tell(name: str, date: str) -> None:
    if not (REAL / name).is_file():
        pytest.skip(f"{name} is not at hand")
    fact = estimated((REAL / name).read_text("utf-8"))
    assert fact is not None
    assert fact.value == date
