"""The files of the index: what is in them, and that they are the same every time."""

import os
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from index_of_records import index_of
from newspaper_archive.model import Archive, Byline, Caption, Contributor, Dateline, Role
from newspaper_archive.search import Words, build_index, segments
from newspaper_archive.search import postings as counting
from newspaper_archive.search.index import Segment, ready, segment_files
from newspaper_archive.search.records import Facts, Record, records
from newspaper_archive.search.tokenise import WALL, terms, units

from .decoded import Files, beginnings, head, number_at, piece, pieces, postings, strings
from .invented import archive, article, paragraph, random_archive
from .laid_out import issue_on

TESTS = Path(__file__).parents[1]
SUM = """
from hashlib import sha256
from newspaper_archive.search import build_index
from search.invented import random_archive
print(sha256(repr(list(build_index(random_archive(7, 60)))).encode()).hexdigest())
"""
ENVIRONMENT = {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path) + os.pathsep + str(TESTS)}
EMPTY = Archive(editions=(), issues=(), sections=())


def field_terms(parts: list[str]) -> list[str]:
    """What lunr.py would be told of a field: tokenise.terms() of its parts, parted by walls."""
    walled: list[str] = []
    for part in parts:
        walled += [*(unit.text for unit in units(part)), WALL]
    return terms(walled)


def built_index(built: Archive) -> Files:
    return dict(build_index(built))


def texts_of(built: Archive) -> list[list[object]]:
    found = pieces(built_index(built))
    return [found[name] for name in sorted(found) if "/t/" in name]


def test_a_text_says_where_the_article_was_printed() -> None:
    (shown,) = texts_of(archive([article("古渡重开", "今日通船。")]))
    place = ["liudu/2022/2022-06-01/c02-01", "", "柳渡周报", "2022-06-01", "C02"]
    assert [*place, [["今日通船。"], [], ["古渡重开"], [], [], [], [], [], ["看河"], ["C02"]]] == shown


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
    assert {
        "kicker": ["引题"],
        "headline": ["主题"],
        "subhead": ["副题"],
        "byline": ["记者 骆青", "穆小满", "本报青河6月1日讯", "（穆小满）"],
        "body": ["正文"],
        "captions": ["渡口晨景。", "骆青 摄"],
        "section": ["栏目", "看河"],
        "folio": ["C02"],
    } == record.text
    assert Facts("2022-06-01", True, "柳渡周报", "news", (), ("骆青", "穆小满")) == record.facts


def test_the_label_of_an_editors_note_is_no_writer() -> None:
    note = article("编者按", "正文", column="镇街访谈", dateline=Dateline("编者按:", None, None))
    boxed = article("核心提示", "正文", dateline=Dateline("【核心提示】", None, None))
    told = article("编者按", "正文", dateline=Dateline("本报青河6月1日讯", "青河", "6月1日"))
    found = [record.text.get("byline", []) for record in records(archive([note, boxed, told]), Words())]
    assert [[], [], ["本报青河6月1日讯"]] == found


def test_a_writer_whose_name_is_printed_in_two_forms_is_one_to_narrow_by() -> None:
    known = {"穆小满": Contributor("people/m/1/mu-xiao-man-1", 2, True, ("穆小滿",))}
    printed = replace(article("渡口"), byline=(Byline("记者", "穆小滿"),))
    (record,) = records(replace(archive([printed]), contributors=known), Words())
    assert ("穆小满",) == record.facts.authors
    assert ["记者 穆小滿"] == [part for part in record.text["byline"] if part]


def test_what_was_printed_is_found_beside_what_it_was_corrected_to() -> None:
    printed = article("古渡重幵", "今日通般。", "桥新。")
    story = replace(article("古渡重开", "今日通船。", "桥新。"), printed=printed)
    (record,) = records(archive([story]), Words())
    assert ["古渡重开", "古渡重幵"] == record.text["headline"]
    assert ["今日通船。", "桥新。", "今日通般。"] == record.text["body"]


def test_crossheads_and_brief_items_are_fields_of_their_own() -> None:
    story = article("题", "正文")
    parts = (*story.paragraphs, paragraph("小题", Role.CROSSHEAD), paragraph("◎一则", Role.BRIEF))
    (record,) = records(archive([type(story)(story.kind, "题", parts, (1,))]), Words())
    assert (["正文"], ["小题"], ["◎一则"]) == tuple(record.text[f] for f in ("body", "crossheads", "briefs"))


def test_an_undated_article_says_so_and_one_on_a_page_without_folio_names_none() -> None:
    (record,) = records(archive([article("题")], date=None, certain=False, folio=None, name=None), Words())
    assert ("日期不详", "") == (record.date, record.page)


def test_readers_see_the_words_that_the_site_has_for_things() -> None:
    words = Words(
        text=lambda text: text.replace(",", "，"),
        headline=lambda story: f"《{story.headline}》",
        date=lambda edtf: f"约{edtf}",
        page=lambda page: f"第{page.folio}版",
        kind=lambda _: "报道",
    )
    (record,) = records(archive([article("古渡,重开", "通船")]), words)
    shown = (record.title, record.date, record.page, record.text["headline"], record.facts.kind)
    assert ("《古渡,重开》", "约2022-06-01", "第C02版", ["古渡，重开"], "报道") == shown


