"""The invented newspaper in `seeds/` shows every shape that printed pages have been seen in.

One shape a row, with the page that shows it: `编辑:闵思齐 组版:嵇小满 校对:卞如兰` is the colophon of 01.md.
"""

import hashlib
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from sample_pages import SEEDS, gold, page_files, read

C01, C02, C03, C04 = (f"jinri-linlan/2023-05-26/c0{n}.txt" for n in range(1, 5))
MARKDOWN, BOM = "jinri-linlan/2023-06-02/c01.md", "jinri-linlan/2023-06-02/c02.txt"
WRAPPED, FULL_WIDTH = "jinri-linlan/2023-06-09/c01.txt", "jinri-linlan/2023-06-09/c04.txt"
PRINT_DATED, TEXT_ALONE, SIDECAR = "jinri-linlan/整版文字.txt", "scan_0417.txt", "qiaoxiang.txt"
NEW_TOWN, NEW_TOWN_2, NEW_TOWN_3 = (
    "tingnan-xinqu/2023-06-06/01.md",
    "tingnan-xinqu/2023-06-06/02.txt",
    "tingnan-xinqu/2023-06-06/03.md",
)
GB18030 = "tingnan-xinqu/2023-06-06/04.txt"
DRAGON_BOATS, UTF16 = "tingnan-xinqu/2023-06-20/01.txt", "tingnan-xinqu/2023-06-20/02.txt"
CROSSHEADS = "tingnan-xinqu/2023-06-20/03.txt"

