"""Who signs articles and photos, and where each name is listed."""

from dataclasses import replace

import pytest

from invented_archive import LIUHE, NEWS, PHOTO, invented_archive, issue, page
from newspaper_archive.archive.contributors import contributors, own_id
from newspaper_archive.model import Archive, Article, Byline, Caption, Contributor, Issue
from newspaper_archive.site.lists.bylines import Photo
from newspaper_archive.site.lists.name_lists import (
    LONG_LETTER,
    SpeltName,
    letter,
    name_lists,
)
from newspaper_archive.site.pages.directory import FEW, foremost
from newspaper_archive.site.pages.issues import issue_jobs
from newspaper_archive.site.pages.people import Person, people_of
from newspaper_archive.site.pages.photos import photographers_of
from newspaper_archive.site.renderer import relative
from newspaper_archive.site.story.writers import is_office
from newspaper_archive.site.tongue import tongue
from site_in_memory import SiteInMemory, site


def by(*bylines: tuple[str, str]) -> Article:
    return replace(NEWS, byline=tuple(Byline(role, name) for role, name in bylines))


def printed(day: str | None, *articles: Article, captions: tuple[Caption, ...] = ()) -> Issue:
    folder = f"liuhe/{day or 'undated'}"
    return issue(LIUHE, folder, day, page(LIUHE, folder, "C01", "要闻", articles, captions=captions))


def names(*issues: Issue) -> dict[str, Person]:
    return {person.name: person for person in everybody(Archive((LIUHE,), issues, ()))}


def everybody(archive: Archive) -> tuple[Person, ...]:
    known = contributors(archive.issues)
    return people_of(replace(archive, contributors=known), name_lists(known))


def days(person: Person) -> list[str | None]:
    return [signed.issue.date for signed in person.articles]


def test_everybody_who_signs_has_every_article_and_every_photo_of_the_name() -> None:
    archive = invented_archive()
    people = {person.name: person for person in everybody(archive)}
    assert {"沈之禾", "鲁小满", "江一帆"} == set(people)
    signed = [signed.article.address for signed in people["沈之禾"].articles]
    assert ["liuhe/2021/2021-03-10/c01-01.html", "qingshi/2021/2021-03-10/h01-01.html"] == signed
    photos = people["江一帆"].photos
    assert ["liuhe/2021/2021-03-10/c01-03.html", "liuhe/2021/2021-03-10/c01.html"] == [
        photo.address for photo in photos
    ]
    assert people["江一帆"].articles == ()


def test_one_name_in_two_roles_is_one_person_with_both_roles() -> None:
    found = names(
        printed("2021-01-01", by(("记者", "沈之禾"))),
        printed("2021-01-08", by(("见习记者", "沈之禾")), by(("记者", "沈之禾"))),
    )
    assert [("记者", 2), ("见习记者", 1)] == found["沈之禾"].roles


def test_one_name_in_two_forms_is_one_person_with_the_stories_of_both() -> None:
    found = names(
        printed("2021-01-01", by(("记者", "鲁小滿"))),
        printed("2021-01-08", by(("记者", "鲁小满")), by(("记者", "鲁小满"))),
    )
    assert {"鲁小满"} == found.keys()
    assert ["2021-01-08", "2021-01-08", "2021-01-01"] == days(found["鲁小满"])


def test_both_forms_of_a_name_lead_to_the_same_person() -> None:
    lists = name_lists({"鲁小满": Contributor("people/l/1/lu-xiao-man-1", 3, True, ("鲁小滿",))})
    assert lists.addresses["鲁小满"] == lists.addresses["鲁小滿"]
    assert lists.listed["鲁小满"] == lists.listed["鲁小滿"]


def test_an_article_that_names_somebody_twice_is_one_article_of_two_roles() -> None:
    found = names(printed("2021-01-01", by(("记者", "沈之禾"), ("摄影记者", "沈之禾"))))
    assert [("记者", "摄影记者")] == [signed.roles for signed in found["沈之禾"].articles]


