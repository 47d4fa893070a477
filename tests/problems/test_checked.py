"""A doubt that the desk has looked at is done while the words that it is of are the same, and no longer."""

from dataclasses import replace

import pytest

from newspaper_archive.folder.sidecar.fingerprint import fingerprint
from newspaper_archive.model import Page, Problem, Severity, Tick
from newspaper_archive.problems.checked import looked_at, mark_of, placed, ticks_of, with_ticks
from newspaper_archive.problems.quoting import problem_on
from prints import printed

CREDIT = "■通讯员 王岚 摄"
LINES = ["渡口的船又开了", "", "渡口镇的老船工把船划到对岸。", CREDIT, "新茶上市"]


def page(lines: list[str], *problems: Problem) -> Page:
    return replace(printed("\n".join(lines)), problems=problems)


def doubt(*lines: int, code: str = "orphan-credit", severity: Severity = Severity.NOTE) -> Problem:
    return problem_on(severity, code, printed("渡口"), lines, "看不清", "请核对")


def tick(line: int | None, words: str = CREDIT, code: str = "orphan-credit") -> Tick:
    return Tick(line, code, fingerprint(words), 2)


def looks(lines: list[str], problem: Problem, *ticks: Tick) -> tuple[bool, str]:
    """Whether it counts as looked at, and how it differs from what was."""
    (found,) = with_ticks(page(lines, problem), ticks).problems
    assert replace(found, checked=False, since="") == problem
    return found.checked, found.since


def test_a_tick_holds_while_the_words_on_its_line_are_the_same() -> None:
    assert (True, "") == looks(LINES, doubt(4), tick(4))
    assert (True, "") == looks([*LINES[:3], "  ■通讯员　王岚 摄", *LINES[4:]], doubt(4), tick(4))


def test_a_tick_follows_its_words_where_they_stand_once() -> None:
    assert (True, "") == looks(["今日大河", "", *LINES], doubt(6), tick(4))
    assert (False, "") == looks(["今日大河", "", *LINES], doubt(4), tick(4))


def test_of_words_that_stand_twice_it_holds_on_its_own_line_alone() -> None:
    twice = [*LINES, CREDIT]
    assert (True, "") == looks(twice, doubt(4), tick(4))
    assert (False, "") == looks(twice, doubt(6), tick(4))
    assert (False, "") == looks(["今日大河", *twice], doubt(5), tick(4))


def test_one_changed_character_brings_the_doubt_back() -> None:
    changed = [*LINES[:3], "■通讯员 王兰 摄", *LINES[4:]]
    assert (False, "上次核过，后来这一行改了") == looks(changed, doubt(4), tick(4))


@pytest.mark.parametrize(
    "other", [tick(4, code="breaks-off"), tick(3, LINES[2]), tick(None), Tick(4, "orphan-credit", "")]
)
def test_a_tick_of_another_doubt_or_without_a_mark_says_nothing_of_this_one(other: Tick) -> None:
    assert (False, "") == looks(LINES, doubt(4), other)


def test_each_of_two_doubts_on_one_line_needs_a_tick_of_its_own() -> None:
    both = doubt(4), doubt(4, code="breaks-off")
    found = with_ticks(page(LINES, *both), [tick(4)]).problems
    assert [True, False] == [problem.checked for problem in found]


def test_a_doubt_of_several_places_is_done_when_all_of_them_are() -> None:
    first, last = tick(1, LINES[0]), tick(5, LINES[4])
    assert (True, "") == looks(LINES, doubt(1, 5), first, last)
    assert (False, "上次核过，后来多了第 5 行") == looks(LINES, doubt(1, 5), first)
    changed = [*LINES[:4], "新茶上世"]
    assert (False, "上次核过，后来第 5 行改了") == looks(changed, doubt(1, 5), first, last)


def test_an_error_is_never_ticked() -> None:
    assert (False, "") == looks(LINES, doubt(4, severity=Severity.ERROR), tick(4))
    whole = Problem(Severity.ERROR, "binary", "C01.txt", None, "坏了", "请改")
    assert (whole,) == looked_at([whole], [Tick(None, "binary", mark_of(whole))])


def whole(seen: str, code: str = "doubtful-date") -> Problem:
    return Problem(Severity.NOTE, code, "C01.txt", None, seen, "请写 date")


SEEN = "日期“2024-03-08~”只是推算，根据是第6行“3月8日讯”，电头的日子"


def test_a_doubt_of_the_whole_page_is_ticked_by_what_was_seen() -> None:
    ticks = ticks_of(whole(SEEN), ())
    same = SEEN.replace("第6行", "第16行").replace("只是推算", "是推算出来的")
    other = SEEN.replace("2024", "2023")
    assert (True, "") == looks(LINES, whole(same), *ticks)
    assert (False, "上次核过，后来看到的变了") == looks(LINES, whole(other), *ticks)
    assert (False, "") == looks(LINES, whole(SEEN, "undated"), *ticks)


def test_of_two_like_doubts_of_the_whole_page_one_may_be_ticked() -> None:
    both = whole("与“C02.txt”几乎是同一版：“渡口的船”"), whole("与“C03.txt”几乎是同一版：“新茶”")
    found = looked_at(both, ticks_of(both[0], ()))
    assert [(True, ""), (False, "")] == [(problem.checked, problem.since) for problem in found]


def test_what_is_ticked_is_found_again_on_the_same_page() -> None:
    for problem in (doubt(4), doubt(1, 4, 5), doubt(2), whole(SEEN)):
        assert (True, "") == looks(LINES, problem, *ticks_of(problem, LINES))


def test_marks_are_told_again_without_being_counted_twice() -> None:
    ticks = placed([tick(4)], LINES)
    once = looked_at([doubt(4)], ticks)
    assert once == looked_at(once, ticks)


def test_a_page_without_ticks_stays_as_it_is() -> None:
    untouched = page(LINES, doubt(4))
    assert untouched is with_ticks(untouched, ())
