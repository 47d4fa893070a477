"""Older stories of one matter, the rows of columns, and what a newer issue leaves as it was."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from newspaper_archive.archive import build_archive
from newspaper_archive.model import (
    Archive,
    Article,
    Byline,
    FactSource,
    Kind,
    Page,
    Paragraph,
    Role,
)
from newspaper_archive.site.lists.neighbours import beside_in_columns
from newspaper_archive.site.story import related as related_stories
from newspaper_archive.site.story.related import Past, days_of, read_past, related, search, write_past
from pages import FERRY, RIVER, page
from site_in_memory import site

FOOD = (
    "榆荫街道的社区食堂开到了居民家门口。老人刷卡吃饭,厨师炒一荤两素。社区食堂的厨师说,老人爱吃软的。",
    "榆荫街道的社区食堂新添了小份菜,老人的午饭不再将就。厨师说,榆荫街道的老人吃得少,社区食堂的厨师就少炒。",
)
OTHERS = (
    ("麦田开镰", "收割机昨夜开进石楠镇的麦田,机手轮班收割。机手老尤说,麦田里的路比往年好走。"),
    ("学校操场", "梧桐小学的操场铺上了新草。操场白天归学生,傍晚归附近的球迷,小学球队赢了三场。"),
    ("旧船票", "档案馆展出一批旧船票。捐船票的人说,船票是父亲跑码头时留下的,档案馆收了三箱。"),
    ("古桥", "柳渡古桥的石栏补好了。匠人用糯米灰浆补石栏,古桥上又走起了挑担的人。"),
)


def story(headline: str, body: str, kind: Kind = Kind.NEWS, writer: str = "", column: str = "") -> Article:
    byline = (Byline("记者", writer),) if writer else ()
    text = (Paragraph(body, Role.BODY, (2,)),)
    return Article(kind, headline, text, (1, 2), byline=byline, column=column)


def printed(day: str | None, *stories: Article) -> Page:
    return page(f"{day}/c01.txt", *stories, folio="C01", date=day)


def bound(*pages: Page) -> Archive:
    return build_archive(pages, (RIVER, FERRY))


def headlines(archive: Archive) -> dict[str, list[str]]:
    """Under the headline of each story the headlines that it leads back to."""
    own = {
        article.id: article.article.headline
        for issue in archive.issues
        for page in issue.pages
        for article in page.articles
    }
    found = related(archive)
    return {own[id_]: [older.article.article.headline for older in near] for id_, near in found.items()}


def weeks(*later: Page) -> list[Page]:
    others = [story(*one) for one in OTHERS]
    return [printed("2024-03-01", story("社区食堂开到家门口", FOOD[0]), *others), *later]


NEWER = story("社区食堂“小份菜”上新", FOOD[1])


def test_a_story_leads_back_to_the_older_one_of_its_matter_and_to_no_other() -> None:
    archive = bound(*weeks(printed("2024-03-08", NEWER)))
    assert headlines(archive) == {"社区食堂“小份菜”上新": ["社区食堂开到家门口"]}


def test_stories_of_one_day_are_not_older_than_each_other() -> None:
    first, *_ = weeks()
    both = replace(first, reading=replace(first.reading, articles=(*first.reading.articles, NEWER)))
    assert headlines(bound(both)) == {}


def test_a_story_of_an_uncertain_day_is_neither_older_nor_newer() -> None:
    first, *_ = weeks()
    guessed = page("a.txt", *first.reading.articles, date="2024-03-01~", date_source=FactSource.ESTIMATE)
    assert headlines(bound(guessed, printed("2024-03-08", NEWER))) == {}
    loose = page("b.txt", NEWER, date=None)
    assert headlines(bound(first, loose)) == {}


def test_one_name_in_common_is_no_relation() -> None:
    other = story("社区食堂", "社区食堂门前的路灯修好了。修路灯的人搬来长梯,路灯一共修了九盏,长梯借自邻村。")
    assert headlines(bound(*weeks(printed("2024-03-08", other)))) == {}


def test_small_news_is_about_nothing_in_particular() -> None:
    briefs = replace(NEWER, kind=Kind.BRIEFS)
    assert headlines(bound(*weeks(printed("2024-03-08", briefs)))) == {}


def test_the_nearest_comes_first_and_of_equals_the_newest() -> None:
    again = [printed(f"2024-03-0{day}", story(f"社区食堂开到家门口{day}", FOOD[0])) for day in (2, 3)]
    archive = bound(*weeks(*again, printed("2024-03-08", NEWER)))
    found = headlines(archive)["社区食堂“小份菜”上新"]
    assert found == ["社区食堂开到家门口3", "社区食堂开到家门口2", "社区食堂开到家门口"]


def articles_without_ways_on(archive: Archive) -> dict[str, str]:
    """Each article's file but for what leads to the next of its column."""
    files = site(archive)
    way = re.compile(r'<a class="turn__next"[^\n]*本栏下一篇[^\n]*')
    bare = re.compile(r'<nav class="turn" aria-label="本栏目：[^"]*">\s*</nav>\n')
    addresses = [
        article.address for issue in archive.issues for page in issue.pages for article in page.articles
    ]
    kept = {address: bare.sub("", way.sub("", files[address].decode())) for address in addresses}
    return {address: re.sub(r"\n+", "\n", html) for address, html in kept.items()}


