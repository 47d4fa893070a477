"""The parted index, asked by the page's scripts and the real lunr.js, against oracle, `grep` and whole index.

All in Node; tests/search/test_search_page.py asks a sample in browsers.
"""

import json
import re
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
from lunr.builder import Builder

from depth import FULL, whole
from index_of_records import index_of
from newspaper_archive.search import Words, segments
from newspaper_archive.search.records import FIELDS, SEARCHED, WEIGHTS, Record, records
from newspaper_archive.search.tokenise import fold

from .invented import WORDS, archive, article, random_archive
from .oracle import holds, matches
from .test_index import field_terms

SCRIPTS = Path(__file__).parents[1] / "js"
# The oracle goes through every record for each.
RUNS, KNOWN = (1_000, 200) if FULL else (300, 60)
NAMES = ("骆青", "穆小满", "骆 青", "小满", "柳渡", "红砖驿站", "𠮷渡", "紅磚驛站")
HARD = ("constructor", "const", "__proto__", "𠮷", "2", "220", "20兆瓦", "4#储罐", "4储罐", "wifi", "Wi-Fi")
QUOTES = str.maketrans(dict.fromkeys('"“”＂„‟「」『』', " "))

pytestmark = pytest.mark.slow

Answer = dict[str, Any]
Query = tuple[str, dict[str, Any]]


