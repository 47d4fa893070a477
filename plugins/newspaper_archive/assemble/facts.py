"""What a page prints of itself: its label, the paper's name, the date, the colophon.

`第C02版：看点` is folio C02, page name 看点; `HC01-PDF 版面` is a system code; `2024年6月3日 星期一` a date.
"""

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from newspaper_archive.assemble.people import names
from newspaper_archive.classify import forms
from newspaper_archive.model import Credit, PageLabel
from newspaper_archive.strand import Strand, cut

ORDINALS = {c: n for n, c in enumerate("一二三四五六七八九十", start=1)}
PAGE_NAME = re.compile(r"[\u3400-\u9fff]{2,5}")
BARE_FOLIO = re.compile(r"[A-Z]{0,2}\d{2}")
TITLE = re.compile(r"([\u3400-\u9fff]{1,8}(?:报|報|时讯|周刊|导报))")


def page_label(labels: Iterable[Strand]) -> PageLabel:
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


def printed_date(labels: Iterable[Strand]) -> str | None:
    """The first full date on a label line, as EDTF; None where there is none, or no such day."""
    for label in labels:
        if found := forms.PRINTED_DATE.search(label.text):
            try:
                return dt.date(int(found["year"]), int(found["month"]), int(found["day"])).isoformat()
            except ValueError:
                continue
    return None


def title(labels: Iterable[Strand]) -> str | None:
    """The paper's name in a masthead or date line."""
    return next((found[1] for label in labels if (found := TITLE.match(label.raw.replace(" ", "")))), None)


def colophon(lines: Sequence[Strand]) -> tuple[Credit, ...]:
    return tuple(
        Credit(found["role"], names(found["names"]), cut(line, found.start(), found.end()).lines())
        for line in lines
        for found in forms.COLOPHON.finditer(line.text)
    )
