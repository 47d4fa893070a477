"""Who has a page, under which id, and what the address book says of those who have none any more."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from newspaper_archive.archive import build_archive
from newspaper_archive.archive.contributors import own_id
from newspaper_archive.model import AddressEntry, Archive, Article, Book, Byline, Caption, Contributor, Page
from newspaper_archive.store.address_files import HEAD, book_files
from pages import RIVER, article, page

WANG, OTHER = "王岚", "王兰"
ID = "people/w/b/wang-lan-b232fd"


def by(*names: str) -> Article:
    return replace(
        article("渡口的船又开了" + "".join(names)), byline=tuple(Byline("记者", one) for one in names)
    )


def printed(number: int, *articles: Article, captions: Sequence[Caption] = ()) -> Page:
    found = page(f"{number}.txt", *articles, folio=f"C{number:02}")
    return replace(found, reading=replace(found.reading, captions=tuple(captions)))


def signed_by(*names: str) -> list[Page]:
    """A page with a story for each of them."""
    return [printed(number, by(name)) for number, name in enumerate(names, 1)]


def archive_of(pages: Sequence[Page], book: Book | None = None) -> Archive:
    return build_archive(pages, (RIVER,), book or {})


def people_in(book: Book) -> dict[str, AddressEntry]:
    return {id_: known for id_, known in book.items() if id_.startswith("people/")}


def paged(pages: Sequence[Page]) -> list[str]:
    return [name for name, one in archive_of(pages).contributors.items() if one.paged]


def test_an_id_is_of_the_name_alone() -> None:
    assert ID == own_id(WANG)
    assert own_id(WANG) != own_id(OTHER)
    assert own_id("3号楼居民").startswith("people/other/")


def test_two_stories_make_a_page_and_one_makes_none() -> None:
    archive = archive_of(signed_by(WANG, WANG, OTHER))
    assert {WANG: (ID, 2, True), OTHER: (own_id(OTHER), 1, False)} == {
        name: (one.id, one.stories, one.paged) for name, one in archive.contributors.items()
    }
    assert {ID: AddressEntry(name=WANG)} == people_in(archive.book)


def test_a_photo_of_one_s_own_story_is_no_second_story_and_one_elsewhere_is() -> None:
    own = Caption("渡口。", (WANG,), "王岚 摄", (9,), article=0)
    alone = replace(own, article=None)
    assert [] == paged([printed(1, by(WANG), captions=[own, own])])
    assert [WANG] == paged([printed(1, by(WANG), by(OTHER), captions=[replace(own, article=1)])])
    assert [WANG] == paged([printed(1, by(WANG), captions=[alone, alone])])
    assert [] == paged([printed(1, captions=[alone, alone])])
    assert [] == paged([printed(1, by(WANG, WANG))])


@pytest.mark.parametrize("name", ["", " 王岚", "王\t岚", "王\u2028岚", "王\ud800"])
def test_a_name_that_no_line_can_hold_has_no_page(name: str) -> None:
    assert [] == paged(signed_by(name, name))
    assert {} == people_in(archive_of(signed_by(name, name)).book)


def test_who_drops_below_two_stories_is_listed_and_has_the_page_again_with_a_second_one() -> None:
    first = archive_of(signed_by(WANG, WANG))
    dropped = archive_of(signed_by(WANG, OTHER), first.book)
    assert {ID: AddressEntry(name=WANG, listed=True)} == people_in(dropped.book)
    assert (first.book[ID].stands, dropped.book[ID].stands) == (True, False)
    again = archive_of(signed_by(WANG, WANG), dropped.book)
    assert people_in(first.book) == people_in(again.book)


def test_a_name_that_is_nowhere_is_gone_and_never_asked_about() -> None:
    first = archive_of([*signed_by(WANG, WANG), printed(9, by(OTHER))])
    corrected = archive_of([*signed_by("王蓝", "王蓝"), printed(9, by(OTHER))], first.book)
    assert AddressEntry(name=WANG, gone=True) == corrected.book[ID]
    assert [] == [id_ for id_ in corrected.lost if id_.startswith("people/")]
    assert {own_id("王蓝"), ID} == people_in(corrected.book).keys()


def test_where_something_is_withdrawn_no_id_of_a_name_that_is_nowhere_is_kept() -> None:
    first = archive_of([*signed_by(WANG, WANG), *signed_by(OTHER, OTHER)])
    hidden = [replace(one, masked=True) for one in signed_by(OTHER, OTHER)]
    assert [own_id(OTHER)] == list(people_in(archive_of(hidden, first.book).book))
    elsewhere = {"river/2024/2024-03-08/c09-01": AddressEntry(gone=True, on="2024-04-01", why="侵权")}
    deleted = archive_of(signed_by(OTHER, OTHER), {**first.book, **elsewhere})
    assert [own_id(OTHER)] == list(people_in(deleted.book))


def test_the_file_of_people_is_written_though_it_be_empty_so_that_no_name_stays_where_it_lies() -> None:
    first = archive_of(signed_by(WANG, WANG))
    assert f"{HEAD}{ID}\t§\t{WANG}\n" == book_files(first.book)["people.tsv"].decode()
    hidden = [replace(one, masked=True) for one in signed_by(OTHER)]
    assert HEAD == book_files(archive_of(hidden, first.book).book)["people.tsv"].decode()
    assert HEAD == book_files(archive_of(signed_by(OTHER)).book)["people.tsv"].decode()


def test_an_id_that_was_given_stays_its_name_s_whatever_pinyin_says() -> None:
    book = {"people/w/0/wang-lan": AddressEntry(name=WANG)}
    archive = archive_of(signed_by(WANG, WANG), book)
    assert ("people/w/0/wang-lan", book) == (archive.contributors[WANG].id, people_in(archive.book))


@pytest.mark.parametrize(
    "before",
    [AddressEntry(name=OTHER), AddressEntry(name=OTHER, gone=True), AddressEntry(name=OTHER, listed=True)],
)
def test_an_id_that_was_another_s_is_never_given_again(before: AddressEntry) -> None:
    archive = archive_of(signed_by(WANG, WANG), {ID: before})
    assert f"{ID}-2" == archive.contributors[WANG].id
    assert AddressEntry(name=OTHER, gone=True) == archive.book[ID]
    again = archive_of([*signed_by(WANG, WANG), printed(9, by(OTHER))], archive.book)
    assert (f"{ID}-2", ID) == tuple(again.contributors[name].id for name in (WANG, OTHER))


def test_two_names_that_pinyin_and_hash_tell_not_apart_have_an_id_each() -> None:
    """Whoever has a page has the first one, and keeps it when the other has two stories as well."""
    one, other = "利诗仪明", "立石一铭"
    assert own_id(one) == own_id(other)
    first = archive_of(signed_by(one, other, other))
    assert (f"{own_id(one)}-2", own_id(one)) == tuple(first.contributors[name].id for name in (one, other))
    both = archive_of(signed_by(one, other, other, one), first.book)
    assert first.contributors[other].id == both.contributors[other].id
    assert {own_id(one): other, f"{own_id(one)}-2": one} == {
        id_: known.name for id_, known in people_in(both.book).items()
    }


def test_of_two_ids_of_one_name_in_a_merged_book_one_leads_on() -> None:
    book = {ID: AddressEntry(name=WANG), f"{ID}-2": AddressEntry(name=WANG)}
    archive = archive_of(signed_by(WANG, WANG), book)
    assert {ID: AddressEntry(name=WANG), f"{ID}-2": AddressEntry(name=WANG, listed=True)} == people_in(
        archive.book
    )


def test_ids_of_a_site_from_before_people_were_in_its_book_find_their_names() -> None:
    book = {own_id(name): AddressEntry() for name in (WANG, OTHER, "王蓝")}
    archive = archive_of(signed_by(WANG, WANG, OTHER), book)
    assert {
        ID: AddressEntry(name=WANG),
        own_id(OTHER): AddressEntry(name=OTHER, listed=True),
        own_id("王蓝"): AddressEntry(gone=True),
    } == people_in(archive.book)
    assert [] == [id_ for id_ in archive.lost if id_.startswith("people/")]


def test_a_person_s_line_names_no_section_and_a_section_s_no_person() -> None:
    book = {ID: AddressEntry(name="要闻"), "sections/sec": AddressEntry(name=WANG)}
    archive = archive_of([page("1.txt", by(WANG), folio="C09", name="要闻"), *signed_by(WANG)], book)
    assert f"{ID}-2" == archive.contributors[WANG].id
    assert ["sections/yao-wen/index.html"] == [section.address for section in archive.sections]


@pytest.mark.parametrize(
    ("shown", "other"),
    [
        ("祝小满", "祝小滿"),
        ("高青山", "髙靑山"),
        ("买买提·艾山", "买买提•艾山"),
        ("买买提·艾山", "买买提．艾山"),
    ],
)
def test_one_name_in_two_forms_is_one_person(shown: str, other: str) -> None:
    archive = archive_of(signed_by(shown, other, shown))
    assert {shown: Contributor(own_id(shown), 3, True, (other,))} == archive.contributors
    assert {own_id(shown): AddressEntry(name=shown)} == people_in(archive.book)


def test_a_person_is_shown_in_the_form_that_most_stories_have() -> None:
    assert ["祝小滿"] == list(archive_of(signed_by("祝小滿", "祝小满", "祝小滿")).contributors)
    assert ["祝小满"] == list(archive_of(signed_by("祝小滿", "祝小满")).contributors)


@pytest.mark.parametrize(
    ("one", "another"), [("王龢", "王和"), ("王喆", "王哲"), ("A. Merrow", "A Merrow"), (WANG, OTHER)]
)
def test_two_names_that_look_alike_are_two_persons(one: str, another: str) -> None:
    assert {one, another} == archive_of(signed_by(one, another)).contributors.keys()


def test_a_person_keeps_the_address_that_another_form_of_the_name_was_given() -> None:
    before = archive_of(signed_by("祝小滿", "祝小滿"))
    now = archive_of(signed_by("祝小滿", "祝小滿", "祝小满", "祝小满", "祝小满"), before.book)
    assert {"祝小满": Contributor(own_id("祝小滿"), 5, True, ("祝小滿",))} == now.contributors
    assert {own_id("祝小滿"): AddressEntry(name="祝小满")} == people_in(now.book)


def test_the_address_of_a_form_that_had_a_page_of_its_own_leads_to_the_person() -> None:
    book = {own_id(name): AddressEntry(name=name) for name in ("祝小满", "祝小滿")}
    now = archive_of(signed_by("祝小滿", "祝小满", "祝小满"), book)
    kept = now.contributors["祝小满"].id
    (other,) = book.keys() - {kept}
    assert {kept: AddressEntry(name="祝小满"), other: AddressEntry(name="祝小满", listed=True)} == people_in(
        now.book
    )


def test_the_address_of_a_form_on_a_site_from_before_people_were_in_its_book_leads_to_the_person() -> None:
    book = {own_id("祝小滿"): AddressEntry()}
    now = archive_of(signed_by("祝小滿", "祝小满", "祝小满"), book)
    assert AddressEntry(name="祝小满", listed=True) == people_in(now.book)[own_id("祝小滿")]
