"""A story that goes on on another page, as readers see it: whole where it begins, led to from elsewhere."""

import re
from dataclasses import replace

import pytest

from newspaper_archive.archive import build_archive
from newspaper_archive.model import Article, Correction, Kind, Page, Paragraph, Role
from newspaper_archive.site.tongue import tongue
from newspaper_archive.site.words.wording import first_words, headline_words
from pages import RIVER, article, page
from site_in_memory import Anatomy, SiteInMemory, site

HERE = "river/2024/2024-03-08"
FERRY, REST = "渡口的船又开了", "老船工把船划到对岸，两岸居民又能坐船赶集。"


def story(headline: str, body: str, to: str = "", from_: str = "") -> Article:
    return replace(
        article(headline), paragraphs=(Paragraph(body, Role.BODY, (2,)),), jump_to=to, jump_from=from_
    )


BEGIN = story(FERRY, "停航三年。", to="（下转C02版）")
LONG = "停航三年的渡口今天又开了，老船工把船划到对岸，两岸居民又能坐船。"
GOES_ON = story("", REST, from_="（上接C01版）")
FIRST = page("c01.txt", BEGIN, folio="C01")


def second(goes_on: Article = GOES_ON) -> Page:
    return page("c02.txt", article("新路亮起了灯"), goes_on, folio="C02")


def files(*pages: Page) -> SiteInMemory:
    return site(build_archive(pages, [RIVER]), "https://example.org")


def text(data: bytes) -> str:
    return re.sub(r"\s+", " ", re.sub("<[^>]+>", "", data.decode()))


def test_the_whole_is_read_where_it_begins() -> None:
    made = files(FIRST, second())
    whole = made[f"{HERE}/c01-01.html"].decode()
    assert whole.index("停航三年。") < whole.index("（下转C02版）") < whole.index("（上接C01版）")
    assert whole.index("（上接C01版）") < whole.index("刊于第C02版") < whole.index(REST)
    assert '<a href="c01-01.html#part-2">（下转C02版）</a>' in whole
    assert "part-2" in Anatomy(made[f"{HERE}/c01-01.html"]).ids


def test_the_page_where_it_goes_on_prints_that_part_under_its_headline_and_leads_to_the_whole() -> None:
    sheet = files(FIRST, second())[f"{HERE}/c02.html"].decode()
    assert (REST in sheet, FERRY in sheet) == (True, True)
    assert '<a href="c01-01.html#part-2">（上接C01版）</a>' in sheet
    assert '<a href="c01-01.html">' in sheet


def test_the_second_parts_own_address_leads_on_without_a_script() -> None:
    made = files(FIRST, second())
    assert b'<meta http-equiv="refresh" content="0; url=c01-01.html#part-2">' in made[f"{HERE}/c02-02.html"]
    assert FERRY in text(made[f"{HERE}/c02-02.html"])
    assert f"{HERE}/c02-02.svg" not in made


def test_references_have_a_story_once() -> None:
    made = files(FIRST, second())
    cited = made[f"{HERE}/references.ris"].decode()
    assert (2, 1) == (cited.count("TY  - NEWS"), cited.count(FERRY))


def test_lists_of_an_issue_have_a_story_once() -> None:
    front = files(FIRST, second())[f"{HERE}/index.html"].decode()
    assert (1, 0) == (front.count('href="c01-01.html"'), front.count("c02-02"))
    assert "老船工把船划到" not in front


def test_the_anchors_of_both_parts_are_apart() -> None:
    put_right = (Correction(2, "停航二年", "停航三年"),)
    began = replace(BEGIN, corrections=put_right, printed=story(FERRY, "停航二年。"))
    right = (Correction(2, "老般工", "老船工"),)
    went_on = replace(GOES_ON, corrections=right, printed=story("", REST.replace("船工", "般工")))
    made = files(page("c01.txt", began, folio="C01"), second(went_on))
    ids = Anatomy(made[f"{HERE}/c01-01.html"]).ids
    assert ["c2", "part-2-c2"] == sorted(one for one in ids if one.endswith("c2"))
    assert '#part-2-c2">老船工</a>' in made[f"{HERE}/c02.html"].decode()


@pytest.mark.parametrize(
    ("pages", "address", "said"),
    [
        ([FIRST], "c01-01", "后一部分在第C02版，本站没有收入那一版。"),
        (
            [FIRST, page("c02.txt", article("早市"), folio="C02")],
            "c01-01",
            "后一部分应在第C02版，没有认出是哪一篇。",
        ),
        ([second()], "c02-02", "前一部分在第C01版，本站没有收入那一版。"),
        (
            [page("c01.txt", article("早市"), folio="C01"), second()],
            "c02-02",
            "前一部分应在第C01版，没有认出是哪一篇。",
        ),
    ],
)
def test_a_part_without_its_other_says_so(pages: list[Page], address: str, said: str) -> None:
    made = files(*pages)
    assert said in text(made[f"{HERE}/{address}.html"])
    assert "没有认出" not in text(files(FIRST, second())[f"{HERE}/c01-01.html"])


@pytest.mark.parametrize(
    ("untitled", "words"),
    [
        (story("", "停航三年。"), "「停航三年。」"),
        (story("", LONG), "「停航三年的渡口今天又开了，老船工把船划到对岸……」"),
        (replace(story("", "停航三年。"), kicker="渡口新事"), "渡口新事"),
        (replace(story("", "★★★"), tail="（宋一帆）"), "「（宋一帆）」"),
        (replace(story("", ""), kind=Kind.PHOTO, paragraphs=()), "图片"),
        (BEGIN, FERRY),
    ],
)
def test_first_words_stand_for_a_headline_that_is_not_printed(untitled: Article, words: str) -> None:
    assert words == headline_words(tongue(), untitled)


def test_they_are_marked_as_such_where_they_head_a_story() -> None:
    made = files(page("c01.txt", story("", "停航三年。"), BEGIN, folio="C01"))
    note = "报上没有标题，「」里是开头的话。"
    heading = "<h1"
    untitled, titled = (made[f"{HERE}/c01-0{number}.html"].decode() for number in (1, 2))
    assert ("「停航三年。」" in untitled[untitled.index(heading) :], note in untitled) == (True, True)
    assert note not in titled
    assert not [name for name, data in made.items() if "无题".encode() in data]


def test_a_story_without_any_word_has_no_first_words() -> None:
    assert "" == first_words(story("", "★★★"))
