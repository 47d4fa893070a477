import pytest

from newspaper_archive.folder.text.masking import masked, masked_lines


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        ("记者 王　岚 说", "王岚", "记者 █　█ 说"),
        ("老大王\n　　岚说", "王岚", "老大█\n　　█说"),
        ("**王**岚说", "王岚", "**████说"),
        ("王\u200b岚说", "“王岚”", "███说"),
        ("阿布都・热合曼说", "阿布都·热合曼", "███████说"),
        ("阿布都·热合曼说", "阿布都热合曼", "███████说"),
        ("電話：１３８－0000－1111", "13800001111", "電話：█████████████"),
        ("陳麗說", "陈丽", "██說"),
        ("LI Lei, li lei", "Li Lei", "██ ███, ██ ███"),
        ("划到对岸，两岸居民", "到对岸,两岸", "划██████居民"),
        ("划到对岸。\n两岸居民", "到对岸,两岸", "划████\n██居民"),
        ("王岚王岚", "王岚", "████"),
    ],
)
def test_words_are_hidden_however_they_are_printed(text: str, words: str, shown: str) -> None:
    assert shown == masked(text, [words])
    assert len(text) == len(shown)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("称王。岚山", "王岚"),
        ("称王\n\n岚山", "王岚"),
        ("王大岚", "王岚"),
        ("Lima", "Li"),
        ("138000011112的", "1380000111"),
        ("划到对岸\n\n两岸居民", "到对岸,两岸"),
        ("", "王岚"),
    ],
)
def test_what_only_looks_like_the_words_is_left(text: str, words: str) -> None:
    assert text == masked(text, [words])


def test_words_of_a_line_are_hidden_where_they_touch_it() -> None:
    lines = ["甲王", "岚乙王岚", "王岚"]
    assert ["甲█", "█乙██", "██"] == masked_lines(lines, [("王岚", ())], [])
    assert ["甲█", "█乙王岚", "王岚"] == masked_lines(lines, [("王岚", (1,))], [])
    assert ["甲王", "岚乙王岚", "██"] == masked_lines(lines, [("王岚", (3,))], [])


def test_whole_lines_keep_their_blanks_and_their_length() -> None:
    assert ["一", "　　███", "", "三"] == masked_lines(["一", "　　二，乙", "", "三"], [], [2, 3, 9])
