"""Whatever is printed for reading stands in an article, a caption or a brief, or the page has an error."""

from dataclasses import replace

import pytest

from newspaper_archive.model import Caption, Page, Paragraph, Role, Severity, Span
from newspaper_archive.problems import lost, with_problems
from prints import STORY, printed, seen

PICTURE = f"{STORY}\n▲船头的灯。 宋一帆 摄\n"
LOST = "有 1 行的文字没有读进任何稿件、简讯或图片说明（第 {0} 行），如“{1}”"


def with_paragraphs(page: Page, *paragraphs: Paragraph) -> Page:
    (article,) = page.reading.articles
    return replace(page, reading=replace(page.reading, articles=(replace(article, paragraphs=paragraphs),)))


def with_spans(page: Page, *spans: Span) -> Page:
    return replace(page, reading=replace(page.reading, spans=spans))


def test_letters_of_no_role_are_an_error() -> None:
    page = printed(STORY)
    (headline, *others) = page.reading.spans
    astray = with_spans(page, replace(headline, role=Role.UNASSIGNED), *others)
    (problem,) = (p for p in with_problems(astray).problems if p.severity is Severity.ERROR)
    assert ("lost-text", 1) == (problem.code, problem.line)
    assert LOST.format(1, "渡口的船又开了") == problem.seen


def test_a_paragraph_that_no_article_has_is_an_error() -> None:
    page = printed(STORY)
    first, second = page.reading.articles[0].paragraphs
    assert [(5, LOST.format(5, "船是去年冬天重新上的漆，船头挂一盏灯，天黑以后灯…"))] == seen(
        lost.lost_text, with_paragraphs(page, first)
    )
    short = replace(second, text=second.text.replace("船头挂一盏灯", ""))
    assert [5] == [line for line, _ in seen(lost.lost_text, with_paragraphs(page, first, short))]


def test_a_line_that_is_printed_twice_must_be_shown_twice() -> None:
    page = printed("渡口的船又开了\n\n本报讯（记者 宋一帆）船开了，\n船开了，\n两岸居民又能坐船赶集。\n")
    (article,) = page.reading.articles
    whole = "船开了，船开了，两岸居民又能坐船赶集。"
    assert [] == seen(
        lost.lost_text, with_paragraphs(page, Paragraph(whole, Role.BODY, tuple(article.lines[1:])))
    )
    once = whole.removeprefix("船开了，")
    assert [3] == [
        line
        for line, _ in seen(
            lost.lost_text, with_paragraphs(page, Paragraph(once, Role.BODY, tuple(article.lines[1:])))
        )
    ]


def test_a_caption_that_speaks_of_another_picture_is_an_error() -> None:
    page = printed(PICTURE)
    other = Caption("船尾的旗。", ("宋一帆",), "宋一帆 摄", (7,))
    assert [(7, LOST.format(7, "▲船头的灯。宋一帆 摄"))] == seen(
        lost.lost_text, replace(page, reading=replace(page.reading, captions=(other,)))
    )


@pytest.mark.parametrize("role", [Role.TEASER, Role.LABEL, Role.FURNITURE, Role.COLOPHON, Role.MARK])
def test_what_is_the_pages_own_is_not_asked_about(role: Role) -> None:
    page = printed(STORY)
    first, _ = page.reading.articles[0].paragraphs
    own = [replace(span, role=role) if span.line == 5 else span for span in page.reading.spans]
    assert [] == seen(lost.lost_text, with_spans(with_paragraphs(page, first), *own))


def test_signs_without_letters_are_not_lost() -> None:
    page = printed(f"{STORY}\n——★——\n")
    stray = [replace(s, role=Role.UNASSIGNED) if s.line == 7 else s for s in page.reading.spans]
    assert [] == seen(lost.lost_text, with_spans(page, *stray))


@pytest.mark.parametrize("text", [STORY, PICTURE, "扫码看数字报\n", "——\n", "a\n", "１２３\n"])
def test_a_page_whose_every_letter_is_read_has_no_such_error(text: str) -> None:
    assert [] == seen(lost.lost_text, printed(text))


def test_what_the_desk_corrected_is_not_lost() -> None:
    page = printed(STORY)
    (article,) = page.reading.articles
    shown = replace(article, headline="渡口的船开了", printed=article)
    corrected = replace(page, reading=replace(page.reading, articles=(shown,)))
    assert [] == seen(lost.lost_text, corrected)


def test_what_the_file_has_for_a_character_is_not_lost_where_the_character_is_shown() -> None:
    page = printed(STORY.replace("两岸居民", "两岸居⺠").replace("老船工", "老船e\u0301工"))
    assert [] == seen(lost.lost_text, page)


def test_a_letter_that_is_lost_is_quoted_as_in_the_file() -> None:
    page = printed(STORY.replace("渡口的船", "⺠船"))
    (told,) = seen(lost.lost_text, replace(page, reading=replace(page.reading, articles=())))
    assert told[1].endswith("如“⺠船又开了”")
