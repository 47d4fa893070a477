"""Of what is no print a page seldom has one kind alone: with two or three it reads as the plain page, too."""

import re

import pytest

from newspaper_archive.folder.text.encoding import decode
from newspaper_archive.lexicon.simplified import radicals

from .invented import PAGE, read, seen_as_printed

HEADS = ("渡口夜班船又开了", "西门书屋办到田间")
AS_RADICALS = str.maketrans({ideograph: radical for radical, ideograph in reversed(radicals().items())})
IN_RADICALS = PAGE.translate(AS_RADICALS)


def twice(text: str) -> str:
    return "".join(2 * character for character in text)


def apart(text: str) -> str:
    return "\n".join(" ".join(line.replace(" ", "  ")) for line in text.split("\n"))


def heads(text: str, form: str, *, doubled: bool = False) -> str:
    """The page with its headlines, as they stand there, in this form."""
    for head in HEADS:
        here = head if head in text else head.translate(AS_RADICALS)
        text = text.replace(here, form.format(twice(here) if doubled else here))
    return text


def entities(text: str) -> str:
    return re.sub("[⺀-⿟]", lambda found: f"&#x{ord(found[0]):X};", text)


def tags(text: str) -> str:
    return "".join(f"<p>{line}</p>\n" for line in text.split("\n"))


PAGES = {
    "radicals as entities in tags": tags(entities(IN_RADICALS)),
    "radicals printed twice": heads(IN_RADICALS, "{}", doubled=True),
    "headlines printed twice in headings": heads(PAGE, "## **{}**", doubled=True),
    "radicals apart": apart(IN_RADICALS),
    "names with what cannot be seen, in bold": PAGE.replace("龙见飞", "**龙\u200b见\u2060飞**"),
    "names underlined, of radicals": IN_RADICALS.replace("⾼⻘⼭", "[⾼⻘⼭]{.underline}"),
    "a heading with attributes, of radicals": heads(IN_RADICALS, "# {} {{#sec .unnumbered}}"),
    "comments around headlines, blanks in the date": heads(PAGE, "<!-- h1 -->{}<!-- /h1 -->").replace(
        "2031年6月13日", "2031 年 6 月 13 日"
    ),
    "brackets as entities, a soft hyphen": PAGE.replace("（", "&#65288;").replace("民主", "民\u00ad主"),
    "a whole web page of it": f"<html><head><style>p{{color:red}}</style></head>{tags(IN_RADICALS)}</html>",
}
ENCODED = {
    "radicals apart, each line ended by U+2029": apart(IN_RADICALS).replace("\n", "\u2029").encode(),
    "GB18030 whose lines NEL ends": PAGE.replace("\n", "\x85").encode("gb18030"),
    "a mark of the byte order, CR CR LF": b"\xef\xbb\xbf" + PAGE.replace("\n", "\r\r\n").encode(),
    "radicals in UTF-8, then GB18030": IN_RADICALS[: IN_RADICALS.index("⻄")].encode()
    + PAGE[PAGE.index("西门") :].encode("gb18030"),
}


@pytest.mark.parametrize("text", PAGES.values(), ids=PAGES.keys())
def test_a_page_of_several_kinds_is_read_as_the_plain_one(text: str) -> None:
    assert seen_as_printed(PAGE) == seen_as_printed(text)


@pytest.mark.parametrize("data", ENCODED.values(), ids=ENCODED.keys())
def test_a_page_of_several_kinds_of_bytes_is_read_as_the_plain_one(data: bytes) -> None:
    assert seen_as_printed(PAGE) == seen_as_printed(decode(data).text or "")


def test_each_kind_on_a_page_is_told_once() -> None:
    told = [one.code for one in read(PAGES["radicals as entities in tags"]).problems]
    assert ["web-code", "radicals"] == told
