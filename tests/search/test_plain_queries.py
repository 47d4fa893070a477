"""Whatever characters, blanks and code a page came in with, plain words find its stories and its writers.

The pages of ../shared/cases are tried where that folder is; those invented here always: in Node, and in
Chromium from files.
"""

import html
import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Page

from marked_pages import PLAIN

from .laid_out import lay_out
from .plain_queries import Queries, archive_of_pages, asked, missed, write_index
from .test_agreement import ask

CASES = Path(__file__).parents[2].parent / "shared" / "cases"
HEADS = ("渡口的船又开了", "两岸走亲再不绕远", "村口的书屋换了新灯")
WRITERS = ("高青山", "齐小龙", "龙见飞", "作者:高青山", "作者:龙见飞")
RADICALS = str.maketrans("口山龙小见飞高青齐又一走水车", "⼝⼭⻰⼩⻅⻜⾼⻘⻬⼜⼀⾛⽔⻋")
OLD = str.maketrans("高青开灯书", "髙靑開燈書")


def spaced(text: str) -> str:
    return "\n".join(" ".join(line.replace(" ", "  ")) for line in text.split("\n"))


def doubled(text: str) -> str:
    return "\n".join(
        "".join(2 * char for char in line) if line in HEADS else line for line in text.split("\n")
    )


FORMS: dict[str, str] = {
    "radicals.txt": PLAIN.translate(RADICALS),
    "old.txt": PLAIN.translate(OLD),
    "blanks.txt": spaced(PLAIN),
    "twice.txt": doubled(PLAIN),
    "invisible.txt": "\u200b".join(PLAIN.replace("\n", "\u2028")),
    "entities.txt": "".join(f"&#{ord(char)};" if char > "\u4e00" else html.escape(char) for char in PLAIN),
    "tags.txt": "".join(f"<p class=a>{line}</p>" for line in PLAIN.split("\n")),
    "bold.md": "\n".join(f"**{line}**\\" if line in HEADS else line for line in PLAIN.split("\n")),
    "underlined.md": PLAIN.replace("高青山", "[高青山]{.underline}").replace("龙见飞", "**龙见飞**"),
    "nel.txt": PLAIN.replace("\n", "\x85"),
}  # fmt: skip
INVENTED: Queries = dict.fromkeys(FORMS, (*HEADS, *WRITERS))

LAKE = ("民生长廊开工", "百里长河添新绿", "鸟语书屋办到田间", "西门夜市食客多")
LAKE_WRITERS = ("高青山", "齐小龙", "龙见飞", "毛风齐", "作者:高青山", "作者:毛风齐")
LAKE_PAGES = (
    *(f"01-cjk-radicals/{name}.txt" for name in ("base", "both", "kangxi", "supplement")),
    "02-blanks-around-digits/masthead.txt",
    "03-zero-forms/circle.txt",
    *(f"04-invisible-characters/{name}.txt" for name in ("bidi", "zwsp")),
    *(f"05-date-in-folders/pages/{day}/02.txt" for day in ("丁/2031-06-13 第123期", "丙/203106/13")),
    *(f"05-date-in-folders/pages/{day}/02.txt" for day in ("乙/2031-06/13", "甲/2031/06/13")),
    *(f"06-folio-in-names/pages/汀西/2031-06-13/{name}.txt" for name in ("02版要闻", "第02版：要闻")),
    *(f"06-folio-in-names/pages/汀西/2031-06-13/{name}.txt" for name in ("A01头版", "C02要闻")),
    *(f"07-html-remains/{name}" for name in ("entities.txt", "founder.txt", "span.md", "tags.txt")),
    *(f"08-converter-markdown/{name}.md" for name in ("bold", "docling", "escapes")),
    *(f"08-converter-markdown/mineru-{name}.md" for name in ("image", "latex", "table")),
    *(f"09-backslash-break/{name}.md" for name in ("every-paragraph", "last-line")),
    *(f"11-two-pages-one-file/{name}.txt" for name in ("formfeed", "running-head")),
    "12-old-and-hk-forms/old-forms.txt",
    "13-doubled-bold/headline.txt",
    "15-mojibake-unnamed/half-and-half.txt",
    "16-spaced-characters/all.txt",
    *(f"17-other-line-ends/{name}.txt" for name in ("nel", "stray-control", "u2028-in-mid", "u2029")),
    "20-small/gb2022.txt",
)  # fmt: skip
# Left out: pages whose order or characters are gone (10 vertical, 15 misread as a whole), which only say so.
FIELD: Queries = {
    **{f"field/{page}": (*LAKE, *LAKE_WRITERS) for page in LAKE_PAGES},
    "field/10-no-article-on-page/interleaved/2031-06-13/C02.txt": ("民生长廊开工", "鸟语书屋办到田间"),
    "field/14-cid-runs/cid.txt": ("民生长廊开工", "鸟语书屋办到田间", "食客多", "齐小龙", "毛风齐", "龙见飞"),
}
# What else is printed there and was not found once.
FIELD_TOO: Queries = {
    "field/01-cjk-radicals/supplement.txt": ("齐王庄", "马日高", "韦玉见"),
    "field/03-zero-forms/circle.txt": ("二〇二六年", "二零二六年", "三〇五室", "一零七"),
    "field/08-converter-markdown/escapes.md": ("12.5公里", "6000~7000人次"),
    "field/08-converter-markdown/mineru-latex.md": ("12.5km", "30%", "220 kV"),
    "field/08-converter-markdown/mineru-table.md": ("金鸡镇",),
    "field/09-backslash-break/last-line.md": ("食药部门每天抽检",),
    "field/11-two-pages-one-file/formfeed.txt": ("河堤步道开工", "蛙声戏台办到田间", "罗平野"),
    "field/12-old-and-hk-forms/old-forms.txt": ("高青山", "青云里", "清水河", "乡民", "郎中"),
}  # fmt: skip
READING: Queries = {
    f"reading/{case}/page.txt": typed
    for case, typed in {
        "01-notices-swallowed": ("渡口村老码头改成小广场", "水源地巡查增加到每周三次", "停水通知", "遗失声明",
                                 "天气预报", "全国早稻收获近九成", "梅然", "马晓岩", "何宁"),
        "02-short-items-no-dateline": ("云汀老字号走进海外博览会", "北桥灯塔停用", "南屿实行垃圾分类",
                                       "东州百岁老人增多", "西原发生轻微地震"),
        "03-pdf-page-foot": ("老街的灯又亮了", "社区食堂开到家门口", "春茶上市", "林晓", "王岚", "周澄"),
        "04-dateline-alone": ("社区食堂开到家门口", "春茶上市", "王岚", "周澄"),
        "05-name-ends-in-wen": ("河堤栏杆换新", "校园书屋开放", "桥头修车摊搬家", "李博文", "张文", "王宏图"),
        "06-false-person": ("西园改造方案公布", "两地轮渡恢复", "集市迁到新址"),
        "07-false-masthead": ("接线员的一天", "市民举报热线升级", "社区菜园开锄", "王岚", "周澄", "林晓"),
        "08-column-first-line": ("盯紧短板补欠账", "鼓足干劲抢进度", "林小满"),
        "09-parallel-openings": ("五个聚焦推动下半年工作", "河堤栏杆换新", "王岚", "周澄"),
        "10-subhead-as-headline": ("街市重开摊档未满", "去水渠重铺后仍有积水", "街坊盼加装扶手长椅", "周澄"),
        "11-picture-headline-no-text": ("河堤栏杆换新", "春到茶山", "社区菜园怎样分地才公平"),
        "12-numbered-captions": ("滨河公园开园第一天", "南湖社区办起夜校", "周澄"),
        "14-md-images": ("滨河公园开园", "南湖社区办起夜校", "桥头修车摊搬家", "周澄", "王岚", "林晓"),
        "17-columns-side-by-side": ("老街的灯又亮了", "河堤栏杆换新", "南湖社区办起夜校", "周澄", "王岚"),
        "18-index-above-story": ("社区免费验血两周后展开", "三间中心轮流开放"),
        "19-credits-two-lines": ("海滨步道增设长椅", "周澄"),
        "21-datelines-unknown": ("两地轮渡恢复", "牧区小学用上暖气", "新农友发行增到八千份", "铁工厂即将开工",
                                 "王岚", "周澄", "江小满"),
    }.items()
}  # fmt: skip
ALL_CASES: Queries = {
    page: (*FIELD.get(page, ()), *FIELD_TOO.get(page, ()), *READING.get(page, ()))
    for page in (FIELD | FIELD_TOO | READING)
}

