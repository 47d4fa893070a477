"""Words in which the name of a series ends, all from one list, `data/series_words.txt`: 专题访谈, 连载之一.

What a label must end in to head a column, to hold over all that follows, or to stand behind a headline.
"""

import re

from newspaper_archive.lexicon.word_lists import any_word, entries

_LASTS, _NUMBERED, _BRACKETED = "+", "之", "("
_MARKS = (_LASTS, _NUMBERED, _BRACKETED)
_ENTRIES = entries("series_words")

# Over all that follows to the next label: 专题访谈.
LASTING = tuple(word.removesuffix(_LASTS) for word in _ENTRIES if word.endswith(_LASTS))
_WITH_NUMBER = tuple(word.removesuffix(_NUMBERED) for word in _ENTRIES if word.endswith(_NUMBERED))
_IN_BRACKETS = tuple(word.removeprefix(_BRACKETED) for word in _ENTRIES if word.startswith(_BRACKETED))
_OF_ONE_STORY = tuple(word for word in _ENTRIES if word[0] not in _MARKS and word[-1] not in _MARKS)
# A label's: 垃圾分类进行时.
LABELS = (*LASTING, *_OF_ONE_STORY)
# `…（2019年度特别报道）`, behind a headline.
IN_BRACKETS = re.compile(rf"\(([^()]*{any_word((*LABELS, *_IN_BRACKETS))})\)$")
# `“走基层”系列报道之三`, a part of a series.
NUMBERED = re.compile(
    rf"{any_word((*LASTING, *_WITH_NUMBER))}[^。]{{0,6}}[之(][一二三四五六七八九十]{{1,3}}[)]?$"
)
