"""Agencies, papers and stations are told by one list: whole names, and endings that only they have."""

import re

import pytest

from newspaper_archive.lexicon import agencies
from newspaper_archive.lexicon.names import people
from newspaper_archive.lexicon.word_lists import entries
from newspaper_archive.model import Byline


@pytest.mark.parametrize(
    "name",
    ["大众日报", "齊魯晚報", "晚报", "南方都市报", "中国青年报", "临河县融媒体中心", "云汀电视台", "云汀网"],
)
def test_a_paper_or_station_is_told_by_its_ending(name: str) -> None:
    assert re.fullmatch(agencies.PAPER, name)


@pytest.mark.parametrize("word", ["捷报", "合作社", "舞台", "村民中心", "青年", "报", "网"])
def test_near_miss_words_that_end_alike_are_none(word: str) -> None:
    assert not re.fullmatch(agencies.PAPER, word)


@pytest.mark.parametrize("words", ["本报来电", "通讯", "新华社电讯", "电话", "讯息", "停电"])
def test_near_miss_these_are_no_wires(words: str) -> None:
    assert not re.search(agencies.WIRE, words)


@pytest.mark.parametrize(
    "words", ["济宁6月2日讯", "二日电", "6月2日上午专电", "讯（记者 王岚）", "讯 昨天", "北京電"]
)
def test_place_day_and_wire_stand_behind_a_name(words: str) -> None:
    assert re.match(agencies.WIRED, words)


@pytest.mark.parametrize("words", ["讯问了他", "记者来到渡口", "来电说船开了", "电话响了", "发表了通讯"])
def test_near_miss_what_goes_on_as_a_sentence_is_no_dateline(words: str) -> None:
    assert not re.match(agencies.WIRED, words)


@pytest.mark.parametrize(
    "said",
    [
        "大众日报记者 王岚",
        "大众日报 记者 王岚",
        "齊魯晚報記者 王岚",
        "临河县融媒体中心见习记者 王岚",
        "中央社记者 王岚",
        "本社记者 王岚",
    ],
)
def test_the_agency_before_a_writer_is_no_name(said: str) -> None:
    assert ["王岚"] == [one.name for one in people(said)]


def test_near_miss_a_name_that_ends_as_agencies_may_stays_a_name() -> None:
    assert (Byline("署名", "王建社"), Byline("记者", "李四")) == people("王建社 记者 李四")


def test_no_entry_stands_twice() -> None:
    listed = entries("agencies")
    assert len(set(listed)) == len(listed)