needs_cases = pytest.mark.skipif(not CASES.is_dir(), reason="no folder of cases beside the repository")


def pages_of_the_cases() -> Mapping[str, bytes]:
    return {name: (CASES / name).read_bytes() for name in ALL_CASES}


def missed_in_node(folder: Path, pages: Mapping[str, bytes], queries: Queries) -> list[tuple[str, str]]:
    archive = archive_of_pages(folder / "pages", pages)
    write_index(folder / "index", archive)
    answers = ask(folder / "index", [(query, {"confirm": "all"}) for _, query in asked(queries)])
    return missed(archive, [*pages], queries, [answer["ids"] for answer in answers])


def missed_in_chromium(
    page: Page, folder: Path, pages: Mapping[str, bytes], queries: Queries
) -> list[tuple[str, str]]:
    archive = archive_of_pages(folder / "pages", pages)
    site = folder / "数字 报"
    site.mkdir()
    lay_out(site, archive)
    page.goto(f"{site.as_uri()}/search.html")
    typed = json.dumps([query for _, query in asked(queries)])
    answers = page.evaluate(
        f"Promise.all({typed}.map((query) => archiveSearch(query, {{ confirm: 'all' }})))"
    )
    return missed(archive, [*pages], queries, [answer["ids"] for answer in answers])


def encoded(pages: Mapping[str, str]) -> dict[str, bytes]:
    return {name: text.encode() for name, text in pages.items()}


def test_plain_words_find_invented_pages_in_any_form(tmp_path: Path) -> None:
    assert [] == missed_in_node(tmp_path, encoded(FORMS), INVENTED)


def test_words_that_are_on_no_page_are_missed(tmp_path: Path) -> None:
    queries = {"old.txt": ("渡口的船又关了", "髙靑山", "高青水")}
    found = missed_in_node(tmp_path, encoded({"old.txt": FORMS["old.txt"]}), queries)
    assert [("old.txt", "渡口的船又关了"), ("old.txt", "高青水")] == found


@needs_cases
def test_plain_words_find_every_headline_and_writer_of_the_cases(tmp_path: Path) -> None:
    assert [] == missed_in_node(tmp_path, pages_of_the_cases(), ALL_CASES)


@pytest.mark.browser
def test_plain_words_find_invented_pages_in_a_browser(page: Page, tmp_path: Path) -> None:
    assert [] == missed_in_chromium(page, tmp_path, encoded(FORMS), INVENTED)


@needs_cases
@pytest.mark.browser
def test_plain_words_find_the_cases_in_a_browser(page: Page, tmp_path: Path) -> None:
    assert [] == missed_in_chromium(page, tmp_path, pages_of_the_cases(), ALL_CASES)
