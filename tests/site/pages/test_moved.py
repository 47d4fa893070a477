"""What stands at addresses that were left: all of them lead on or say that nothing is there, fronts too."""

from newspaper_archive.archive import build_archive
from newspaper_archive.model import Archive, Edition, Page
from newspaper_archive.site.pages.moved import left_addresses
from pages import RIVER, article, page

SEA = Edition(slug="sea", name="今日大海", paper="大海日报")


def archive_after(before: list[Page], now: list[Page]) -> Archive:
    published = build_archive(before, (RIVER, SEA))
    return build_archive(now, (RIVER, SEA), published.book)


def left(archive: Archive) -> dict[str, str]:
    return {address: now for address, now, *_ in left_addresses(archive)}


def story(edition: Edition, date: str | None = "2024-03-08") -> Page:
    return page("a.txt", article("渡口的船又开了"), date=date, folio="C01", edition=edition)


def test_where_nothing_moved_nothing_is_left() -> None:
    assert {} == left(archive_after([story(RIVER)], [story(RIVER)]))


def test_an_edition_that_has_another_slug_leads_on_from_every_front() -> None:
    assert {
        "river/index.html": "sea/index.html",
        "river/2024/index.html": "sea/2024/index.html",
        "river/2024/2024-03-08/index.html": "sea/2024/2024-03-08/index.html",
        "river/2024/2024-03-08/c01.html": "sea/2024/2024-03-08/c01.html",
        "river/2024/2024-03-08/c01-01.html": "sea/2024/2024-03-08/c01-01.html",
    } == left(archive_after([story(RIVER)], [story(SEA)]))


def test_a_year_of_which_all_is_gone_says_so_and_the_edition_stays() -> None:
    kept = page("b.txt", article("河堤加固"), date="2025-01-01", folio="C01", edition=RIVER)
    assert {
        "river/2024/index.html": "",
        "river/2024/2024-03-08/index.html": "",
        "river/2024/2024-03-08/c01.html": "",
        "river/2024/2024-03-08/c01-01.html": "",
    } == left(archive_after([story(RIVER), kept], [kept]))


def test_an_undated_page_s_folder_leads_to_its_issue_and_its_edition_to_the_edition() -> None:
    led = left(archive_after([story(RIVER, None)], [story(SEA)]))
    assert "sea/index.html" == led["river/index.html"]
    assert "sea/2024/2024-03-08/index.html" == led["river/undated/a/index.html"]


def test_a_year_whose_page_lost_its_day_leads_to_the_edition() -> None:
    led = left(archive_after([story(RIVER)], [story(SEA, None)]))
    assert "sea/index.html" == led["river/2024/index.html"]
