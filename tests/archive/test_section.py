"""Sections: page names, column labels and teasers' page names make them, 要闻 at `sections/yao-wen/`."""

from dataclasses import replace
from itertools import permutations

from newspaper_archive.archive import build_archive
from newspaper_archive.model import AddressEntry, Archive, Page, Section
from pages import FERRY, RIVER, article, page, teaser


def built(*pages: Page) -> Archive:
    return build_archive(pages, (RIVER, FERRY))


def shown(archive: Archive) -> list[tuple[str, str]]:
    return [(section.slug, section.name) for section in archive.sections]


def headlines(section: Section) -> list[str]:
    return [placed.article.article.headline for placed in section.articles]


def test_page_names_columns_and_teasers_make_sections() -> None:
    archive = built(
        page(
            "a.txt", article("甲"), article("乙", column="一周速读"), teaser("丙", "C04", "视觉"), name="要闻"
        )
    )
    assert shown(archive) == [("shi-jue", "视觉"), ("yao-wen", "要闻"), ("yi-zhou-su-du", "一周速读")]
    assert [headlines(section) for section in archive.sections] == [[], ["甲", "乙"], ["乙"]]
    assert [pointer.teaser.teaser.headline for pointer in archive.sections[0].teasers] == ["丙"]
    found = archive.issues[0].pages[0]
    assert found.sections == ("yao-wen",)
    assert [a.sections for a in found.articles] == [("yao-wen",), ("yao-wen", "yi-zhou-su-du")]


def test_a_section_runs_across_issues_and_editions_newest_first() -> None:
    archive = built(
        page("a.txt", article("旧"), name="要闻", date="2024-03-08"),
        page("b.txt", article("新"), name="要闻", date="2024-03-15", edition=FERRY),
        page("c.txt", article("不详"), name="要闻", date=None),
        page("e.txt", article("约莫"), name="要闻", date="2031~"),
        page("f.txt", article("约莫更旧"), name="要闻", date="2030~"),
        page("d.txt", article("更旧"), name="要闻", date="2023-12-29"),
    )
    assert headlines(archive.sections[0]) == ["新", "旧", "更旧", "约莫", "约莫更旧", "不详"]


def test_marks_do_not_part_a_section() -> None:
    names = ("一周·速读", "“一周速读”", "一周速读", "一周速读")
    archive = built(page("a.txt", *(article(f"甲{n}", column=name) for n, name in enumerate(names))))
    assert shown(archive) == [("yi-zhou-su-du", "一周速读")]


def test_traditional_and_simplified_names_are_one_section() -> None:
    archive = built(
        page("a.txt", article("甲"), name="鄉訊"),
        page("b.txt", article("乙"), name="乡讯", date="2024-03-15"),
        page("c.txt", article("丙"), name="乡讯", date="2024-03-22"),
    )
    assert [("xiang-xun", "乡讯")] == shown(archive)
    assert ["丙", "乙", "甲"] == headlines(archive.sections[0])


def test_marks_alone_are_no_section() -> None:
    archive = built(page("a.txt", article("甲", column="◎"), name="——"))
    assert archive.sections == ()
    assert archive.issues[0].pages[0].sections == ()


def test_the_desk_names_the_address_of_a_section() -> None:
    named = replace(RIVER, sections=(("要闻", "news"), ("看点", "focus")))
    archive = build_archive([page("a.txt", article("甲"), name="“要闻”", edition=named)], [named])
    assert shown(archive) == [("news", "要闻")]


def test_names_that_pinyin_spells_alike_part_the_same_way_in_any_order() -> None:
    pages = [
        page(f"{name}.txt", article("甲"), name=name, folio=f"C0{n}")
        for n, name in enumerate(["时事", "实施", "要闻"])
    ]
    (found,) = {tuple(shown(built(*order))) for order in permutations(pages)}
    assert sorted(name for _, name in found) == ["实施", "时事", "要闻"]
    assert len({slug for slug, _ in found}) == 3
    assert all(slug.startswith("shi-shi-") or slug == "yao-wen" for slug, _ in found)


def test_a_name_never_takes_an_address_that_the_desk_gave_away() -> None:
    named = replace(RIVER, sections=(("时事", "shi-shi"),))
    archive = build_archive([page("a.txt", article("甲", column="实施"), edition=named)], [named])
    assert archive.sections[0].slug.startswith("shi-shi-")


def test_an_announced_article_stands_in_the_section_that_its_teaser_names() -> None:
    archive = built(page("a.txt", article("渡口的船又开了"), teaser("渡口的船又开了", "C04", "视觉")))
    assert [(s.slug, headlines(s), s.teasers) for s in archive.sections] == [
        ("shi-jue", ["渡口的船又开了"], ())
    ]


def test_a_section_that_was_published_keeps_its_address_though_another_is_spelt_alike() -> None:
    before = built(page("a.txt", article("甲"), name="时事"))
    assert [("shi-shi", "时事")] == shown(before)
    both = (page("a.txt", article("甲"), name="时事"), page("b.txt", article("乙"), name="实施"))
    now = build_archive(both, (RIVER, FERRY), before.book)
    assert [("shi-shi", "时事"), ("shi-shi-577ba4", "实施")] == sorted(shown(now))


def test_a_slug_that_the_desk_gives_later_is_led_to() -> None:
    before = built(page("a.txt", article("甲"), name="看点"))
    assert "kan-dian" == before.sections[0].slug
    named = replace(RIVER, sections=(("看点", "kandian"),))
    now = build_archive(
        [page("a.txt", article("甲"), name="看点", edition=named)], (named, FERRY), before.book
    )
    assert ["kandian"] == [section.slug for section in now.sections]
    assert "sections/kandian" == now.book["sections/kan-dian"].leads


def test_a_section_keeps_its_address_when_more_forms_of_a_character_become_one() -> None:
    book = {"sections/hei-ban-bao-old": AddressEntry(name="黒板报")}  # as written when 黒 was not yet 黑
    now = build_archive([page("a.txt", article("甲"), name="黒板报")], (RIVER, FERRY), book)
    assert [("hei-ban-bao-old", "黒板报")] == shown(now)
    assert "黑板报" == now.book["sections/hei-ban-bao-old"].name