def spread(articles: Sequence[Record]) -> list[Record]:
    """The records over a running month, a running year, closed years and no date."""
    days = ["2022-06-08", "2022-06-01", "2022-03-02", "2021-05-05", "2020-01-08", "2019-07-03", "XXXX-06-01"]
    found = []
    for number, record in enumerate(articles):
        date = days[number * len(days) // len(articles)]
        facts = replace(record.facts, date=date, certain="X" not in date)
        found.append(replace(record, id=f"liudu/{date}/c02-{number:03}", facts=facts))
    return found


def lay_out(folder: Path, articles: Sequence[Record]) -> None:
    for name, content in index_of(articles).items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def ask(folder: Path, queries: Sequence[Query]) -> list[Answer]:
    """What archiveSearch answers."""
    folder.joinpath("queries.json").write_text(json.dumps(queries), "utf-8")
    done = subprocess.run(["node", SCRIPTS / "answer.js", folder], capture_output=True, check=True)
    answers: list[Answer] = json.loads(done.stdout)
    return answers


@pytest.fixture(scope="module")
def articles() -> list[Record]:
    return spread(list(records(random_archive(2, 300), Words())))


@pytest.fixture(scope="module", params=whole(["one segment", "two segments", "segments by time"], 0, 2))
def folder(
    request: pytest.FixtureRequest, articles: list[Record], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    folder = tmp_path_factory.mktemp("index")
    with pytest.MonkeyPatch.context() as patch:
        if request.param != "one segment":
            patch.setattr(segments, "WHOLE_BELOW", 10)
        if request.param == "segments by time":
            patch.setattr(segments, "HALVES_BELOW", 10)
        lay_out(folder, articles)
    return folder


def raw_runs(articles: Sequence[Record], count: int) -> list[str]:
    """Runs of 1 to 8 characters as printed, one in four across digits, Latin, quotes or a paragraph's end."""
    random = Random(3)  # noqa: S311 - queries for tests
    bodies = [parts for record in articles if (parts := record.text.get("body"))]
    runs: list[str] = []
    while len(runs) < count:
        body = random.choice(bodies)
        text = "\n".join(body)
        edges = [place for place, char in enumerate(text) if char.isascii() or char in "“”《》①㎡℃Ａ"]
        hard = bool(edges) and random.random() < 0.25
        start = max(0, random.choice(edges) - 2) if hard else random.randrange(len(text))
        run = text[start : start + random.randint(1, 8)].translate(QUOTES).strip()
        if any(char.isalnum() for char in run):
            runs.append(run)
    return runs


@pytest.fixture(scope="module")
def runs(articles: list[Record], folder: Path) -> list[tuple[str, Answer]]:
    asked = [*HARD, *raw_runs(articles, RUNS)]
    answers = ask(folder, [(f"“{run}”", {"confirm": "all"}) for run in asked])
    return list(zip(asked, answers, strict=True))


@pytest.fixture(scope="module")
def held(articles: list[Record]) -> dict[str, set[str]]:
    """By run what going through every record finds, once for all forms of the index."""
    return {run: holding(run, articles) for run in [*HARD, *raw_runs(articles, RUNS)]}


def holding(run: str, articles: Sequence[Record]) -> set[str]:
    return {
        record.id
        for record in articles
        if any(matches(run, part) for field in SEARCHED for part in record.text.get(field, ()))
    }


def test_runs_of_print_find_what_going_through_every_record_finds(
    runs: list[tuple[str, Answer]], held: dict[str, set[str]]
) -> None:
    for run, answer in runs:
        expected = held[run]
        assert (run, expected) == (run, set(answer["ids"]))
        assert (run, len(expected), True) == (run, answer["total"], answer["exact"])


def test_runs_that_begin_and_end_at_units_find_what_grep_finds(
    runs: list[tuple[str, Answer]], articles: list[Record]
) -> None:
    folded = {
        record.id: [fold(part).text for field in SEARCHED for part in record.text.get(field, ())]
        for record in articles
    }
    for run, answer in runs:
        asked = fold(run).text
        if all("\u4e00" <= char <= "\u9fff" for char in asked):
            grepped = {id_ for id_, texts in folded.items() if any(asked in text for text in texts)}
            assert grepped <= set(answer["ids"])


def test_what_is_marked_folds_to_what_was_asked(runs: list[tuple[str, Answer]]) -> None:
    for run, answer in runs:
        if all("\u4e00" <= char <= "\u9fff" for char in run):
            assert all(
                fold("".join(filter(str.isalnum, mark))).text == fold(run).text
                for marks in answer["marks"]
                for mark in marks
            )


@pytest.fixture(scope="module")
def known(articles: list[Record]) -> list[tuple[str, set[str]]]:
    """Names and pairs of words, each with what the oracle finds."""
    random = Random(4)  # noqa: S311 - queries for tests
    plain = [word for word in WORDS if word.isalnum()]
    pairs = [" ".join(random.choices(plain, k=2)) for _ in range(KNOWN)]
    asked = [*NAMES, *people(articles)[: KNOWN - len(NAMES)], *pairs]
    return [(query, {record.id for record in articles if holds(query, record)}) for query in asked]


def test_names_and_pairs_of_words_find_what_the_oracle_finds(
    known: list[tuple[str, set[str]]], folder: Path
) -> None:
    assert 2 * KNOWN == len(known)
    answers = ask(folder, [(query, {}) for query, _ in known])
    for (query, expected), answer in zip(known, answers, strict=True):
        assert (query, expected) == (query, set(answer["ids"]))
        assert (query, len(expected), True) == (query, answer["total"], answer["exact"])


def people(articles: Sequence[Record]) -> list[str]:
    """Everyone who writes, and everyone who is said to say something."""
    writers = {author for record in articles for author in record.facts.authors}
    said = {
        name.group(1)
        for record in articles
        for part in record.text.get("body", ())
        if (name := re.match("(..{1,2})说，", part))
    }
    return sorted(writers | said)


@pytest.mark.parametrize("reading", ["as corrected", "as printed"])
def test_both_readings_of_a_corrected_article_are_searched(
    articles: list[Record], folder: Path, reading: str
) -> None:
    random = Random(6)  # noqa: S311 - queries for tests
    built = random_archive(2, 300).issues[0].pages[0].articles
    corrected = [held.article for held in built if held.article.printed]
    stories = corrected if reading == "as corrected" else [one.printed for one in corrected if one.printed]
    words = [re.findall(r"[\u4e00-\u9fff]{2,6}", story.body) for story in stories]
    asked = [random.choice(found) for found in words if found]
    assert len(asked) > 30
    for run, answer in zip(asked, ask(folder, [(run, {"confirm": "all"}) for run in asked]), strict=True):
        assert (run, holding(run, articles)) == (run, set(answer["ids"]))


CLAUSES = (
    "柳渡",
    "红砖驿站",
    "人",
    "百日行动",
    "骆青 春耕",
    "220兆瓦 5g",
    "2",
    "葛藤 干部 服务",
    "标题:柳渡",
    "投产",
)


def test_references_order_and_scores_are_those_of_one_lunr_index(
    articles: list[Record], folder: Path
) -> None:
    asked = [*CLAUSES, *people(articles)[:40], *(run for run in raw_runs(articles, 60) if "-" not in run)]
    folder.joinpath("whole.json").write_text(json.dumps(whole_index(articles)), "utf-8")
    folder.joinpath("asked.json").write_text(json.dumps(asked), "utf-8")
    done = subprocess.run(["node", SCRIPTS / "ranked.js", folder], capture_output=True, check=True)
    for query, (parted, undivided) in zip(asked, json.loads(done.stdout), strict=True):
        assert (query, True) == (query, len(parted) > 0 or query not in CLAUSES)
        assert (query, [number for number, _ in undivided]) == (query, [number for number, _ in parted])
        assert [score for _, score in undivided] == [score for _, score in parted]


def whole_index(articles: Sequence[Record]) -> dict[str, Any]:
    """lunr.py's own index of the same fields; its trimmer and stemmer are not for Chinese."""
    builder = Builder()
    builder.ref("number")
    builder.b(0)
    for field in FIELDS:
        builder.field(field, boost=WEIGHTS.get(field, 1))
    for number, record in enumerate(articles):
        builder.add({"number": number} | {field: field_terms(record.text.get(field, [])) for field in FIELDS})
    serialised: dict[str, Any] = builder.build().serialize()
    # lunr.js throws where terms are not in the order of UTF-16; numbered in that order, scores add up alike.
    inverted = sorted(serialised["invertedIndex"], key=lambda entry: entry[0].encode("utf-16-be"))
    places = {posting["_index"]: place for place, (_, posting) in enumerate(inverted)}
    vectors = [[ref, renumbered(vector, places)] for ref, vector in serialised["fieldVectors"]]
    inverted = [[term, {**posting, "_index": place}] for place, (term, posting) in enumerate(inverted)]
    return {**serialised, "invertedIndex": inverted, "fieldVectors": vectors}


def renumbered(vector: Sequence[float], places: dict[int, int]) -> list[float]:
    pairs = zip(vector[::2], vector[1::2], strict=True)
    weights = sorted((places[int(term)], weight) for term, weight in pairs)
    return [number for entry in weights for number in entry]


def test_a_headline_stands_before_bodies_that_say_it_often(tmp_path: Path) -> None:
    built = archive([
        article("河堤", "柳渡" * 20),
        article("柳渡", "河堤加固。"),
        article("春耕", "柳渡，青河。"),
    ])  # fmt: skip
    lay_out(tmp_path, list(records(built, Words())))
    (answer,) = ask(tmp_path, [("柳渡", {})])
    assert "liudu/2022/2022-06-01/c02-02" == answer["ids"][0]
    assert 3 == answer["total"]


def test_an_empty_archive_answers_with_nothing(tmp_path: Path) -> None:
    lay_out(tmp_path, [])
    answers = ask(tmp_path, [("柳渡", {}), ("c", {})])
    assert [(0, True, [])] * 2 == [(found["total"], found["exact"], found["ids"]) for found in answers]


def ids(articles: Sequence[Record], query: str, without: str = "") -> set[str]:
    return {
        record.id for record in articles if holds(query, record) and not (without and holds(without, record))
    }


def test_an_unwanted_word_keeps_out_only_those_that_hold_it_whole(
    articles: list[Record], folder: Path
) -> None:
    queries = [("春耕 -柳渡", "柳渡"), ("春耕 －红砖驿站", "红砖驿站"), ("春耕 -百日行动", "百日行动")]
    answers = ask(folder, [(query, {"confirm": "all"}) for query, _ in queries])
    for (query, without), answer in zip(queries, answers, strict=True):
        assert (query, ids(articles, "春耕", without)) == (query, set(answer["ids"]))


@pytest.mark.parametrize(
    ("query", "field", "word"),
    [
        ("标题:柳渡村", "headline", "柳渡村"),
        ("標題：柳渡村", "headline", "柳渡村"),
        ("标题： 柳渡村", "headline", "柳渡村"),
        ("作者：穆小满", "byline", "穆小满"),
        ("栏目:看河", "section", "看河"),
        ("版次:c02", "folio", "C02"),
    ],
)
def test_a_named_field_is_searched_alone(
    articles: list[Record], folder: Path, query: str, field: str, word: str
) -> None:
    fields = ("kicker", "headline", "subhead") if field == "headline" else (field,)
    expected = {
        record.id
        for record in articles
        if any(matches(word, part) for name in fields for part in record.text.get(name, ()))
    }
    (answer,) = ask(folder, [(query, {"confirm": "all"})])
    assert expected == set(answer["ids"])


def test_results_come_by_date_where_asked(articles: list[Record], folder: Path) -> None:
    newest, oldest = ask(folder, [("柳渡", {"sort": "newest"}), ("柳渡", {"sort": "oldest"})])
    in_order = [record for record in articles if holds("柳渡", record)]
    undated = [record.id for record in in_order if not record.facts.certain]
    dated = [record.id for record in in_order if record.facts.certain]
    assert [*dated, *undated] == newest["ids"]
    assert [*reversed(dated), *undated] == oldest["ids"]


def test_results_are_narrowed_by_day_and_by_facet(folder: Path) -> None:
    may = {"from": "2022-05-01", "to": "2022-06-05"}
    asked: list[Query] = [
        ("柳渡", may),
        ("柳渡", {**may, "unknown": False}),
        ("柳渡", {"only": {"year": ["2021", "2020"]}}),
        ("柳渡", {"only": {"author": ["穆小满"], "year": [""]}}),
    ]
    found = [{id_.split("/")[1] for id_ in answer["ids"]} for answer in ask(folder, asked)]
    assert [
        {"2022-06-01", "XXXX-06-01"},
        {"2022-06-01"},
        {"2021-05-05", "2020-01-08"},
        {"XXXX-06-01"},
    ] == found


def test_beyond_the_limit_a_total_says_that_it_is_an_estimate(articles: list[Record], folder: Path) -> None:
    asked: list[Query] = [
        ("红砖驿站", {"confirm": 20}),
        ("红砖驿站", {"confirm": "all"}),
        ("红砖", {"confirm": 0}),
    ]
    estimate, exact, term = ask(folder, asked)
    assert (False, True, True) == (estimate["exact"], exact["exact"], term["exact"])
    assert len(ids(articles, "红砖驿站")) == exact["total"]
    assert set(exact["ids"]) <= set(estimate["ids"])


@pytest.mark.parametrize(("candidates", "exact"), [(200, True), (201, False)])
def test_a_total_is_exact_up_to_two_hundred_candidates(tmp_path: Path, candidates: int, exact: bool) -> None:
    half = [article("", "红砖驿站。") for _ in range(candidates // 2)]
    other = [article("", "红砖驿，砖驿站。") for _ in range(candidates - len(half))]
    lay_out(tmp_path, list(records(archive([*half, *other]), Words())))
    found, confirmed = ask(tmp_path, [("红砖驿站", {}), ("红砖驿站", {"confirm": "all"})])
    assert exact is found["exact"]
    assert (len(half), True) == (confirmed["total"], confirmed["exact"])
    if exact:
        assert len(half) == found["total"]


def test_a_pasted_passage_of_any_length_is_found(tmp_path: Path) -> None:
    """A run of 1,200 characters asks for 600 terms, and as many words by themselves for as many."""
    dice = Random(5)  # noqa: S311 - the same passage each time
    passage = "".join(chr(dice.randrange(0x4E00, 0x9FA5)) for _ in range(1200))
    lay_out(tmp_path, list(records(archive([article("", passage), article("", passage[:900])]), Words())))
    long, first, words = ask(tmp_path, [(passage, {}), (passage[:900], {}), (" ".join(passage[:600]), {})])
    assert [(1, True), (2, True), (2, True)] == [(one["total"], one["exact"]) for one in (long, first, words)]


@pytest.mark.parametrize("seed", [1, 40_000])
def test_whatever_is_asked_is_answered(folder: Path, seed: int) -> None:
    """Any query, and options that say nothing: an answer of the right shape, the same as without them."""
    command = ["node", SCRIPTS / "fuzzed.js", folder, str(seed), "300"]
    done = subprocess.run(command, capture_output=True, check=True)
    report = json.loads(done.stdout)
    assert ([], 300) == (report["wrong"], report["asked"])
    assert report["found"] > 30


def test_a_page_opened_before_an_update_finds_what_is_there_after_it(
    tmp_path: Path, articles: list[Record], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(segments, "WHOLE_BELOW", 10)
    monkeypatch.setattr(segments, "HALVES_BELOW", 10)
    newer = replace(articles[0], id="liudu/2022/2022-06-15/c02-01", text={"body": ["红砖驿站，新渡口的灯。"]})
    newer = replace(newer, facts=replace(newer.facts, date="2022-06-15"))
    lay_out(tmp_path / "before", articles)
    lay_out(tmp_path / "after", [newer, *articles])
    tmp_path.joinpath("queries.json").write_text(json.dumps(["柳渡", "红砖", "口的灯", "葛藤"]), "utf-8")
    done = subprocess.run(["node", SCRIPTS / "updated.js", tmp_path], capture_output=True, check=True)
    before, *after = (set(ids) for _, ids in json.loads(done.stdout))
    assert ids(articles, "柳渡") == before
    expected = [ids([newer, *articles], query) for query in ("红砖", "口的灯", "葛藤")]
    assert expected == after
    assert {newer.id} == expected[1]


def one_answer(folder: Path) -> Answer:
    (answer,) = ask(folder, [("红砖", {})])
    return answer


@pytest.fixture
def site(tmp_path: Path, articles: list[Record]) -> Path:
    lay_out(tmp_path, articles)
    return tmp_path


def test_a_missing_shard_is_said(site: Path) -> None:
    for shard in site.glob("search/*/i/0/*.js"):
        shard.unlink()
    assert {"error": "检索数据没有载入成功。"} == one_answer(site)


def test_a_shard_cut_short_is_said(site: Path) -> None:
    for shard in site.glob("search/*/i/0/*.js"):
        shard.write_bytes(shard.read_bytes()[:-40])
    assert "检索数据不完整" in one_answer(site)["error"]


def test_a_shard_of_another_build_is_said(site: Path, articles: list[Record]) -> None:
    files = index_of(articles[:-1])
    others = {Path(name).name: data for name, data in files.items() if "/i/0/" in name}
    for shard in site.glob("search/*/i/0/*.js"):
        shard.write_bytes(others.get(shard.name, others["0.js"]))
    assert "不是同一次建成" in one_answer(site)["error"]


def test_a_head_and_a_table_of_two_builds_are_never_mixed(site: Path) -> None:
    (site / "search" / "fold.js").write_bytes(index_of([])["search/fold.js"])
    assert "对不上" in one_answer(site)["error"]