# (shape, page, what its text must match); `^` and `$` stand for line ends, \A and \Z for the file's
SHAPES = [
    ("plain paragraphs with half-width commas", C01, r"^[^，\n]*,[^，\n]*,[^，\n]{80,}$"),
    ("leading blank lines", C01, r"\A\n\n\S"),
    ("no newline at the end of the file", C01, r"\S\Z"),
    ("kicker and headline on two lines", C01, r"下月完工\n一河清水绕城来\n\n本报"),
    ("a dateline alone on its line", C01, r"^本报临澜5月26日讯\([^)]*\)\n\n"),
    ("a column break after a comma", C01, r",\n\n字写得最大"),
    (
        "a photo with its own headline and credit, then a pointer",
        C01,
        r"^本报记者 \S+ 见习记者 \S+ 摄 C4 视觉$",
    ),
    ("a pointer after a teaser headline", C01, r"^竹行街的灯,又亮了\nC02 看点$"),
    ("briefs with ◎", C01, r"^一周速读\n\n◎.*\n\n◎"),
    ("the compiler of the briefs", C01, r"^本报记者 裴子衿 整理$"),
    ("QR furniture parted by blank lines", C01, r"官方微信\n\n\n\n.*\n\n\n\n扫码看数字报"),
    ("a jump out", C01, r"\(下转C02版\)"),
    ("a jump in", C02, r"^\(上接C01版\)"),
    ("folio and page name on lines of their own", C02, r"\AC02\n看点$"),
    ("masthead, weekday and lunar date", C02, r"^今日临澜\n2023年5月26日 星期五 农历癸卯年四月初八$"),
    ("a byline alone under the headline", C02, r"^本报记者 裴子衿$"),
    ("colophon", C02, r"^编辑:\S+ 组版:\S+ 校对:\S+$"),
    ("a printed page label", C03, r"^第C03版:民生$"),
    ("two headlines above two bodies", C03, r"“一键铃”\n\n榆荫街道 社区食堂开到家门口\n\n本报"),
    ("a column break after a sentence's end", C03, r"每周一换。\n\n并由"),
    ("an editors' note", C03, r"^编者按:"),
    ("a signed statement, office and name", C03, r"^石楠镇镇长 尤满仓$"),
    (
        "headline and author after the body",
        C03,
        r"多敲一扇门。\n\n少开一个会 多敲一扇门\n\n桂渡街道办事处主任 骆闻溪$",
    ),
    ("a column label over several articles", C03, r"^邻里守望\n\n\n\n\S"),
    ("■ before a correspondent's credit", C03, r"^■通讯员 佟安 摄$"),
    ("an orphan credit", C03, r"才写了两页。\n\n■通讯员 温承泽 摄\n\n临澜区"),
    ("crossheads that look like headlines", C03, r"^旧玩具 换个新主人$"),
    ("kicker and headline on one line", C03, r"^临澜区校园里的儿童节 这个“六一”"),
    ("picture captions with ▲", C04, r"^▲"),
    ("a credit at the end of the picture's text", C04, r"别踩。 本报记者 温如海 摄$"),
    ("furniture ended with two blanks", C04, r"^扫码看更多图片  $"),
    ("Markdown headings of inverted rank", MARKDOWN, r"^# .*\n\n## .*\n\n\*\*本报"),
    ("a bold dateline", MARKDOWN, r"^\*\*本报临澜6月2日讯\(.*\)\*\* "),
    ("a teaser as a Markdown heading", MARKDOWN, r"^### .*\n\nC03 家园$"),
    ("a pointer after a photo's credit", MARKDOWN, r" 本报记者 温如海 摄\n\nC04 视觉$"),
    ("a hotline", MARKDOWN, r"热线: "),
    ("a commentary signed at its end", BOM, r"\(鲍春生\)$"),
    ("columns wrapped at twelve characters", WRAPPED, r"(^.{11,14}\n){4}"),
    ("a byline broken across a column break", WRAPPED, r"\(通讯\n\n员 "),
    ("a blank line in mid-sentence", WRAPPED, r"帮着把\n\n麦子"),
    ("a quotation mark set apart at a line's start", WRAPPED, r"[^。]\n\n“大嗓门”"),
    ("a caption that is all of a picture", WRAPPED, r"^ 收购现场。$"),
    ("the system code as the last line", WRAPPED, r"^\tHC01-PDF 版面\n+\Z"),
    ("full-width digits", FULL_WIDTH, r"第Ｃ０４版：视觉\n\n２０２３年６月９日"),
    ("a date that only print gives", PRINT_DATED, r"^2023年6月16日 星期五 农历癸卯年四月廿九$"),
    ("a notice", PRINT_DATED, r"^停水公告$"),
    ("traditional characters", SIDECAR, r"^鄉訊$"),
    ("kicker and headline in one Markdown heading", NEW_TOWN, r"^## \S+ 从“等图纸”"),
    ("briefs with bare dates", NEW_TOWN, r"^## 一周速读\n\n5月30日,.*\n\n5月31日,"),
    ("a column break in mid-word", NEW_TOWN, r"停\n\n步,"),
    ("a pointer to 02 要闻", NEW_TOWN, r"^02 要闻$"),
    ("furniture of two lines, two blanks between", NEW_TOWN, r"^扫码下载\S+  \n"),
    ("colophon without newline at the end of the file", NEW_TOWN, r"^编辑:\S+ 组版:\S+ 校对:\S+\Z"),
    ("the page's own label at its head", NEW_TOWN_2, r"^02 要闻\n2023年6月6日 星期二"),
    ("a jump in without its headline", NEW_TOWN_2, r"\n\n\n\(上接01版\)"),
    ("a page name that is a section", NEW_TOWN_3, r"\A03 新城$"),
    ("a signature in brackets", GB18030, r"（邬小禾）"),
    ("kicker and headline in one line of plain text", DRAGON_BOATS, r"^汀南新区龙舟邀请赛鸣锣 十二村的鼓声"),
    ("a column break inside a wrapped byline", UTF16, r"（记\n者 乔阔）"),
    ("crossheads in a feature", CROSSHEADS, r"^人来了,垃圾就少了$"),
    ("slips of the scanner", TEXT_ALONE, r'己经|" and "|l1天|車'),
]
# digests of names of people and places on other people's pages: the names themselves have no place here
FOREIGN = frozenset(
    (
        "14f392e8189b",
        "1429e88be52b",
        "46db0b9b2e49",
        "63948481ff5d",
        "f6789ef902c5",
        "021aac969e1f",
        "4b4be483aa50",
        "9c0a1bb975fe",
        "4a81fc74f183",
        "716722dd5a67",
        "dd94e6ff0a2f",
        "38623c24fce5",
        "12d4f204c33f",
        "943aa621643a",
        "c1ceed7e9079",
        "62e91a8888e9",
        "753aac8a0c36",
        "15b8e019f5ce",
    )
)


