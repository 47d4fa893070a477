"""Reworded that were put right, in the text of a story as it is set."""

import pytest

from newspaper_archive.model import Article, Correction, Kind, Paragraph, Role
from newspaper_archive.site.story.amended import Amended, Reworded, amended, anchored, beside_text


def story(printed: str, shown: str, *slips: tuple[str, str], headline: str = "古桥通车") -> Article:
    """A story of one paragraph on the lines 6 and 7, with these corrections on line 6."""
    before, after = (Paragraph(text, Role.BODY, (6, 7)) for text in (printed, shown))
    corrections = tuple(Correction(6, *slip) for slip in slips)
    as_printed = Article(Kind.NEWS, "古桥通车", (before,), (5, 6, 7))
    return Article(Kind.NEWS, headline, (after,), (5, 6, 7), corrections=corrections, printed=as_printed)


def in_text(article: Article) -> list[str]:
    """The wordings in turn, a corrected one in brackets with its anchor, then what no word shows."""
    (found,) = amended(article).values()
    words = [f"[{one.text}]{one.anchor}" if one.anchor else one.text for one in found.wordings]
    return [*filter(None, words), *found.more]


@pytest.mark.parametrize(
    ("printed", "shown", "slips", "expected"),
    [
        ("古桥己经修好。", "古桥已经修好。", [("己经", "已经")], ["古桥", "[已经]c6", "修好。"]),
        ("己经修好。", "已经修好。", [("己经", "已经")], ["[已经]c6", "修好。"]),
        (
            "已经拆,己经修,已经好。",
            "已经拆,已经修,已经好。",
            [("己经", "已经")],
            ["已经拆，", "[已经]c6", "修，已经好。"],
        ),
        (
            "己经修好,张三丰说。",
            "已经修好,张三峰说。",
            [("三丰", "三峰"), ("己经", "已经")],
            ["[已经]c6-2", "修好，张", "[三峰]c6", "说。"],
        ),
        ("古桥修好。", "古桥又修好。", [("桥修", "桥又修")], ["古", "[桥又修]c6", "好。"]),
        ("3月4曰,桥修好。", "3月4日,桥修好。", [("4曰,", "4日,")], ["3月", "[4日，]c6", "桥修好。"]),
    ],
)
def test_a_corrected_word_leads_to_its_correction(
    printed: str, shown: str, slips: list[tuple[str, str]], expected: list[str]
) -> None:
    assert expected == in_text(story(printed, shown, *slips))


@pytest.mark.parametrize(
    ("printed", "shown", "slip"),
    [
        ("古桥又又修好。", "古桥又修好。", ("又又", "又")),
        ("古桥的的修好。", "古桥修好。", ("的的", "")),
        ('他说"好', '他说"好"', ("好", '好"')),
        ("古桥修好。", "古桥修妥了。", ("好", "妥")),
    ],
)
def test_a_correction_is_never_lost(printed: str, shown: str, slip: tuple[str, str]) -> None:
    (found,) = amended(story(printed, shown, slip)).values()
    assert ("c6",) == found.anchors


def test_what_no_word_of_the_text_shows_is_told_by_a_mark() -> None:
    assert ["c6"] == in_text(story("古桥的的修好。", "古桥修好。", ("的的", "")))
    assert ["c6"] == in_text(story("古桥修好。", "古桥修妥了。", ("好", "妥")))


def test_a_corrected_headline_is_told_beside_the_text() -> None:
    article = story(
        "古桥己经修好。", "古桥已经修好。", ("己经", "已经"), ("通车", "重修"), headline="古桥重修"
    )
    assert ("c6-2",) == beside_text(article, amended(article))
    assert ["c6", "c6-2"] == [anchor for anchor, _ in anchored(article.corrections)]


def test_nothing_of_a_story_as_printed_leads_anywhere() -> None:
    article = Article(Kind.NEWS, "古桥通车", (Paragraph("古桥修好。", Role.BODY, (6,)),), (5, 6))
    assert ({}, ()) == (amended(article), beside_text(article, {}))


def test_very_many_corrections_of_a_paragraph_are_told_by_marks() -> None:
    slips = [("己", "已")] * 21
    (found,) = amended(story("己" * 21, "已" * 21, *slips)).values()
    assert (Amended((), found.more), 21) == (found, len(found.more))
    assert Reworded("已", "c6") in next(iter(amended(story("己好", "已好", ("己", "已"))).values())).wordings
