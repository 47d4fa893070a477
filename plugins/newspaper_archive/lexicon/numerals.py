"""Numbers as dates print them: `卅日` is 30, `二○日` is 20, `十二月` is 12, `二○○一年` is 2001.

`两` and `百` do not occur in dates; what is no number is None.
"""

import re

# What print sets for 〇, which old sets of characters have not: a circle, a word, a letter of any alphabet.
ZERO_SIGNS = "〇零○◯OoОо0"
DIGITS = {c: n for n, c in enumerate("〇一二三四五六七八九")} | dict.fromkeys(ZERO_SIGNS, 0) | {"元": 1}
TENS = {"十": 10, "廿": 20, "卅": 30}
MONTHS = {"正": 1, "冬": 11, "腊": 12, "臘": 12}
# Within the brackets of a pattern; a zero made of Latin letters or figures stands only in years.
IN_NUMERAL = "一二三四五六七八九十廿卅〇零○◯"
NUMERAL = f"[{IN_NUMERAL}]"
YEAR_NUMERAL = f"[一二][{ZERO_SIGNS}一二三四五六七八九]{{3}}"
_SMALL = re.compile(
    rf"(?P<times>[二三])?(?P<tens>[十廿卅])(?P<ones>[一二三四五六七八九])?"
    rf"|(?P<round>[一二三])[{ZERO_SIGNS}]|[{''.join(DIGITS)}]"
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
    if found["round"]:
        return 10 * DIGITS[found["round"]]
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
