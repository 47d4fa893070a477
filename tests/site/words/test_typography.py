"""Display typography, as a table of what a page has and what a reader sees; near misses stay untouched."""

import time

import pytest

from newspaper_archive.site.words.typography import typeset, visible

SET = [
    ('他说“会后再议",散会。', "他说“会后再议”，散会。"),
    ("5月28日,区里召开会议", "5月28日，区里召开会议"),
    ("会议指出:要抓紧;要抓实", "会议指出：要抓紧；要抓实"),
    ("好吗?!好!", "好吗？！好！"),
    ("本报柳河6月1日讯(通讯员 骆小青) 5月28日,", "本报柳河6月1日讯（通讯员 骆小青）5月28日，"),
    ('召开"百日行动"推进会', "召开“百日行动”推进会"),
    ('"一"和"二"', "“一”和“二”"),
    ("(1)加强领导", "（1）加强领导"),
    ("柳河(Liuhe)镇", "柳河（Liuhe）镇"),
    ("第一(含第二(三))条", "第一（含第二（三））条"),
    ("达100%,其中", "达100%，其中"),
    ("使用GDP,增长", "使用GDP，增长"),
    ("Windows, 中文", "Windows，中文"),
    ("他说:“好”,走了", "他说：“好”，走了"),
    ("网址http://a.example/x?b=1,欢迎!", "网址http://a.example/x?b=1，欢迎！"),
    ("等等...", "等等……"),
    ("--记柳河镇党员", "——记柳河镇党员"),
    ("完成任务.", "完成任务。"),
    ("  首尾空白 ", "首尾空白"),
    ("甲\x00乙", "甲乙"),
]

KEPT = [
    "增长1,000元",
    "上午10:30开会",
    "比分3:1",
    "增长3.5倍",
    "见http://a.example/x?b=1;c=2",
    "乔治.华盛顿",
    "函数f(x)是",
    "1)加强",
    '6"和8"的管',
    '55"的屏',
    '只有一个"引号',
    "A,B两地",
    "Hello, world (again)! 10:30",
    "写作&nbsp;的",
    "“已经”全角，不动（原样）",
    "编号A--B",
    "",
]


@pytest.mark.parametrize(("text", "expected"), SET)
def test_punctuation_beside_chinese_is_set_full_width(text: str, expected: str) -> None:
    assert expected == typeset(text)


@pytest.mark.parametrize("text", KEPT)
def test_numbers_latin_times_and_addresses_stay_as_they_are(text: str) -> None:
    assert text == typeset(text)


@pytest.mark.parametrize(("text", "_"), SET)
def test_what_is_set_once_is_not_set_again(text: str, _: str) -> None:
    assert typeset(text) == typeset(typeset(text))


@pytest.mark.parametrize("letter", [",", "(", ")", '"', " ", ".", "-", "www.", "http://", "(中", "&#", "中 "])
def test_a_monstrous_line_is_set_in_linear_time(letter: str) -> None:
    started = time.process_time()
    typeset("中" + letter * 200_000 + "中")
    assert time.process_time() - started < 2


def test_control_characters_of_a_printed_line_are_made_visible() -> None:
    assert "甲␀乙\t丙" == visible("甲\x00乙\t丙")
