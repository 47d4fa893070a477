"""Where headlines may break."""

import pytest

from newspaper_archive.site.words.phrasing import phrased, phrased_large

BROKEN = [
    ("凝心聚力打好“百日行动”", "凝心聚力打好<wbr>“百日行动”"),
    ("“硬核”推进全区建设", "“硬核”<wbr>推进全区建设"),
    ("不误农时，把水引到田头", "不误农时，<wbr>把水引到田头"),
    ("传承精神 践行使命", "传承精神 <wbr>践行使命"),
    ("他说：“好！”（上）", "他说：<wbr>“好！”<wbr>（上）"),
    ("A & B <i> 开课", "A <wbr>&amp; <wbr>B <wbr>&lt;i&gt; <wbr>开课"),
    ("十二村的鼓声敲在河上 开赛", "<span>十二村的鼓声敲在河上</span> <wbr>开赛"),
    ("今晚，<script>alert", "今晚，<wbr><span>&lt;script&gt;alert</span>"),
]

WHOLE = ["夜校开课", "一二三四五六七八九十甲乙丙丁戊己，庚辛", "", "……"]


@pytest.mark.parametrize(("headline", "expected"), BROKEN)
def test_a_headline_of_short_phrases_breaks_between_them(headline: str, expected: str) -> None:
    assert f'<span class="phrased">{expected}</span>' == phrased(headline)


@pytest.mark.parametrize("headline", WHOLE)
def test_a_single_or_a_long_phrase_is_left_to_the_browser(headline: str) -> None:
    assert headline == phrased(headline)


def test_the_largest_headline_keeps_shorter_phrases_only() -> None:
    assert "一二三四五六七八九十甲乙，丙丁" == phrased_large("一二三四五六七八九十甲乙，丙丁")
    assert "<wbr>" in phrased("一二三四五六七八九十甲乙，丙丁")
