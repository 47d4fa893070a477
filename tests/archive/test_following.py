"""Addresses follow their texts; none comes to show another text, none is lost without a word."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newspaper_archive.archive.following import Followed, follow, written
from newspaper_archive.archive.page_texts import PageTexts
from newspaper_archive.model import Book
from newspaper_archive.model.address_ids import is_story, page_of
from newspaper_archive.reading.text_sketch import sketch

ISSUE = "river/2031/2031-03-05"
WORDS = "渡口老船工把划到对岸两居民又能坐赶集河堤加固程完镇里学校请来木匠教孩子做桥灯"


def story(name: str, letters: int = 300) -> tuple[str, str]:
    """A headline and a text, always the same of one name."""
    dice = random.Random(name)  # noqa: S311 - texts to be told apart
    return f"{name}的事", "".join(dice.choice(WORDS) for _ in range(letters))


Texts = Sequence[tuple[str, str]]


def sheet(wish: str, *texts: tuple[str, str], key: str = "", named: bool = True) -> PageTexts:
    stories = tuple(sketch(headline, text) for headline, text in texts)
    whole = sketch("", "".join(headline + text for headline, text in texts))
    return PageTexts(key or wish, wish, named, whole, stories)


def published(*sheets: PageTexts) -> Book:
    return written(sheets, {}, follow(sheets, {}))


def ids(found: Followed, key: str) -> list[str]:
    return [id_.removeprefix(f"{ISSUE}/") for id_ in found.stories[key]]


A, B, C, D = (story(name) for name in "甲乙丙丁")
C01 = f"{ISSUE}/c01"
SHORT = ("启事", "渡口明天停一天，请走石桥。")
BEFORE = published(sheet(C01, A, B, C))


def test_what_is_new_is_numbered_in_print_order() -> None:
    assert [f"{C01}", f"{C01}-01", f"{C01}-02", f"{C01}-03"] == list(BEFORE)


def test_a_second_build_of_the_same_pages_changes_nothing() -> None:
    found = follow([sheet(C01, A, B, C)], BEFORE)
    assert BEFORE == written([sheet(C01, A, B, C)], BEFORE, found)
    assert ({}, []) == (found.leads, found.lost)


@pytest.mark.parametrize(
    ("texts", "numbers", "leads", "lost"),
    [
        ([D, A, B, C], ["04", "01", "02", "03"], {}, []),
        ([C, A, B], ["03", "01", "02"], {}, []),
        ([A, C], ["01", "03"], {}, ["02"]),
        ([A, D, C], ["01", "04", "03"], {}, ["02"]),
        ([A, (B[0], B[1][:170]), ("下半", B[1][170:]), C], ["01", "02", "04", "03"], {}, []),
        ([A, ("又一题", B[1][:190]), ("下半", B[1][190:]), C], ["01", "02", "04", "03"], {}, []),
        ([A, (B[0], B[1] + C[0] + C[1])], ["01", "02"], {"03": "02"}, []),
        ([A, A, B, C], ["01", "04", "02", "03"], {}, []),
    ],
    ids=["inserted", "reordered", "deleted", "replaced", "split", "split, new headline", "joined", "doubled"],
)
def test_on_its_page_an_address_follows_its_story(
    texts: Texts, numbers: list[str], leads: dict[str, str], lost: list[str]
) -> None:
    found = follow([sheet(C01, *texts)], BEFORE)
    assert [f"c01-{number}" for number in numbers] == ids(found, C01)
    assert {f"{C01}-{a}": f"{C01}-{b}" for a, b in leads.items()} == found.leads
    assert [f"{C01}-{number}" for number in lost] == found.lost


def test_a_story_that_another_reader_takes_for_none_leads_to_its_page_where_no_word_is_gone() -> None:
    """Half of it belongs to either neighbour now, or it is a caption."""
    before, short = published(sheet(C01, A, B, SHORT)), f"{C01}-03"
    read_otherwise = replace(sheet(C01, A, B), sketch=before[C01].sketch)
    found = follow([read_otherwise], before)
    assert ({short: C01}, []) == (found.leads, found.lost)
    after = written([read_otherwise], before, found)
    moved = replace(read_otherwise, key=MOVED, wish=MOVED)
    assert MOVED == written([moved], after, follow([moved], after))[short].leads
    assert [short] == follow([sheet(C01, A, B)], before).lost


def test_of_a_page_too_long_for_its_sketch_to_miss_a_sentence_it_is_asked() -> None:
    """Which has more pairs of letters than a sketch counts."""
    letters = random.Random(5)  # noqa: S311 - a text of many letters
    long = ("长篇", "".join(chr(letters.randrange(0x4E00, 0x9FA5)) for _ in range(5_000)))
    before = published(sheet(C01, long, SHORT))
    assert [f"{C01}-02"] == follow([replace(sheet(C01, long), sketch=before[C01].sketch)], before).lost


def test_of_two_that_are_alike_the_one_that_stayed_keeps_its_address() -> None:
    twice = published(sheet(C01, A, A, B))
    found = follow([sheet(C01, A, B)], twice)
    assert (["c01-01", "c01-03"], [f"{C01}-02"]) == (ids(found, C01), found.lost)


@pytest.mark.parametrize("wrong", [0.03, 0.1])
def test_a_page_read_anew_with_wrong_letters_keeps_its_addresses(wrong: float) -> None:
    dice = random.Random(7)  # noqa: S311 - wrong letters

    def misread(text: str) -> str:
        return "".join(dice.choice(WORDS) if dice.random() < wrong else letter for letter in text)

    found = follow([sheet(C01, *((misread(a), misread(b)) for a, b in (A, B, C)))], BEFORE)
    assert (["c01-01", "c01-02", "c01-03"], []) == (ids(found, C01), found.lost)


def test_a_number_that_was_given_is_not_given_again() -> None:
    without = follow([sheet(C01, A, B)], BEFORE)
    later = written([sheet(C01, A, B)], BEFORE, without)
    assert ["c01-01", "c01-02", "c01-04"] == ids(follow([sheet(C01, A, B, D)], later), C01)
    assert ["c01-01", "c01-02", "c01-04"] == ids(follow([sheet(C01, A, B, C)], later), C01)


MOVED = f"{ISSUE}/c03"


def test_a_page_whose_folio_is_put_right_leads_from_the_old_one() -> None:
    found = follow([sheet(MOVED, A, B, C)], BEFORE)
    numbers = ("", "-01", "-02", "-03")
    assert {f"{C01}{number}": f"{MOVED}{number}" for number in numbers} == found.leads
    assert [] == found.lost


def test_a_page_that_is_moved_to_and_fro_is_where_it_was() -> None:
    there = written([sheet(MOVED, A, B, C)], BEFORE, follow([sheet(MOVED, A, B, C)], BEFORE))
    back = follow([sheet(C01, A, B, C)], there)
    assert ["c01-01", "c01-02", "c01-03"] == ids(back, C01)
    assert f"{C01}-01" == written([sheet(C01, A, B, C)], there, back)[f"{MOVED}-01"].leads


def test_a_page_that_gets_its_date_leads_from_the_undated_one() -> None:
    undated = "river/undated/scan-4/page"
    before = published(sheet(undated, A, B, named=False))
    found = follow([sheet(C01, A, B)], before)
    assert {undated: C01, f"{undated}-01": f"{C01}-01", f"{undated}-02": f"{C01}-02"} == found.leads


def test_an_undated_page_whose_file_is_renamed_stays() -> None:
    undated = "river/undated/scan-4/page"
    before = published(sheet(undated, A, B, named=False))
    found = follow([sheet("river/undated/scan-5/page", A, B, named=False, key="new")], before)
    assert ({"new": undated}, {}) == (found.pages, found.leads)


def test_a_page_of_the_same_folio_that_sorts_before_takes_nothing() -> None:
    found = follow([sheet(C01, D, key="a"), sheet(C01, A, B, C, key="b")], BEFORE)
    assert {"a": f"{C01}_2", "b": C01} == found.pages
    assert (["c01_2-01"], ["c01-01", "c01-02", "c01-03"]) == (ids(found, "a"), ids(found, "b"))


def test_two_pages_whose_folios_were_taken_for_each_other_keep_their_addresses() -> None:
    two = published(sheet(C01, A, B), sheet(MOVED, C, D))
    found = follow([sheet(MOVED, A, B, key="a"), sheet(C01, C, D, key="b")], two)
    assert ({"a": C01, "b": MOVED}, {}, []) == (found.pages, found.leads, found.lost)


def test_a_text_that_moves_to_a_page_without_addresses_is_led_to() -> None:
    found = follow([sheet(C01, A, B), sheet(MOVED, D, C)], BEFORE)
    assert ({f"{C01}-03": f"{MOVED}-02"}, []) == (found.leads, found.lost)


def test_a_reprint_that_has_its_own_address_inherits_none() -> None:
    two = published(sheet(C01, A, B), sheet(MOVED, A, C))
    found = follow([sheet(C01, B), sheet(MOVED, A, C)], two)
    assert ({}, [f"{C01}-01"]) == (found.leads, found.lost)


def test_another_day_s_like_text_inherits_none() -> None:
    weather = "今天晴到多云，北风三级，气温{}到{}度，湿度百分之{}。明天多云转阴，气温{}到{}度。"
    first, second = (
        ("天气预报", weather.format(*numbers)) for numbers in ((5, 12, 40, 6, 11), (9, 21, 65, 8, 19))
    )
    before = published(sheet(C01, A, first))
    found = follow([sheet(C01, A), sheet("river/2031/2031-03-06/c01", B, second)], before)
    assert ({}, [f"{C01}-02"]) == (found.leads, found.lost)


def test_a_page_that_is_gone_is_lost_with_its_stories() -> None:
    found = follow([sheet(MOVED, D)], BEFORE)
    assert [C01, f"{C01}-01", f"{C01}-02", f"{C01}-03"] == found.lost


def test_another_text_in_a_page_s_place_keeps_the_page_s_address_and_takes_no_story_s() -> None:
    found = follow([sheet(C01, D)], BEFORE)
    assert ({C01: C01}, ["c01-04"]) == (found.pages, ids(found, C01))
    assert [f"{C01}-01", f"{C01}-02", f"{C01}-03"] == found.lost


def test_the_addresses_of_a_page_that_could_not_be_read_wait_for_it() -> None:
    unread = replace(sheet(C01, A, B, C), stories=(), unread=True)
    found = follow([unread], BEFORE)
    assert ({}, [], BEFORE) == (found.leads, found.lost, written([unread], BEFORE, found))


def test_an_address_that_leads_on_leads_to_the_end() -> None:
    once = written([sheet(MOVED, A, B, C)], BEFORE, follow([sheet(MOVED, A, B, C)], BEFORE))
    end = f"{ISSUE}/c05"
    twice = written([sheet(end, A, B, C)], once, follow([sheet(end, A, B, C)], once))
    assert f"{end}-02" == twice[f"{C01}-02"].leads == twice[f"{MOVED}-02"].leads


def test_what_is_an_article_s_id_and_what_a_page_s() -> None:
    assert [C01, f"{C01}_2", "river/undated/scan-4/page", "river/undated/scan-4/page"] == [
        page_of(id_)
        for id_ in (f"{C01}-12", f"{C01}_2-01", "river/undated/scan-4/page-01", "river/undated/scan-4/page")
    ]
    assert [True, False] == [is_story(f"{C01}-01"), is_story("river/undated/scan-4/page")]


EVENTS = st.lists(
    st.tuples(
        st.sampled_from(
            ["insert", "delete", "swap", "misread", "folio", "move", "new page", "drop page", "back"]
        ),
        st.integers(0, 50),
    ),
    max_size=8,
)


@given(EVENTS)
def test_through_any_row_of_events_no_address_shows_another_text(events: list[tuple[str, int]]) -> None:
    dice = random.Random(0)  # noqa: S311 - wrong letters
    names = iter(f"第{number}件" for number in range(1_000))
    fresh = {f"{ISSUE}/c{n:02}": [story(next(names)) for _ in range(3)] for n in (1, 2)}
    pages: dict[str, list[tuple[str, str]]] = fresh
    meant: dict[str, str] = {}
    book: Book = {}
    for event, number in [("", 0), *events]:
        pages = changed(pages, event, number, names, dice)
        sheets = [sheet(wish, *texts) for wish, texts in pages.items()]
        found = follow(sheets, book)
        assert set(book) <= {*written(sheets, book, found)}
        book = written(sheets, book, found)
        for key, texts in pages.items():
            for id_, (headline, _) in zip(found.stories[key], texts, strict=True):
                assert headline == meant.setdefault(id_, headline), event
        there = {headline for texts in pages.values() for headline, _ in texts}
        for id_ in found.lost:
            if is_story(id_):
                assert meant[id_] not in there, event
        for id_, known in book.items():
            if known.leads and is_story(id_):
                assert meant[id_] == meant[known.leads], event


def changed(  # noqa: C901 - a table of events
    pages: Mapping[str, list[tuple[str, str]]], event: str, number: int, names: object, dice: random.Random
) -> dict[str, list[tuple[str, str]]]:
    """The pages after an event; a story's headline is its name and stays."""
    now = {wish: list(texts) for wish, texts in pages.items()}
    wishes = sorted(now)
    wish = wishes[number % len(wishes)]
    texts = now[wish]
    other = f"{ISSUE}/c{number % 7 + 1:02}"
    match event:
        case "insert":
            texts.insert(number % (len(texts) + 1), story(next(names)))  # type: ignore[call-overload]
        case "delete" if len(texts) > 1:
            del texts[number % len(texts)]
        case "swap":
            texts.reverse()
        case "misread":
            now[wish] = [
                (a, "".join(dice.choice(WORDS) if dice.random() < 0.03 else c for c in b)) for a, b in texts
            ]
        case "folio" | "back" if other not in now:
            now[other] = now.pop(wish)
        case "move" if other in now and other != wish and len(texts) > 1:
            now[other].append(texts.pop())
        case "new page" if other not in now:
            now[other] = [story(next(names)) for _ in range(2)]  # type: ignore[call-overload]
        case "drop page" if len(now) > 1:
            del now[wish]
    return now
