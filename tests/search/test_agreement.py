"""The index read by the real lunr.js finds what going through every record finds, no more and no less."""

import json
import subprocess
from pathlib import Path
from random import Random
from typing import Any

import pytest

from newspaper_archive.search import Words, build_index
from newspaper_archive.search.records import Record, records
from newspaper_archive.search.tokenise import fold

from .invented import archive, article, random_archive, random_query
from .oracle import holds

ANSWER = Path(__file__).parents[1] / "js" / "answer.js"
ARTICLES = random_archive(2, 150)
HARD_QUERIES = [
    "constructor",
    "const",
    "__proto__",
    "𠮷渡桥",
    "𠮷",
    "2",
    "220",
    "20兆瓦",
    "4#储罐",
    "4储罐",
    "wifi",
    "Wi-Fi",
]


def answers(built: Any, queries: list[str], folder: Path) -> list[dict[str, Any]]:
    """What the search page would show for each query."""
    for name, content in build_index(built).items():
        file = folder / name
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(content)
    folder.joinpath("queries.json").write_text(json.dumps(queries), "utf-8")
    done = subprocess.run(["node", ANSWER, folder], capture_output=True, check=True)
    answered: list[dict[str, Any]] = json.loads(done.stdout)
    return answered


def queries_for(articles: list[Record]) -> list[str]:
    random = Random(3)  # noqa: S311 - queries for tests
    strings = [string for record in articles for parts in record["text"].values() for string in parts]
    # A lone quotation mark is a phrase's beginning to the page and dress to the oracle.
    drawn = (random_query(random, strings).replace("“", "").replace("”", "") for _ in range(600))
    return [*HARD_QUERIES, *(query for query in drawn if any(char.isalnum() for char in query))]


@pytest.fixture(scope="module")
def answered(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, dict[str, Any]]]:
    queries = queries_for(records(ARTICLES, Words()))
    return list(zip(queries, answers(ARTICLES, queries, tmp_path_factory.mktemp("index")), strict=True))


def test_the_page_finds_what_going_through_every_record_finds(
    answered: list[tuple[str, dict[str, Any]]],
) -> None:
    articles = records(ARTICLES, Words())
    for query, answer in answered:
        expected = {record["address"] for record in articles if holds(query, record)}
        assert (query, expected) == (query, {address for address, _ in answer["found"]})


def test_the_page_finds_what_grep_finds(answered: list[tuple[str, dict[str, Any]]]) -> None:
    lines = {
        record["address"]: [fold(string).text for parts in record["text"].values() for string in parts]
        for record in records(ARTICLES, Words())
    }
    for query, answer in answered:
        folded = fold(query).text
        if not all("\u4e00" <= char <= "\u9fff" for char in folded):
            continue
        grepped = {address for address, texts in lines.items() if any(folded in text for text in texts)}
        assert grepped <= {address for address, _ in answer["found"]}


def test_what_is_marked_folds_to_what_was_asked(answered: list[tuple[str, dict[str, Any]]]) -> None:
    for query, answer in answered:
        if not all("\u4e00" <= char <= "\u9fff" for char in query):
            continue
        for _, marks in answer["found"]:
            assert all(letters(mark) == query for mark in marks)


def letters(printed: str) -> str:
    return "".join(char for char in printed if char.isalnum())


def test_most_candidates_are_results(answered: list[tuple[str, dict[str, Any]]]) -> None:
    found = sum(len(answer["found"]) for _, answer in answered)
    assert found > 10 * sum(answer["vain"] for _, answer in answered)


def test_a_headline_stands_before_bodies_that_say_it_often(tmp_path: Path) -> None:
    built = archive([
        article("河堤", "柳渡" * 20),
        article("柳渡", "河堤加固。"),
        article("春耕", "柳渡，青河。"),
    ])  # fmt: skip
    (answer,) = answers(built, ["柳渡"], tmp_path)
    assert answer["found"][0][0] == "liudu/2022/2022-06-01/c02-02.html"
    assert len(answer["found"]) == 3


def test_an_empty_archive_answers_with_nothing(tmp_path: Path) -> None:
    assert answers(archive([]), ["柳渡", "c"], tmp_path) == [{"found": [], "vain": 0}] * 2
