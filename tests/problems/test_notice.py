"""更正 and 致歉 of which the story that they put right cannot be told."""

import pytest

from newspaper_archive.model import Article, Kind, Page, Paragraph, Role, Severity
from newspaper_archive.problems import notice
from pages import article, page
from prints import told

BRIDGE = page("C02.txt", article("古桥昨日通车"), article("古桥昨日通车之后"), folio="C02")


def put_right(text: str) -> Page:
    body = (Paragraph(text, Role.BODY, (12,)),)
    return page("C08.txt", Article(Kind.NOTICE, "更正", body, (11, 12)), folio="C08", date="2024-03-15")


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        (
            "本报3月8日C02版《古桥今日通车》一文有误。",
            "“更正”更正的是2024-03-08 C02 版 “古桥今日通车”，那里没有这样的稿件",
        ),
        (
            "本报3月8日C05版《古桥昨日通车》一文有误。",
            "“更正”更正的是2024-03-08 C05 版 “古桥昨日通车”，那一版没有收入",
        ),
        (
            "本报3月8日C02版《古桥昨日》一文有误。",
            "“更正”更正的是2024-03-08 C02 版 “古桥昨日”，而有 2 篇都像是它",
        ),
        ("本报3月8日C02版一稿有误。", "“更正”说到2024-03-08 C02 版，看不出更正的是哪一篇：没有认出标题"),
        ("作者应为骆青。", "“更正”看不出更正的是哪一篇：没有认出标题、日期、版次"),
    ],
)
def test_a_notice_that_leads_nowhere_is_a_note_that_says_what_is_lacking(text: str, seen: str) -> None:
    (problem,) = told(notice.unfollowed_notices, BRIDGE, put_right(text))
    assert (Severity.NOTE, "C08.txt", 11, seen) == (
        problem.severity,
        problem.file,
        problem.line,
        problem.seen,
    )


def test_a_notice_that_leads_to_its_story_is_none() -> None:
    right = put_right("本报3月8日C02版《古桥昨日通车》一文有误，据《桥梁法》应为“老桥”。")
    assert [] == told(notice.unfollowed_notices, BRIDGE, right)


def test_what_only_sounds_like_a_notice_is_none() -> None:
    assert [] == told(notice.unfollowed_notices, page("C01.txt", article("局长更正作风"), article("致歉")))


def test_of_two_stories_the_one_that_is_not_there_is_told() -> None:
    (problem,) = told(
        notice.unfollowed_notices,
        BRIDGE,
        put_right("本报3月8日C02版《古桥昨日通车》一文、《夏收》一文有误。"),
    )
    assert "“更正”更正的是2024-03-08 C02 版 “夏收”，那里没有这样的稿件" == problem.seen
