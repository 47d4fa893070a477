"""A story without its text or its headline, and those that rightly lack one."""

from dataclasses import replace

import pytest

from newspaper_archive.folder.text.lines import normalise
from newspaper_archive.model import Article, Byline, Dateline, Kind, Page, Paragraph, Role, Severity
from newspaper_archive.problems import PageRule, story_parts
from pages import article, page, teaser
from prints import STORY, asked, seen

WHOLE = article("渡口的船又开了")


def with_body(text: str, headline: str = "渡口的船又开了", kind: Kind = Kind.NEWS) -> Article:
    paragraphs = (Paragraph(text, Role.BODY, (4,)),) if text else ()
    return Article(kind, headline, paragraphs, (3, 4))


def said(rule: PageRule, *parts: Article) -> list[tuple[int | None, str]]:
    return seen(rule, page("C01.txt", *parts))


def test_a_sound_story_is_not_asked_about() -> None:
    assert [] == asked(STORY)


def test_a_byline_alone_is_an_empty_story() -> None:
    alone = replace(with_body("", ""), dateline=Dateline("本报记者 宋一帆", None, None))
    assert [(3, "一篇稿件没有标题也没有正文，只有“本报记者 宋一帆”")] == said(story_parts.empty_story, alone)
    assert [] == said(story_parts.empty_story, replace(alone, headline="渡口的船又开了"))
    assert [] == said(story_parts.empty_story, replace(WHOLE, byline=(Byline("记者", "宋一帆"),)))


def test_a_headline_without_text_is_named() -> None:
    assert [(3, "有标题而无正文：“渡口的船又开了”")] == said(story_parts.headline_alone, with_body(""))
    assert [(3, "有标题而无正文：“渡口的船又开了”")] == said(story_parts.headline_alone, with_body("———"))


@pytest.mark.parametrize("whole", [WHOLE, with_body("", kind=Kind.PHOTO), with_body("", "")])
def test_a_picture_may_stand_without_text(whole: Article) -> None:
    assert [] == said(story_parts.headline_alone, whole)


def test_headlines_that_lead_nowhere_are_asked_about_at_once() -> None:
    lost = [
        replace(teaser(name), lines=(line,))
        for line, name in ((3, "甲乡修桥"), (9, "乙乡修路"), (12, "丙乡修渠"))
    ]
    (problem,) = story_parts.stray_headlines(page("C01.txt", *lost))
    assert (3, (9, 12)) == (problem.line, problem.also)
    assert "“甲乡修桥”、“乙乡修路”等 3 处（第 3、9、12 行）" in problem.seen


def listed(raw: str) -> Page:
    """A page of these lines, each of them a headline without a text but for those of figures alone."""
    lines = normalise(raw)
    heads = [replace(teaser(one.raw, None, None), label="", lines=(one.number,)) for one in lines]
    return replace(page("C01.txt", *(one for one in heads if not one.headline.isdigit())), lines=lines)


def test_a_list_of_headlines_without_texts_is_one_place() -> None:
    heads = ("甲乡修桥", "乙乡修路", "丙乡修渠", "丁乡修堤")
    for raw in ("\n\n".join(heads), "\n1\n".join(heads)):
        (problem,) = story_parts.stray_headlines(listed(raw))
        assert (1, ()) == (problem.line, problem.also)
        assert problem.seen.startswith("从“甲乡修桥”起连着 4 条像标题，下面却没有正文")


def test_a_few_such_headlines_are_asked_about_one_by_one() -> None:
    (problem,) = story_parts.stray_headlines(listed("甲乡修桥\n乙乡修路\n丙乡修渠"))
    assert (1, (2, 3)) == (problem.line, problem.also)


def test_a_teaser_that_points_somewhere_is_no_stray_headline() -> None:
    assert [] == seen(story_parts.stray_headlines, page("C01.txt", teaser("渡口的船又开了", "C02", "看点")))


def test_a_text_without_headline_is_named() -> None:
    assert [(3, "正文没有标题，开头是“两岸居民又能坐船赶集。”")] == said(
        story_parts.text_alone, with_body("两岸居民又能坐船赶集。", "")
    )


@pytest.mark.parametrize(
    "whole",
    [
        with_body("两岸居民又能坐船赶集。"),
        with_body("两岸居民又能坐船赶集。", "", Kind.EDITOR_NOTE),
        replace(with_body("两岸居民又能坐船赶集。", ""), jump_from="（上接C01版）"),
    ],
)
def test_a_note_and_the_second_half_of_a_jump_need_no_headline(whole: Article) -> None:
    assert [] == said(story_parts.text_alone, whole)


def test_a_very_short_story_is_named_with_its_length() -> None:
    assert [(3, "“渡口的船又开了”的正文只有 4 字：“详见公告”")] == said(
        story_parts.very_short_story, with_body("详见公告")
    )


@pytest.mark.parametrize(
    "whole",
    [
        with_body("两岸居民又能坐船赶集了，真好。"),
        with_body("晨渡。", kind=Kind.PHOTO),
        with_body("晨渡。", ""),
    ],
)
def test_a_brief_and_a_picture_may_be_short(whole: Article) -> None:
    assert [] == said(story_parts.very_short_story, whole)


def test_a_headline_that_is_its_own_text_is_named() -> None:
    (problem,) = story_parts.headline_as_text(page("C01.txt", with_body("渡口的船，又开了！")))
    assert (3, "正文与标题一样：“渡口的船又开了”") == (problem.line, problem.seen)
    assert "请在同名 .yaml 里删去一处" in problem.advice
    assert [] == said(story_parts.headline_as_text, with_body("渡口的船又开了，两岸居民又能坐船赶集。"))


def test_a_story_that_lacks_something_is_a_warning() -> None:
    pages: list[Page] = [
        page("C01.txt", with_body("")),
        page("C01.txt", with_body("两岸居民又能坐船赶集。", "")),
    ]
    found = [
        problem
        for one in pages
        for rule in (story_parts.headline_alone, story_parts.text_alone)
        for problem in rule(one)
    ]
    assert [Severity.WARNING] * 2 == [problem.severity for problem in found]
