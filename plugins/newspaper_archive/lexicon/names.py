"""Names out of a byline, a credit or a signature: `记者 邓一 王二三 通讯员 林四` is two 记者 and a 通讯员.

Names printed without blanks are parted at family names; a name spread over two blanks (`刘 歌`) is healed.
"""

import re
from functools import lru_cache

from newspaper_archive.lexicon import agencies
from newspaper_archive.lexicon.han import HAN, UNKNOWN
from newspaper_archive.lexicon.simplified import simplified
from newspaper_archive.lexicon.word_lists import entries
from newspaper_archive.model import Byline

_RANK = "(?:首席|见习|見習|实习|實習|特约|特約|特派|摄影|攝影|文字|[全融]媒[体體]?)"
_PLACED = rf"[驻駐][{HAN}]{{1,8}}?"
_WRITES = "(?:记者|記者|通讯员|通訊員|实习生|實習生|摄影师|攝影師|评论员|評論員)"
# Who writes, with what stands before it: 记者, 首席记者, 驻云汀记者, 云汀融媒记者.
WRITER = rf"(?:[{HAN}]{{2,4}}(?=[全融]媒))?(?:{_RANK}|{_PLACED}){{0,2}}{_WRITES}"
ROLE = re.compile(
    rf"(?:(?:{agencies.NAMED}|{agencies.PAPER}|[{HAN}]{{2,4}}(?=[全融]媒)) ?)?"
    rf"(?:{_PLACED})?(?P<role>{_RANK}{{0,2}}{_WRITES})(?:{_PLACED}(?=[ :]))?"
)
WORDS_BY = "(?:(?:[采採][访訪][、/]?)?撰文|撰稿人?|文字|作者|采写|採寫|口述|整理|编译|編譯|文)"
PICTURES_BY = "(?:摄影|攝影|图片|圖片|制图|製圖|供图|供圖|图|圖)"
# Whom a line names beside the writer: 撰文:王岚 摄影:邵春雨, 王岚/文 邵春雨/图.
BESIDE_PICTURES = re.compile(
    rf"(?<=\S)\s+{PICTURES_BY}\s*[/: ].*$|(?<=[/ ]文)[ /]+(?P<by>[{HAN}][{HAN}、 ]+?)\s*/?\s*[图圖摄攝]影?$"
)
BEFORE_NAMES = re.compile(
    rf"(?:本版|以上|上述|本组)?(?:图片|照片)(?:除署名外)?(?:均)?由|(?<![{HAN}])(?:{WORDS_BY}|{PICTURES_BY})\s*[/:]"
    rf"|^[\W_]*(?:{WORDS_BY}|{PICTURES_BY}) "
    rf"|(?<= )(?:撰文|采写|採寫|口述|整理|编译|編譯|摄影|攝影) (?=[{HAN}])"
)
AFTERWORD = re.compile(
    r"(?:综合)?(?:整理|采写|编译|(?:[摄攝]影)?(?:报道|報道|报导|報導)|[摄攝]影?(?:报道)?|供图|供圖|提供|文/[图圖]|[图圖]/文|/[图圖文]"
    rf"|(?<=[{HAN}]{{2}} ) *[图圖文]|(?<= )[发發]自[{HAN}、 ]{{2,12}})+\s*$"
)
LATIN_BYLINE = re.compile(r"(?i:by) ([A-Za-z][\w.' -]{2,40})")
PARTING = re.compile(r"[\s、,;|/和]+")
# What code is written with is in no name, whatever is left of code on a page.
PUNCTUATION = re.compile(r"[()\[\]【】<>{}=&;■□○▲△●◎◆:。]")
ALL_HAN = re.compile(f"[{HAN}]+")
NOT_NAMED = "署名"
# Between the parts of a name, as systems write it: 买买提·艾山. A full point is one where names are compared.
MIDDLE_DOTS = "·•‧∙・･"

_SURNAMES = entries("surnames")
COMPOUND = frozenset(word for word in _SURNAMES if len(word) == 2)
SINGLE = {character: rank for rank, character in enumerate("".join(w for w in _SURNAMES if len(w) > 2))}
RARE, COMMON = 400, 250
# What parts words of a sentence; so 齐小龙三号楼的人都来了 is not four names.
IN_NO_NAME = frozenset("的了是在着过们這这那很吗吧被给")
LONGEST_NAME, LONGEST_SPREAD = 4, 3


# A line is asked whether it is names where it is cut, where it is judged, and where its byline is read.
@lru_cache(maxsize=256)
def people(text: str) -> tuple[Byline, ...]:
    """The persons of a byline in print order, each with the role printed before them, else 署名."""
    if latin := LATIN_BYLINE.fullmatch(text.strip()):
        return (Byline(NOT_NAMED, latin[1]),)
    bare = AFTERWORD.sub("", PUNCTUATION.sub(" ", BEFORE_NAMES.sub(" ", text)).strip())
    found: list[Byline] = []
    roles: list[str] = []
    before, *behind = ROLE.split(bare)
    for role, text in zip(("", *behind[::2]), (before, *behind[1::2]), strict=True):
        roles += [role] if role else []
        if named := names(text):
            found += map(Byline, _shared(roles, len(named)), named)
            roles = []
    return tuple(found)