def test_the_newest_issue_comes_first_and_the_undated_last() -> None:
    dates = ["2022-05-01", "2022-06-01", None, "XXXX-06-01~", "2030~", "2031~"]
    issues = [archive([article("题")], date=date, certain=date in dates[:2]).issues[0] for date in dates]
    built = Archive(editions=(), issues=tuple(issues), sections=())
    shown = [record.date for record in records(built, Words())]
    assert shown == ["2022-06-01", "2022-05-01", "2031~", "2030~", "XXXX-06-01~", "日期不详"]


def test_an_issue_is_told_by_its_day_unless_its_address_or_date_says_otherwise() -> None:
    days = [date(2022, 6, 1), date(2022, 5, 30)]
    issues = [issue_on(f"{day}", [article("题")]) for day in days]
    guessed = issue_on("2022-06~", [article("题")], certain=False)
    moved = replace(issues[0], address="liudu/2022/2022-06-01-2/index.html")
    undated = replace(guessed, date=None)
    built = Archive(editions=(), issues=(*issues, guessed, moved, undated), sections=())
    files = built_index(built)
    regular, others = piece(files[f"search/{head(files)['suggestions']}/issues.js"])[1:]
    ((edition, slug, gaps),) = regular
    first, place = number_at(gaps, 0)
    assert ("柳渡周报", "liudu", days[1].toordinal()) == (edition, slug, first)
    assert (2, len(gaps)) == number_at(gaps, place)
    assert [
        ["柳渡周报", "2022-06~", "liudu/undated/0001/index.html", "2022-06~"],
        ["柳渡周报", "2022-06-01", "liudu/2022/2022-06-01-2/index.html", "2022-06-01"],
    ] == others


def test_an_empty_archive_has_an_index_too() -> None:
    assert {} == postings(built_index(EMPTY))
    assert 0 == head(built_index(EMPTY))["articles"]


def test_an_article_without_any_text_is_no_hindrance() -> None:
    assert {} == postings(built_index(archive([article()], folio=None, name=None)))


@pytest.mark.parametrize("seed", range(3))
def test_the_arrays_count_what_the_tokeniser_says_of_each_field(seed: int) -> None:
    built = random_archive(seed, 60)
    expected: dict[str, dict[str, dict[int, int]]] = {}
    for number, record in enumerate(records(built, Words())):
        for field, parts in record.text.items():
            for term, count in Counter(field_terms(parts)).items():
                expected.setdefault(term, {}).setdefault(field, {})[number] = count
    assert expected == postings(built_index(built))


@pytest.mark.parametrize(("batch", "in_a_range"), [(7, 4096), (4096, 64), (7, 64)])
def test_batches_and_ranges_leave_no_trace_in_what_is_counted(
    monkeypatch: pytest.MonkeyPatch, batch: int, in_a_range: int
) -> None:
    expected = postings(built_index(random_archive(5, 60)))
    monkeypatch.setattr(counting, "_BATCH", batch)
    monkeypatch.setattr(counting, "_RANGE", in_a_range)
    monkeypatch.setattr(counting, "_SAMPLED", 8)
    files = built_index(random_archive(5, 60))
    assert expected == postings(files)


def test_lists_may_be_full_or_of_one_and_counts_high() -> None:
    often = "河" * 60
    bodies = ["水陆", *["河水"] * 250, f"{often}，田", "河" * 5, "河" * 4, "河" * 3]
    found = postings(built_index(archive([article("", body) for body in bodies], folio=None, name=None)))
    assert {"body": dict.fromkeys(range(1, 255), 1)} == found["河"]
    assert {"body": {251: 59, 252: 4, 253: 3, 254: 2}} == found["河河"]
    assert {"body": dict.fromkeys(range(251), 1)} == found["水"]
    assert {"body": {251: 1}} == found["田"]
    assert {"body": {0: 1}} == found["水陆"]


def test_terms_stand_in_the_order_of_utf_16_and_begin_where_the_head_says() -> None:
    files = built_index(random_archive(4, 80))
    ((name, _, rows, _),) = head(files)["segments"]
    begins = beginnings(rows)
    held = pieces(files)
    shards = [strings(held[f"search/{name}/i/0/{n}.js"][0]) for n in range(len(begins))]
    every = [term.encode("utf-16-be") for shard in shards for term in shard]
    assert sorted(every) == every
    for before, beginning, shard in zip(shards, begins[1:], shards[1:], strict=False):
        assert before[-1] < beginning <= shard[0]


def test_no_pair_crosses_a_stop_or_the_end_of_a_paragraph() -> None:
    found = postings(built_index(archive([article("", "甲乙，丙", "丁")], folio=None, name=None)))
    assert ["丁", "丙", "乙", "甲", "甲乙"] == sorted(found)


