"""The 64 characters that the address book keeps of a text tell how like two texts are."""

import random

import pytest

from newspaper_archive.reading.text_sketch import likeness, same_headline, size, sketch, within

WORDS = "渡口老船工把划到对岸两居民又能坐赶集河堤加固程完镇里学校请来木匠教孩子做桥灯市开张夜路亮起水站修好"


def text(seed: int, letters: int = 600) -> str:
    dice = random.Random(seed)  # noqa: S311 - texts to be told apart
    return "".join(dice.choice(WORDS) for _ in range(letters))


def jaccard(one: str, other: str) -> float:
    a, b = ({each + after for each, after in zip(t, t[1:] + t[0], strict=True)} for t in (one, other))
    return len(a & b) / len(a | b)


@pytest.mark.parametrize("kept", [0, 100, 300, 450, 550, 600])
def test_two_sketches_are_as_alike_as_their_texts(kept: int) -> None:
    one = text(1)
    other = one[:kept] + text(2)[kept:]
    assert likeness(sketch("", one), sketch("", other)) == pytest.approx(jaccard(one, other), abs=0.15)


def test_blanks_marks_width_and_case_do_not_count() -> None:
    assert sketch("渡口，开了", "ABC 本报讯。") == sketch("渡口 开了", "ａｂｃ本报讯")


def test_it_is_64_characters_that_a_line_may_hold() -> None:
    for headline, body in (("渡口", text(1)), ("", text(1)), ("", ""), ("渡", ""), ("", "\ud800\U0001f600")):
        found = sketch(headline, body)
        assert 64 == len(found)
        assert found.isascii()
        assert not set(found) & set(" \t\n#")


def test_the_same_on_every_machine() -> None:
    assert "qTR5" == sketch("渡口的船又开了", "两岸居民又能坐船赶集")[-4:]


def test_a_text_without_letters_is_like_none_but_its_like() -> None:
    assert 0.0 == likeness(sketch("", "……"), sketch("", text(1)))
    assert 1.0 == likeness(sketch("", "……"), sketch("", ""))


def test_the_headline_is_told_apart_from_the_text() -> None:
    one, other = sketch("渡口的船", text(1)), sketch("渡口的船", text(2))
    assert same_headline(one, other)
    assert not same_headline(one, sketch("河堤", text(1)))
    assert not same_headline(sketch("", text(1)), sketch("", text(1)))


def test_how_much_of_a_text_is_in_a_longer_one() -> None:
    part, whole = text(1, 300), text(1, 300) + text(2, 500)
    assert within(sketch("", part), sketch("", whole)) > 0.7
    assert within(sketch("", part), sketch("", text(3, 800))) < 0.5
    assert 0.0 == within(sketch("", ""), sketch("", whole))


def test_its_size_is_the_number_of_its_pairs() -> None:
    assert (0, 4, 4) == tuple(size(sketch("", one)) for one in ("", "春江花月", "春江花月春江花月"))
