"""Which words are names, and who bears which role in a byline."""

import pytest

from newspaper_archive.lexicon.names import are_bare_names, are_names, is_name, people
from newspaper_archive.model import Byline


@pytest.mark.parametrize("word", ["王岚", "邵春雨", "欧阳小满", "诸葛亮", "阿依·努兰", "〓青山"])
def test_a_name_has_as_many_letters_as_its_family_lets_it_have(word: str) -> None:
    assert is_name(word)


@pytest.mark.parametrize("word", ["王", "云汀新区", "未完待续", "首尔", "图片", "王岚邵春雨", ""])
def test_other_words_are_no_names(word: str) -> None:
    assert not is_name(word)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("本报驻云汀记者 王岚", [("记者", "王岚")]),
        ("云汀融媒记者 王岚 全媒体首席记者 林立", [("融媒记者", "王岚"), ("全媒体首席记者", "林立")]),
        ("本报记者 通讯员 王岚 林立", [("记者", "王岚"), ("通讯员", "林立")]),
        ("本报记者 通讯员 王岚 林立 丁禾", [("署名", "王岚"), ("署名", "林立"), ("署名", "丁禾")]),
        ("口述 王岚 整理 林立", [("署名", "王岚"), ("署名", "林立")]),
        ("本报记者李博文王宏图", [("记者", "李博文"), ("记者", "王宏图")]),
    ],
)
def test_each_name_has_the_role_printed_before_it(text: str, said: list[tuple[str, str]]) -> None:
    assert [Byline(*one) for one in said] == list(people(text))


def test_a_sentence_without_blanks_is_not_parted_into_names() -> None:
    assert ["齐小龙三号楼的人都来了"] == [one.name for one in people("齐小龙三号楼的人都来了")]


def test_names_stand_alone_only_between_blanks() -> None:
    assert are_bare_names("○王岚 丁 禾")
    assert not are_bare_names("云汀区自来水站")


@pytest.mark.parametrize("text", ["*", "记者 a+*(?", "记者 a**b+cd 王岚", "\\"])
def test_any_print_may_be_asked_whether_it_is_names(text: str) -> None:
    assert not are_names(text)
