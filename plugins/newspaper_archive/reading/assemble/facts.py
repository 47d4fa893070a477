"""What a page prints of itself: its label, the paper's name, the date, the colophon.

`第C02版：看点` is folio C02, page name 看点; `HC01-PDF 版面` is a system code; `2024年6月3日 星期一` a date.
"""

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from newspaper_archive.lexicon.paper_names import BARE_FOLIO, PAGE_NAME, title_above_date, title_in
from newspaper_archive.model import Credit, PageLabel
from newspaper_archive.reading.classify import forms
from newspaper_archive.reading.classify.page_credits import page_credits
from newspaper_archive.reading.joined_lines import JoinedLines, cut

ORDINALS = {c: n for n, c in enumerate("一二三四五六七八九十", start=1)}


OWN_DATE = re.compile(r"星期|周[一二三四五六日]|农历|農曆|第\s*\d+\s*[期号號]|总第|版|报|報|日期|时间|作者")
HEAD_LINES = 12


def page_label(labels: Iterable[JoinedLines]) -> PageLabel:
    """The folio, page name and system code that the label lines give; the first of each counts."""
    folio = name = code = None
    beneath_folio = False
    for label in labels:
        if beneath_folio and name is None and PAGE_NAME.fullmatch(label.text):
            name = label.raw
        beneath_folio = BARE_FOLIO.fullmatch(label.text) is not None
        found = forms.PAGE_LABEL.fullmatch(label.text) or re.search(r"(?P<folio>\d{1,2}) 版\b", label.text)
        if found is None:
            continue
        parts = found.groupdict()
        code = code or parts.get("code")
        folio = folio or parts.get("folio") or _ordinal(parts.get("ordinal"))
        name = name or parts.get("name") or parts.get("ordinal_name")
    return PageLabel(folio, name, code)


def _ordinal(text: str | None) -> str | None:
    """`十二` is `12`."""
    if not text:
        return None
    tens, _, ones = text.rpartition("十")
    value = (ORDINALS.get(tens, 1) * 10 if "十" in text else 0) + ORDINALS.get(ones, 0)
    return f"{value:02d}"


def printed_date(labels: Iterable[JoinedLines]) -> str | None:
    """The first full date on a label line at the page's head, or with a weekday, number or title beside it.

    EDTF; None where there is none, or no such day. A bare date further down is a signature's.
    """
    for label in labels:
        at_head = bool(label.pieces) and label.pieces[0].line <= HEAD_LINES
        if not at_head and not OWN_DATE.search(label.text):
            continue
        if found := forms.PRINTED_DATE.search(label.text):
            try:
                return dt.date(int(found["year"]), int(found["month"]), int(found["day"])).isoformat()
            except ValueError:
                continue
    return None


def title(labels: Iterable[JoinedLines]) -> str | None:
    """The paper's name: the line above the date at the page's head, else in any label, `清河报 6月3日`."""
    lines = list(labels)
    for above, below in pairwise(lines):
        at_head = bool(above.pieces) and above.pieces[0].line <= HEAD_LINES
        beside_date = forms.PRINTED_DATE.search(below.text) or title_in(below.raw)
        if at_head and beside_date and (found := title_above_date(above.raw)):
            return found
    return next((found for label in lines if (found := title_in(label.raw))), None)


def colophon(lines: Sequence[JoinedLines]) -> tuple[Credit, ...]:
    return tuple(
        Credit(one.role, one.names, cut(line, one.start, one.end).lines())
        for line in lines
        for one in page_credits(line.text)
    )