def test_text_cannot_end_the_script_it_stands_in() -> None:
    files = built_index(archive([article("</script><script>alert(1)</script>", "\u2028\u2029")]))
    (text,) = (data for name, data in files.items() if "/t/" in name)
    assert b"<" not in text
    assert "\u2028" not in text.decode()
    assert ["</script><script>alert(1)</script>"] == texts_of(
        archive([article("</script><script>alert(1)</script>")])
    )[0][5][2]  # type: ignore[index]


def test_half_a_character_is_written_and_not_searched() -> None:
    built = archive([article("半\ud800个")], folio=None, name=None)
    assert ["个", "半", "半个"] == sorted(postings(built_index(built)))
    assert ["半\ud800个"] == texts_of(built)[0][5][2]  # type: ignore[index]


def test_a_segment_is_named_for_what_is_in_it() -> None:
    one, same, other = (
        head(built_index(archive([article(text)])))["segments"][0][0] for text in ("甲", "甲", "乙")
    )
    assert one == same
    assert one != other


def test_the_same_archive_gives_the_same_bytes() -> None:
    assert built_index(random_archive(7, 20)) == built_index(random_archive(7, 20))


def test_pythons_hashes_leave_no_trace() -> None:
    sums = {
        subprocess.run(
            [sys.executable, "-c", SUM],
            env=ENVIRONMENT | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert 1 == len(sums)


def dated(number: int, date: str) -> Record:
    facts = Facts(date, "X" not in date, "柳渡周报", "news", (), ())
    return Record(f"a-{number}", "题", "柳渡周报", date, "C02", {"body": [f"第{number}篇"]}, facts)


@pytest.fixture
def small_segments(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(segments, "WHOLE_BELOW", 4)
    monkeypatch.setattr(segments, "HALVES_BELOW", 4)


DATES = ["2022-06-08", "2022-06-01", "2022-05-04", "2021-12-01", "2020-01-01", "XXXX-06-01"]


def names_with(*new: Record) -> list[str]:
    """The names of the segments, with the new articles among those of DATES."""
    articles = [*(dated(number, date) for number, date in enumerate(DATES)), *new]
    articles.sort(key=lambda record: (record.facts.certain, record.facts.date), reverse=True)
    return [name for name, *_ in head(index_of(articles))["segments"]]


@pytest.mark.usefixtures("small_segments")
def test_a_new_page_leaves_closed_years_and_months_as_they_are() -> None:
    before, after = names_with(), names_with(dated(9, "2022-06-15"))
    assert 4 == len(before)
    assert before[1:] == after[1:]
    assert before[0] != after[0]


def test_of_an_archive_that_is_not_large_a_new_page_writes_anew_its_year(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(segments, "WHOLE_BELOW", 4)
    before, after = names_with(), names_with(dated(9, "2022-06-15"))
    assert 2 == len(before)
    assert [False, True] == [one == other for one, other in zip(before, after, strict=True)]


@pytest.mark.usefixtures("small_segments")
def test_a_page_added_to_an_older_year_changes_only_the_closed_years() -> None:
    before, after = names_with(), names_with(dated(9, "2020-07-01"))
    assert [True, True, False, True] == [one == other for one, other in zip(before, after, strict=True)]


@pytest.mark.usefixtures("small_segments")
def test_at_the_years_turn_the_year_joins_the_closed_ones() -> None:
    before, after = names_with(), names_with(dated(9, "2023-01-01"))
    assert 3 == len(after)
    assert before[3] == after[2]


@pytest.mark.usefixtures("small_segments")
def test_a_new_page_writes_anew_only_its_month_and_what_tells_of_the_whole() -> None:
    articles = [dated(number, date) for number, date in enumerate(DATES)]
    before, after = index_of(articles), index_of([dated(9, "2022-06-15"), *articles])
    month = head(after)["segments"][0][0]
    names = head(after)["suggestions"]
    changed = {name for name in after if before.get(name) != after[name]}
    elsewhere = {name for name in changed if not name.startswith((f"search/{month}/", f"search/{names}/"))}
    assert elsewhere <= {"search/head.js", "search/fold.js"}


def test_no_folder_of_the_index_holds_more_than_a_thousand_files() -> None:
    files = index_of([dated(number, "2022-06-08") for number in range(1_200)])
    folders = Counter(name.rpartition("/")[0] for name in files)
    assert max(folders.values()) <= 1_000


def test_what_is_kept_of_a_segment_is_read_back_also_with_half_characters() -> None:
    texts = [f"{letter}堤𠮷𠀋{letter}" for letter in "甲乙𠮷丙🚢"]
    segment, _ = segment_files(
        [
            ready(replace(dated(number, "2022-06-08"), text={"body": [text]}))
            for number, text in enumerate(texts * 40)
        ]
    )
    assert segment == Segment.of_note(segment.note())
    halved = Segment("a", 1, ["A", "\udcfa"], ["\ud842"], ["堤"], {"骆青": 2})
    assert halved == Segment.of_note(halved.note())
