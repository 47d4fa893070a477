"""Lines of nothing but names beneath their role: `本报记者` / `王岚` / `邵春雨` is a byline over three lines.

So is `本报记者 王岚、` / `邵春雨`; `责任编辑` / `孔小圆` are credits over two. `王岚 邵春雨` between a
headline and its text, or beneath a text's end, is a byline without a role.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from newspaper_archive.lexicon import agencies
from newspaper_archive.lexicon.names import (
    LONGEST_NAME,
    WRITER,
    are_bare_names,
    are_names,
    is_common_family,
    is_name,
    names,
)
from newspaper_archive.lexicon.word_lists import any_of, entries, two_letter_words
from newspaper_archive.reading.classify import forms
from newspaper_archive.reading.joined_lines import JoinedLines

LONGEST_LINE, LONGEST_OFFICE = 40, 8
WRITERS_ALONE = re.compile(rf"[■□◎●◆]?\s*(?:(?:{agencies.OUTLET})?[ ]?{WRITER}[ 、:]*)+")
OFFICE_ALONE = re.compile(rf"{any_of('colophon_roles').pattern}\s*:?")
WRITES = re.compile("[记記]者|[讯訊][员員]|[实實][习習]生|[评評][论論][员員]|[摄攝]影[师師]")
MARKS, MARKS_OF_ONE = "○□■◎●◆/ ", ("○", "□", "◎", "/")
LABELS = frozenset((*entries("column_labels"), *entries("briefs_labels"), *entries("page_names")))
SIGNED = re.compile(rf"[{MARKS}]*{forms.NAMES}")
LONGEST_SIGNED, SHORTEST_HEADLINE, MOST_NAMES = 16, 4, 4
STOPS = ("。", "!", "?", "”", ")")
GOES_ON = ("、", ",")
NAMES = re.compile(rf"{forms.NAMES}[、,]?")


@dataclass(frozen=True, slots=True)
class NameLine:
    """A line that names may stand beneath: `form` is author or colophon; one that is `open` lacks names."""

    form: str
    found: re.Match[str]
    open: bool


def name_lines(texts: Sequence[JoinedLines]) -> dict[int, tuple[str, re.Match[str]]]:
    """The blocks that are lines of a list of names, or the role above one, each with its form."""
    found: dict[int, tuple[str, re.Match[str]]] = {}
    above: NameLine | None = None
    for i, one in enumerate(texts):
        here = _opened(one.text) if len(one.text) <= LONGEST_LINE else None
        if above is not None and here is None and (listed := _listed(one.text, above)):
            if i - 1 not in found:
                found[i - 1] = (above.form, above.found)
            found[i] = (above.form, listed)
        else:
            above = here
            if here is None and (signed := _signed(texts, i)):
                found[i] = ("author", signed)
    return found


def _opened(text: str) -> NameLine | None:
    """A role alone, or a byline; what ends in 、 goes on."""
    if len(text) <= LONGEST_OFFICE and (office := OFFICE_ALONE.fullmatch(text)):
        return NameLine("colophon", office, open=True)
    if not WRITES.search(text):
        return None
    if writers := WRITERS_ALONE.fullmatch(text):
        return NameLine("author", writers, open=True)
    bare = text.rstrip("、, ")
    byline = forms.AUTHOR.fullmatch(bare) if are_names(bare) else None
    return byline and NameLine("author", byline, open=text.endswith(GOES_ON))


def _listed(text: str, above: NameLine) -> re.Match[str] | None:
    """The whole line, where all its words are names; one alone beneath a whole byline may be a crosshead."""
    if len(text) > LONGEST_LINE or not (found := NAMES.fullmatch(text)):
        return None
    if above.open and len(text) == 1:
        return found  # 任 / 彦: a name spread over lines
    named = names(text.rstrip("、, "))
    if not named or not all(map(is_name, named)):
        return None
    sure = len(named) > 1 or above.open or (len(named[0]) == LONGEST_NAME - 1 and not _is_word(named[0]))
    return found if sure else None


def _signed(texts: Sequence[JoinedLines], i: int) -> re.Match[str] | None:
    """Names without a role, where a byline stands."""
    text = texts[i].text
    if i == 0 or len(text) > LONGEST_SIGNED or not (found := SIGNED.fullmatch(text)) or not _are_sure(text):
        return None
    above, below = texts[i - 1].text, texts[i + 1].text if i + 1 < len(texts) else ""
    beneath_headline = len(above) >= SHORTEST_HEADLINE and not _is_text(above) and _is_text(below)
    return found if beneath_headline or (_is_text(above) and not _is_text(below)) else None


def _are_sure(text: str) -> bool:
    """Names of common families; one alone wants a mark or a blank within it, for 石板街 begins so."""
    named = names(text.lstrip(MARKS))
    one_is_marked = text.startswith(MARKS_OF_ONE) or " " in text
    return (
        (one_is_marked if len(named) == 1 else len(named) <= MOST_NAMES)
        and are_bare_names(text)
        and not any(_is_word(one) or one in LABELS for one in named)
        and all(map(is_common_family, named))
    )


def _is_text(text: str) -> bool:
    return len(text) > LONGEST_LINE or text.endswith(STOPS)


def _is_word(name: str) -> bool:
    """高考后, 文化园: what begins or ends with a word is no name for certain."""
    return name[:2] in two_letter_words() or name[1:] in two_letter_words()