def test_who_writes_and_takes_photos_has_one_page_with_both() -> None:
    caption = Caption("居民植树。", ("沈之禾", "沈之禾"), "沈之禾 摄", (9,), article=0)
    found = names(printed("2021-01-01", by(("记者", "沈之禾")), captions=(caption,)))
    (person,) = found.values()
    assert (1, 1) == (len(person.articles), len(person.photos))


def test_a_name_that_differs_by_one_character_is_another_person() -> None:
    found = names(printed("2021-01-01", by(("记者", "沈之禾"), ("记者", "沈之和"))))
    assert 2 == len({person.address for person in found.values()})


def test_the_newest_stands_first_and_the_undated_last() -> None:
    article = by(("记者", "沈之禾"))
    dates = ("2019-05-01", None, "2021-01-01", "XXXX-06-01")
    found = names(*(printed(day, article) for day in dates))
    assert ["2021-01-01", "2019-05-01", "XXXX-06-01", None] == days(found["沈之禾"])


def test_a_caption_without_a_photographer_is_no_credit() -> None:
    assert {} == names(printed("2021-01-01", PHOTO, captions=(Caption("植树。", (), "", (9,), article=0),)))


@pytest.mark.parametrize(
    "name",
    [
        "本报群众工作组",
        "区教体局宣传科",
        "新城客户端",
        "柳河区融媒体中心",
        "驻外大使馆",
        "文汇报",
        "安莎社",
    ],
)
def test_an_office_is_told_by_its_name(name: str) -> None:
    assert is_office(name)


@pytest.mark.parametrize(
    "name",
    [
        "王建社",
        "李局",
        "欧阳建社",
        "沈之禾",
        "陶部",
        "John Smith",
        "艾山·吐尔逊",
        "郑湛陈昆明",
        "卡哈尔曼",
        "文晚",
        "安社",
    ],
)
def test_what_can_be_the_name_of_a_person_is_one(name: str) -> None:
    assert not is_office(name)


def person(name: str, spelt: str, photos: int = 0, articles: int = 0) -> Person:
    printed_issue = printed("2021-01-01", NEWS)
    place = printed_issue.pages[0]
    photo = Photo(printed_issue, place, None, Caption("", (name,), "", (1,)))
    (signed,) = names(printed("2021-01-01", by(("记者", name))))[name].articles
    return Person(name, spelt, False, True, "", "", (signed,) * articles, (photo,) * photos)


def test_those_of_the_most_come_first_and_equals_by_pinyin() -> None:
    people = [
        person("安宁", "an-ning", 1, 1),
        person("包青", "bao-qing", 0, 2),
        person("成文", "cheng-wen", 3),
    ]
    listed = [person.listed(tongue()) for person in people]
    assert ["成文", "安宁", "包青"] == [one.name for one in foremost(listed)]
    assert ["成文", "安宁"] == [one.name for one in photographers_of(tongue(), people)]


def many(spelt: str, count: int) -> list[SpeltName]:
    return [SpeltName(f"{spelt}-{number:05}", f"{spelt}{number}") for number in range(count)]


def test_a_letter_of_too_many_names_is_parted_by_family_names_and_loses_none() -> None:
    people = many("wang", LONG_LETTER) + many("wu", 3)
    found = letter("w", "people/w", people, 1)
    assert ["people/w-wang.html", "people/w-wu.html"] == [part.address for part in found.parts]
    assert [one.name for one in people] == [name for leaf in found.leaves for name in leaf.names]
    assert (LONG_LETTER + 3, ()) == (found.count, found.names)


def test_a_letter_that_a_file_can_hold_is_not_parted() -> None:
    assert () == letter("w", "people/w", many("wang", LONG_LETTER), 1).parts
    assert FEW < LONG_LETTER


def published(*issues: Issue) -> SiteInMemory:
    return site(Archive((LIUHE,), issues, (), contributors=contributors(issues)))


