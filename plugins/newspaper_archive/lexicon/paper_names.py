"""How a page names its paper and itself: 清河时讯 in the masthead, C02 and under it 看点.

What the cues take for a masthead and what is read as the paper's title are told from one list of endings.
"""

import re

from newspaper_archive.lexicon.han import HAN
from newspaper_archive.lexicon.word_lists import any_word, entries

_DOUBT = "?"
_ENDINGS = entries("masthead_endings")
_SURE = any_word(ending for ending in _ENDINGS if not ending.endswith(_DOUBT))
_ALL = any_word(ending.removesuffix(_DOUBT) for ending in _ENDINGS)

# A whole line in the manner of a masthead: 今日临澜新闻, 清河时讯·汀南, 清河报 QINGHE.
MASTHEAD = re.compile(rf"[{HAN}]{{2,8}}{_ALL}(?:[ ·]?[{HAN}]{{2,8}})?(?:[A-Z ]+)?")
# The title that opens a label: 清河时讯.
TITLE = re.compile(rf"([{HAN}]{{1,8}}{_SURE})")
# A line above the date that can be the paper's name, whatever it ends in: 今日临澜, but not 要闻 nor 第二版.
ABOVE_DATE = re.compile(rf"(?!第|{any_word(entries('page_names'))})[{HAN}]{{3,10}}")
BARE_FOLIO = re.compile(r"[A-Z]{0,2}\d{2}")
PAGE_NAME = re.compile(rf"[{HAN}]{{2,5}}")
