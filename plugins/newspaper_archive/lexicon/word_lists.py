"""The word lists of `data/`, one entry a line, `#` opens a comment; read once, as patterns and tuples."""

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files


def entries(name: str) -> tuple[str, ...]:
    """The entries of a list, in its order; a line may hold several, parted by blanks."""
    text = files("newspaper_archive").joinpath("lexicon", "data", f"{name}.txt").read_text("utf-8")
    return tuple(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


@cache
def two_letter_words() -> frozenset[str]:
    """The most frequent words of two characters, in simplified ones: 建设 and not 设把."""
    return frozenset(entries("common_words"))


def any_word(words: Iterable[str]) -> str:
    """A group of any of the words, the longest first, to stand within a pattern."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, longest_first))})"


def any_of(name: str) -> re.Pattern[str]:
    """A pattern for any entry of a list."""
    return re.compile(any_word(entries(name)))
