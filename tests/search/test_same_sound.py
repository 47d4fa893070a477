"""The table of characters that sound alike, and what of it an archive needs."""

from collections import defaultdict
from collections.abc import Iterator
from importlib.resources import files

from pypinyin import lazy_pinyin

from newspaper_archive.search.suggestions import alike

DAILY, ROWS, CELLS = range(0xB0, 0xD8), range(0xB0, 0xF8), range(0xA1, 0xFF)


def characters() -> Iterator[tuple[str, bool]]:
    """Those of GB 2312, and whether each is in daily use."""
    for row in ROWS:
        for cell in CELLS:
            character = bytes((row, cell)).decode("gb2312", "replace")
            if len(character) == 1 and character != "\ufffd":
                yield character, row in DAILY


def test_the_table_is_as_pypinyin_reads_each_character_by_itself() -> None:
    rows: dict[str, list[str]] = defaultdict(lambda: ["", ""])
    for character, daily in characters():
        rows[lazy_pinyin(character)[0]][not daily] += character
    lines = [" ".join([sound, *row]).rstrip() for sound, row in sorted(rows.items())]
    text = files("newspaper_archive").joinpath("lexicon", "data", "sounds.txt").read_text("utf-8")
    assert lines == [line for line in text.splitlines() if not line.startswith("#")]


def test_a_row_is_told_where_any_of_it_is_held_and_rare_characters_only_where_they_are() -> None:
    rows = list(alike({"广", "咣", "州"}))
    (sound_of_guang,) = (row for row in rows if "广" in row)
    assert sorted("光广逛咣") == sorted(sound_of_guang)
    assert 2 == len(rows)
    assert [] == list(alike(set()))
