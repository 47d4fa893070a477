"""The files of the index: what is in them, and that they are the same every time."""

import json
from itertools import pairwise
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from newspaper_archive.model import Archive, Byline, Caption, Dateline
from newspaper_archive.search import Words, build_index
from newspaper_archive.search.records import records
from newspaper_archive.search.tokenise import WALL, pair, units

from .invented import archive, article, random_archive, random_query
from .oracle import holds

EMPTY = Archive(editions=(), issues=(), sections=())


def read(script: bytes, taker: str) -> Any:
    text = script.decode("utf-8")
    opening = f"NewspaperArchive.search.{taker}("
    assert text.startswith(opening)
    assert text.endswith(");\n")
    return json.loads(text[len(opening) : -len(");\n")])


def index_of(built: Archive) -> Any:
    return read(build_index(built)["search/index.js"], "takeIndex")


def records_of(built: Archive) -> Any:
    return read(build_index(built)["search/records.js"], "takeRecords")


def test_a_record_says_where_the_article_was_printed() -> None:
    (record,) = records_of(archive([article("古渡重开", "今日通船。")]))["articles"]
    assert record == {
        "address": "liudu/2022/2022-06-01/c02-01.html",
        "title": "古渡重开",
        "issue": "柳渡周报",
        "date": "2022-06-01",
        "page": "C02",
        "text": {"headline": ["古渡重开"], "body": ["今日通船。"]},
    }


def test_every_part_of_an_article_that_readers_see_is_searched() -> None:
    story = article(
        "主题",
        "正文",
        column="栏目",
        kicker="引题",
        subhead="副题",
        byline=(Byline("记者", "骆青"), Byline("署名", "穆小满")),
        dateline=Dateline("本报青河6月1日讯", "青河", "6月1日"),
        tail="（穆小满）",
    )
    picture = Caption(text="渡口晨景。", photographers=("骆青",), credit="骆青 摄", lines=(9,), article=0)
    (record,) = records(archive([story], captions=(picture,)), Words())
    assert record["text"] == {
        "column": ["栏目"],
        "kicker": ["引题"],
        "headline": ["主题"],
        "subhead": ["副题"],
        "byline": ["记者 骆青", "穆小满", "本报青河6月1日讯", "（穆小满）"],
        "body": ["正文"],
        "captions": ["渡口晨景。", "骆青 摄"],
    }


def test_an_undated_article_on_a_page_without_folio_says_so() -> None:
    (record,) = records(archive([article("题")], date=None, certain=False, folio=None, name=None), Words())
    assert (record["date"], record["page"]) == ("日期不详", "版次不详")


def test_readers_see_the_words_that_the_site_has_for_things() -> None:
    words = Words(
        text=lambda text: text.replace(",", "，"),
        headline=lambda story: f"《{story.headline}》",
        date=lambda edtf: f"约{edtf}",
        page=lambda page: f"第{page.folio}版",
    )
    (record,) = records(archive([article("古渡,重开", "通船")]), words)
    assert record == {
        "address": "liudu/2022/2022-06-01/c02-01.html",
        "title": "《古渡,重开》",
        "issue": "柳渡周报",
        "date": "约2022-06-01",
        "page": "第C02版",
        "text": {"headline": ["古渡，重开"], "body": ["通船"]},
    }


def test_the_newest_issue_comes_first_and_the_undated_last() -> None:
    dates = ["2022-05-01", "2022-06-01", None, "XXXX-06-01~", "2030~", "2031~"]
    issues = [archive([article("题")], date=date, certain=date in dates[:2]).issues[0] for date in dates]
    built = Archive(editions=(), issues=tuple(issues), sections=())
    shown = [record["date"] for record in records(built, Words())]
    assert shown == ["2022-06-01", "2022-05-01", "2031~", "2030~", "XXXX-06-01~", "日期不详"]


def test_an_empty_archive_has_an_index_too() -> None:
    assert index_of(EMPTY)["terms"] == []
    assert records_of(EMPTY)["articles"] == []


def test_an_article_without_any_text_is_no_hindrance() -> None:
    assert index_of(archive([article()]))["terms"] == []


def test_terms_stand_in_the_order_of_utf_16() -> None:
    terms = [term for term, _ in index_of(archive([article("𠮷渡桥", "﨑 \ue000 𠮷")]))["terms"]]
    assert terms == sorted(terms, key=lambda term: term.encode("utf-16-be"))
    assert terms.index("𠮷") < terms.index("\ue000")


def test_no_pair_crosses_a_stop_or_the_end_of_a_paragraph() -> None:
    terms = [term for term, _ in index_of(archive([article("", "甲乙，丙", "丁")]))["terms"]]
    assert terms == ["丁", "丙", "乙", "甲", "甲乙"]


def test_a_headline_weighs_more_than_a_body_that_repeats_it() -> None:
    index = index_of(archive([article("柳渡", "水"), article("水", "柳渡" * 20), article("水", "水")]))
    place = [term for term, _ in index["terms"]].index("柳渡")
    vectors = {ref: dict(zip(vector[::2], vector[1::2], strict=True)) for ref, vector in index["vectors"]}
    assert vectors["headline/0"][place] > vectors["body/1"][place]


def test_text_cannot_end_the_script_it_stands_in() -> None:
    script = build_index(archive([article("</script><script>alert(1)</script>", "\u2028\u2029")]))[
        "search/records.js"
    ]
    assert b"<" not in script
    assert "\u2028" not in script.decode()
    assert read(script, "takeRecords")["articles"][0]["title"] == "</script><script>alert(1)</script>"


def test_half_a_character_is_written_and_not_searched() -> None:
    built = archive([article("半\ud800个")])
    assert [term for term, _ in index_of(built)["terms"]] == ["个", "半", "半个"]
    assert records_of(built)["articles"][0]["title"] == "半\ud800个"


def test_the_two_files_bear_one_stamp_that_changes_with_the_text() -> None:
    one, other = archive([article("甲")]), archive([article("乙")])
    assert index_of(one)["stamp"] == records_of(one)["stamp"]
    assert index_of(one)["stamp"] != index_of(other)["stamp"]


def test_the_same_archive_gives_the_same_bytes() -> None:
    assert build_index(random_archive(7, 20)) == build_index(random_archive(7, 20))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_every_record_that_holds_a_run_is_a_candidate_for_it(seed: int, asked: int) -> None:
    built = random_archive(seed % 5, 12)
    articles = records(built, Words())
    strings = [string for record in articles for parts in record["text"].values() for string in parts]
    query = random_query(Random(asked), strings)  # noqa: S311 - a query for a test
    postings = {
        term: {number for found in fields.values() for number in found}
        for term, fields in index_of(built)["terms"]
    }
    held = {number for number, record in enumerate(articles) if holds(query, record)}
    for word in query.split():
        texts = [unit.text for unit in units(word)]
        for first, second in pairwise(texts[:-1]):
            if WALL not in (first, second):
                assert held <= postings.get(pair(first, second), set())