CREDITED = Caption("居民植树。", ("沈之禾",), "沈之禾 摄", (9,), article=0)
ONE = printed("2021-01-01", by(("记者", "沈之禾")), captions=(CREDITED,))
TWO = printed("2021-01-08", by(("记者", "沈之禾")))
ANCHOR = own_id("沈之禾").rpartition("/")[2]
SHEN, SHEN_LISTED = f"{own_id('沈之禾')}.html", f"people/s.html#{ANCHOR}"


def pages_linking(files: SiteInMemory, address: str) -> list[str]:
    """The files that have a link to this address; one with an anchor is another."""
    return [
        name
        for name, data in files.items()
        if name.endswith(".html") and f'="{relative(name, address)}"'.encode() in data
    ]


def test_who_signs_one_story_has_no_page_and_every_link_leads_to_the_list_of_the_letter() -> None:
    files = published(ONE)
    assert [] == [name for name in files if name.startswith("people/s/")]
    assert [] == pages_linking(files, SHEN)
    photos = ["photos/2021.html", "photos/index.html"]
    stories = ["liuhe/2021-01-01/c01-01.html", "liuhe/2021-01-01/c01.html"]
    assert [*stories, "people/index.html", *photos] == sorted(pages_linking(files, SHEN_LISTED))
    assert (
        f'<li id="{ANCHOR}"><span class="names__only">沈之禾</span> '
        '<a class="names__story" href="../liuhe/2021-01-01/c01-01.html">'
    ) in files["people/s.html"].decode()


def test_who_signs_two_has_a_page_and_stands_in_the_list_at_the_same_anchor() -> None:
    files = published(ONE, TWO)
    assert SHEN in files
    assert [] == pages_linking(files, SHEN_LISTED)
    assert {"people/s.html", "liuhe/2021-01-08/c01-01.html", "photos/2021.html"} < set(
        pages_linking(files, SHEN)
    )
    assert (
        f'<li id="{ANCHOR}"><a href="{SHEN.removeprefix("people/")}">沈之禾</a></li>'
        in files["people/s.html"].decode()
    )


def test_an_issue_is_made_of_where_its_names_lead_so_that_a_second_story_makes_it_anew() -> None:
    other = printed("2021-01-15", by(("记者", "鲁小满")))

    def names_by_issue(*issues: Issue) -> dict[str, dict[str, str]]:
        archive = Archive((LIUHE,), issues, (), contributors=contributors(issues))
        return {job.name: dict(job.shown[2].names) for job in issue_jobs(archive, {})}  # type: ignore[attr-defined]

    before, after = names_by_issue(ONE, other), names_by_issue(ONE, TWO, other)
    assert {"沈之禾": SHEN_LISTED} == before[ONE.id]
    assert {"沈之禾": SHEN} == after[ONE.id]
    assert before[other.id] == after[other.id]


def test_whose_one_photo_belongs_to_no_article_is_listed_with_the_page_it_stands_on() -> None:
    alone = printed("2021-01-01", captions=(replace(CREDITED, article=None),))
    listed = published(alone)["people/s.html"].decode()
    assert '<a class="names__story" href="../liuhe/2021-01-01/c01.html">看这一版</a>' in listed


def test_offices_that_are_listed_alone_are_said_to_be_no_persons() -> None:
    files = published(printed("2021-01-01", by(("", "本报群众工作组"))))
    assert "这些是机构或集体的署名，不是人" in files["people/offices.html"].decode()
    assert "不是人" not in published(ONE)["people/s.html"].decode()


def test_in_a_parted_letter_a_name_stands_in_the_file_of_its_syllable() -> None:
    people = {
        f"王{chr(0x4E00 + number)}": Contributor(f"people/w/0/w-{number}", 1, False)
        for number in range(LONG_LETTER)
    }
    lists = name_lists(people | {"吴一": Contributor("people/w/1/wu-yi-1", 1, False)})
    assert ("people/w-wu.html#wu-yi-1", "people/w-wang.html#w-7") == (
        lists.listed["吴一"],
        lists.listed["王万"],
    )