def folder(reading: dict[str, Any]) -> str:
    return str(reading["_path"]).rpartition("/")[0]


def front(reading: dict[str, Any]) -> bool:
    return Path(reading["file"]).stem.endswith("01")


def bare(text: str) -> str:
    return re.sub(r"\s|#|\*\*", "", text)


@pytest.mark.parametrize(("shape", "page", "pattern"), SHAPES, ids=[row[0] for row in SHAPES])
def test_each_promised_shape_is_printed(shape: str, page: str, pattern: str) -> None:
    assert re.search(pattern, read(page), re.MULTILINE), f"{page} lacks {shape}"


def test_the_sample_archive_has_two_editions_three_dates_and_two_long_issues() -> None:
    issues = [p.parent for p in SEEDS.glob("*/????-??-??/*")]
    assert len(sorted(SEEDS.glob("*/edition.yaml"))) == 2
    assert len({issue.name for issue in issues}) >= 3
    assert sum(issues.count(issue) >= 4 for issue in set(issues)) >= 2
    assert 14 <= len(page_files()) <= 18


def test_every_page_is_a_file_and_has_a_reading_by_hand() -> None:
    assert page_files() == sorted(reading["_path"] for reading in gold())


def test_encodings_are_as_promised() -> None:
    assert (SEEDS / BOM).read_bytes().startswith(b"\xef\xbb\xbf")
    assert (SEEDS / UTF16).read_bytes()[:2] in (b"\xff\xfe", b"\xfe\xff")
    for page in (GB18030, SIDECAR):
        with pytest.raises(UnicodeDecodeError):
            (SEEDS / page).read_bytes().decode("utf-8")


def test_one_page_has_line_ends_of_another_system() -> None:
    assert b"\r\n" in (SEEDS / GB18030).read_bytes()


def test_the_sidecar_gives_all_that_is_known_of_its_page() -> None:
    facts = yaml.safe_load((SEEDS / SIDECAR).with_suffix(".yaml").read_text("utf-8"))
    assert set(facts) == {"paper", "edition", "date", "folio", "page_name", "system_code", "encoding"}


@pytest.mark.parametrize("page", page_files())
def test_printed_weekdays_are_true(page: str) -> None:
    for year, month, day, name in re.findall(r"(\d{4})年(\d+)月(\d+)日\s*星期(.)", read(page)):
        assert "一二三四五六日"[date(int(year), int(month), int(day)).weekday()] == name


@pytest.mark.parametrize("page", page_files())
def test_no_name_of_a_real_page_occurs(page: str) -> None:
    text = bare(read(page))
    runs = {text[i : i + size] for size in (2, 3, 4) for i in range(len(text))}
    assert sorted(run for run in runs if hashlib.sha256(run.encode()).hexdigest()[:12] in FOREIGN) == []


@pytest.mark.parametrize("reading", gold(), ids=lambda reading: reading["_path"])
def test_a_reading_by_hand_holds_only_what_its_page_prints(reading: dict[str, Any]) -> None:
    printed = bare(read(reading["_path"]))
    for article in reading["articles"]:
        parts = [article[key] or "" for key in ("kicker", "headline")]
        parts += [article.get("dateline_raw", ""), article.get("tail_raw", ""), *article["body"].split("\n")]
        assert [part for part in parts if bare(part) not in printed] == []


@pytest.mark.parametrize("section", ["要闻", "看点", "视觉", "新城", "家园", "一周速读"])
def test_a_section_is_met_on_several_dates(section: str) -> None:
    pages = [page for page in page_files() if re.search(section, read(page))]
    assert len({page.rsplit("/", 1)[0] for page in pages}) >= 2


def test_some_teasers_announce_an_article_of_their_issue_and_some_do_not() -> None:
    inside = {(folder(r), bare(a["headline"])) for r in gold() for a in r["articles"] if not front(r)}
    inside |= {
        (folder(r), bare((a["kicker"] or "") + a["headline"]))
        for r in gold()
        for a in r["articles"]
        if not front(r)
    }
    announced = [(folder(r), bare(t["headline"])) for r in gold() for t in r["teasers"] if front(r)]
    assert sum(head in inside for head in announced) >= 5
    assert sum(head not in inside for head in announced) >= 3
