"""A page in content/pages is read as the desk on Windows writes it, or the desk is told what to write."""

from pathlib import Path

import pytest

from newspaper_archive.errors import ArchiveError
from newspaper_archive.site.pages.hand_written import (
    check_hand_written,
    check_page_addresses,
    hand_written,
    pages_in,
)

SAMPLES = Path(__file__).resolve().parents[3] / "shared/cases/field/19-hand-written-page"
PAGE = "title: 关于本馆\nslug: benguan\n\n本馆收藏汀西专刊。注意：周一闭馆。\n"
HEAD = {"title": ("关于本馆", 1), "slug": ("benguan", 2)}


def written(folder: Path, text: str | bytes, name: str = "about.md") -> Path:
    location = folder / name
    location.write_bytes(text.encode() if isinstance(text, str) else text)
    return location


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "gbk"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_page_is_read_in_any_character_set(tmp_path: Path, codec: str, end: str) -> None:
    page = hand_written(written(tmp_path, PAGE.replace("\n", end).encode(codec)), "about.md")
    assert (PAGE, HEAD) == (page.text, dict(page.head))


@pytest.mark.parametrize(
    "head",
    [
        "title：关于本馆\nslug：benguan\n",
        "title ： 关于本馆\nslug:benguan\n",
        "title:\u3000关于本馆\nslug :benguan\n",
    ],
)
def test_a_colon_of_the_head_may_be_wide_and_the_text_stays_as_it_is(tmp_path: Path, head: str) -> None:
    assert (
        PAGE == hand_written(written(tmp_path, PAGE.replace(PAGE[: PAGE.index("\n\n") + 1], head)), "a").text
    )


def test_a_head_may_stand_between_rules_and_below_blank_lines(tmp_path: Path) -> None:
    page = hand_written(written(tmp_path, f"\n\n---\n{PAGE}"), "about.md")
    assert (f"---\n{PAGE}", {"title": ("关于本馆", 4), "slug": ("benguan", 5)}) == (
        page.text,
        dict(page.head),
    )


def test_a_colon_below_the_head_begins_no_key(tmp_path: Path) -> None:
    text = "title: 关于\nsummary: 一行\n    又一行：x\n\nSlug：不是\n"
    page = hand_written(written(tmp_path, text), "about.md")
    assert (text, ["title", "summary"]) == (page.text, list(page.head))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("本馆收藏汀西专刊。\n", "a.md:1: 这个手写的网页没有标题。请在文件开头写一行 title: 网页的标题"),
        ("", "a.md:1: 这个手写的网页没有标题"),
        ("\nslug: x\ntitle：\n\n正文\n", "a.md:3: 这个手写的网页没有标题"),
        ("本馆\n\ntitle: 关于\n", "a.md:1: 这个手写的网页没有标题"),
        (PAGE.replace("benguan", "../../x"), "a.md:2: 看到“../../x”；可用的是：英文字母、数字和连字符"),
        (PAGE.replace("benguan", "CON"), "a.md:2: 看到“CON”；可用的是：英文字母、数字和连字符"),
        ("title: x\ndate: 2031-02-30\n", "a.md:2: 看到“2031-02-30”；可用的是：日历上有的日子"),
        ("title: x\nmodified: 昨天\n", "a.md:2: 看到“昨天”；可用的是：日历上有的日子"),
        ("title: x\nstatus: 公开\n", "a.md:2: 看到“公开”；可用的是：published（发布）"),
        (b"title: x\n\n" + b"\xe6\xb2\xb3" * 40 + b"\xff\n", "a.md:3: 手写的网页读不了：有 1 处字节"),
        (b"\x89PNG\r\n\x1a\n", "a.md:1: 手写的网页读不了：不是文字，看到的是PNG 图片"),
    ],
)
def test_a_page_that_cannot_be_made_says_where_and_what_to_write(
    tmp_path: Path, text: str | bytes, message: str
) -> None:
    with pytest.raises(ArchiveError) as caught:
        hand_written(written(tmp_path, text), "a.md")
    assert message in str(caught.value)


@pytest.mark.parametrize(
    "line", ["date: 2031-3-8", "date: 2031-03-08 09:30", "slug: Ben_guan-2", "status: draft"]
)
def test_a_head_that_pelican_takes_is_taken(tmp_path: Path, line: str) -> None:
    assert "关于" == hand_written(written(tmp_path, f"title: 关于\n{line}\n"), "a.md").head["title"][0]


def test_only_markdown_is_read_and_what_others_leave_behind_is_none(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for name in ("._about.md", "~$about.md", "notes.txt", "about.md"):
        written(pages, PAGE if name == "about.md" else "x", name)
    (pages / "untitled.rst").write_bytes(b"\xff")
    found = pages_in("zh-Hans", tmp_path, ["pages"])
    assert ["pages/about.md", "pages/notes.txt", "pages/untitled.rst"] == found
    check_hand_written(tmp_path, found)
    written(pages, "x", "a\x1b[2J\n.md")
    with pytest.raises(ArchiveError) as caught:
        check_hand_written(tmp_path, pages_in("zh-Hans", tmp_path, ["pages"]))
    assert str(caught.value).startswith(f"{tmp_path.name}/pages/a\\x1b[2J\\x0a.md:1: 这个手写的网页没有标题")


@pytest.mark.parametrize(
    ("pages", "message"),
    [
        ([("a.md", "pages/x.html"), ("b.md", "pages/x.html")], "b.md: 与 a.md 都要做成 pages/x.html"),
        ([("a.md", "search.html")], "a.md: search.html 是网站自用的网址"),
        ([("a.md", "people/x.html")], "a.md: people/x.html 是网站自用的网址"),
        ([("……。.md", "pages/.html")], "……。.md: 文件名不能做网址"),
        ([("nul.md", "pages/nul.html")], "nul.md: 文件名不能做网址"),
    ],
)
def test_an_address_that_cannot_be_given_is_named(pages: list[tuple[str, str]], message: str) -> None:
    with pytest.raises(ArchiveError) as caught:
        check_page_addresses(pages)
    assert message in str(caught.value)


def test_addresses_of_their_own_are_given() -> None:
    check_page_addresses(
        [("a.md", "pages/search.html"), ("b.md", "pages/null.html"), ("c.md", "more/c.html")]
    )


@pytest.mark.skipif(not SAMPLES.is_dir(), reason=f"{SAMPLES.name} is not here")
@pytest.mark.parametrize("name", ["about-gbk.md", "about-fullwidth.md"])
def test_a_page_found_in_the_field_is_read(name: str) -> None:
    page = hand_written(SAMPLES / name, name)
    assert ("关于本馆", "benguan") == (page.head["title"][0], page.head["slug"][0])
    assert "本馆收藏汀西专刊。" in page.text


CONTENT = Path(__file__).resolve().parents[2] / "content" / "pages"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (".", "旧网址会带您到那篇稿件现在的地方"),
        ("zh-Hant", "舊網址會帶您到那篇稿件現在的地方"),
        ("en", "the old address takes you to where the article is now"),
    ],
)
def test_the_help_says_what_becomes_of_an_address(language: str, said: str) -> None:
    assert said in (CONTENT / language / "help.md").read_text("utf-8")
