"""Other letters in place of Han characters: a PDF's font had no table of what its forms stand for.

`ᄀᄂ ᆨᆫ ᄃᄅ` or `%&'( )*+, -./0` where the page prints 渡口的船又开了. An English page is
English, and a page that is all in one other script may be in that language.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from newspaper_archive.folder.text.misread import MISREAD
from newspaper_archive.lexicon.han import HAN
from newspaper_archive.model import Page, Problem, Severity
from newspaper_archive.problems.quoting import problem_on, quoted

FEWEST_LETTERS = 40
SHARE_OF_OTHERS, SHARE_OF_ONE, SHARE_OF_HAN = 0.3, 0.9, 0.02
SHARE_OF_WORDS, SHARE_OF_FIGURES = 0.5, 0.4

_HAN = re.compile(f"[{HAN}]")
_WORD = re.compile(r"[A-Za-z]*[aeiouyAEIOUY][A-Za-z]*")
_CALLED = {
    "HANGUL": "朝鲜文",
    "CYRILLIC": "西里尔文",
    "GREEK": "希腊文",
    "ARABIC": "阿拉伯文",
    "HIRAGANA": "日文假名",
    "KATAKANA": "日文假名",
    "THAI": "泰文",
    "TIBETAN": "藏文",
    "MONGOLIAN": "蒙古文",
    "YI": "彝文",
    "HEBREW": "希伯来文",
    "DEVANAGARI": "天城文",
    "LATIN": "西文附加字母",
}
_ADVICE = (
    "若原版是汉字，多半是 PDF 的字库没有对照表：请从排版系统重新导出（嵌入字体，带 ToUnicode），"
    "或把版面图片交给文字识别"
)


def other_script(page: Page) -> Iterator[Problem]:
    """One for the whole page; nothing where it was said that it was misread."""
    if any(problem.code == MISREAD for problem in page.problems):
        return
    text = "".join(line.raw for line in page.lines)
    if text.isascii() or _is_mostly_ascii(text):
        yield from _signs_for_letters(page, text)
        return
    letters = [character for character in text if character.isalpha()]
    others = [one for one in letters if not one.isascii() and not _HAN.match(one)]
    if len(letters) < FEWEST_LETTERS or len(others) < SHARE_OF_OTHERS * len(letters):
        return
    scripts = Counter(_script(one) for one in others)
    han = sum(bool(_HAN.match(one)) for one in letters) / len(letters)
    most, times = scripts.most_common(1)[0]
    one_language = han < SHARE_OF_HAN and times >= SHARE_OF_ONE * len(letters)
    yield _problem(page, others, f"{len(others)} 个字是{_CALLED.get(most, '别的文字')}等", one_language)


def _is_mostly_ascii(text: str) -> bool:
    return len(text.encode("ascii", "ignore")) > (1 - SHARE_OF_HAN) * len(text)


def _problem(page: Page, others: list[str], what: str, one_language: bool) -> Problem:
    line = next(line for line in page.lines if others[0] in line.raw)
    seen = f"不是汉字：{what}，如{quoted(line.raw)}"
    if one_language:
        advice = f"{_ADVICE}。若原版就是这种文字，不需要改"
        return problem_on(Severity.NOTE, "other-script", page, [line.number], seen, advice)
    return problem_on(Severity.ERROR, "other-script", page, [line.number], seen, _ADVICE)


def _signs_for_letters(page: Page, text: str) -> Iterator[Problem]:
    """Signs and letters without a word among them."""
    printed = [character for character in text if not character.isspace()]
    if len(printed) < FEWEST_LETTERS:
        return
    in_words = sum(len(word) for word in _WORD.findall(text) if len(word) > 1)
    figures = sum(character.isdigit() for character in printed)
    if in_words < SHARE_OF_WORDS * (len(printed) - figures) and figures < SHARE_OF_FIGURES * len(printed):
        line = next(line for line in page.lines if line.raw.strip())
        seen = f"不成文字：全是符号和字母，如{quoted(line.raw)}"
        yield problem_on(Severity.ERROR, "other-script", page, [line.number], seen, _ADVICE)


def _script(letter: str) -> str:
    """The first word of its name: HANGUL, CYRILLIC."""
    return unicodedata.name(letter, "").split(" ")[0]
