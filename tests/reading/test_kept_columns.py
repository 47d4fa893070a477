"""A column that the desk gives one story is taken from no other."""

import pytest

from newspaper_archive.folder.sidecar.sidecar_file import sidecar_of
from newspaper_archive.folder.text.lines import normalise
from newspaper_archive.model import Reading
from newspaper_archive.reading.assemble import assemble_page
from sample_pages import page_files, read

PAGE = """\
一周速读

桥头镇给老桥做体检
本报讯(记者 汤小满) 3月4日,桥头镇请来工程师给老桥做体检。

晒秋场上话丰年
本报讯(记者 庾一苇) 村口的晒场上铺满了玉米。

专题访谈

渡口加了夜班船
本报讯(记者 庾一苇) 渡工排好了班。

水渠通了
本报讯(记者 庾一苇) 渠水流到了田头。

一周简讯
●3月3日,镇里开会。
●3月4日,村里放电影。
"""
PRINTED = {
    "桥头镇给老桥做体检": "一周速读",
    "晒秋场上话丰年": "",
    "渡口加了夜班船": "专题访谈",
    "水渠通了": "专题访谈",
    "一周简讯": "一周简讯",
}


def columns(sidecar: str) -> dict[str, str]:
    return columns_of(reading(PAGE, sidecar))


def reading(page: str, sidecar: str = "") -> Reading:
    return assemble_page("C01.txt", normalise(page), sidecar_of(sidecar, "C01.yaml").orders)


def columns_of(read: Reading) -> dict[str, str]:
    return {article.headline: article.column for article in read.articles}


def test_the_page_is_read_with_its_columns() -> None:
    assert columns("") == PRINTED


@pytest.mark.parametrize(
    ("order", "headline", "column"),
    [
        ("{headline: 3, body: 4}", "桥头镇给老桥做体检", ""),
        ("{headline: 3, body: 4, column: 1}", "桥头镇给老桥做体检", "一周速读"),
        ("{headline: 3, body: 4, column: 9}", "桥头镇给老桥做体检", "专题访谈"),
        ("{headline: 6, body: 7, column: 1}", "晒秋场上话丰年", "一周速读"),
        ("{headline: 11, body: 12, column: 9}", "渡口加了夜班船", "专题访谈"),
        ("{headline: 11, body: 12, column: 17}", "渡口加了夜班船", "一周简讯"),
        ("{headline: 14, body: 15, column: 水上}", "水渠通了", "水上"),
    ],
)
def test_only_the_story_that_is_named_changes_its_column(order: str, headline: str, column: str) -> None:
    assert columns(f"articles:\n  - {order}\n") == PRINTED | {headline: column}


def test_a_line_that_becomes_a_story_is_no_column_of_another() -> None:
    found = columns("articles:\n  - {headline: 11, body: [12, 9]}\n")
    assert found == PRINTED | {"渡口加了夜班船": "", "水渠通了": ""}


def test_what_was_no_column_is_the_column_of_the_story_that_names_it_alone() -> None:
    found = columns("articles:\n  - {headline: 11, body: 12, column: 14}\n")
    assert found == {
        "桥头镇给老桥做体检": "一周速读",
        "晒秋场上话丰年": "",
        "渡口加了夜班船": "水渠通了",
        "": "专题访谈",
        "一周简讯": "一周简讯",
    }


def test_a_line_that_is_said_to_be_a_column_stands_over_what_follows() -> None:
    text = "lines:\n  14: column\narticles:\n  - {headline: 11, body: 12, column: 14}\n"
    assert (columns(text)["渡口加了夜班船"], columns(text)[""]) == ("水渠通了", "水渠通了")


def test_a_label_that_loses_its_story_is_kept_among_the_labels_of_the_page() -> None:
    found = reading(PAGE, "articles:\n  - {headline: 3, body: 4}\n")
    assert (found.label_lines, reading(PAGE).label_lines) == (("一周速读",), ())


@pytest.mark.parametrize("name", page_files())
def test_no_story_of_a_sample_page_loses_its_column_to_another(name: str) -> None:
    before = reading(read(name))
    for one in before.articles:
        lines = ", ".join(map(str, one.lines))
        after = reading(read(name), f"articles:\n  - {{body: [{lines}], column: 旁的栏目}}\n")
        others = {story.lines: story.column for story in before.articles if story is not one}
        now = {story.lines: story.column for story in after.articles if story.lines in others}
        assert now == {story: others[story] for story in now}
