"""Names in ASCII: 一周速读 is `yi-zhou-su-du`."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newspaper_archive.lexicon.slug import LONGEST, slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一周速读", "yi-zhou-su-du"),
        ("“C02 看点”", "c02-kan-dian"),
        ("重庆绿道", "chong-qing-lv-dao"),
        ("Ｃ０２", "c02"),
        ("Café Müller", "cafe-muller"),
        ("../../etc", "etc"),
        ("a/b_c.d", "a-b-c-d"),
        ("com10", "com10"),
        ("console", "console"),
    ],
)
def test_a_name_is_spelt(text: str, expected: str) -> None:
    assert slug(text) == expected


@pytest.mark.parametrize("text", ["", "……", "CON", "nul", "com0", "LPT9", "ひ"])
def test_what_cannot_be_spelt_or_named_gets_a_hash(text: str) -> None:
    assert re.fullmatch(r"[a-z0-9]+-[0-9a-f]{6}", slug(text))


@given(st.text())
def test_a_slug_is_a_plain_name(text: str) -> None:
    found = slug(text)
    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", found)
    assert len(found) <= LONGEST + 7
