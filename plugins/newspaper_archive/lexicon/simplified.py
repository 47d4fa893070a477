"""Traditional characters by the simplified ones they are searched as: 鄉 is 乡, 濟 is 济, 著 is 着.

The table is OpenCC's: of several candidates its first, closed over chains (薴 → 苧 → 苎), with the few
pairs of data/same_character.txt that OpenCC keeps apart and readers do not. Radicals (⻓ is 长) and other
forms of one character (淸 is 清, 髙 is 高, 黒 is 黑) are as tests/lexicon/write_character_tables.py wrote
them of Unicode's files; data/other_character.txt has pairs that look alike there and are two names (龢, 和).
"""

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain
from unicodedata import normalize

from opencc import OpenCC

from newspaper_archive.lexicon.han import FIRST_PLANE, LATER_PLANES
from newspaper_archive.lexicon.word_lists import entries


@cache
def simplified() -> Mapping[str, str]:
    """Each character that is searched as another one, and that one."""
    # A radical that NFKC folds before need not be asked for.
    parts = {radical: to for radical, to in radicals().items() if normalize("NFKC", radical) == radical}
    return _closed(_pairs("character_forms") | parts | _of_opencc())


@cache
def traditional() -> Mapping[str, str]:
    """Traditional characters alone, by the simplified ones."""
    return _closed(_of_opencc())


@cache
def radicals() -> Mapping[str, str]:
    """Each radical that stands by itself in Unicode, and the ideograph that looks like it: ⼈ 人, ⻓ 长."""
    return _pairs("radicals")


@cache
def _of_opencc() -> dict[str, str]:
    return dict(_first_candidates()) | _pairs("same_character")


def _closed(first: Mapping[str, str]) -> dict[str, str]:
    return {character: end for character in first if (end := _end(character, first)) != character}


def _first_candidates() -> Iterator[tuple[str, str]]:
    # Those for compatibility are folded by NFKC before.
    characters = list(map(chr, chain(FIRST_PLANE, LATER_PLANES)))
    # Asked all at once, a line each, it answers four times as soon.
    candidates = OpenCC("t2s").convert("\n".join(characters)).split("\n")
    for character, candidate in zip(characters, candidates, strict=True):
        if candidate != character and len(candidate) == 1:
            yield character, candidate


def _pairs(name: str) -> dict[str, str]:
    return {pair[0]: pair[1] for pair in entries(name)}


def _end(character: str, first: Mapping[str, str]) -> str:
    """The last of a chain; a chain that comes back on itself ends before it does."""
    seen = {character}
    while (following := first.get(character, character)) not in seen:
        character = following
        seen.add(character)
    return character
