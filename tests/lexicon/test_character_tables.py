"""The tables of one character in several forms: made of Unicode's files, and apart where two are meant."""

from pathlib import Path

import pytest

from newspaper_archive.lexicon.names import names
from newspaper_archive.lexicon.simplified import radicals, simplified, traditional
from newspaper_archive.lexicon.word_lists import entries

from .write_character_tables import DATA, tables

ONE = """
値值 偸偷 兪俞 告吿 喞唧 喩喻 塡填 姸妍 尙尚 廏廄 愼慎 曁暨 楡榆 槪概 淸清 漑溉 煕熙 硏研 緖緒 鄕鄉 靑青
衛衞 鬭鬥 污汚 寃冤 彝彞 每毎 莊荘 睹覩 郎郞 髙高 卽即 啓启 强強 敎教 旣既 査查 眞真 鎭镇 黒黑 済济 顔颜
亀龟 峯峰 羣群 牀床 裏里 呉吴 戸户 悅悦 脫脱 說说 銳锐 閱阅 溫温 淨净 祿禄 黃黄 產产 虛虚 沢泽 実实 斉齐
"""
UNICODE = Path("/usr/share/unicode")


def searched(text: str) -> str:
    return "".join(simplified().get(character, character) for character in text)


def test_the_tables_are_what_unicodes_files_say() -> None:
    if not (UNICODE / "EquivalentUnifiedIdeograph.txt").exists():
        pytest.skip("Debian's package unicode-data is not installed")
    written = tuple((DATA / f"{name}.txt").read_text("utf-8") for name in ("radicals", "character_forms"))
    assert written == tables(UNICODE)


@pytest.mark.parametrize("pair", ONE.split())
def test_old_and_regional_forms_are_one_character(pair: str) -> None:
    assert searched(pair[0]) == searched(pair[1])


@pytest.mark.parametrize(
    "pair", [*entries("other_character"), "土士", "日曰", "己已", "戊戌", "末未", "鉴签"]
)
def test_what_two_names_or_words_are_spelt_by_stays_apart(pair: str) -> None:
    assert searched(pair[0]) != searched(pair[1])


def test_every_radical_of_unicode_that_has_an_ideograph_is_in_the_table() -> None:
    assert 115 - 1 + 214 == len(radicals())
    assert "人民长齐西门" == "".join(radicals()[one] for one in "⼈⺠⻓⻬⻄⻔")


def test_a_radical_is_searched_as_its_ideograph() -> None:
    assert "长齐龟" == searched("⻓⻫⻲")


def test_an_old_form_does_not_make_a_text_traditional() -> None:
    assert not set("髙淸黒") & set(traditional())


@pytest.mark.parametrize("name", ["髙青山", "呉小满", "郞一帆"])
def test_a_family_name_in_an_old_form_is_a_family_name(name: str) -> None:
    assert (name, "王立") == names(f"{name}王立")
