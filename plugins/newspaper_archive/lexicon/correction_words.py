"""Headlines under which a newspaper puts an earlier story right, all from `data/correction_words.txt`.

`更正` and `更正与致歉` are such; `致歉` and `说明` may be anybody's and count by what their text says.
"""

import re

from newspaper_archive.lexicon.word_lists import any_word, entries

_DOUBT = "?"
_ENTRIES = entries("correction_words")
_SURE = tuple(word for word in _ENTRIES if not word.endswith(_DOUBT))

SURE = any_word(_SURE)
ANY = any_word(word.removesuffix(_DOUBT) for word in _ENTRIES)
# A line that is nothing else: 更 正, 【更正与致歉】.
_SET = "|".join(r"\s*".join(word) for word in sorted(_SURE, key=lambda word: (-len(word), word)))
HEADLINE = re.compile(rf"[【\[]?\s*(?:{_SET})\s*[】\]]?")
# One of these is in each of them; a hundred thousand headlines are soon looked through for them.
LIKELY = re.compile("[正误誤错錯歉明]")
