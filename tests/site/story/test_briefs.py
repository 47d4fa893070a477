"""The items of a briefs column with the days they begin with."""

from dataclasses import replace

import pytest

from invented_archive import BRIEFS, NEWS, paragraphs
from newspaper_archive.model import Article, Kind, Paragraph, Role
from newspaper_archive.site.story.brief_items import LONGEST, Item, item_anchors, items_of


def item(text: str) -> Item:
    (found,) = items_of(Article(Kind.BRIEFS, "一周速读", paragraphs(text, role=Role.BRIEF), (1,)))
    return found


def test_each_item_has_its_printed_line_as_its_anchor_and_its_day_before_it() -> None:
    assert [
        Item("L3", "3月3日", "青石镇开办夜校。"),
        Item("L4", "3月5日", "柳河图书馆延长开放。"),
    ] == list(items_of(BRIEFS))


def test_only_briefs_are_items() -> None:
    assert [] == list(items_of(NEWS))


@pytest.mark.parametrize(
    ("text", "day", "rest"),
    [
        ("3月3日上午,青石镇开办夜校。", "3月3日", "上午，青石镇开办夜校。"),
        ("3月3日青石镇开办夜校。", "3月3日", "青石镇开办夜校。"),
        ("■ 3月3日至5日，青石镇开办夜校。", "3月3日至5日", "青石镇开办夜校。"),
        ("12月30日—1月2日，青石镇开办夜校。", "12月30日—1月2日", "青石镇开办夜校。"),
        ("2031年3月3日，青石镇开办夜校。", "2031年3月3日", "青石镇开办夜校。"),
        ("3月3日起,青石镇开办夜校。", "", "3月3日起，青石镇开办夜校。"),
        ("3月3日的课上坐满了人。", "", "3月3日的课上坐满了人。"),
        ("3月3日以来，青石镇夜校坐满了人。", "", "3月3日以来，青石镇夜校坐满了人。"),
        ("日前，青石镇开办夜校。", "", "日前，青石镇开办夜校。"),
        ("青石镇3月3日开办夜校。", "", "青石镇3月3日开办夜校。"),
        ("3月,青石镇开办夜校。", "", "3月，青石镇开办夜校。"),
        ("3月3日", "", "3月3日"),
    ],
)
def test_a_day_stands_apart_only_where_the_sentence_can_do_without(text: str, day: str, rest: str) -> None:
    assert Item("L3", day, rest) == item(text)


def test_a_long_item_is_cut_after_a_sentence() -> None:
    text = "3月3日," + "青石镇的夜校今晚又添了一个班。" * 20
    assert len(item(text).text) <= LONGEST
    assert item(text).text.endswith("。")


def briefs(*items: tuple[str, tuple[int, ...]]) -> Article:
    found = tuple(Paragraph(text, Role.BRIEF, lines) for text, lines in items)
    return Article(Kind.BRIEFS, "一周速读", found, tuple(range(1, 20)))


SCHOOL, LIBRARY, BRIDGE = "◎青石镇开办夜校。", "◎图书馆延长开放。", "◎古桥通车。"


def test_an_item_keeps_its_anchor_when_another_is_read_before_it() -> None:
    before = dict(zip((SCHOOL, BRIDGE), item_anchors(briefs((SCHOOL, (3, 4)), (BRIDGE, (9,)))), strict=True))
    parted = briefs((SCHOOL, (3,)), (LIBRARY, (4,)), (BRIDGE, (9,)))
    after = dict(zip((SCHOOL, LIBRARY, BRIDGE), item_anchors(parted), strict=True))
    assert before.items() <= after.items()


def test_items_that_begin_on_one_line_are_told_apart_by_their_words() -> None:
    first, second, third = item_anchors(briefs((SCHOOL, (3,)), (LIBRARY, (3, 4)), (BRIDGE, (3,))))
    later = list(item_anchors(briefs((SCHOOL, (3,)), (BRIDGE, (3,)))))
    assert ("L3", [first, third]) == (first, later)
    assert second not in later


def test_no_two_items_have_one_anchor() -> None:
    anchors = list(item_anchors(briefs(*[(SCHOOL, (3,))] * 4, *[(SCHOOL, ())] * 3)))
    assert len(anchors) == len(set(anchors))


def test_a_correction_leaves_the_anchors_as_they_are() -> None:
    printed = briefs((SCHOOL, (3,)), (LIBRARY, (3,)))
    corrected = replace(briefs((SCHOOL, (3,)), (LIBRARY.replace("延长", "照常"), (3,))), printed=printed)
    emptied = replace(briefs((LIBRARY, (3,))), printed=printed)
    assert list(item_anchors(printed)) == list(item_anchors(corrected))
    assert ["L3"] == list(item_anchors(emptied))
