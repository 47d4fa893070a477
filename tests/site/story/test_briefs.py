"""The items of a briefs column with the days they begin with."""

import pytest

from invented_archive import BRIEFS, NEWS, paragraphs
from newspaper_archive.model import Article, Kind, Role
from newspaper_archive.site.story.brief_items import LONGEST, Item, items_of


def item(text: str) -> Item:
    (found,) = items_of(Article(Kind.BRIEFS, "一周速读", paragraphs(text, role=Role.BRIEF), (1,)))
    return found


def test_each_item_has_its_place_as_its_anchor_and_its_day_before_it() -> None:
    assert [
        Item("b1", "3月3日", "青石镇开办夜校。"),
        Item("b2", "3月5日", "柳河图书馆延长开放。"),
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
    assert Item("b1", day, rest) == item(text)


def test_a_long_item_is_cut_after_a_sentence() -> None:
    text = "3月3日," + "青石镇的夜校今晚又添了一个班。" * 20
    assert len(item(text).text) <= LONGEST
    assert item(text).text.endswith("。")
