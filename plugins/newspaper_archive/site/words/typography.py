"""How a page's own characters are set for a reader: full-width punctuation, balanced quotes.

`5月28日,区里召开"攻坚"会议(扩大)` is shown as `5月28日，区里召开“攻坚”会议（扩大）`. Numbers, Latin words,
units, times and addresses of the net stay as they are; the records keep what the page has.
"""

import re
from functools import lru_cache

from newspaper_archive.lexicon.han import SET_LIKE_HAN

SHOWN_AGAIN = 2_000
"""Texts that are remembered as set: a headline stands in a dozen files, a paragraph in two."""

OPENING = "“‘《〈「『【〔（"
CLOSING = "”’》〉」』】〕）％、。，；：！？…℃"

HAS_HAN = re.compile(f"[{SET_LIKE_HAN}]")
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff]")
STRAIGHT_QUOTE = re.compile('"')
BRACKET = re.compile("[()]")
ELLIPSIS = re.compile(rf"(?<=[{SET_LIKE_HAN}{CLOSING}])\.{{3,6}}(?!\.)")
DASH = re.compile(rf"(?<=[{SET_LIKE_HAN}{CLOSING}])--(?!-)|(?<!-)--(?=[{SET_LIKE_HAN}{OPENING}])")
HALF_STRAIGHT = re.compile(r'(“[^“”"]*)"')
LAST_STOP = re.compile(rf"(?<=[{SET_LIKE_HAN}{CLOSING}])\.(?=”?$)")
STOP = re.compile("[,;:!?]")
STOPS = re.compile(
    rf"""
    (?P<kept> (?:https?://|www\.) [!-~]* [A-Za-z0-9/] | &\#?[A-Za-z0-9]{{1,8}}; )
  | (?<=[{SET_LIKE_HAN}{CLOSING}]) (?P<after> [,;:!?]+ ) \x20?
  | (?<![,;:!?]) (?P<before> [,;:!?]+ ) \x20? (?=[{SET_LIKE_HAN}{OPENING}])
    """,
    re.VERBOSE,
)
BLANK_BESIDE_WIDE = re.compile("(?<=[（，；：！？）。]) +|(?<! ) +(?=[（，；：！？）。])")
WIDE = str.maketrans(",;:!?()", "，；：！？（）")
PICTURES = {code: 0x2400 + code for code in range(0x20) if code not in (0x09, 0x0A)} | {0x7F: 0x2421}


@lru_cache(SHOWN_AGAIN)
def typeset(text: str) -> str:
    """A paragraph or a headline as a newspaper would set it; text without Chinese stays as it is."""
    text = CONTROL.sub("", text).strip()
    if text.isascii() or not HAS_HAN.search(text):
        return text
    for setting in SETTINGS:
        text = setting(text)
    return text


def visible(raw: str) -> str:
    """A printed line untouched, but for control characters, which no browser may show: NUL as ␀."""
    return raw.translate(PICTURES) if CONTROL.search(raw) else raw


def balance_quotes(text: str) -> str:
    """`"攻坚"` to `“攻坚”`, where every straight quote has its partner; 55" is a size, not a quote.

    A recogniser may close what “ opens with a straight quote: `“攻坚"`.
    """
    text = HALF_STRAIGHT.sub(r"\1”", text) if '"' in text else text
    places = [match.start() for match in STRAIGHT_QUOTE.finditer(text)]
    if not places or len(places) % 2 or any(_is_inch(text, place) for place in places[::2]):
        return text
    letters = list(text)
    for opening, closing in zip(places[::2], places[1::2], strict=True):
        letters[opening], letters[closing] = "“", "”"
    return "".join(letters)


def _is_inch(text: str, place: int) -> bool:
    return place > 0 and text[place - 1].isascii() and text[place - 1].isdigit()


def widen_brackets(text: str) -> str:
    """`(扩大)`, `(1)加强` and `曲阜(Qufu)市` to full-width brackets; `f(x)是` and `1)加强` stay."""
    if "(" not in text and ")" not in text:
        return text
    letters = list(text)
    opened: list[tuple[int, bool]] = []
    passed = 0
    for match in BRACKET.finditer(text):
        if opened and HAS_HAN.search(text, passed, match.start()):
            opened[-1] = (opened[-1][0], True)
        passed = match.end()
        if match.group() == "(":
            opened.append((match.start(), False))
        else:
            _close(text, letters, opened, match.start())
    for place, _ in opened:
        if _is_chinese(text[place + 1 : place + 2]):
            letters[place] = "（"
    return "".join(letters)


def _close(text: str, letters: list[str], opened: list[tuple[int, bool]], end: int) -> None:
    """Widens the innermost open pair of Chinese text; what it held, the next pair out holds too."""
    if not opened:
        letters[end] = "）" if _is_chinese(text[end - 1 : end]) else ")"
        return
    start, holds_chinese = opened.pop()
    before, after = text[max(start - 1, 0) : start], text[end + 1 : end + 2]
    after_latin = before.isascii() and before.isalnum()
    if holds_chinese or _is_chinese(before) or (_is_chinese(after) and not after_latin):
        letters[start], letters[end] = "（", "）"
    if holds_chinese:
        opened[-1:] = [(outer, True) for outer, _ in opened[-1:]]


def _is_chinese(letter: str) -> bool:
    return bool(letter) and (bool(HAS_HAN.match(letter)) or letter in OPENING or letter in CLOSING)


def widen_stops(text: str) -> str:
    """`,` `;` `:` `!` `?` beside Chinese to full width; 1,000 and 10:30 and http://… stay."""
    return STOPS.sub(_wide_stop, text) if STOP.search(text) else text


def _wide_stop(match: re.Match[str]) -> str:
    if match["kept"]:
        return match["kept"]
    return (match["after"] or match["before"]).translate(WIDE)


def widen_points(text: str) -> str:
    """`...` to `……`, `--` to `——`, and a point that ends a Chinese paragraph to `。`."""
    if "..." in text:
        text = ELLIPSIS.sub("……", text)
    if "--" in text:
        text = DASH.sub("——", text)
    return LAST_STOP.sub("。", text) if "." in text[-2:] else text


def close_up(text: str) -> str:
    """A blank beside a full-width bracket or stop is twice the space: `讯（记者） 10日` closes up."""
    return BLANK_BESIDE_WIDE.sub("", text) if " " in text else text


# Order matters: a stop looks at its neighbours, so quotes and brackets are set before it.
SETTINGS = (balance_quotes, widen_brackets, widen_stops, widen_points, close_up)
