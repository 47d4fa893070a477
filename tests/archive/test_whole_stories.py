"""A story of two parts is one in the archive, and its second part's address leads to it."""

from dataclasses import replace
from pathlib import Path

import pytest

from newspaper_archive.archive import build_archive
from newspaper_archive.model import (
    AddressEntry,
    Archive,
    Article,
    BookInFiles,
    Byline,
    Line,
    MissingPart,
    OpenJump,
    Page,
    Paragraph,
    Role,
    Teaser,
)
from newspaper_archive.model.address_book import leads_now
from newspaper_archive.search.records import Words, records
from newspaper_archive.store.address_files import book_files, book_paths, read_book, write_book
from pages import RIVER, article, page, teaser

FERRY, REST, LAMPS = "渡口的船又开了", "老船工把船划到对岸，两岸居民又能坐船赶集。", "新路亮起了灯"
HERE = "river/2024/2024-03-08"


def story(headline: str, body: str, to: str = "", from_: str = "", by: str = "") -> Article:
    signed = (Byline("记者", by),) if by else ()
    text = (Paragraph(body, Role.BODY, (2,)),)
    return replace(article(headline), paragraphs=text, jump_to=to, jump_from=from_, byline=signed)


BEGIN = story(FERRY, "停航三年。", to="（下转C02版）", by="宋一帆")
GOES_ON = story("", REST, from_="（上接C01版）", by="柏清漪")


def first(*more: Article | Teaser) -> Page:
    return page("c01.txt", BEGIN, *more, folio="C01", name="要闻")


def second(*stories: Article) -> Page:
    """Its print is told by how many stories it has."""
    there = stories or (article(LAMPS), GOES_ON, article("早市"))
    lines = tuple(Line(number, one.body, one.body) for number, one in enumerate(there, 1))
    return replace(page("c02.txt", *there, folio="C02", name="看点"), lines=lines)


def published(*pages: Page, before: Archive | None = None) -> Archive:
    return build_archive(pages, [RIVER], before.book if before else {})


def standing(archive: Archive) -> dict[str, str]:
    """All stories by the ends of their ids."""
    pages = [page for issue in archive.issues for page in issue.pages]
    return {one.id.rpartition("/")[2]: one.article.headline for page in pages for one in page.articles}


def test_a_story_of_two_parts_is_one_where_it_begins() -> None:
    archive = published(first(), second())
    assert {"c01-01": FERRY, "c02-01": LAMPS, "c02-03": "早市"} == standing(archive)
    on_first, on_second = archive.issues[0].pages
    assert [REST] == [one.part.article.body for one in on_first.articles[0].rest]
    assert [LAMPS, "", "早市"] == [one.article.headline for one in on_second.printed]
    assert FERRY == on_second.continued[0].whole.article.headline


def test_a_story_alone_is_no_part_of_another() -> None:
    archive = published(page("c01.txt", article(FERRY), folio="C01"), second(article(LAMPS)))
    assert [(), ()] == [page.continued for page in archive.issues[0].pages]


def test_the_search_finds_a_story_once_by_the_words_of_both_parts() -> None:
    found = records(published(first(), second()), Words())
    (record,) = [record for record in found if "停航" in str(record.text)]
    assert (f"{HERE}/c01-01", FERRY) == (record.id, record.title)
    assert ["停航三年。", REST] == record.text["body"]
    assert (["C01", "C02"], ("宋一帆", "柏清漪")) == (record.text["folio"], record.facts.authors)


def test_a_writer_of_both_parts_has_one_story() -> None:
    both = published(first(), second(replace(GOES_ON, byline=BEGIN.byline)))
    assert {"宋一帆": 1} == {name: one.stories for name, one in both.contributors.items()}


def test_a_section_has_a_story_once() -> None:
    sections = {one.name: one for one in published(first(), second(GOES_ON)).sections}
    assert (1, 0) == tuple(len(sections[name].articles) for name in ("要闻", "看点"))


def test_a_teaser_of_the_repeated_headline_leads_to_the_whole() -> None:
    again = replace(GOES_ON, headline=FERRY)
    archive = published(first(), second(again), page("c03.txt", teaser(FERRY, "C02"), folio="C03"))
    assert f"{HERE}/c01-01.html" == archive.issues[0].pages[2].teasers[0].address


