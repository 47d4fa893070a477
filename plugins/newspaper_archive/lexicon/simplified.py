"""Traditional characters by the simplified ones they are searched as: 鄉 is 乡, 濟 is 济, 著 is 着.

The table is OpenCC's: of several candidates its first, closed over chains (薴 → 苧 → 苎), with the few
pairs of data/same_character.txt that OpenCC keeps apart and readers do not.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import chain

from opencc import OpenCC

from newspaper_archive.lexicon.han import FIRST_PLANE, LATER_PLANES


@cache
def simplified() -> Mapping[str, str]:
    """Each character that is searched as another one, and that one."""
    first = dict(_first_candidates()) | _exceptions()
    return {character: end for character in first if (end := _end(character, first)) != character}


def _first_candidates() -> Iterator[tuple[str, str]]:
    # Those for compatibility are folded by NFKC before.
    characters = list(map(chr, chain(FIRST_PLANE, LATER_PLANES)))
    # Asked all at once, a line each, it answers four times as soon.
    candidates = OpenCC("t2s").convert("\n".join(characters)).split("\n")
    for character, candidate in zip(characters, candidates, strict=True):
        if candidate != character and len(candidate) == 1:
            yield character, candidate


def _exceptions() -> dict[str, str]:
    listed = files("newspaper_archive").joinpath("lexicon", "data", "same_character.txt").read_text("utf-8")
    return {line[0]: line[1] for line in listed.split() if len(line) == 2}


def _end(character: str, first: Mapping[str, str]) -> str:
    """The last of a chain; a chain that comes back on itself ends before it does."""
    seen = {character}
    while (following := first.get(character, character)) not in seen:
        character = following
        seen.add(character)
    return character
