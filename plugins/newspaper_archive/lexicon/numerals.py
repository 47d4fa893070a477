"""Numbers as dates print them: `卅日` is 30, `十二月` is 12, `二○○一年` is 2001.

`两` and `百` do not occur in dates; what is no number is None.
"""

import re

DIGITS = {c: n for n, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "元": 1}
TENS = {"十": 10, "廿": 20, "卅": 30}
MONTHS = {"正": 1, "冬": 11, "腊": 12, "臘": 12}
NUMERAL = "[一二三四五六七八九十廿卅]"
YEAR_NUMERAL = "[一二][〇零○一二三四五六七八九]{3}"
_SMALL = re.compile(
    rf"(?P<times>[二三])?(?P<tens>[十廿卅])(?P<ones>[一二三四五六七八九])?|[{''.join(DIGITS)}]"
)


def number(text: str) -> int | None:
    """A day, month or count up to 39, in figures or in Chinese: `21`, `廿一`, `二十一`, `初三`, `正`."""
    text = text.removeprefix("初")
    if text.isdecimal():
        return int(text)
    if text in MONTHS:
        return MONTHS[text]
    found = _SMALL.fullmatch(text)
    if found is None:
        return None
    if not found["tens"]:
        return DIGITS[text]
    times = DIGITS[found["times"]] if found["times"] else 1
    return TENS[found["tens"]] * times + (DIGITS[found["ones"]] if found["ones"] else 0)


def year_number(text: str) -> int | None:
    """A year of four digits, in figures or in Chinese: `2001`, `二○○一`."""
    if len(text) != 4:
        return None
    if text.isdecimal():
        return int(text)
    digits = [DIGITS.get(c) for c in text]
    known = [digit for digit in digits if digit is not None]
    return int("".join(map(str, known))) if len(known) == len(text) else None
