"""更正 and 致歉, and the stories that they put right."""

from dataclasses import replace

import pytest

from newspaper_archive.archive import build_archive
from newspaper_archive.archive.correction_notice import by_story, correction_notices
from newspaper_archive.archive.notice_text import is_notice, mentions
from newspaper_archive.lexicon.correction_words import LIKELY
from newspaper_archive.lexicon.word_lists import entries
from newspaper_archive.model import Article, Caption, Edition, Kind, Page, Paragraph, Role
from pages import FERRY, RIVER, page

BRIDGE = "古桥昨日通车"


def story(headline: str, text: str = "渡口的船又开了。", **parts: str) -> Article:
    return Article(Kind.NEWS, headline, (Paragraph(text, Role.BODY, (2,)),), (1, 2), **parts)


def on(date: str | None, folio: str | None, *articles: Article, edition: Edition = RIVER) -> Page:
    path = f"{edition.folder}/{date or 'undated'}/{folio or articles[0].headline}.txt"
    return page(path, *articles, folio=folio, date=date, edition=edition)


def followed(text: str, *pages: Page, headline: str = "更正", date: str | None = "2031-03-12") -> list[str]:
    """Ids of the stories that a notice with this text leads to."""
    every = (*pages, on(date, "C08", story(headline, text)))
    archive = build_archive(every, sorted({one.edition for one in every}, key=lambda e: e.slug))
    (found,) = correction_notices(archive)
    return [placed.article.id for placed in found.corrects]


OF_BRIDGE = on("2031-03-05", "C02", story("春耕"), story(BRIDGE, "通车的是张三丰修的桥。"))
THE_BRIDGE = ["river/2031/2031-03-05/c02-02"]


@pytest.mark.parametrize(
    "text",
    [
        "本报3月5日C02版刊登的《古桥昨日通车》一文中，“张三丰”应为“张三峰”。",
        "本报2031年3月5日第2版《古桥昨日通车》有误。",
        "本报三月五日二版刊发的《古桥……通车》，作者应为骆青。",
        "《古桥昨日通车》（3月5日C02版）的作者应为骆青。",
        "本报3月5日刊登的“古桥昨日通车”一文有误。",
        '本报3月5日刊登的"古桥昨日通车"一文有误。',
        "本报3月5日刊登的《古橋昨日通車》一文有误。",
        "本報3月5日刊登的《古橋昨日通車》一文有誤。",
        "本報3月5日C02版「張三豐」應為「張三峰」。",
        "上期C02版《古桥昨日通车》一文有误。",
        "《古桥昨日通车》一文有误。",
        "本报3月5日C02版“张三丰”应为“张三峰”。",
        "本报3月5日C02版将“张三峰”误为“张三丰”。",
        "《今日大河》3月5日C02版刊登的《古桥昨日通车》，据《桥梁法》应为“老桥”。",
    ],
)
def test_a_notice_leads_to_the_one_story_that_it_names(text: str) -> None:
    assert followed(text, OF_BRIDGE) == THE_BRIDGE


@pytest.mark.parametrize(
    "text",
    [
        "本报3月6日C02版刊登的《古桥昨日通车》一文有误。",
        "本报2030年3月5日C02版刊登的《古桥昨日通车》一文有误。",
        "本报3月5日C03版刊登的《古桥昨日通车》一文有误。",
        "本报3月5日C02版刊登的《新桥昨日通车》一文有误。",
        "本报3月5日C02版一篇稿件有误。",
        "本报3月5日C02版“李四”应为“李思”。",
        "《古桥昨日》一文有误。",
        "《通车》一文有误。",
        "稿件中“张三丰”应为“张三峰”。",
        "谨向读者致歉。",
    ],
)
def test_a_notice_leads_nowhere_where_nothing_fits_what_it_says(text: str) -> None:
    assert followed(text, OF_BRIDGE) == []


def test_a_notice_leads_nowhere_where_two_stories_fit() -> None:
    twins = on("2031-03-05", "C02", story("古桥昨日通车之后"), story("古桥昨日通车之前"))
    text = "本报3月5日C02版刊登的《古桥昨日通车》一文有误。"
    assert followed(text, twins) == []
    assert len(followed(text, on("2031-03-05", "C02", story("古桥昨日通车之后"), story(BRIDGE)))) == 1


def test_a_day_without_a_year_is_the_last_one_before_the_notice() -> None:
    years = [on(f"{year}-11-20", "C02", story(BRIDGE)) for year in (2029, 2030)]
    text = "本报11月20日C02版刊登的《古桥昨日通车》一文有误。"
    assert followed(text, *years) == ["river/2030/2030-11-20/c02-01"]
    last = "本报去年3月5日刊登的《古桥昨日通车》一文有误。"
    assert followed(last, on("2030-03-05", "C02", story(BRIDGE)), OF_BRIDGE) == [
        "river/2030/2030-03-05/c02-01"
    ]


def test_yesterday_and_the_issue_before_count_from_the_notice() -> None:
    yesterday = on("2031-03-11", "C02", story(BRIDGE))
    text = "本报昨日C02版刊登的《古桥昨日通车》一文有误。"
    assert followed(text, yesterday, OF_BRIDGE) == ["river/2031/2031-03-11/c02-01"]
    assert followed(text.replace("本报昨日", "上期"), OF_BRIDGE) == THE_BRIDGE
    assert followed(text.replace("本报昨日", "上期"), on("2031-03-08", "C02", story("春耕")), OF_BRIDGE) == []


