"""A page whose font had no table of its characters is told; one in another language is not."""

import pytest

from newspaper_archive.problems.other_script import other_script
from prints import STORY, printed

HANGUL = "나루터의 배가 다시 떴다 어제 나루터의 늙은 사공이 배를 저어 강을 건넜다\n"
SHIFTED = "".join(
    chr(0x1100 + ord(character) % 200) if character > "一" else character for character in STORY
)
MIXED = "".join(
    chr((0x0391, 0x0531, 0x0E01, 0x10D0)[at % 4] + ord(character) % 20) if character > "一" else character
    for at, character in enumerate(STORY)
)


def told(text: str) -> list[str]:
    return [str(one.severity) for one in other_script(printed(text))]


@pytest.mark.parametrize(
    "text",
    [
        "今日清河 2031年3月10日 星期一 渡口的船\n" + SHIFTED,
        MIXED,
        "%&'( )*+,- ./0123 456 !789:; <=>? @ABC\n\"#$% &'()*+ ,-./ :;<=>?@[ ]^_`{|}~ %&'()*+,-./\n",
        "WKH IHUUB\n!#$%& bcdfg hjklm npqrs tvwxz\nbcdfg hjklm npqrs tvwxz ]]^^ \\\\|| @@ ~~\n",
    ],
    ids=["Hangul and Han", "many scripts", "signs", "letters without a word"],
)
def test_other_letters_in_place_of_han_are_an_error(text):
    assert ["error"] == told(text)


def test_a_page_all_in_one_other_script_is_noted_for_it_may_be_in_that_language():
    assert ["note"] == told(HANGUL * 3)


PAGES = {
    "Chinese": STORY,
    "English": "The ferry runs again. Yesterday the old ferryman rowed across, and both banks could trade.\n",
    "French": "L'été dernier, à côté de la forêt, l'élève préféré a mangé du pâté où ça plaît à sa mère.\n"
    * 2,
    "Chinese and English": STORY + "The ferry runs again, from bank to bank, said the old ferryman to us.\n",
    "a table of figures": "12.5 13.4 +0.3% 1,204 | 15.5 11.4 -0.3% 2,104 |\n" * 4,
    "few letters": "ᄀᄂᄃ",
}


@pytest.mark.parametrize("text", PAGES.values(), ids=PAGES.keys())
def test_what_is_printed_so_is_not_told(text):
    assert [] == told(text)
