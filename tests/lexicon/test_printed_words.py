"""The words of mastheads, series, notices and colophons, each written down once, and near misses."""

from collections import Counter

import pytest

from newspaper_archive.lexicon.paper_names import MASTHEAD, title_above_date, title_in
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
    "file_words",
    "masthead_endings",
    "masthead_words",
    "no_papers",
    "notice_words",
    "other_days",
    "page_names",
    "papers",
    "signing_offices",
    "workplaces",
)


@pytest.mark.parametrize(
    "text",
    [
        "今日临澜新闻",
        "清河时讯",
        "清河报·汀南新区",
        "清河周刊 QINGHE",
        "申報",
        "清河日报海外版",
        "《清河报》",
        "中国青年报",
    ],
)
def test_a_line_in_the_manner_of_a_masthead(text: str) -> None:
    assert MASTHEAD.fullmatch(text) is not None


@pytest.mark.parametrize(
    "text",
    ["渡口的船又开了", "报", "清河报,今日八版", "清河日报创刊", "市民举报热线升级", "天气预报", "再传捷报"],
)
def test_a_line_that_is_no_masthead(text: str) -> None:
    assert MASTHEAD.fullmatch(text) is None


@pytest.mark.parametrize(
    ("label", "title"),
    [
        ("清河日报", "清河日报"),
        ("清河时讯 2031年3月6日", "清河时讯"),
        ("清河日报 星期五 2031年8月7日", "清河日报"),
        ("清 河 日 报 2031年6月13日", "清河日报"),
        ("2031年6月13日 星期五 清河日报 第02版", "清河日报"),
        ("A01 清河晚报", "清河晚报"),
        ("《云汀日报》（2031年5月10日 第 03 版）", "云汀日报"),
        ("云汀日报·临澜专刊", "云汀日报"),
        ("成報 SING PAO DAILY NEWS", "成報"),
        ("汀南新区报", "汀南新区报"),
        ("人民日报海外版 2031年6月13日", "人民日报海外版"),
        ("清河周刊", "清河周刊"),
        ("申報", "申報"),
        ("大公报", "大公报"),
        ("文匯報 A1", "文匯報"),
        ("参考消息", "参考消息"),
        ("中国青年报", "中国青年报"),
        ("渤海报", "渤海报"),
        ("新华每日电讯", "新华每日电讯"),
        ("清河日报创刊", None),
        ("清河日报社主办", None),
        ("星期五", None),
        ("雙錢牌", None),
        ("市民举报热线升级", None),
        ("市民举报", None),
        ("公安情报", None),
        ("工作汇报", None),
        ("2031年6月13日 天气预报", None),
        ("情况通报", None),
        ("电影海报", None),
        ("拉响警报", None),
        ("項目申報", None),
        ("统计公报", None),
        ("2030年度年报", None),
        ("他们办的报", None),
        ("来源：云汀日报", None),
        ("汀南新闻", None),
        ("今日临澜", None),
    ],
)
def test_a_title_is_a_whole_word_of_a_label(label: str, title: str | None) -> None:
    assert title == title_in(label)


def test_above_the_date_a_paper_s_name_may_end_otherwise_and_a_page_s_is_none() -> None:
    names = ("今日临澜", "今 日 临 澜", "柳河通讯", "太白湖新区专刊", "清河报")
    assert ["今日临澜", "今日临澜", "柳河通讯", "太白湖新区专刊", "清河报"] == [
        title_above_date(name) for name in names
    ]
    others = ("要闻综合", "今日要闻", "本地新闻", "綜合新聞", "第二版", "接线员的一天", "星期五", "天气预报")
    assert [] == [name for name in others if title_above_date(name)]


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