def test_a_notice_leads_to_no_story_that_was_printed_after_it() -> None:
    later = on("2031-03-15", "C02", story(BRIDGE))
    assert followed("《古桥昨日通车》一文有误。", later) == []


def test_a_notice_without_a_date_leads_to_the_story_of_the_day_in_whichever_year() -> None:
    text = "本报3月5日C02版刊登的《古桥昨日通车》一文有误。"
    assert followed(text, OF_BRIDGE, date=None) == THE_BRIDGE
    assert followed(text, OF_BRIDGE, on("2030-03-05", "C02", story(BRIDGE)), date=None) == []


def test_a_notice_speaks_of_its_own_paper() -> None:
    other = Edition(slug="hill", name="青山晚报", paper="青山晚报", folder="青山")
    text = "本报3月5日C02版刊登的《古桥昨日通车》一文有误。"
    assert followed(text, on("2031-03-05", "C02", story(BRIDGE), edition=other)) == []
    ferry = on("2031-03-05", "C02", story(BRIDGE), edition=FERRY)
    assert followed(text, ferry) == ["ferry/2031/2031-03-05/c02-01"]


def test_a_notice_may_put_several_stories_right() -> None:
    fields = on("2031-03-08", "C03", story("春耕早"))
    text = "本报3月5日C02版《古桥昨日通车》一文、3月8日C03版《春耕早》一文有误。"
    assert followed(text, OF_BRIDGE, fields) == [*THE_BRIDGE, "river/2031/2031-03-08/c03-01"]


def test_the_headline_is_known_as_printed_and_as_corrected() -> None:
    printed = story("古桥咋日通车")
    corrected = replace(story(BRIDGE), printed=printed)
    for said in ("古桥咋日通车", BRIDGE):
        text = f"本报3月5日C02版刊登的《{said}》一文有误。"
        assert followed(text, on("2031-03-05", "C02", corrected)) == ["river/2031/2031-03-05/c02-01"]


def test_wrong_words_may_stand_under_a_picture() -> None:
    shown = on("2031-03-05", "C02", story("春耕"), story("夏收"))
    captions = (Caption("图为老农张三丰。", (), "", (2,), article=1),)
    pictured = replace(shown, reading=replace(shown.reading, captions=captions))
    assert followed("本报3月5日C02版图片说明中“张三丰”应为“张三峰”。", pictured) == THE_BRIDGE


def test_no_word_that_makes_a_notice_is_passed_over() -> None:
    assert [] == [word for word in entries("correction_words") if not LIKELY.search(word)]


@pytest.mark.parametrize(
    ("headline", "text"),
    [
        ("更正", "作者应为骆青。"),
        ("更 正", "作者应为骆青。"),
        ("更正与致歉", "作者应为骆青。"),
        ("勘误", "作者应为骆青。"),
        ("本报更正", "作者应为骆青。"),
        ("关于《古桥通车》一文的更正", "作者应为骆青。"),
        ("更正：古桥不在河东", "古桥在河西。"),
        ("致歉", "本报3月5日刊登的《古桥通车》有误，谨此致歉。"),
        ("情况说明", "本报3月5日C02版的《古桥通车》有误。"),
        ("", "更正：本报3月5日C02版的《古桥通车》有误。"),
        ("", "【更正】：作者应为骆青。"),
        ("更正啟事", "作者應為駱青。"),
        ("說明", "本報3月5日刊登的《古橋通車》有誤。"),
    ],
)
def test_a_notice_is_known_by_its_headline(headline: str, text: str) -> None:
    assert is_notice(story(headline, text)) is True


@pytest.mark.parametrize(
    ("headline", "text"),
    [
        ("致歉", "本店停电，向顾客致歉。"),
        ("情况说明", "本小区停水三天。"),
        ("道歉信", "我对王先生出言不逊，特此道歉。"),
        ("局长更正作风", "本报3月5日讯。"),
        ("更正错误才能前进", "作者应为骆青。"),
        ("关于停电的说明", "本报3月5日刊登的《古桥通车》有误。"),
        ("司机向乘客致歉", "本报3月5日报道了此事。"),
        ("", "更正错误要趁早：镇里这样说。"),
        ("古桥通车", "更正了几处差错。"),
    ],
)
def test_other_words_make_no_notice(headline: str, text: str) -> None:
    assert is_notice(story(headline, text)) is False


def test_both_ways_are_known() -> None:
    notice = on("2031-03-12", "C08", story("更正", "本报3月5日C02版《古桥昨日通车》一文有误。"))
    again = on("2031-03-19", "C08", story("更正", "本报3月5日C02版《古桥昨日通车》一文有误。"))
    found = by_story(correction_notices(build_archive([OF_BRIDGE, notice, again], [RIVER])))
    assert {id_: [one.issue.date for one in ones] for id_, ones in found.items()} == {
        THE_BRIDGE[0]: ["2031-03-12", "2031-03-19"]
    }


def test_of_a_text_that_names_very_many_stories_the_first_are_followed() -> None:
    named = "".join(f"《第{number}座桥通车了》一文、" for number in range(5_000))
    assert 20 + 1 == len(list(mentions(story("更正", named))))
