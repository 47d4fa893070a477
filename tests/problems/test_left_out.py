"""A page of which much went into no story says so, and an ordinary page does not."""

import pytest

from newspaper_archive.model import Severity
from newspaper_archive.problems.left_out import colophon_unread, few_stories, text_as_furniture
from prints import STORY, asked, printed, seen

ONE_LETTER_A_LINE = (
    "\n".join("渡口的船昨天又开了两岸的人站在埠头上看船老大把篙一点船就离了岸孩子们跟着跑一直跑到看不见")
    + "\n"
)
INDEX = "".join(
    f"{one}\n\nC0{n} 看点\n\n"
    for n, one in enumerate(
        (
            "渡口添了新船两岸走亲不绕远",
            "柳河书屋开到夜里十点钟",
            "山脚下的大路通了第一辆车",
            "河滩上种下四千棵桃树",
        ),
        1,
    )
)


def test_a_page_without_a_story_is_an_error():
    (problem,) = few_stories(printed(ONE_LETTER_A_LINE))
    assert Severity.ERROR is problem.severity
    assert "这一版没有读出一篇稿件，44 字都在稿件之外：版面杂项" in problem.seen


def test_a_page_most_of_which_is_an_index_says_how_much():
    (problem,) = few_stories(printed(STORY + "\n" + INDEX + "\n"))
    assert Severity.WARNING is problem.severity
    assert "的字不在稿件里：导读" in problem.seen


def test_an_ordinary_page_says_nothing():
    assert [] == [code for code in asked(STORY + "\n编辑 齐小龙 校对 王岚\n") if code != "subject-changes"]


def test_a_page_of_a_few_letters_says_nothing_of_stories():
    assert [] == seen(few_stories, printed("渡口\n柳河\n"))


def test_furniture_with_a_long_stretch_of_words_is_asked_about():
    menu = "热线 地址 邮箱 订报 投稿 广告 发行 微信"
    words = "船老大每天傍晚到埠头的木箱里取一次信取了就送到镇上"
    ((line, said),) = seen(text_as_furniture, printed(f"{STORY}\n{menu} {words}\n"))
    assert 7 == line
    assert "读作版面杂项，却像正文" in said
    assert [] == seen(text_as_furniture, printed(f"{STORY}\n{menu} {words[:12]} {words[12:]}\n"))


def test_a_hotline_is_furniture_without_a_question():
    page = printed(STORY + "\n热线电话 0000-5550136 广告 发行 地址\n")
    assert [] == seen(text_as_furniture, page)


@pytest.mark.parametrize("unread", ["编辑 齐小龙“见习”的船", "校对：王岚昨天来过了"])
def test_an_editors_name_that_was_not_read_is_asked_about(unread: str) -> None:
    page = printed(f"{STORY}\n编辑 齐小龙三号楼的人都来了\n{unread}\n校对：一位老人和他的红铅笔\n")
    ((line, words),) = seen(colophon_unread, page)
    assert 8 == line
    assert f"“{unread}”像编辑、校对的名单，没有读出名字" == words


def test_editors_who_were_read_and_the_word_in_a_sentence_are_no_question():
    page = printed(STORY + "\n编辑部的人都来看船，编辑 们说船好。\n\n编辑 齐小龙 校对 王岚\n")
    assert [] == seen(colophon_unread, page)
