"""Which parts of stories belong together: what is printed on two pages, and the pairs that are made of it."""

from dataclasses import replace

import pytest

from newspaper_archive.archive import build_archive
from newspaper_archive.archive.joined_stories import jumps
from newspaper_archive.model import Article, MissingPart, Page, Paragraph, Role
from pages import RIVER, article, page


def story(headline: str, body: str, to: str = "", from_: str = "") -> Article:
    return replace(
        article(headline), paragraphs=(Paragraph(body, Role.BODY, (2,)),), jump_to=to, jump_from=from_
    )


def first(headline: str, body: str = "渡口的船又开了。", to: str = "（下转C02版）") -> Article:
    return story(headline, body, to=to)


def second(headline: str, body: str = "老船工把船划到对岸。", from_: str = "（上接C01版）") -> Article:
    return story(headline, body, from_=from_)


def joined(*pages: Page) -> list[str]:
    """`渡口 > 老船工`: the headline or the first letters of each pair, in the order of the first parts."""
    (issue,) = build_archive(pages, [RIVER]).issues
    return [f"{_name(one.article)} > {_name(other.article)}" for one, other in jumps(issue.pages).joined]


def _name(one: Article) -> str:
    return one.headline or one.body[:3]


def two_pages(*stories: Article) -> list[Page]:
    """On C01 those that jump from it, on C02 the others."""
    on_first = [one for one in stories if one.jump_to]
    on_second = [one for one in stories if not one.jump_to]
    return [page("c01.txt", *on_first, folio="C01"), page("c02.txt", *on_second, folio="C02")]


@pytest.mark.parametrize(
    ("stories", "pairs"),
    [
        ([first("渡口"), second("")], ["渡口 > 老船工"]),
        # A headline of its own, for the only one that jumps there.
        ([first("渡口"), second("桥头的早点摊")], ["渡口 > 桥头的早点摊"]),
        # Repeated, shortened and in the other order.
        (
            [first("渡口的船又开了"), first("新路亮起了灯"), second("新路亮灯"), second("渡口的船又开")],
            ["渡口的船又开了 > 渡口的船又开", "新路亮起了灯 > 新路亮灯"],
        ),
        # Without headlines in their order.
        (
            [first("渡口"), first("新路"), second("", "甲。"), second("", "乙。")],
            ["渡口 > 甲。", "新路 > 乙。"],
        ),
        # A quotation that is left open is closed in the other order.
        (
            [
                first("渡口"),
                first("新路", "他说：“灯亮了。"),
                second("", "再补岔路口。”"),
                second("", "乙。"),
            ],
            ["渡口 > 乙。", "新路 > 再补岔"],
        ),
        # A sentence that breaks off goes on.
        (
            [first("渡口"), first("新路", "装好的"), second("", "，一共九盏。"), second("", "乙。")],
            ["渡口 > 乙。", "新路 > ，一共"],
        ),
        # Near misses: nothing tells which of two is meant.
        ([first("渡口"), first("新路"), second("")], []),
        ([first("渡口"), second("", "甲。"), second("", "乙。")], []),
        ([first("渡口"), first("新路"), second("桥头早点"), second("", "乙。")], []),
        # Of three two are told by their headlines, and the third is left over.
        (
            [first("渡口的船"), first("新路的灯"), first("桥头"), second("新路的灯"), second("渡口的船")],
            ["渡口的船 > 渡口的船", "新路的灯 > 新路的灯"],
        ),
        # Each must name the page of the other.
        ([first("渡口"), second("", from_="（上接C03版）")], []),
        ([first("渡口", to="（下转C03版）"), second("")], []),
        ([first("渡口", to="（下转第二版）"), second("", from_="（上接１版）")], ["渡口 > 老船工"]),
        # The same two letters in two headlines are no repetition.
        ([first("渡口"), first("新路"), second("渡口"), second("新路")], ["渡口 > 渡口", "新路 > 新路"]),
    ],
)
def test_parts_that_belong_together_are_told(stories: list[Article], pairs: list[str]) -> None:
    assert pairs == joined(*two_pages(*stories))


def test_parts_are_not_joined_over_a_date() -> None:
    one, other = two_pages(first("渡口"), second(""))
    archive = build_archive([one, replace(other, date=replace(other.date, value="2024-03-09"))], [RIVER])
    assert [()] * 2 == [jumps(issue.pages).joined for issue in archive.issues]


def test_a_story_may_go_on_twice() -> None:
    middle = replace(second("", "甲。"), jump_to="（下转C03版）")
    pages = [
        page("c01.txt", first("渡口"), folio="C01"),
        page("c02.txt", middle, folio="C02"),
        page("c03.txt", second("", "乙。", "（上接C02版）"), folio="C03"),
    ]
    assert ["渡口 > 甲。", "甲。 > 乙。"] == joined(*pages)


def test_stories_that_lead_round_in_a_ring_begin_nowhere() -> None:
    ring = [
        page("c01.txt", replace(first("甲"), jump_from="（上接C02版）"), folio="C01"),
        page("c02.txt", replace(second("乙"), jump_to="（下转C01版）"), folio="C02"),
    ]
    assert [] == joined(*ring)


def test_a_bare_number_is_of_the_pages_own_kind() -> None:
    """`（下转02版）` of C01 is C02, though there is an A02 as well that names page 1."""
    pages = [
        page("a01.txt", first("桥头", to="（下转02版）"), folio="A01"),
        page("a02.txt", second("", "甲。", "（上接01版）"), folio="A02"),
        page("c01.txt", first("渡口", to="（下转02版）"), folio="C01"),
        page("c02.txt", second("", "乙。", "（上接01版）"), folio="C02"),
    ]
    assert ["桥头 > 甲。", "渡口 > 乙。"] == joined(*pages)


def test_of_two_pages_with_one_folio_neither_is_chosen() -> None:
    pages = [
        *two_pages(first("渡口"), second("", "甲。")),
        page("c02-2.txt", second("", "乙。"), folio="C02"),
    ]
    assert [] == joined(*pages)


@pytest.mark.parametrize(
    ("pages", "lacking"),
    [
        ([page("c01.txt", first("渡口"), folio="C01")], [MissingPart.PAGE]),
        (two_pages(first("渡口"), article("桥头")), [MissingPart.PART]),
        (two_pages(first("渡口"), first("新路"), second("")), [MissingPart.UNSURE] * 3),
        (two_pages(first("渡口"), second("")), []),
    ],
)
def test_it_is_known_what_is_lacking(pages: list[Page], lacking: list[MissingPart]) -> None:
    (issue,) = build_archive(pages, [RIVER]).issues
    found = jumps(issue.pages)
    assert lacking == [lack for _, lack in (*found.out, *found.into)]


def test_pages_of_nothing_but_jumps_are_looked_at_once() -> None:
    """Each names another page, or all the same one: neither costs the square of their number."""
    many = 600
    pages = [
        page("c01.txt", *(first("渡口", to=f"（下转C{number}版）") for number in range(many)), folio="C01"),
        page("c02.txt", *(second("", from_=f"（上接C{number}版）") for number in range(many)), folio="C02"),
        page("c03.txt", *[first("渡口", to="（下转C04版）")] * many, folio="C03"),
        page("c04.txt", *[second("", from_="（上接C03版）")] * many, folio="C04"),
    ]
    assert ["渡口 > 老船工"] == joined(*pages)
