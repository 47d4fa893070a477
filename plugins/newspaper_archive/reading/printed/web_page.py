"""What a web page prints about a story: its ways on (`上一版 列印 文字大小`), an index of headlines above it.

Five headlines in a row, the story's own the first of them and again the last, lead to five stories: those
between are teasers, and so is the first.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, groupby

from newspaper_archive.lexicon.word_lists import any_word, entries
from newspaper_archive.model import Line, Role
from newspaper_archive.reading.printed.step import SetAside
from newspaper_archive.reading.segment.measure import cells

NARROWEST, WIDEST = 6.0, 40.0
FEWEST, FEWEST_WAYS, BESIDE = 5, 2, 2
USUAL_WIDTH, LINES_OF_A_HEAD = 10.0, 3
PARAGRAPH = 20.0

OF_ONE_STORY = "网页正文前的标题目录"
_DOUBT = "?"
_WORDS = entries("navigation")
_SURE = any_word(word for word in _WORDS if not word.endswith(_DOUBT))
_ANY = any_word(word.removesuffix(_DOUBT) for word in _WORDS)
_BETWEEN = r"[\s|/·:>»<«\[\]()【】+\-]*"
_SURE_LINE = re.compile(rf"(?i:{_BETWEEN}(?:{_ANY}{_BETWEEN})*?{_SURE}{_BETWEEN}(?:{_ANY}{_BETWEEN})*)")
_ANY_LINE = re.compile(rf"(?i:{_BETWEEN}(?:{_ANY}{_BETWEEN})+)")
# The characters that such a line can begin with; most lines begin with another.
_OPENINGS = frozenset(chain(" |/·:>»<«[]()【】+-", *((word[0].lower(), word[0].upper()) for word in _WORDS)))
_KEYWORDS = re.compile(r"(?:相[關关]字[詞词]|[關关][鍵键][詞词字]|[標标][籤签]|Tags?) *[:﹕] *\S.*")
_DATE = re.compile(
    r"(?:\D{0,4}(?:时间|時間|日期)\s*:\s*)?\d{4}\s*[年\-./]\s*\d{1,2}\s*[月\-./]\s*\d{1,2}\s*日?\s*"
    r"(?:\(?(?:星期|周|週)[一二三四五六日]\)?)?\s*(?:\d{1,2}:\d{2}(?::\d{2})?)?"
)
_FINISHED = re.compile(r"[。!?…;,][”’」』)]*$")


def web_page(lines: Sequence[Line]) -> tuple[SetAside, ...]:
    """The lines of ways on and of indexes, in their order."""
    printed = [line for line in lines if line.text.strip()]
    texts = [line.text.strip() for line in printed]
    ways = set(_ways(texts))
    if not ways and len(set(texts)) == len(texts):
        return ()
    index = set(_index(texts, ways))
    why = OF_ONE_STORY if ways and index and _lead_elsewhere(index, texts) else "正文前的标题目录"
    found: dict[int, tuple[Role, str]] = dict.fromkeys(index, (Role.TEASER, why))
    found |= dict.fromkeys(ways, (Role.FURNITURE, "网页导航"))
    if len(ways) >= FEWEST_WAYS:
        dates = (at for at in range(min(found), len(texts)) if _DATE.fullmatch(texts[at]))
        found = dict.fromkeys(dates, (Role.FURNITURE, "网页日期")) | found
    return tuple(SetAside(printed[at], role, why) for at, (role, why) in sorted(found.items()))


def _ways(texts: Sequence[str]) -> Iterator[int]:
    """Lines of nothing but such words, doubtful ones only beside others; and the keywords beneath a story."""
    short = {at: text for at, text in enumerate(texts) if len(text) <= WIDEST}
    sure = {at for at, text in short.items() if text[0] in _OPENINGS and _SURE_LINE.fullmatch(text)}
    if sure:
        near = {at + step for at in sure for step in range(-BESIDE, BESIDE + 1)}
        yield from (at for at in near & short.keys() if _ANY_LINE.fullmatch(short[at]))
        yield from (at for at, text in short.items() if _KEYWORDS.fullmatch(text))


def _index(texts: Sequence[str], ways: set[int]) -> Iterator[int]:
    """Of each row of headlines above a paragraph all but the story's own."""
    for is_short, group in groupby(range(len(texts)), lambda at: _is_short(texts[at]) or at in ways):
        places = list(group)
        row = [at for at in places if at not in ways and _is_headline(texts[at])]
        below = texts[places[-1] + 1 : places[-1] + 2]
        if is_short and len(row) >= FEWEST and below and cells(below[0]) >= PARAGRAPH:
            yield from _others(row, texts, of_a_web_page=len(ways) >= FEWEST_WAYS)


def _is_short(text: str) -> bool:
    return len(text) <= 2 * WIDEST and cells(text) <= WIDEST and not _FINISHED.search(text[-4:])


def _is_headline(text: str) -> bool:
    return cells(text) >= NARROWEST and not _DATE.fullmatch(text)


def _others(row: Sequence[int], texts: Sequence[str], *, of_a_web_page: bool) -> Sequence[int]:
    """All above a headline that is printed twice, the list between; on a web page all but the last.

    The lines of a song are shorter than headlines, and its refrain is not the last of them.
    """
    words = ["".join(texts[at].split()) for at in row]
    twice = [at for at, text in enumerate(words) if text in words[: max(0, at - FEWEST + 2)]]
    if twice and len(row) - twice[-1] <= LINES_OF_A_HEAD:
        wide = sum(cells(texts[at]) for at in row) >= USUAL_WIDTH * len(row)
        return row[: twice[-1]] if wide or of_a_web_page else ()
    return row[:-1] if of_a_web_page else ()


def _lead_elsewhere(index: set[int], texts: Sequence[str]) -> bool:
    """Whether the stories of the index are not on this page, but for its own, which stands in it too."""
    of_index = ["".join(texts[at].split()) for at in index]
    printed = Counter("".join(text.split()) for text in texts)
    return sum(printed[text] > 1 for text in of_index) <= 1