def test_the_book_says_which_address_leads_to_the_whole(tmp_path: Path) -> None:
    archive = published(first(), second())
    known = archive.book[f"{HERE}/c02-02"]
    assert (f"{HERE}/c01-01", True, True) == (known.part_of, bool(known.sketch), known.stands)
    write_book(tmp_path, book_files(archive.book))
    assert archive.book == read_book(book_paths(tmp_path).values())


def test_a_second_build_changes_nothing_in_the_book() -> None:
    archive = published(first(), second())
    again = published(first(), second(), before=archive)
    assert (book_files(archive.book), standing(archive)) == (book_files(again.book), standing(again))


def test_what_had_an_address_as_a_story_leads_to_the_whole_once_its_beginning_is_there() -> None:
    alone = published(second())
    assert {"c02-01": LAMPS, "c02-02": "", "c02-03": "早市"} == standing(alone)
    whole = published(first(), second(), before=alone)
    assert ({"c01-01": FERRY, "c02-01": LAMPS, "c02-03": "早市"}, ()) == (standing(whole), whole.lost)
    assert f"{HERE}/c01-01" == whole.book[f"{HERE}/c02-02"].part_of
    # The book is that of a build that had both from the start, but for people.
    assert {**published(first(), second()).book} == {**whole.book}


def test_it_has_its_address_for_itself_again_when_the_beginning_is_gone() -> None:
    whole = published(first(), second())
    alone = published(second(), before=whole)
    assert {"c02-01": LAMPS, "c02-02": "", "c02-03": "早市"} == standing(alone)
    assert "" == alone.book[f"{HERE}/c02-02"].part_of
    assert (f"{HERE}/c01", f"{HERE}/c01-01") == alone.lost


def test_a_second_part_that_is_gone_is_asked_about() -> None:
    whole = published(first(), second())
    cut = published(first(), second(article(LAMPS), article("早市")), before=whole)
    assert (f"{HERE}/c02-02",) == cut.lost


def test_an_address_that_led_to_a_part_still_does() -> None:
    """A page that was undated leads on to its new place, and from there to the whole."""
    undated = published(replace(second(GOES_ON), date=None, folio=None))
    (old,) = [id_ for id_ in undated.book if id_.endswith("-01")]
    whole = published(first(), second(GOES_ON), before=undated)
    assert ((), f"{HERE}/c02-01") == (whole.lost, whole.book[old].leads)
    assert f"{HERE}/c01-01" == whole.book[f"{HERE}/c02-01"].part_of
    assert whole.book == published(first(), second(GOES_ON), before=whole).book


def test_a_part_in_another_file_of_an_unchanged_book_is_no_news() -> None:
    whole = published(first(), second())
    older = page("2023/c01.txt", article("开镰"), folio="C01", date="2023-03-08")
    more = published(older, first(), second(), before=whole)
    files = [BookInFiles.of(one.book).files["river/2024"] for one in (whole, more)]
    assert files[0] is files[1]


@pytest.mark.parametrize(
    ("pages", "open_jumps"),
    [
        ([first()], (OpenJump("C02", MissingPart.PAGE, into=False),)),
        ([first(), second(article(LAMPS))], (OpenJump("C02", MissingPart.PART, into=False),)),
        ([second(GOES_ON)], (OpenJump("C01", MissingPart.PAGE, into=True),)),
        ([first(), second()], ()),
    ],
)
def test_a_part_knows_what_it_lacks(pages: list[Page], open_jumps: tuple[OpenJump, ...]) -> None:
    assert open_jumps == published(*pages).issues[0].pages[0].articles[0].open_jumps


def test_a_line_that_leads_nowhere_is_none_of_a_part() -> None:
    entry = AddressEntry("a" * 64, part_of=f"{HERE}/c01-01")
    (data,) = book_files({f"{HERE}/c02-01": entry}).values()
    assert f"{HERE}/c02-01\t{'a' * 64}\t→\t{HERE}/c01-01\n" in data.decode()


def test_an_address_is_told_of_once_when_it_becomes_a_part() -> None:
    alone, part = published(second()).book, published(first(), second()).book
    id_ = f"{HERE}/c02-02"
    assert [True, False, False, False] == [
        leads_now(id_, part[id_], alone),
        leads_now(id_, part[id_], part),
        leads_now(id_, alone[id_], alone),
        leads_now(id_, part[id_], {}),
    ]
