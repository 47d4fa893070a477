"""A date as the desk writes it, in the archive's form: `2024年3月8日` and `2024/3/8` are `2024-03-08`.

What is a date of that form (EDTF) stays: `2024-03~`, `2010/2011`. `24-3-8`, `3/8/2024` and `202403` are no
dates: each might be two.
"""

import re
import unicodedata

from newspaper_archive.lexicon.edtf import is_edtf
from newspaper_archive.lexicon.numerals import NUMERAL, number, year_number

_DASHES = str.maketrans("‐‑‒–—―−·", "--------")
_FIGURE = rf"(?:X{{2}}|\d{{1,2}}|{NUMERAL}{{1,3}})"
_YEAR = r"(?:[0-9X]{4}|[〇零○一二三四五六七八九]{4})"
_ABOUT = re.compile(r"(?:大约|大概|约)")
_FORMS = (
    re.compile(rf"(?P<year>{_YEAR})年(?:(?P<month>{_FIGURE})月(?:份|(?P<day>{_FIGURE})[日号號])?)?(?P<mark>[~?%]?)"),
    re.compile(rf"(?P<month>{_FIGURE})月(?P<day>{_FIGURE})[日号號](?P<mark>[~?%]?)"),
    re.compile(r"(?P<year>[0-9X]{4})(?P<by>[-/.])(?P<month>XX|\d{1,2})(?:(?P=by)(?P<day>XX|\d{1,2}))?(?P<mark>[~?%]?)"),
    re.compile(r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)(?P<mark>[~?%]?)"),
)  # fmt: skip


def as_edtf(text: str) -> str:
    """The date that the text means; the text itself where it means none, or more than one."""
    typed = "".join(unicodedata.normalize("NFKC", text).translate(_DASHES).upper().rstrip(",;").split())
    if is_edtf(typed):
        return typed
    bare, times = _ABOUT.subn("", typed)
    found = next(filter(None, (form.fullmatch(bare) for form in _FORMS)), None)
    if found is None or times > 1 or (times and found["mark"]):
        return text
    date = _joined(found.groupdict()) + ("~" if times else found["mark"])
    return date if is_edtf(date) else text


def _joined(parts: dict[str, str | None]) -> str:
    """`2024-03-08`, a year that is not said open; a month that is none (21 would be spring) makes no date."""
    year = parts.get("year") or "XXXX"
    year = year if "X" in year else f"{year_number(year) or 0:04}"
    month, day = _figure(parts["month"]), _figure(parts.get("day"))
    if month.isdecimal() and int(month) > 12:
        return ""
    return "-".join(part for part in (year, month, day) if part)


def _figure(text: str | None) -> str:
    if not text or text == "XX":
        return text or ""
    found = number(text)
    return "" if found is None else f"{found:02}"
