"""How a page names its paper and itself: 清河时讯 in the masthead, C02 and under it 看点.

What the cues take for a masthead and what is read as the paper's title are told from one list of endings. A
name is a whole word of print: 清河日报 2031年3月6日 has one, 清河日报创刊 and 市民举报热线升级 have none.
"""

import re

from newspaper_archive.lexicon.han import HAN
from newspaper_archive.lexicon.word_lists import any_word, entries

_DOUBT = "?"
_ENDINGS = entries("masthead_endings")
_SURE = any_word(ending for ending in _ENDINGS if not ending.endswith(_DOUBT))
_ALL = any_word(ending.removesuffix(_DOUBT) for ending in _ENDINGS)
_PAGE_NAMES = any_word(entries("page_names"))
# What stands in sentences and in no name.
_IN_SENTENCES = "了着过的在是把被将让给你我他她它们吗呢吧"
_KNOWN = any_word(entries("papers"))
# 青年报, 渤海报, 南通报 are papers, though 年报, 海报 and 通报 are none.
_OTHER_WORD = rf"(?<![青少老北威珠渤黄东南滨临昭]){any_word(entries('no_papers'))}(?![{HAN}])"
_NO_PAPER = rf"(?!第|[{HAN}]*(?:{_OTHER_WORD}|[{_IN_SENTENCES}]))"
# 人民日报海外版
_PART = "(?:(?:海外|农村|農村|国际|國際|都市|周末|[早晚晨])版)?"


def _named(endings: str) -> str:
    return rf"(?:{_KNOWN}|{_NO_PAPER}[{HAN}]{{1,8}}{endings}){_PART}"


# A whole line in the manner of a masthead: 今日临澜新闻, 清河时讯·汀南, 清河报 QINGHE.
MASTHEAD = re.compile(rf"《?(?=[{HAN}]{{3}}|{_KNOWN}){_named(_ALL)}》?(?:[ ·][{HAN}]{{2,8}})?(?:[A-Z ]+)?")
_TITLE = re.compile(_named(_SURE))
# 报 alone makes a name at the head of a label, elsewhere only what closes no other word.
_TITLE_WITHIN = re.compile(
    _named(any_word(ending for ending in _ENDINGS if len(ending) > 1 and not ending.endswith(_DOUBT)))
)
# A line above the date that can be the paper's name by that: 今日临澜, 柳河通讯, but not 要闻 nor 第二版.
_ABOVE_DATE = re.compile(
    rf"(?!(?:今日)?(?:{_PAGE_NAMES})+$)(?:{_named(any_word(entries('masthead_words')))}|今日[{HAN}]{{2,4}})"
)
BARE_FOLIO = re.compile(r"[A-Z]{0,2}\d{2}")
PAGE_NAME = re.compile(rf"[{HAN}]{{2,5}}")
_WORD = re.compile(rf"[{HAN}]+")
_SET_APART = re.compile(rf"(?<=(?<![{HAN}])[{HAN}]) +(?=[{HAN}](?![{HAN}]))")
_OPENED = ' 《〈【[「『“"'
_SAID_OF_ANOTHER = re.compile("来源|來源|转自|轉自|选自|選自|摘自|原载|原載|据|據|作者")


def title_in(text: str) -> str | None:
    """The paper's name in a line of the page's own: at its head, or a sure one further on."""
    line = _SET_APART.sub("", text)
    if _SAID_OF_ANOTHER.search(line):
        return None
    words = [word[0] for word in _WORD.finditer(line)]
    if words and line.lstrip(_OPENED).startswith(words[0]) and _TITLE.fullmatch(words[0]):
        return words[0]
    return next((word for word in words if _TITLE_WITHIN.fullmatch(word)), None)


def title_above_date(text: str) -> str | None:
    """The paper's name where the line stands above the date, whole."""
    line = _SET_APART.sub("", text).strip("《》 ")
    return line if _TITLE.fullmatch(line) or _ABOVE_DATE.fullmatch(line) else None
