"""The words of mastheads, series, notices and colophons, each written down once, and near misses."""

from collections import Counter

import pytest

from newspaper_archive.lexicon.paper_names import ABOVE_DATE, MASTHEAD, TITLE
from newspaper_archive.lexicon.series_words import IN_BRACKETS, LABELS, LASTING, NUMBERED
from newspaper_archive.lexicon.word_lists import entries
from newspaper_archive.reading.assemble.article import NOTICE, PLACE_BEFORE_NAMES
from newspaper_archive.reading.classify.forms import COLOPHON, SIGNING_OFFICE
from newspaper_archive.reading.classify.look import BRIEFS_WORD, COLUMN_WORD

LISTS = (
    "column_labels",
    "colophon_roles",
    "correction_words",
    "event_words",
    "masthead_endings",
    "notice_words",
    "page_names",
    "signing_offices",
    "workplaces",
)


@pytest.mark.parametrize("text", ["今日临澜新闻", "清河时讯", "清河报·汀南新区", "清河周刊 QINGHE"])
def test_a_line_in_the_manner_of_a_masthead(text: str) -> None:
    assert MASTHEAD.fullmatch(text) is not None


@pytest.mark.parametrize("text", ["渡口的船又开了", "报", "清河报,今日八版"])
def test_a_line_that_is_no_masthead(text: str) -> None:
    assert MASTHEAD.fullmatch(text) is None


def test_a_page_s_name_gives_no_title() -> None:
    assert TITLE.match("汀南新闻") is None
    assert "清河时讯" == TITLE.match("清河时讯 2031年3月6日")[1]
    above = ("今日临澜", "要闻综合", "第二版")
    assert [True, False, False] == [bool(ABOVE_DATE.fullmatch(one)) for one in above]


def test_a_series_is_named_by_a_label_a_number_or_in_brackets() -> None:
    assert set(LASTING) < set(LABELS)
    assert "垃圾分类进行时" == IN_BRACKETS.search("桶换了颜色(垃圾分类进行时)")[1]
    assert IN_BRACKETS.search("桶换了颜色(特别报道见三版)") is None
    assert NUMBERED.search("“走渡口”系列报道之三") is not None
    assert NUMBERED.search("专访之余") is None
    assert not {"连载", "专访"} & set(LABELS)


def test_a_notice_is_one_by_the_end_of_its_headline() -> None:
    assert (True, False) == tuple(bool(NOTICE.search(one)) for one in ("遗失声明", "公告栏今起换新"))


def test_the_longer_name_of_an_office_counts() -> None:
    found = COLOPHON.finditer("版式设计:高青山 校对:龙见飞")
    assert ["版式设计", "校对"] == [one["role"] for one in found]


def test_an_office_signs_by_the_end_of_its_name() -> None:
    lines = ("柳河自来水站", "渡口镇人民政府", "渡口镇人民政府令", "公司")
    assert [True, True, False, False] == [bool(SIGNING_OFFICE.fullmatch(one)) for one in lines]


def test_of_a_place_and_the_names_behind_it_the_names_are_left() -> None:
    signed = ("柳河县供电公司王岚", "柳河县委宣传部王岚 戚春水", "王岚 戚春水", "柳河供电公司王")
    left = [PLACE_BEFORE_NAMES.sub("", one, count=1) for one in signed]
    assert ["王岚", "王岚 戚春水", *signed[2:]] == left


def test_no_list_says_a_word_twice() -> None:
    for name in LISTS:
        assert {} == {word: n for word, n in Counter(entries(name)).items() if n > 1}, name


def test_a_label_stands_in_one_list_and_heads_a_column_whichever_that_is() -> None:
    words = [*entries("column_labels"), *entries("briefs_labels"), *LABELS]
    assert {} == {word: n for word, n in Counter(words).items() if n > 1}
    assert [] == [word for word in words if not COLUMN_WORD.search(word)]
    assert (True, False) == tuple(bool(BRIEFS_WORD.search(one)) for one in ("柳河快讯", "柳河信箱"))
    assert COLUMN_WORD.search("柳河快讯来了") is None
