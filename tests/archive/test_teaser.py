"""Teasers: `渡口的船又开了 C02 看点` leads to the story of that headline on C02."""

import time

import pytest

from newspaper_archive.archive import build_archive
from newspaper_archive.model import Page, Teaser
from pages import RIVER, article, page, teaser

HEADLINE = "渡口的船又开了"


def leads_to(pointer: Teaser, *pages: Page) -> str | None:
    """The last part of the address that a teaser on page C01 leads to."""
    archive = build_archive([page("c01.txt", pointer, folio="C01"), *pages], [RIVER])
    address = archive.issues[0].pages[0].teasers[0].address
    return address and address.rsplit("/", 1)[1]


C02 = page("c02.txt", article("桥头"), article(HEADLINE, kicker="停航三年"), folio="C02", name="看点")


@pytest.mark.parametrize(
    ("headline", "folio"),
    [
        (HEADLINE, "C02"),
        (HEADLINE, "C2"),
        (HEADLINE, "02"),
        (HEADLINE, None),
        ("“渡口”的船,又开了！", "C02"),
        ("停航三年 渡口的船又开了", "C02"),
        ("渡口的船又开", "C02"),
        ("今起恢复：渡口的船又开了", "C02"),
        (HEADLINE, "C05"),  # the very headline, though the pointer is wrong
    ],
)
def test_a_teaser_leads_to_its_article(headline: str, folio: str | None) -> None:
    assert leads_to(teaser(headline, folio), C02) == "c02-02.html"


@pytest.mark.parametrize(
    ("headline", "folio"),
    [
        ("渡口的船", "C02"),  # too short to be sure
        ("渡口的船又开", "C05"),  # only alike, and the pointer says another page
        ("渡口的桥又开了", "C02"),
        ("", "C02"),
        ("——", "C02"),
    ],
)
def test_a_teaser_whose_article_is_not_there_leads_nowhere(headline: str, folio: str | None) -> None:
    assert leads_to(teaser(headline, folio), C02) is None


def test_a_short_headline_is_found_where_it_is_equal() -> None:
    assert leads_to(teaser("桥头", "C02"), C02) == "c02-01.html"


def test_of_two_such_headlines_the_one_pointed_to_is_meant() -> None:
    c03 = page("c03.txt", article(HEADLINE), folio="C03")
    assert leads_to(teaser(HEADLINE, "C03"), C02, c03) == "c03-01.html"
    assert leads_to(teaser(HEADLINE, "C02"), C02, c03) == "c02-02.html"


def test_a_photo_story_with_a_pointer_leads_to_itself_only_where_no_other_page_has_it() -> None:
    front = page("c01.txt", article(HEADLINE), teaser(HEADLINE, "C02", "看点"), folio="C01")
    alone = build_archive([front], [RIVER]).issues[0].pages[0]
    beside = build_archive([front, C02], [RIVER]).issues[0].pages[0]
    assert [alone.teasers[0].address, beside.teasers[0].address] == [
        "river/2024/2024-03-08/c01-01.html",
        "river/2024/2024-03-08/c02-02.html",
    ]


def test_another_issue_is_not_searched() -> None:
    other = page("other.txt", article(HEADLINE), folio="C02", date="2024-03-15")
    assert leads_to(teaser(HEADLINE, "C02"), other) is None


def test_many_headlines_of_one_beginning_cost_no_more_than_others() -> None:
    articles = [article(f"渡口镇今日要闻之{number}") for number in range(4_000)]
    teasers = [teaser(f"快讯：渡口镇今日要闻之{number}") for number in range(4_000)]
    began = time.process_time()
    build_archive([page("c01.txt", *teasers), page("c02.txt", *articles)], [RIVER])
    assert time.process_time() - began < 10
