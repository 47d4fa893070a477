"""How a section is set, by what it consists of; what of it changes with a new issue."""

from dataclasses import replace

import pytest

from invented_archive import BRIEFS, HOSTILE, LIUHE, NEWS, NOTE, PHOTO, invented_archive, issue, page
from newspaper_archive.archive.contributors import contributors
from newspaper_archive.model import Archive, Article, Byline, Caption, Placed, Section
from newspaper_archive.site.lists.volume_list import LATEST, ListForm
from newspaper_archive.site.pages.sections import ListedSection, form_of
from site_in_memory import Anatomy, site


def placed(*articles: Article) -> list[Placed]:
    folder = "liuhe/2021/2021-03-10"
    printed = page(LIUHE, folder, "C01", "要闻", articles)
    return [Placed(issue(LIUHE, folder, "2021-03-10", printed), printed, one) for one in printed.articles]


@pytest.mark.parametrize(
    ("articles", "form"),
    [
        ((BRIEFS,), ListForm.BRIEFS),
        ((BRIEFS, BRIEFS, NEWS), ListForm.BRIEFS),
        ((BRIEFS, NEWS), ListForm.ARTICLES),
        ((PHOTO, PHOTO, NEWS), ListForm.PICTURES),
        ((PHOTO, NEWS), ListForm.ARTICLES),
        ((PHOTO, BRIEFS), ListForm.ARTICLES),
        ((), ListForm.ARTICLES),
    ],
)
def test_a_section_is_set_by_what_more_than_half_of_it_is(
    articles: tuple[Article, ...], form: ListForm
) -> None:
    assert form is form_of(placed(*articles))


@pytest.mark.parametrize(
    ("articles", "newest"),
    [((NOTE, NEWS, PHOTO), NEWS), ((NOTE,), NOTE), ((PHOTO, NOTE), PHOTO)],
)
def test_a_section_is_shown_by_its_newest_story_sooner_than_by_a_note(
    articles: tuple[Article, ...], newest: Article
) -> None:
    listed = ListedSection.of(
        Section("fangtan", "访谈", "sections/fangtan/index.html", tuple(placed(*articles)))
    )
    assert listed.newest is not None
    assert newest == listed.newest.article


def with_one_more_issue(archive: Archive) -> Archive:
    """The archive a week later: the newest issue of 柳河新闻 once more, under a date of its own."""
    folder, day = "liuhe/2021/2021-03-17", "2021-03-17"
    newest = issue(
        LIUHE, folder, day, page(LIUHE, folder, "C01", "要闻", (NEWS, BRIEFS), sections=("yaowen",))
    )
    articles = [Placed(newest, newest.pages[0], one) for one in newest.pages[0].articles]
    sections = tuple(
        replace(
            section,
            articles=(*(p for p in articles if section.slug in p.article.sections), *section.articles),
        )
        for section in archive.sections
    )
    return replace(archive, issues=(*archive.issues[:3], newest, *archive.issues[3:]), sections=sections)


def test_a_new_issue_rewrites_the_lists_of_what_is_in_it_and_no_older_year() -> None:
    archive = invented_archive()
    before, after = site(archive), site(with_one_more_issue(archive))
    assert set(before) <= set(after)
    lists = [address for address in before if address.startswith(("sections/", "people/", "photos/"))]
    changed = {address for address in lists if before[address] != after[address]}
    people = {address for address in changed if address.startswith("people/")}
    assert {
        "sections/index.html",
        "sections/yaowen/index.html",
        "sections/yaowen/2021.html",
        "sections/yizhou/index.html",
        "sections/yizhou/2021.html",
    } == changed - people
    # The index with its counts, and the two who signed; the letters name names alone.
    assert 3 == len(people)
    assert "people/s.html" not in people


def test_a_few_missing_articles_stand_in_the_section_and_many_in_files_by_year() -> None:
    archive = invented_archive()
    (section,) = [one for one in archive.sections if one.slug == "kandian"]
    few = site(archive)["sections/kandian/index.html"].decode()
    assert 1 == few.count("未曾收到的稿件")
    many = replace(section, teasers=section.teasers * (LATEST + 1))
    files = site(replace(archive, sections=(many,)))
    assert LATEST == files["sections/kandian/index.html"].decode().count("未曾收到的稿件")
    assert 'href="missing.html">全部21篇</a>' in files["sections/kandian/index.html"].decode()
    assert LATEST + 1 == files["sections/kandian/missing-2021.html"].decode().count("未曾收到的稿件")


def test_page_text_is_shown_as_text_in_every_list() -> None:
    hostile = replace(NEWS, headline=HOSTILE, byline=(Byline(HOSTILE, HOSTILE),))
    folder = "liuhe/2021/2021-03-10"
    caption = Caption(HOSTILE, (HOSTILE,), HOSTILE, (9,), article=0)
    printed = page(LIUHE, folder, "C01", "要闻", (hostile,), captions=(caption,))
    issues = (issue(LIUHE, folder, "2021-03-10", printed),)
    files = site(Archive((LIUHE,), issues, (), contributors=contributors(issues)))
    lists = [address for address in files if address.startswith(("people/", "photos/"))]
    assert {"people/index.html", "people/s.html", "photos/2021.html"} <= set(lists)
    for address in lists:
        Anatomy(files[address])
        assert HOSTILE not in files[address].decode()
        assert "&lt;script&gt;" in files[address].decode()
