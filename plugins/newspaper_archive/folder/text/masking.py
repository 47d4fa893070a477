"""Hides withdrawn words in a text, each of their characters as █, so that lines stay as long as they were.

`王　岚` and `王` at the end of a line with `岚` at the beginning of the next are 王岚; `称王。岚山` is not.
Width, case and traditional characters make no difference, nor do the marks of Markdown; an English word is
not looked for within a longer one.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from newspaper_archive.lexicon.simplified import simplified

HIDDEN = "█"
# Blanks, what nobody sees, marks of Markdown, the points within foreign names; and one line end among them.
_BETWEEN = r"[^\S\n\u2028\u2029]|[\u00ad\u200b-\u200f\u2060\ufeff*`~\\·•・‧]"
_GAP = rf"(?:{_BETWEEN})*(?:\n(?:{_BETWEEN})*)?"
_FIGURE_GAP = rf"(?:{_BETWEEN}|[-‐-―−])*(?:\n(?:{_BETWEEN})*)?"
_MARKS = r"(?:(?!\n\s*\n)[\W_])*?"
_VISIBLE = re.compile(r"\S")


def masked(text: str, words: Iterable[str]) -> str:
    """The text, which may be of many lines, without any of the words."""
    for one in words:
        for start, end in places(text, one):
            text = text[:start] + _VISIBLE.sub(HIDDEN, text[start:end]) + text[end:]
    return text


def masked_lines(
    lines: Sequence[str], words: Iterable[tuple[str, Sequence[int]]], whole: Iterable[int]
) -> list[str]:
    """A page's lines, `whole` ones without a letter; words that bear line numbers only on one of those."""
    text = "\n".join(line.replace("\n", " ") for line in lines)
    for one, numbers in words:
        for start, end in places(text, one):
            first = text.count("\n", 0, start) + 1
            last = first + text.count("\n", start, end)
            if not numbers or any(first <= number <= last for number in numbers):
                text = text[:start] + _VISIBLE.sub(HIDDEN, text[start:end]) + text[end:]
    found = text.split("\n")
    for number in whole:
        if 0 < number <= len(found):
            found[number - 1] = _VISIBLE.sub(HIDDEN, found[number - 1])
    return found


def places(text: str, words: str) -> list[tuple[int, int]]:
    """Where in a text the words stand."""
    form = _form(words)
    return [found.span() for found in form.finditer(_folded(text))] if form and text else []


@lru_cache(maxsize=1024)
def _form(words: str) -> re.Pattern[str] | None:
    letters = re.findall(r"[^\W_]|[\W_]+", _folded(words))
    while letters and not letters[0].isalnum():
        letters.pop(0)
    while letters and not letters[-1].isalnum():
        letters.pop()
    if not letters:
        return None
    pattern = "".join(_between(one, other) for one, other in pairwise(letters))
    before = r"(?<![a-z0-9])" if _is_latin(letters[0]) else ""
    after = r"(?![a-z0-9])" if _is_latin(letters[-1]) else ""
    return re.compile(f"{before}{pattern}{re.escape(letters[-1])}{after}")


def _between(one: str, other: str) -> str:
    """The letter, or what stands for marks between letters, and what may stand between it and the next."""
    if not one.isalnum():
        return _MARKS
    if not other.isalnum():
        return re.escape(one)
    return re.escape(one) + (_FIGURE_GAP if one.isdigit() and other.isdigit() else _GAP)


def _is_latin(letter: str) -> bool:
    return letter.isascii() and letter.isalnum()


def _folded(text: str) -> str:
    """Character for character: of one width, one case, simplified."""
    return "".join(map(_fold, text))


@lru_cache(maxsize=65536)
def _fold(character: str) -> str:
    plain = unicodedata.normalize("NFKC", character).casefold()
    plain = plain if len(plain) == 1 else character
    return simplified().get(plain, plain) if plain != "\n" else plain
