"""The same things give the same mark, wherever they lie; whatever differs in what they hold another one."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from invented_archive import QINGSHI
from issues_held import held
from newspaper_archive.model import Issue, PageFile, Placed, Section
from newspaper_archive.site.lists.volume_list import Crumb
from newspaper_archive.store.mark import Marker


@dataclass(frozen=True, slots=True)
class Shown:
    """Something of the site's own that holds records."""

    title: str
    entries: tuple[Issue, ...]


@dataclass(frozen=True, slots=True)
class Other:
    """Looks like the one above."""

    title: str
    entries: tuple[Issue, ...]


(ISSUE,) = held(QINGSHI, "2021-03-10")
(PAGE,) = ISSUE.pages
PLACED = Placed(ISSUE, PAGE, PAGE.articles[0])


def again(issue: Issue) -> Issue:
    """An equal issue that lies elsewhere in memory."""
    return replace(issue, pages=tuple(replace(page) for page in issue.pages))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("ab", "c"), ("a", "bc")),
        (("a", ("b",)), (("a", "b"),)),
        (((), ()), ((),)),
        ((1,), ("1",)),
        ((None,), ("",)),
        ((True,), (1,)),
        (({"a": "b"},), (("a", "b"),)),
        (({},), ((),)),
        (({"a": 1, "b": 2},), ({"a": 2, "b": 1},)),
        ((date(2021, 3, 10),), (date(2021, 3, 11),)),
        ((Crumb("人", "a.html"),), (Crumb("人", "b.html"),)),
        ((Crumb("人", "a.html"),), (("人", "a.html"),)),
        ((Shown("春", (ISSUE,)),), (Other("春", (ISSUE,)),)),
        ((Shown("春", (ISSUE,)),), (Shown("春", ()),)),
        ((PLACED,), (replace(PLACED, issue=replace(ISSUE, address="elsewhere")),)),
        ((Section("a", "甲", "a.html", (PLACED,), ()),), (Section("a", "甲", "a.html", (), ()),)),
    ],
)
def test_whatever_differs_has_another_mark(one: tuple[object, ...], other: tuple[object, ...]) -> None:
    assert Marker().mark(*one) != Marker().mark(*other)


@pytest.mark.parametrize(
    "shown",
    [lambda issue: issue, lambda issue: Shown("春", (issue,)), lambda issue: replace(PLACED, issue=issue)],
)
def test_a_record_is_known_by_what_it_holds_and_not_by_where_it_lies(
    shown: Callable[[Issue], object],
) -> None:
    marker = Marker()
    marks = marker.mark(shown(ISSUE)), marker.mark(shown(again(ISSUE))), Marker().mark(shown(ISSUE))
    assert 1 == len(set(marks))


def test_a_letter_of_a_text_tells_one_placed_article_from_another() -> None:
    article = PLACED.article
    amended = replace(article, article=replace(article.article, headline=article.article.headline + "。"))
    assert Marker().mark(PLACED) != Marker().mark(replace(PLACED, article=amended))


def test_the_folder_that_a_page_file_lies_in_is_no_part_of_its_mark() -> None:
    here, there = (PageFile("a/C01.txt", Path(folder, "a/C01.txt"), QINGSHI) for folder in ("/one", "/two"))
    assert Marker().mark({"a/C01.txt": here}) == Marker().mark({"a/C01.txt": there})
