"""Dates as the Library of Congress's Extended Date/Time Format writes them: `2024-03-08`, `XXXX-06-01~`."""

import re
from datetime import date

_EDTF = re.compile(r"[0-9X]{4}(?:-[0-9X]{2}(?:-[0-9X]{2})?)?[?~%]?")
_WHOLE_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def is_edtf(text: str) -> bool:
    """One date in the Library of Congress's form, open or doubtful parts allowed: `XXXX-06-01~`."""
    return _EDTF.fullmatch(text) is not None and (not _WHOLE_DATE.match(text) or is_calendar_date(text[:10]))


def is_calendar_date(text: str) -> bool:
    """A whole date that the calendar has: 2024-02-29, not 2023-02-29."""
    if not _WHOLE_DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
