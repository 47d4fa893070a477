"""Invented pages that were misread once lie beside the repository, each with what is right: they are read so.

Where that folder is missing, as in a copy of the repository alone, these tests are skipped by name.
"""

from pathlib import Path
from typing import Any

import pytest

from newspaper_archive.desk.page_json import reading_json
from newspaper_archive.folder.text.lines import normalise
from newspaper_archive.reading.assemble import assemble_page

CASES = Path(__file__).parents[2].parent / "shared" / "cases" / "reading"

pytestmark = pytest.mark.skipif(not CASES.is_dir(), reason="no folder of cases beside the repository")

RIGHT: dict[str, list[dict[str, Any]]] = {
    "01-notices-swallowed": [
        {"headline": "渡口村老码头改成小广场", "paragraphs": 2, "byline": ["梅然"]},
        {"headline": "水源地巡查增加到每周三次", "paragraphs": 2, "byline": ["马晓岩"]},
        {"headline": "停水通知", "paragraphs": 2, "kind": "notice"},
        {"headline": "遗失声明", "paragraphs": 2, "kind": "notice"},
        {"headline": "天气预报", "paragraphs": 1},
        {"headline": "全国早稻收获近九成", "paragraphs": 1, "byline": ["何宁"]},
    ],
    "02-short-items-no-dateline": [
        {"headline": "云汀老字号走进海外博览会", "paragraphs": 2, "place": "海城", "byline": []},
        {"headline": "北桥灯塔停用", "paragraphs": 1, "byline": []},
        {"headline": "南屿实行垃圾分类", "paragraphs": 1, "byline": []},
        {"headline": "东州百岁老人增多", "paragraphs": 1, "byline": []},
        {"headline": "西原发生轻微地震", "paragraphs": 1, "byline": [], "tail": "（本栏均据新华社电）"},
    ],
    "04-dateline-alone": [
        {"headline": "社区食堂开到家门口", "paragraphs": 2, "place": "云汀", "date": "5月9日",
         "byline": ["王岚"], "opening": "云汀区第三家社区食堂昨日开张"},
        {"headline": "春茶上市", "paragraphs": 1, "place": "云汀", "date": "5月9日", "byline": ["周澄"],
         "opening": "今年云汀春茶比往年早上市一周"},
    ],
    "05-name-ends-in-wen": [
        {"headline": "河堤栏杆换新", "byline": ["李博文"]},
        {"headline": "校园书屋开放", "byline": ["张文"]},
        {"headline": "桥头修车摊搬家", "byline": ["王宏图"]},
    ],
    "06-false-person": [
        {"headline": "西园改造方案公布", "byline": [], "tail": "（本栏均据新华社电）"},
        {"headline": "两地轮渡恢复", "byline": [], "place": "甲州、乙岛", "date": "1月2日"},
        {"headline": "集市迁到新址", "byline": [], "tail": "（据央视新闻）"},
    ],
    "08-column-first-line": [
        {"headline": "鼓足干劲抢进度", "kicker": "盯紧短板补欠账", "paragraphs": 4, "byline": ["林小满"]},
    ],
    "09-parallel-openings": [
        {"headline": "五个聚焦推动下半年工作", "paragraphs": 6, "crossheads": []},
        {"headline": "河堤栏杆换新"},
    ],
    "10-subhead-as-headline": [
        {"headline": "街市重開 攤檔未滿", "paragraphs": 5,
         "crossheads": ["去水渠重鋪後仍有積水", "街坊盼加裝扶手長椅"],
         "captions": ["海濱街市：昨日重開，六成攤檔復業。",
                      "北岸街市：攤主用木板墊腳。"]},
    ],
    "11-picture-headline-no-text": [
        {"headline": "河堤栏杆换新", "paragraphs": 1},
        {"headline": "春到茶山（图片）", "paragraphs": 0, "kind": "photo"},
        {"headline": "社区菜园怎样分地才公平", "paragraphs": 2},
    ],
    "12-numbered-captions": [
        {"headline": "滨河公园开园第一天（附图片3张）", "paragraphs": 1, "pictures": 3,
         "photographers": ["周澄"]},
        {"headline": "南湖社区办起夜校", "paragraphs": 1},
    ],
    "19-credits-two-lines": [
        {"headline": "海濱步道增設長椅", "paragraphs": 2, "byline": ["周澄"]},
    ],
    "21-datelines-unknown": [
        {"headline": "两地轮渡恢复", "place": "甲州、乙岛", "date": "7月3日", "byline": ["王岚", "周澄"]},
        {"headline": "牧区小学用上暖气", "place": "新云汀北帕莫斯顿", "date": "1月1日", "byline": ["江小满"]},
        {"headline": "《新农友》发行增到八千份", "dateline": "【本市讯】", "place": None, "byline": []},
        {"headline": "铁工厂即将开工", "dateline": "【新华社云汀前进总分社讯】", "place": None, "byline": []},
    ],
}  # fmt: skip


def seen(article: dict[str, Any], page: dict[str, Any], wanted: dict[str, Any]) -> dict[str, Any]:
    """Of an article what the table asks for."""
    body = [line for line in article["body"].split("\n") if line and line not in article["intertitles"]]
    captions = [one for one in page["captions"] if one["article"] == article["headline"]]
    whole = {
        "headline": article["headline"],
        "kicker": article["kicker"],
        "kind": article["kind"],
        "paragraphs": article["n_paragraphs"],
        "opening": "".join(body[:1])[: len(wanted.get("opening", ""))],
        "byline": [one["name"] for one in article["byline"]],
        "place": article["dateline_place"],
        "date": article["dateline_date"],
        "dateline": article["dateline_raw"],
        "tail": article["tail_raw"],
        "crossheads": article["intertitles"],
        "captions": [one["text"] for one in captions],
        "pictures": len(captions),
        "photographers": [name for one in captions for name in one["photographers"]],
    }  # fmt: skip
    return {key: whole[key] for key in wanted}


@pytest.mark.parametrize("case", RIGHT)
def test_a_page_of_the_field_is_read_as_printed(case):
    lines = normalise((CASES / case / "page.txt").read_text("utf-8"))
    page = reading_json("page.txt", assemble_page("page.txt", lines))
    found = page["articles"]
    wanted = RIGHT[case]
    assert [one["headline"] for one in wanted] == [one["headline"] for one in found]
    assert wanted == [seen(one, page, right) for one, right in zip(found, wanted, strict=True)]