def series(days: Sequence[str]) -> list[Page]:
    column = "食堂记"
    return [printed(day, story(f"社区食堂第{day[-1]}记", FOOD[1], column=column)) for day in days]


def test_a_newer_issue_changes_no_older_article_but_for_the_next_of_its_column() -> None:
    before = weeks(*series(("2024-03-05", "2024-03-06")))
    after = [*before, printed("2024-03-08", NEWER), *series(("2024-03-09",))]
    older, newer = articles_without_ways_on(bound(*before)), articles_without_ways_on(bound(*after))
    assert older == {address: newer[address] for address in older}
    assert len(newer) == len(older) + 2
    assert any("此前的相关报道" in html for html in older.values())


def test_a_column_is_one_row_by_date_within_its_edition() -> None:
    days = ("2024-03-05", "2024-03-06", "2024-03-09")
    elsewhere = replace(series(("2024-03-07",))[0], edition=FERRY)
    archive = bound(*weeks(*series(days), elsewhere))
    row = [
        (near.before and near.before.issue.date, near.after and near.after.issue.date)
        for near in beside_in_columns(archive).values()
    ]
    assert row == [(None, days[1]), (days[0], days[2]), (days[1], None)]


def test_a_column_that_ran_once_leads_nowhere() -> None:
    assert beside_in_columns(bound(*weeks(*series(("2024-03-05",))))) == {}


DAYS = [f"2024-03-{day:02}" for day in range(1, 13)]
MATTERS = [FOOD[0], FOOD[1], *(body for _, body in OTHERS)]


def run(*without: str, corrected: str = "") -> Archive:
    """Twelve days on which matters come back; some left out, one with another text."""
    pages = []
    for number, day in enumerate(DAYS):
        body = MATTERS[(number + (day == corrected)) % len(MATTERS)]
        if day not in without:
            pages.append(printed(day, story(body[:8], body), story("社区食堂", FOOD[number % 2])))
    return bound(*pages)


def past_of(archive: Archive, past: Past) -> Past:
    days = days_of(archive)
    marks = [(day, repr([one.article.article for one in stories])) for day, stories in days]
    return search(days, marks, past)


CHANGES = [run(), run(DAYS[-1]), run(DAYS[0]), run(DAYS[5]), *(run(corrected=day) for day in DAYS)]


@pytest.mark.parametrize("running", [1, 3, 60])
def test_what_is_remembered_finds_the_same_as_a_search_from_the_first_day(
    running: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(related_stories, "RUNNING", running)
    past = Past()
    for archive in [*CHANGES, *reversed(CHANGES)]:
        past = past_of(archive, past)
        assert past_of(archive, Past()).found == past.found
        assert past.found


def test_only_days_after_those_remembered_are_looked_at_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(related_stories, "RUNNING", 3)
    before = past_of(run(DAYS[-1]), Past())
    assert len(DAYS) - 1 - 3 == before.held
    looked_at = []
    real = related_stories.subject_of
    monkeypatch.setattr(
        related_stories, "subject_of", lambda placed: looked_at.append(placed.issue.date) or real(placed)
    )
    past_of(run(), before)
    assert DAYS[before.held :] == sorted({day for day in looked_at if day})


def test_what_is_remembered_is_read_back_and_a_damaged_one_is_not_believed(tmp_path: Path) -> None:
    past = past_of(run(), Past())
    write_past(tmp_path, past)
    assert past == read_past(tmp_path)
    file = tmp_path / "related"
    for damaged in (file.read_bytes()[:-9], b"", file.read_bytes().replace(DAYS[3].encode(), b"2024-04-01")):
        file.write_bytes(damaged)
        assert Past() == read_past(tmp_path)
