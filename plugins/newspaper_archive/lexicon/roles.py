"""What a printed line can be: one table, a row each, from which sidecars, reading and checks take their words.

`9: furniture` in a sidecar, 版面杂项 in `explain`, `Part.FURNITURE` on the page and `Role.FURNITURE` of its
characters are one row. A new role is one row; tests/reading/test_roles.py says what is still missing.
"""

import re
from dataclasses import dataclass
from enum import Enum, StrEnum

from newspaper_archive.model import Kind, Role


class Part(StrEnum):
    """What a block is on the page, before articles are put together; finer than the roles of print."""

    HEAD = "headline"
    OPENING = "opening"
    BODY = "body"
    UNFINISHED = "unfinished"
    CROSSHEAD = "crosshead"
    ITEM = "brief"
    AUTHOR = "author"
    CREDIT = "credit"
    CAPTION = "caption"
    SIGNATURE = "signature"
    COLUMN = "column"
    NOTE = "note"
    LABEL = "label"
    POINTER = "pointer"
    JUMP = "jump"
    COLOPHON = "colophon"
    FURNITURE = "furniture"
    ROW = "row"
    EDGE = "edge"


class Under(Enum):
    """Where a sidecar may say the word: `3: headline` under `lines`, `headline: 3` under `articles`."""

    LINES = "lines"
    ARTICLES = "articles"
    BOTH = "both"
    NEITHER = "neither"


class Shown(Enum):
    """Where the characters are read again: in an article's paragraphs, beside them, or only on the page."""

    PARAGRAPHS = "paragraphs"
    BESIDE = "beside"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class RoleRow:
    """One thing that a line can be.

    `part` is what its block is, `also` what the desk's word leaves to choose besides; `block` is the block's
    Chinese where it is another; `within` is the article's part inside which `lines` may still say this word;
    `stray` marks what a line of this role in no article is called; `gloss` is said under `articles`.
    """

    word: str
    chinese: str
    part: Part
    role: Role
    shown: Shown
    under: Under
    also: tuple[Part, ...] = ()
    block: str = ""
    within: str = ""
    stray: bool = False
    gloss: str = ""


_PARAGRAPHS, _BESIDE, _PAGE = Shown.PARAGRAPHS, Shown.BESIDE, Shown.PAGE
_LINES, _ARTICLES, _BOTH, _NEITHER = Under.LINES, Under.ARTICLES, Under.BOTH, Under.NEITHER

# The first row of a part names its blocks. The order is that in which messages and sidecars list the words.
ROLES: tuple[RoleRow, ...] = (
    RoleRow("", "标题", Part.HEAD, Role.HEADLINE, _BESIDE, _NEITHER),
    RoleRow("", "断栏正文", Part.UNFINISHED, Role.BODY, _PARAGRAPHS, _NEITHER),
    RoleRow("kicker", "引题", Part.HEAD, Role.KICKER, _BESIDE, _BOTH),
    RoleRow("headline", "主题", Part.HEAD, Role.HEADLINE, _BESIDE, _BOTH),
    RoleRow("subhead", "副题", Part.HEAD, Role.SUBHEAD, _BESIDE, _BOTH),
    RoleRow("column", "栏目", Part.COLUMN, Role.LABEL, _PAGE, _BOTH, gloss="栏目，行号或文字"),
    RoleRow("dateline", "电头", Part.OPENING, Role.DATELINE, _BESIDE, _BOTH, block="电头起首", within="body"),
    RoleRow("byline", "署名", Part.AUTHOR, Role.BYLINE, _BESIDE, _BOTH, block="作者行"),
    RoleRow("crosshead", "小标题", Part.CROSSHEAD, Role.CROSSHEAD, _PARAGRAPHS, _LINES, within="body"),
    RoleRow("body", "正文", Part.BODY, Role.BODY, _PARAGRAPHS, _BOTH, also=(Part.UNFINISHED, Part.OPENING), within="body"),
    RoleRow("brief", "简讯", Part.ITEM, Role.BRIEF, _PARAGRAPHS, _LINES, within="body"),
    RoleRow("signature", "文末署名", Part.SIGNATURE, Role.SIGNATURE, _BESIDE, _LINES, within="tail"),
    RoleRow("caption", "图片说明", Part.CAPTION, Role.CAPTION, _BESIDE, _BOTH, also=(Part.CREDIT,), stray=True),
    RoleRow("credit", "摄影署名", Part.CREDIT, Role.CAPTION, _BESIDE, _LINES, within="tail"),
    RoleRow("tail", "文末署名或摄影署名", Part.SIGNATURE, Role.SIGNATURE, _BESIDE, _ARTICLES, also=(Part.CREDIT,)),
    RoleRow("note", "编者按", Part.NOTE, Role.LABEL, _PAGE, _LINES, within="body"),
    RoleRow("teaser", "导读", Part.HEAD, Role.TEASER, _PAGE, _LINES, also=(Part.POINTER,)),
    RoleRow("pointer", "指向别版，如 C02 看点", Part.POINTER, Role.TEASER, _PAGE, _ARTICLES, block="导读指向"),
    RoleRow("jump", "下转、上接", Part.JUMP, Role.LABEL, _PAGE, _BOTH, block="转版"),
    RoleRow("label", "版面标识", Part.LABEL, Role.LABEL, _PAGE, _LINES, stray=True),
    RoleRow("colophon", "编辑组版", Part.COLOPHON, Role.COLOPHON, _PAGE, _LINES, stray=True),
    RoleRow("furniture", "版面杂项", Part.FURNITURE, Role.FURNITURE, _PAGE, _LINES, stray=True),
    RoleRow("table", "表格", Part.ROW, Role.BODY, _PARAGRAPHS, _LINES, block="表格行", within="body"),
)  # fmt: skip

KINDS: dict[Kind, str] = {
    Kind.NEWS: "消息",
    Kind.BRIEFS: "简讯",
    Kind.PHOTO: "图片",
    Kind.INTERVIEW: "访谈",
    Kind.EDITOR_NOTE: "编者按",
    Kind.COMMENTARY: "评论",
    Kind.NOTICE: "公告",
    Kind.AD: "广告",
    Kind.OTHER: "其他",
}
"""What the desk calls an article's kind; what readers are told is `site.words.wording`'s, in their tongue."""

BLOCKS: dict[Part, str] = {row.part: row.block or row.chinese for row in reversed(ROLES)}
"""What `explain` and the problems call a block."""


def shown_in(shown: Shown) -> frozenset[Role]:
    """The roles of characters that are read again there."""
    return frozenset(row.role for row in ROLES if row.shown is shown)


def sayable(under: Under) -> dict[str, str]:
    """The words that a sidecar may say under `lines` or `articles`, with their Chinese."""
    rows = (row for row in ROLES if row.under in (under, Under.BOTH))
    return {row.word: row.gloss if row.gloss and under is Under.ARTICLES else row.chinese for row in rows}


def called(under: Under) -> dict[str, tuple[str, ...]]:
    """What the desk may call each of these words in Chinese: of `jump` 下转、上接, 下转, 上接 and 转版."""
    rows = [row for row in ROLES if row.under in (under, Under.BOTH)]
    names = {row.word: [row.chinese.partition("，")[0], *filter(None, [row.block])] for row in rows}
    names["headline"].append("标题")
    return {word: (*said, *re.split("[、或]", said[0])) for word, said in names.items()}


def within(word: str) -> frozenset[str]:
    """What `lines` may say of a line that an article has as this part already: of `tail` that it is a credit."""
    return frozenset(row.word for row in ROLES if row.within == word) or frozenset({word})
