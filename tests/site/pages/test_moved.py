"""What stands at addresses that were left: all of them lead on or say that nothing is there, fronts too."""

from dataclasses import replace

from newspaper_archive.archive import build_archive
from newspaper_archive.model import Archive, Byline, Edition, Page
from newspaper_archive.site.pages.moved import left_addresses, moved_jobs
from newspaper_archive.site.renderer import Renderer
from pages import RIVER, article, page
from site_in_memory import SiteInMemory, templates

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


def signed(day: int, *names: str) -> Page:
    one = replace(article(f"渡口第{day}天"), byline=tuple(Byline("记者", name) for name in names))
    return page(f"{day}.txt", one, date=f"2024-03-0{day}", folio="C01", edition=RIVER)


def test_a_name_s_page_leads_to_its_list_with_one_story_left_and_says_so_with_none() -> None:
    before = [signed(1, "王岚", "王兰"), signed(2, "王岚", "王兰")]
    after = archive_after(before, [signed(1, "王岚"), signed(2)])
    assert {
        "people/w/b/wang-lan-b232fd.html": "people/w.html#wang-lan-b232fd",
        "people/w/b/wang-lan-b11201.html": "",
    } == left(after)
    assert {} == left(archive_after(before, before))


def test_what_leads_on_from_a_name_does_not_say_it() -> None:
    after = archive_after([signed(1, "王岚"), signed(2, "王岚")], [signed(1), signed(2)])
    files = SiteInMemory()
    for job in moved_jobs(after):
        job.draw(Renderer(templates(""), files), *job.shown)
    assert ["people/w/b/wang-lan-b232fd.html"] == list(files)
    assert "王岚" not in files["people/w/b/wang-lan-b232fd.html"].decode()


def test_a_year_whose_page_lost_its_day_leads_to_the_edition() -> None:
    led = left(archive_after([story(RIVER)], [story(SEA, None)]))
    assert "sea/index.html" == led["river/2024/index.html"]
