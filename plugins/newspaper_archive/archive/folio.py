"""Puts folios in print order and into addresses: 1 < 2 < A01 < C01 < C02 < C10; `C02–C03` is `c02_c03`."""

import re
import unicodedata

from newspaper_archive.lexicon.slug import slug

_PIECES = re.compile(r"([^\d]*)(\d*)")
_HYPHENATED_NUMBER = re.compile(r"-(\d+)$")
_SAID = re.compile(r"(?P<folio>[A-Z]{0,2}\d{1,3})|(?P<ordinal>[一二三四五六七八九十]{1,3})\s*版")
_ORDINALS = {name: number for number, name in enumerate("一二三四五六七八九", start=1)}

FolioKey = tuple[tuple[str, int], ...]


def folio_key(folio: str) -> FolioKey:
    """Sorts folios as printed; C2 and C02 are one folio and have one key."""
    plain = "".join(unicodedata.normalize("NFKC", folio).upper().split())
    return tuple(
        (letters, int(digits or -1)) for letters, digits in _PIECES.findall(plain) if letters or digits
    )


def same_folio(pointer: str, folio: str) -> bool:
    """Whether a pointer means this page: `02` points to C02 as well, C04 only to C4 and C04."""
    wanted, found = folio_key(pointer), folio_key(folio)
    if len(wanted) != 1 or len(found) != 1:
        return wanted == found
    (letters, number), (page_letters, page_number) = wanted[0], found[0]
    return number == page_number and (letters == page_letters or not letters or not page_letters)


def folio_said(words: str) -> str | None:
    """The folio that a jump line or a notice names: `（下转第三版）` is 03, `（上接C01版）` is C01."""
    found = _SAID.search(unicodedata.normalize("NFKC", words).upper())
    if found is None:
        return None
    if found["folio"]:
        return found["folio"]
    tens, ten, ones = found["ordinal"].rpartition("十")
    return f"{(_ORDINALS.get(tens, 1) * 10 if ten else 0) + _ORDINALS.get(ones, 0):02}"


def folio_stem(folio: str) -> str:
    """The folio in an address. It holds no hyphen, for a hyphen and a number after it name an article."""
    stem = slug(folio).replace("-", "_")
    return "page" if stem == "index" else stem


def name_stem(name: str) -> str:
    """`page-` and the slug of a file's name, so formed that it never looks like an article's address."""
    return _HYPHENATED_NUMBER.sub(r"_\1", f"page-{slug(name)}")
