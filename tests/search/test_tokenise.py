"""Python's tokeniser against the vectors that the browser's is held to as well."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from depth import FULL
from newspaper_archive.lexicon.simplified import simplified
from newspaper_archive.search.index import fold_digits
from newspaper_archive.search.tokenise import WALL, fold, pair, terms, units
from newspaper_archive.search.unit_arrays import WALL_CODE, UnitReader

from .oracle import matches

VECTORS = json.loads(Path(__file__).parents[1].joinpath("vectors", "tokenise.json").read_text("utf-8"))
# All that Unicode has written on, and every 61st where it has not yet; `make test-full` takes all.
WRITTEN, TAGS = 0x34000, range(0xE0000, 0xE1000)
CODE_POINTS = (
    range(sys.maxunicode + 1)
    if FULL
    else [*range(WRITTEN), *TAGS, *range(WRITTEN, sys.maxunicode + 1, 61), sys.maxunicode]
)


def printed(text: str) -> list[list[str]]:
    return [[unit.text, text[unit.start : unit.end]] for unit in units(text)]


@pytest.mark.parametrize("case", VECTORS["fold"], ids=lambda case: case["title"])
def test_a_text_folds_as_the_vectors_say(case: dict[str, str]) -> None:
    assert case["folded"] == fold(case["text"]).text


@pytest.mark.parametrize("case", VECTORS["units"], ids=lambda case: case["title"])
def test_a_text_has_the_units_that_the_vectors_say(case: dict[str, Any]) -> None:
    assert case["units"] == printed(case["text"])


@pytest.mark.parametrize("case", VECTORS["pairs"], ids=lambda case: case["pair"])
def test_two_neighbours_are_the_term_that_the_vectors_say(case: dict[str, str]) -> None:
    assert case["pair"] == pair(case["first"], case["second"])


@pytest.mark.parametrize("case", VECTORS["matches"], ids=lambda case: f"{case['query']} in {case['text']}")
def test_the_oracle_finds_what_the_vectors_say(case: dict[str, str]) -> None:
    assert case["found"] == matches(case["query"], case["text"])


@pytest.mark.slow
def test_every_code_point_is_a_unit_a_wall_or_passed_over_as_the_vectors_say() -> None:
    ranges = [[int(code, 16) for code in span.split("-")] for span in VECTORS["passed_over"]]
    passed_over = {code for first, last in ranges for code in range(first, last + 1)}
    wrong = []
    for code in CODE_POINTS:
        character = chr(code)
        if fold(character).text != character:
            continue
        letters = [] if code in passed_over else [character]
        expected = [WALL] if character in VECTORS["walls"] else letters
        if expected != [unit.text for unit in units(character)]:
            wrong.append(hex(code))
    assert wrong == []


def test_terms_are_the_units_once_and_the_pairs_that_no_wall_parts() -> None:
    found = terms(["投", "产", WALL, "投", "产", WALL, "运"])
    assert ["投", "产", "运", "投产", "投产"] == found


def test_the_browsers_tests_fold_by_the_whole_table() -> None:
    written = Path(__file__).parents[1].joinpath("vectors", "fold.json").read_text("utf-8")
    assert fold_digits(set(simplified().values())) == json.loads(written)["digits"]


def test_no_character_is_searched_as_one_that_is_searched_as_another() -> None:
    assert set() == set(simplified()) & set(simplified().values())


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(text).text == fold(fold(text).text).text


@given(st.text())
def test_offsets_rise_and_end_where_print_ends(text: str) -> None:
    offsets = fold(text).offsets
    assert len(text) == offsets[-1]
    assert list(offsets) == sorted(offsets)


@given(st.text(), st.text())
def test_a_blank_between_two_texts_changes_no_unit(first: str, second: str) -> None:
    both = [unit.text for unit in units(f"{first} {second}")]
    assert both == [unit.text for unit in (*units(first), *units(second))]


@pytest.mark.parametrize("case", VECTORS["units"] + VECTORS["fold"], ids=lambda case: case["title"])
def test_the_index_reads_the_same_units(case: dict[str, Any]) -> None:
    reader = UnitReader()
    codes, _ = reader.read([case["text"]])
    expected = [unit.text for unit in units(case["text"])]
    assert [*expected, WALL] == [WALL if code == WALL_CODE else reader.text(code) for code in codes.tolist()]
