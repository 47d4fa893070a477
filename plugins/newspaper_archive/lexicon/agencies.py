"""Who reports: the paper itself, agencies, other papers and stations, all from one list, `data/agencies.txt`.

`本报`, `新华社` and `大众日报` open `本报讯`, `新华社云汀6月3日电` and `大众日报6月2日讯`. The patterns
are for print as it stands and for folded print.
"""

from newspaper_archive.lexicon.han import HAN
from newspaper_archive.lexicon.numerals import NUMERAL
from newspaper_archive.lexicon.word_lists import any_word, entries

_ITSELF, _LETTERS, _DOUBT = "本", "…", "?"
_ENTRIES = entries("agencies")
_WHOLE = tuple(entry for entry in _ENTRIES if not entry.startswith(_LETTERS))
_ENDINGS = tuple(entry.removeprefix(_LETTERS) for entry in _ENTRIES if entry.startswith(_LETTERS))
_SURE = tuple(ending for ending in _ENDINGS if not ending.endswith(_DOUBT))
_UNSURE = tuple(ending.removesuffix(_DOUBT) for ending in _ENDINGS if ending.endswith(_DOUBT))


# The paper itself: 本报.
OWN = any_word(entry for entry in _WHOLE if entry.startswith(_ITSELF))
# The paper itself, or an agency by its whole name: 新华社.
NAMED = any_word(_WHOLE)
# What any of these names ends in, and no other word: 新华社, 日报. One flat group, so that a search is fast.
NAME_END = any_word((*_WHOLE, *_SURE))
_SHORT = any_word(ending for ending in _SURE if ending[1:] in ("报", "報"))
# The whole name that such an ending closes: 大众日报, and 晚报 for short.
PAPER = rf"(?:[{HAN}]{{1,6}}{any_word(_SURE)}|{_SHORT})"
# Any of them, and what may be one where a line opens: 云汀台, 农友社. Five letters, or 本栏均据新华社 is one.
OUTLET = rf"(?:{NAMED}|{PAPER}|[{HAN}]{{1,5}}{any_word(_UNSURE)})"

DAY = (
    r"(?:\d{1,4}年)?(?:\d{1,2}月)?\d{1,2}[日号]"
    rf"|{NUMERAL}{{1,4}}(?:月{NUMERAL}{{1,4}})?日"
)
# 讯 and 电 themselves: not 来电, 通讯, 电话, 电讯.
WIRE = (
    r"(?:(?<![来來致通停用发發供充])[电電](?![话話台臺视視影力脑腦网網子报報文讯訊称稱说說])"
    r"|(?<![短喜通电電])[讯訊](?![息号號]))"
)
_WRITER = "首席|见习|見習|实习|實習|特约|特約|特派|驻|駐|记者|記者|通讯员|通訊員"
# Behind a name: place, day and 讯 or 电, 济宁6月2日讯; a blank, bracket or writer follows where no day is.
WIRED = (
    rf"[{HAN}、]{{0,10}}?"
    rf"(?:\s?(?:{DAY})(?:[上下]午|晚|夜|凌晨)?\s?[专專快]?{WIRE}"
    rf"|[专專快]?{WIRE}(?=\s|$|[(（)）\]】:：\d]|{_WRITER}))"
)
