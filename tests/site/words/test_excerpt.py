"""What cards and lists give of a story beneath its headline."""

from dataclasses import replace

from newspaper_archive.model import Kind, Paragraph, Role
from newspaper_archive.site.words.wording import excerpt
from pages import article

CROSSHEAD, TEXT = (
    Paragraph("天气趋势分析", Role.CROSSHEAD, (2,)),
    Paragraph("青禾镇有小雨。", Role.BODY, (3,)),
)


def test_a_crosshead_is_no_opening_of_a_story() -> None:
    forecast = replace(article("明天天气预报"), kind=Kind.OTHER, paragraphs=(CROSSHEAD, TEXT))
    assert excerpt(forecast) == "青禾镇有小雨。"


def test_of_crossheads_alone_there_is_no_opening() -> None:
    assert excerpt(replace(article("明天天气预报"), paragraphs=(CROSSHEAD,))) == ""


def test_the_first_brief_is_an_opening() -> None:
    brief = Paragraph("3月3日，青石镇开办夜校。", Role.BRIEF, (2,))
    assert excerpt(replace(article("一周速读"), paragraphs=(brief,))) == "3月3日，青石镇开办夜校。"
