"""Two stories run into one are told by their words, where nothing else tells them."""

from dataclasses import replace
from time import process_time

import pytest

from newspaper_archive.model import Article, Kind, Page, Paragraph, Role
from newspaper_archive.problems import topic
from pages import page
from prints import seen

FERRY = (
    "渡口镇的老船工把渡船划到对岸，两岸居民又能坐船赶集。渡船停了三年，渡口边的茶棚也空了三年。",
    "渡船是去年冬天重新上的漆，船头挂一盏灯。天黑以后灯亮着，隔河的居民就知道还有一班渡船可以等。",
    "老船工说，渡口的水他看了四十年，哪里深哪里浅，闭着眼睛也能把渡船划到对岸，居民坐渡船不用看天。",
)
ORCHARD = (
    "后坡的梨树今年结得密，合作社的果农给每只梨套上纸袋，一天能套一千多只，套完要等到立秋才摘梨。",
    "合作社的冷库腾了出来，果农把每只梨连纸袋放进去，后坡的梨树立秋才摘完，梨能卖到年底，价钱也稳当。",
)


DATED = (
    "梨上纸袋近日，后坡的梨树结得密，合作社的果农给每只梨套上纸袋，一天能套一千多只，套完要等到立秋才摘梨。"
)


def story(*texts: str, kind: Kind = Kind.NEWS) -> Page:
    paragraphs = tuple(Paragraph(text, Role.BODY, (line,)) for line, text in enumerate(texts, 2))
    return page("C01.txt", Article(kind, "渡口", paragraphs, tuple(range(1, len(texts) + 2))))


def test_a_new_subject_is_asked_about_where_it_begins() -> None:
    ((line, words),) = seen(topic.subject_changes, story(*FERRY, DATED, *ORCHARD[1:]))
    assert (
        5,
        "从“梨上纸袋近日，后坡的梨树结得密，合作社的果农给每…”起，与上文几乎没有相同的词，像另一篇的开头",
    ) == (
        line,
        words,
    )


@pytest.mark.parametrize(
    "opening",
    ["3月8日，", "梨上纸袋本报讯 ", "据渡口日报报道，", "梨上纸袋二月三日，", "新华社渡口3月8日电 "],
)
def test_a_story_begins_with_a_day_or_with_who_tells_it(opening: str) -> None:
    assert [5] == [line for line, _ in seen(topic.subject_changes, story(*FERRY, opening + ORCHARD[0]))]


def test_other_words_alone_are_no_other_story() -> None:
    """One story in four of real pages changes its words somewhere."""
    assert [] == seen(topic.subject_changes, story(*FERRY, *ORCHARD))
    assert [] == seen(topic.subject_changes, story(*FERRY, "点评：" + ORCHARD[0], *ORCHARD[1:]))


def test_a_day_over_the_same_subject_is_none() -> None:
    assert [] == seen(topic.subject_changes, story(*FERRY[:2], "3月8日，" + FERRY[2]))


def test_one_subject_throughout_is_none() -> None:
    assert [] == seen(topic.subject_changes, story(*FERRY))
    assert [] == seen(topic.subject_changes, story(FERRY[0], "两岸的人都来看。"))


def test_briefs_and_tables_may_change_their_subject() -> None:
    for kind in (Kind.BRIEFS, Kind.OTHER):
        assert [] == seen(topic.subject_changes, story(*FERRY, DATED, kind=kind))


def test_a_crosshead_goes_with_what_stands_beneath_it() -> None:
    (article,) = story(*FERRY, "套袋以后", *ORCHARD).reading.articles
    crosshead = replace(article.paragraphs[3], role=Role.CROSSHEAD)
    whole = replace(article, paragraphs=(*article.paragraphs[:3], crosshead, *article.paragraphs[4:]))
    assert [5] == [line for line, _ in seen(topic.subject_changes, page("C01.txt", whole))]


def test_one_crosshead_of_several_begins_no_other_story() -> None:
    (article,) = story(FERRY[0], "渡船", *FERRY[1:], "套袋以后", *ORCHARD).reading.articles
    roles = (Role.BODY, Role.CROSSHEAD, Role.BODY, Role.BODY, Role.CROSSHEAD, Role.BODY, Role.BODY)
    paragraphs = tuple(replace(one, role=role) for one, role in zip(article.paragraphs, roles, strict=True))
    assert [] == seen(topic.subject_changes, page("C01.txt", replace(article, paragraphs=paragraphs)))


def test_the_cost_is_linear_in_the_paragraphs() -> None:
    def seconds(times: int) -> float:
        long = story(*(FERRY + ("船开了。",) * 20) * times)
        start = process_time()
        list(topic.subject_changes(long))
        return process_time() - start

    few, many = (min(seconds(times) for _ in range(3)) for times in (200, 1600))
    assert many < 3 * 8 * few