def _shared(roles: list[str], names: int) -> list[str]:
    """The role of each of several names: beneath 本报记者 通讯员 two have one each, of three nobody knows."""
    if len(roles) == 1:
        return roles * names
    return roles if len(roles) == names else [NOT_NAMED] * names


def names(text: str) -> tuple[str, ...]:
    """Names parted by blanks, 、 or nothing at all."""
    found: list[str] = []
    spread = ""
    for token in PARTING.split(text.strip()):
        if len(token) == 1:
            spread += token
            continue
        found += _spread(spread) + (_parted(token) if token else [])
        spread = ""
    return tuple(found + _spread(spread))


def _spread(letters: str) -> list[str]:
    """Single characters in a row: one name of two or three, or names of two each."""
    if len(letters) > LONGEST_SPREAD and len(letters) % 2 == 0:
        return [letters[i : i + 2] for i in range(0, len(letters), 2)]
    return [letters] if letters else []


def are_names(text: str) -> bool:
    """Whether all that stands beside the roles can be names: by family name, or short between blanks."""
    found = people(text)
    return bool(found) and all(_can_be_name(one.name, text) for one in found)


def are_known_names(text: str) -> bool:
    """Whether all that stands beside the roles begins with a family name: 宋熙文、张春利."""
    found = people(text)
    return bool(found) and all(_begins_as_name(one.name) for one in found)


def is_name(word: str) -> bool:
    """王岚, 欧阳小满, 阿依·努兰: of as many letters as its family name lets it have; not 云汀新区."""
    if any(dot in word for dot in MIDDLE_DOTS):
        return True
    compound = word[:2] in COMPOUND
    return 2 <= len(word) <= LONGEST_NAME - 1 + compound and (
        compound or _rank(word[0]) is not None or word[0] == UNKNOWN
    )


def are_bare_names(text: str) -> bool:
    """Names alone, each between blanks: 王岚 丁 禾, not 云汀区自来水站, which could be parted."""
    bare = text.strip("○□■◎●◆/()、, ")
    tokens = PARTING.split(bare)
    return all(map(is_name, names(bare))) and all(len(one) == 1 or is_name(one) for one in tokens)


def is_common_family(name: str) -> bool:
    """Of a family that many people are of, or of one of two characters, 欧阳, which are no word."""
    rank = _rank(name[0])
    return name[:2] in COMPOUND or (rank is not None and rank < COMMON)


def _begins_as_name(name: str) -> bool:
    return 2 <= len(name) <= LONGEST_NAME and _is_family(name)


def _is_family(name: str) -> bool:
    """Whether it begins with a family name."""
    return _rank(name[0]) is not None or name[:2] in COMPOUND


def _can_be_name(name: str, text: str) -> bool:
    if any(dot in name for dot in MIDDLE_DOTS):
        return True
    if not 2 <= len(name) <= LONGEST_NAME:
        return False
    return _is_family(name) or bool(re.search(rf"(?:^|[ 、,/:]){re.escape(name)}(?:$|[ 、,/])", text))


def _parted(token: str) -> list[str]:
    """A run of characters as names of two or three, where family names allow it; else the run as it is."""
    if len(token) < 4 or not (_is_family(token) and ALL_HAN.fullmatch(token)):
        return [token]
    best: list[tuple[float, list[str]] | None] = [(0.0, [])] + [None] * len(token)
    for end in range(2, len(token) + 1):
        if not any(best[max(0, end - LONGEST_NAME) : end - 1]):
            return [token]
        choices = []
        for length in range(2, min(4, end) + 1):
            before = best[end - length]
            cost = _cost(token[end - length : end])
            if before is not None and cost is not None:
                choices.append((before[0] + cost, [*before[1], token[end - length : end]]))
        best[end] = min(choices, default=None)
    whole = best[-1]
    return whole[1] if whole else [token]


def _cost(name: str) -> float | None:
    """How unlikely a name is: by the rank of its family name; None where it has none."""
    if name[:2] in COMPOUND and len(name) >= 3:
        return 1.0
    rank = _rank(name[0])
    if len(name) == 4 or rank is None or not IN_NO_NAME.isdisjoint(name):
        return None
    return 1.0 + rank / RARE + (0.3 if len(name) == 2 else 0.0)


def _rank(character: str) -> int | None:
    """How common a family name it is, in whichever form: 髙 is 高."""
    return SINGLE.get(character, SINGLE.get(simplified().get(character, character)))
