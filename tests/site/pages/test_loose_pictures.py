"""Pictures of a page that no story has: their words, and what is said where print gives none."""

import re
from dataclasses import replace

import pytest

from newspaper_archive.archive import build_archive
from newspaper_archive.model import Caption
from pages import RIVER, article, page
from site_in_memory import site


@pytest.mark.parametrize(
    ("text", "shown"),
    [("", "没有图片说明 通讯员 戚春水 摄"), ("图为渡口。", "图为渡口。 通讯员 戚春水 摄")],
)
def test_a_credit_without_a_text_says_that_it_has_none(text: str, shown: str) -> None:
    plain = page("c01.txt", article("渡口的船又开了"), folio="C01")
    loose = Caption(text, ("戚春水",), "■通讯员 戚春水 摄", (9,))
    sheet = replace(plain, reading=replace(plain.reading, captions=(loose,)))
    made = site(build_archive([sheet], [RIVER]), "https://example.org")
    printed = made["river/2024/2024-03-08/c01.html"].decode()
    words = re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", printed))
    assert f" 图片说明 {shown} " in words
