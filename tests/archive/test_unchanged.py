"""Years in which nothing changed are taken over whole, and it makes no difference to any address."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newspaper_archive.archive.following import Followed, follow, followed, written
from newspaper_archive.archive.page_texts import PageTexts
from newspaper_archive.archive.unchanged import unchanged
from newspaper_archive.model import AddressEntry, Book, BookInFiles
from newspaper_archive.store.address_files import book_files

YEARS = (2029, 2030, 2031)
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


def sketch(name: str) -> str:
    return "".join(random.Random(name).choices(LETTERS, k=64))  # noqa: S311 - texts to be told apart


def wish(year: int, folio: int = 1) -> str:
    return f"river/{year}/{year}-03-05/c{folio:02}"


def sheet(at: str, *stories: str, key: str = "") -> PageTexts:
    return PageTexts(key or at, at, True, sketch(f"{at} {stories}"), tuple(map(sketch, stories)))


def published(*sheets: PageTexts) -> BookInFiles:
    return written(sheets, {}, follow(sheets, {}))


def kept(book: Book) -> BookInFiles:
    """As it is after it was written."""
    by_name = book_files(book)
    files = BookInFiles.of(book).files
    return BookInFiles({name: replace(file, written=by_name[f"{name}.tsv"]) for name, file in files.items()})


PAGES = tuple(sheet(wish(year), f"甲{year}", f"乙{year}") for year in YEARS)
BOOK = kept(published(*PAGES))


def test_a_page_that_changed_has_its_own_year_followed_alone() -> None:
    now = (*PAGES[:2], sheet(wish(2031), "丙", "甲2031", "乙2031"))
    assert {"river/2029", "river/2030"} == unchanged(now, BOOK).files
    book = written(now, BOOK, follow(now, BOOK))
    assert [True, True, False] == [bool(file.written) for file in book.files.values()]


def test_the_same_stories_in_another_order_are_no_change() -> None:
    first, *others = PAGES
    turned = replace(first, stories=first.stories[::-1])
    assert len(YEARS) == len(unchanged([turned, *others], BOOK).files)
    assert [f"{wish(2029)}-02", f"{wish(2029)}-01"] == follow([turned, *others], BOOK).stories[first.key]


def test_of_equal_stories_the_first_has_the_first_number_in_an_unchanged_year_too() -> None:
    page = sheet(wish(2029), "甲", "乙", "甲")
    turned = replace(page, stories=(page.stories[1], page.stories[0], page.stories[2]))
    book = published(page)
    assert {"river/2029"} == unchanged([turned], book).files
    assert followed([turned], book).stories == follow([turned], book).stories


FIRST = PAGES[0]


@pytest.mark.parametrize(
    "news",
    [
        (),
        (FIRST, sheet(wish(2029), "丁", key="a second file of that folio")),
        (replace(FIRST, unread=True, stories=()),),
        (replace(FIRST, at="0123456789abcdef0123456789abcdef::C01.txt"),),
        (replace(FIRST, sketch=sketch("its furniture was put right")),),
        (replace(FIRST, wish=wish(2029, 2)),),
        (FIRST, sheet(wish(2029, 2), "丁")),
    ],
    ids=["gone", "doubled", "unread", "with something withdrawn", "other furniture", "another folio", "new"],
)
def test_a_year_with_any_news_is_followed(news: tuple[PageTexts, ...]) -> None:
    assert "river/2029" not in unchanged((*news, *PAGES[1:]), BOOK).files


def test_a_year_from_which_an_address_leads_to_one_with_news_is_followed_and_led_to_the_end() -> None:
    moved = (replace(FIRST, wish=wish(2030, 2)), *PAGES[1:])
    book = kept(written(moved, BOOK, follow(moved, BOOK)))
    assert {"river/2029", "river/2030", "river/2031"} == unchanged(moved, book).files
    again = (replace(FIRST, wish=wish(2030, 3)), *PAGES[1:])
    assert {"river/2031"} == unchanged(again, book).files
    assert wish(2030, 3) == written(again, book, follow(again, book))[wish(2029)].leads


def test_a_year_whose_story_is_to_stand_again_is_followed() -> None:
    given_back = BOOK.with_entries({f"{wish(2029)}-03": AddressEntry(at="0" * 32 + ":1:C01.txt")})
    assert {"river/2030", "river/2031"} == unchanged(PAGES, given_back).files


def test_sections_are_of_no_year() -> None:
    names = {
        "sections/yao-wen": AddressEntry(name="要闻"),
        "sections/kan": AddressEntry(leads="sections/yao-wen"),
    }
    book = BOOK.with_entries(names)
    assert {"sections", *BOOK.files} == unchanged(PAGES, book).files
    assert book == written(PAGES, book, follow(PAGES, book))


EVENTS = st.lists(
    st.tuples(
        st.sampled_from(
            ["insert", "delete", "turn", "move", "copy", "folio", "year", "drop", "new", "unread"]
        ),
        st.integers(0, 1_000),
    ),
    max_size=10,
)


@given(EVENTS)
def test_through_any_row_of_events_it_makes_no_difference(events: list[tuple[str, int]]) -> None:
    pages = {page.key: page for page in PAGES}
    book = BOOK
    for event, number in events:
        pages = changed(pages, event, number)
        now = tuple(pages.values())
        found, whole = follow(now, book), followed(now, book)
        assert whole == replace_unchanged(found)
        assert dict(written(now, book, whole)) == dict(written(now, book, found))
        book = kept(written(now, book, found))


def replace_unchanged(found: Followed) -> Followed:
    return Followed(found.pages, found.stories, found.leads, found.lost)


def changed(pages: dict[str, PageTexts], event: str, number: int) -> dict[str, PageTexts]:  # noqa: C901 - a table
    keys = sorted(pages)
    page = pages[keys[number % len(keys)]]
    other = pages[keys[number // 7 % len(keys)]]
    at = wish(YEARS[number % 3], number // 3 % 4 + 1)
    stories = page.stories
    more: list[PageTexts] = []
    match event:
        case "insert":
            stories = (sketch(f"{number}"), *stories)
        case "delete":
            stories = stories[1:]
        case "turn":
            stories = stories[::-1]
        case "move" if stories and page is not other:
            more = [replace(other, stories=(*other.stories, stories[0]))]
            stories = stories[1:]
        case "copy" if stories and page is not other:
            more = [replace(other, stories=(stories[0], *other.stories))]
        case "folio" | "year":
            return pages | {page.key: replace(page, wish=at)}
        case "drop" if len(pages) > 1:
            return {key: one for key, one in pages.items() if key != page.key}
        case "new":
            more = [sheet(at, f"{number}", key=f"{number}")]
        case "unread":
            return pages | {page.key: replace(page, unread=True, stories=())}
    now = replace(page, stories=stories, sketch=sketch(f"{page.key} {stories}"))
    return pages | {page.key: now} | {one.key: one for one in more}
