"""The evidence: each cue names what is seen in print and how much it speaks for or against a part.

A line that ends with `。` speaks for body and against a headline; none of them decides alone.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from newspaper_archive.lexicon.paper_names import BARE_FOLIO, MASTHEAD, PAGE_NAME
from newspaper_archive.lexicon.roles import Part
from newspaper_archive.lexicon.series_words import LABELS, NUMBERED
from newspaper_archive.lexicon.word_lists import entries
from newspaper_archive.reading.classify import forms
from newspaper_archive.reading.classify.look import (
    COMMON_FURNITURE_WORD,
    FURNITURE_WORD,
    Look,
    PageLook,
)
from newspaper_archive.reading.classify.series import CARRIES_ON, SIGNED, Series

HEAD, OPENING, BODY, UNFINISHED, CROSSHEAD, ITEM = (
    Part.HEAD, Part.OPENING, Part.BODY, Part.UNFINISHED, Part.CROSSHEAD, Part.ITEM,
)  # fmt: skip
AUTHOR, CREDIT, CAPTION, SIGNATURE, COLUMN, NOTE = (
    Part.AUTHOR, Part.CREDIT, Part.CAPTION, Part.SIGNATURE, Part.COLUMN, Part.NOTE,
)  # fmt: skip
LABEL, POINTER, JUMP, COLOPHON, FURNITURE, ROW = (
    Part.LABEL, Part.POINTER, Part.JUMP, Part.COLOPHON, Part.FURNITURE, Part.ROW,
)  # fmt: skip

LONG, VERY_LONG = 40, 70
NOTICE_WIDTH, LONGEST_HEADLINE = 20, 80
NOTICE_ENDINGS = entries("notice_words")
SERVICE_HEADLINES = frozenset(entries("service_words"))
ITEMS_OF_NOTICE = 40
OFTEN = 3
FEW_WORDS, MANY_WORDS = 0.045, 0.075
HEADLINE_WIDTHS = (4.0, 30.0)
# 明天气象预报(1月2日20时—1月3日20时): whole, so that what stands beneath heads a part of it.
WEATHER_FOR = re.compile(
    r"(?:天[气氣]|[气氣]象)(?:[预預]报|[预預]報)?\s*\([^()]*\d{1,2}[日时時点點][^()]*\)$"
)
BARE_NUMBER = re.compile(r"[\d\W_]{1,4}")
QUOTED = re.compile(r"[“\"「『].*[”\"」』]")
DATE_ONLY = re.compile(
    r"[\d一二三四五六七八九十○〇零]{2,4}年[\d一二三四五六七八九十]{1,3}月(?:[\d一二三四五六七八九十]{1,3}日)?"
)
MENU_WORDS, MENU_LETTERS = 6, 4.5
POINTS = re.compile(r"[>→▶]|详见|見|见|请看|全文|报道|更多")
# 王岚 文/图, 王岚 摄影报道: the words are by the photographer too.
WORDS_TOO = re.compile("文|[报報][道导導]")
BRACKETED = re.compile(r"\([^()。!?]{2,60}\)")


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """A block, its neighbours and its page."""

    page: PageLook
    series: Series
    common: Mapping[int, float]
    here: Look
    above: Look | None
    below: Look | None


@dataclass(frozen=True, slots=True, eq=False)
class Cue:
    """Something seen in print; `says` are weights, like logarithms of odds.

    A cue that sees long blocks too is `long`, one that sees only lines without a sentence's end is `open`, one
    that sees only blocks of a fixed form names the `form`. These save asking: a cue is left out only where it
    would see nothing (tests/reading/test_cues.py).
    """

    name: str
    sees: Callable[[Scene], object]
    says: dict[Part, float]
    long: bool = False
    open: bool = False
    form: str = ""


def _has(*names: str) -> Callable[[Scene], object]:
    return lambda scene: all(name in scene.here.forms for name in names)


def _is_paragraph(look: Look | None) -> bool:
    return (
        look is not None
        and (look.ends or look.cells > LONG)
        and not look.forms.keys() & {"credit", "colophon", "jump"}
    )


def _is_row(look: Look | None) -> bool:
    return look is not None and look.short and "row" in look.forms


def _heads_plain_text(scene: Scene) -> bool:
    """A short line over a paragraph that opens without a dateline, beneath a paragraph."""
    here, below = scene.here, scene.below
    if not here.short or here.ends or below is None or below.dateline is not None:
        return False
    return _is_paragraph(below) and "note" not in below.forms and _is_paragraph(scene.above)


def _heads_briefs(scene: Scene) -> bool:
    """A brief stands below, by its mark; or two, by their dates."""
    below, next_below = scene.below, scene.page.near(scene.here.index + 2)
    if below is None:
        return False
    dated = next_below is not None and "brief date" in below.forms and "brief date" in next_below.forms
    return "brief mark" in below.forms or dated


def _beside_date(scene: Scene) -> bool:
    """A date line stands right above or below."""
    near = (scene.above if scene.here.gap == 0 else None, scene.below)
    return any(look is not None and look.short and not look.ends and _bears_date(look) for look in near)


def _bears_date(look: Look) -> bool:
    """A line of the page's own day; 作者:… 时间:… is a story's."""
    return bool(look.forms.keys() & {"date", "date rest"}) and "metadata" not in look.forms


def _is_parallel(scene: Scene) -> bool:
    """Of one cadence with a neighbour, or marked: what crossheads are, whatever their paragraphs speak of."""
    return scene.here.index in scene.series.one_cadence or scene.here.rank > 0


def _is_of_lines(look: Look | None) -> bool:
    """A paragraph of a column: where paragraphs are lines, none is torn."""
    return look is not None and len(look.block.lines) > 1


def _is_quotation(look: Look) -> bool:
    """A short line that is all in quotation marks: what somebody said, over the paragraphs that tell of it."""
    return look.short and QUOTED.fullmatch(look.text) is not None


def _opens_sentence(text: str) -> bool:
    return ("," in text and forms.SENTENCE_OPENING.match(text) is not None) or forms.BY_A_SOURCE.match(
        text
    ) is not None


def _names_notice(look: Look) -> bool:
    text = look.text.replace(" ", "")
    return text.endswith(NOTICE_ENDINGS) or text in SERVICE_HEADLINES or "correction" in look.forms


def _is_item_of_notice(scene: Scene) -> bool:
    """`△青禾镇尤大河遗失残疾人证一本,声明作废。`, one of several beneath 遗失声明; a picture's text has such marks too."""
    mark = scene.here.text[:1]
    for index in range(scene.here.index - 1, max(-1, scene.here.index - ITEMS_OF_NOTICE), -1):
        look = scene.page.near(index)
        if look is None or look.text[:1] != mark:
            return mark in "△▲" and look is not None and _names_notice(look)
    return False


def _names_series(look: Look) -> bool:
    named = look.text.rstrip("”》】 ").endswith(LABELS) or NUMBERED.search(look.text) is not None
    return look.cells <= 32 and "label" not in look.forms and named


def _is_menu(text: str) -> bool:
    """Short words in a row; those of a Latin sentence are small, for most of them."""
    words = text.split()
    if len(words) < MENU_WORDS or sum(map(len, words)) > MENU_LETTERS * len(words):
        return False
    return 2 * sum(word[0].isascii() and word[0].islower() for word in words) <= len(words)


def _furniture_words(text: str) -> int:
    return len({*FURNITURE_WORD.findall(text), *COMMON_FURNITURE_WORD.findall(text)})


def _is_number(look: Look | None) -> bool:
    return look is not None and look.text.isdigit() and look.cells <= 2


def _at_edge(scene: Scene) -> bool:
    return scene.here.index < 4 or scene.here.index >= len(scene.page.looks) - 3


# Set by hand where a page was misread; learnt weights (a conditional random field) did no better on newspapers left out.
# What each is worth, and on which newspapers and shapes of pages, `make weigh` tells: a cue that serves none goes.
CUES: tuple[Cue, ...] = (
    Cue("句末标点", lambda s: s.here.ends, {BODY: 3, CAPTION: 1.5, HEAD: -4, CROSSHEAD: -4, COLUMN: -4, FURNITURE: -2, UNFINISHED: -6}, long=True),
    Cue("长段落", lambda s: s.here.cells >= LONG, {BODY: 3, HEAD: -3, CROSSHEAD: -3, COLUMN: -5, FURNITURE: -3, CAPTION: -0.5}, long=True),
    Cue("栏中排满的几行，行中有逗号", lambda s: not s.here.ends and len(s.here.block.lines) > 1 and "," in s.here.text and not _is_quotation(s.here), {BODY: 2, UNFINISHED: 2.5, HEAD: -2, CROSSHEAD: -1.5}, open=True, long=True),
    Cue("很长的段落", lambda s: s.here.cells >= VERY_LONG, {BODY: 4, HEAD: -6, CROSSHEAD: -6, FURNITURE: -4, UNFINISHED: -2}, long=True),
    Cue("标题符号", lambda s: s.here.rank, {HEAD: 3, CROSSHEAD: 1, COLUMN: 1.5, BODY: -4, UNFINISHED: -4, FURNITURE: -2, CAPTION: -3}, long=True),
    Cue("短行无句号", lambda s: not s.here.ends and HEADLINE_WIDTHS[0] <= s.here.cells <= HEADLINE_WIDTHS[1], {HEAD: 2, CROSSHEAD: 1, UNFINISHED: -0.5, BODY: -2}, open=True),
    Cue("行末逗号", lambda s: s.here.text[-1:] in ",、", {UNFINISHED: 4, HEAD: -3, CROSSHEAD: -3, COLUMN: -3}, long=True),
    Cue("与本版多段同样起首", lambda s: not s.here.ends and s.here.repeated_opening and "," in s.here.text and _is_paragraph(s.below), {UNFINISHED: 4, HEAD: -2, CROSSHEAD: -1}, open=True),
    Cue("与三段以上同样起首，下以要字接", lambda s: not s.here.ends and s.here.repeated_opening >= OFTEN and "," in s.here.text and s.below is not None and s.below.text.startswith("要"), {UNFINISHED: 4, CROSSHEAD: -4}, open=True),
    Cue("以时间语或据某处起首", lambda s: not s.here.ends and s.here.short and _opens_sentence(s.here.text) and _is_paragraph(s.below) and _is_of_lines(s.below), {UNFINISHED: 5, HEAD: -3, CROSSHEAD: -3}, open=True),
    Cue("下接电头", lambda s: s.below is not None and s.below.dateline, {HEAD: 2.5, CROSSHEAD: -3, FURNITURE: -2, COLUMN: -1, UNFINISHED: -4}, long=True),
    Cue("长标题下接电头", lambda s: not s.here.ends and LONG <= s.here.cells <= LONGEST_HEADLINE and len(s.here.block.lines) == 1 and "。" not in s.here.text and s.below is not None and s.below.dateline, {HEAD: 9, BODY: -4, UNFINISHED: -2}, open=True, long=True),
    Cue("下文以据某报起首", lambda s: s.here.short and not s.here.ends and s.below is not None and forms.BY_ANOTHER_PAPER.match(s.below.text), {HEAD: 1.5, CROSSHEAD: -2.5}, open=True),
    Cue("下接作者行", lambda s: s.here.short and s.below is not None and s.below.forms.keys() & {"author", "office", "metadata"}, {HEAD: 2, CROSSHEAD: -2}),
    Cue("下接段落", lambda s: s.here.short and not s.here.ends and _is_paragraph(s.below), {HEAD: 0.8, CROSSHEAD: 0.8}, open=True),
    Cue("上有大空", lambda s: s.here.short and s.here.gap >= 2 and s.here.index, {HEAD: 0.7, CROSSHEAD: -1.5, COLUMN: 0.5, FURNITURE: 0.5, UNFINISHED: -1}),
    Cue("空行之下，紧接正文", lambda s: s.here.short and not s.here.ends and s.series.set_apart and s.here.gap and not s.here.gap_after and s.above is not None and s.above.ends and _is_paragraph(s.below), {HEAD: 1.5, CROSSHEAD: -2}, open=True),
    Cue("太短", lambda s: s.here.cells < HEADLINE_WIDTHS[0], {HEAD: -1.5, BODY: -2.5, FURNITURE: 0.5}),
    Cue("短行过长", lambda s: not s.here.ends and HEADLINE_WIDTHS[1] < s.here.cells < LONG, {HEAD: 0.5, BODY: 0.5}, open=True),
    Cue("行中有句号而行末无", lambda s: not s.here.ends and s.here.short and "。" in s.here.text and "credit tail" not in s.here.forms, {UNFINISHED: 5, BODY: 1, HEAD: -4, CROSSHEAD: -4}, open=True),
    Cue("附图片字样", _has("photo headline"), {HEAD: 4, CROSSHEAD: -4}, form="photo headline"),
    Cue("与上文少有相同的词", lambda s: s.common.get(s.here.index, 1.0) < FEW_WORDS and not _is_parallel(s), {HEAD: 0.7, CROSSHEAD: -1}),
    Cue("与上文多有相同的词", lambda s: s.common.get(s.here.index, 0.0) >= MANY_WORDS, {CROSSHEAD: 1.2, HEAD: -0.8}),
    Cue("下文承接上文", lambda s: s.here.short and not s.here.ends and s.below is not None and CARRIES_ON.match(s.below.text) and _is_paragraph(s.above), {CROSSHEAD: 2, HEAD: -2}, open=True),
    Cue("一段一题，词不相同", lambda s: s.here.index in s.series.one_paragraph and s.common.get(s.here.index, 1.0) < MANY_WORDS, {HEAD: 1.5, CROSSHEAD: -2}),
    Cue("通知公告的标题", lambda s: s.here.cells <= NOTICE_WIDTH and not s.here.ends and _names_notice(s.here) and (_is_paragraph(s.below) or _is_row(s.below)) and not _is_parallel(s), {HEAD: 3, CROSSHEAD: -4}, open=True),
    Cue("本版稿件多有电头而下文无", lambda s: s.series.datelined and _heads_plain_text(s), {CROSSHEAD: 1.2}),
    Cue("前后短行都无电头署名", lambda s: s.series.datelined and s.here.index in s.series.unmarked_between, {CROSSHEAD: 1.2}),
    Cue("上文已署名收尾", lambda s: s.here.short and not s.here.ends and s.above is not None and s.above.forms.keys() & SIGNED, {HEAD: 1.5, CROSSHEAD: -3}, open=True),
    Cue("下文以署名收尾", lambda s: s.here.index in s.series.signed and not (s.page.one_story and _is_quotation(s.here)), {HEAD: 2.2, CROSSHEAD: -3}),
    Cue("上下短行长短相近", lambda s: s.here.index in s.series.alike, {CROSSHEAD: 1.3}),
    Cue("上下短行句式相同", lambda s: s.here.index in s.series.one_cadence, {CROSSHEAD: 1.2}),
    Cue("比本篇标题低一级", lambda s: s.here.index in s.series.lower_ranked, {CROSSHEAD: 3, HEAD: -1}),
    Cue("大标题无符号而此有", lambda s: s.here.rank and s.page.unranked_lead and _is_paragraph(s.above), {CROSSHEAD: 1.5, HEAD: -0.5}),
    Cue("全版只有一处署名，在版首", lambda s: s.page.one_story and not s.here.ends and s.here.short and s.here.index > s.page.head_blocks, {CROSSHEAD: 2, HEAD: -1}, open=True),
    Cue("整句加引号", lambda s: _is_quotation(s.here), {CROSSHEAD: 1}),
    Cue("电头", lambda s: s.here.dateline, {OPENING: 8, HEAD: -6, CROSSHEAD: -8, UNFINISHED: -5}, long=True),
    Cue("导读指向的格式", _has("pointer"), {POINTER: 5, HEAD: -3, CROSSHEAD: -4, FURNITURE: -1}, form="pointer"),
    Cue("写明详见何版", lambda s: "pointer" in s.here.forms and POINTS.match(s.here.text), {POINTER: 4, COLUMN: -3}, open=True, form="pointer"),
    Cue("版面标识在页首页尾", lambda s: "label" in s.here.forms and _at_edge(s) and not s.here.text.isdigit(), {LABEL: 3.5}, form="label"),
    Cue("写明第几版", lambda s: "label" in s.here.forms and any(s.here.forms["label"][part] for part in ("ban", "ordinal", "code")), {LABEL: 4.5, HEAD: -3}, form="label"),
    Cue("正文间的日期短行", lambda s: s.here.cells <= 20 and not s.here.ends and _bears_date(s.here) and not _at_edge(s), {ROW: 5, HEAD: -1, CROSSHEAD: -2}, open=True),
    Cue("日期行在页首页尾", lambda s: s.here.forms.keys() & {"date", "date rest"} and _at_edge(s) and not s.here.ends, {LABEL: 3, HEAD: -3, CROSSHEAD: -3}),
    Cue("整行是日期", lambda s: _at_edge(s) and (found := s.here.forms.get("date")) is not None and found.end() - found.start() >= 0.6 * len(s.here.text), {LABEL: 3, HEAD: -3}, open=True, form="date"),
    Cue("报头样式", lambda s: _at_edge(s) and s.here.cells <= 18 and MASTHEAD.fullmatch(s.here.text), {LABEL: 3.7}),
    Cue("页首日期行旁的短行", lambda s: s.here.index < 5 and s.here.cells <= 12 and not s.here.ends and _beside_date(s), {LABEL: 4}, open=True),
    Cue("页首版次", lambda s: s.here.index < 2 and BARE_FOLIO.fullmatch(s.here.text), {LABEL: 4.5, FURNITURE: -2}),
    Cue("版次下的版名", lambda s: s.here.index < 4 and s.above is not None and BARE_FOLIO.fullmatch(s.above.text) and PAGE_NAME.fullmatch(s.here.text), {LABEL: 5.5}),
    Cue("页首报头上一行", lambda s: s.here.index == 0 and s.here.cells <= 10 and s.below is not None and MASTHEAD.fullmatch(s.below.text), {LABEL: 4.5}),
    Cue("编辑校对的格式", _has("colophon"), {COLOPHON: 7, HEAD: -4, BODY: -3, FURNITURE: -2}, form="colophon"),
    Cue("摄影署名的格式", _has("credit"), {CREDIT: 7, HEAD: -5, CROSSHEAD: -5, AUTHOR: -2, FURNITURE: -3, SIGNATURE: -2}, form="credit"),
    Cue("标题下的图文署名", lambda s: "credit" in s.here.forms and WORDS_TOO.search(s.here.text) and s.above is not None and not s.above.ends and _is_paragraph(s.below), {AUTHOR: 12, CREDIT: -4}, form="credit"),
    Cue("图片署名收尾", lambda s: s.here.short and "credit tail" in s.here.forms, {BODY: 1.5, CAPTION: 1.5, HEAD: -4, CREDIT: 0.5}, form="credit tail"),
    Cue("文末署名的格式", _has("signature"), {SIGNATURE: 5, HEAD: -3, CROSSHEAD: -4}, form="signature"),
    Cue("机构落款", lambda s: "signing office" in s.here.forms and _is_paragraph(s.above) and not _is_paragraph(s.below) and (s.below is None or _bears_date(s.below) or s.here.gap_after > 1), {SIGNATURE: 6.5, HEAD: -2, LABEL: -3}, open=True, form="signing office"),
    Cue("括号独行", lambda s: BRACKETED.fullmatch(s.here.text) and s.above is not None, {SIGNATURE: 3.5, HEAD: -2.5, CROSSHEAD: -3}),
    Cue("独行年月", lambda s: s.above is not None and DATE_ONLY.fullmatch(s.here.text) and (_is_paragraph(s.above) or _is_paragraph(s.page.near(s.here.index - 2))), {SIGNATURE: 6, HEAD: -3, LABEL: -3, ROW: -4}),
    Cue("记者署名的格式", _has("author"), {AUTHOR: 5, HEAD: -4, CROSSHEAD: -5, FURNITURE: -2}, form="author"),
    Cue("职务加姓名", _has("office"), {AUTHOR: 5, HEAD: -3, CROSSHEAD: -4}, form="office"),
    Cue("作者时间一行", _has("metadata"), {AUTHOR: 9, HEAD: -6}, long=True, form="metadata"),
    Cue("编者按字样", _has("note"), {NOTE: 11, HEAD: -5, CROSSHEAD: -5, BODY: -3, COLUMN: -2}, long=True, form="note"),
    Cue("栏目用词", lambda s: not s.here.ends and "column word" in s.here.forms and s.here.cells <= 8, {COLUMN: 2.5}, open=True, form="column word"),
    Cue("系列报道的名目", lambda s: not s.here.ends and _names_series(s.here), {COLUMN: 5.5, HEAD: -1, CROSSHEAD: -2}, open=True),
    Cue("下接简讯", lambda s: s.here.cells <= 16 and not s.here.ends and _heads_briefs(s), {COLUMN: 2.5, CROSSHEAD: -1}, open=True),
    Cue("简讯栏目", lambda s: s.here.cells <= 14 and not s.here.ends and "briefs word" in s.here.forms, {COLUMN: 2, FURNITURE: -2}, open=True, form="briefs word"),
    Cue("短标签下有大空", lambda s: s.here.cells <= 9 and not s.here.ends and s.here.gap_after >= 2 and s.below is not None, {COLUMN: 2}, open=True),
    Cue("短标签下接标题", lambda s: s.here.cells <= 9 and not s.here.ends and s.below is not None and s.below.short and not s.below.ends, {COLUMN: 0.5}, open=True),
    Cue("简讯符号", lambda s: "brief mark" in s.here.forms and (s.here.ends or s.here.cells > 24), {ITEM: 12, HEAD: -2}, long=True, form="brief mark"),
    Cue("简讯栏中以日期起首", lambda s: "brief date" in s.here.forms and s.here.under_briefs and not s.here.dateline and (s.here.ends or not s.here.short), {ITEM: 13}, long=True, form="brief date"),
    Cue("简讯栏中的列表行", lambda s: s.here.block.shape == "item" and s.here.under_briefs and "note" not in s.here.forms, {ITEM: 12}, long=True),
    Cue("图片说明的格式", lambda s: "caption" in s.here.forms and (s.here.short or s.here.ends), {CAPTION: 4, BODY: -1, HEAD: -3}, long=True, form="caption"),
    Cue("启事之下几行同样的符号", lambda s: "caption" in s.here.forms and _is_item_of_notice(s), {BODY: 6, CAPTION: -4}, long=True, form="caption"),
    Cue("图片字样", _has("caption label"), {CAPTION: 6, HEAD: -4}, form="caption label"),
    Cue("地名加说明，有一处有摄影署名", lambda s: s.page.credited_places and s.here.short and "place and caption" in s.here.forms, {CAPTION: 4.5, BODY: -1}, form="place and caption"),
    Cue("图片之下的编号", lambda s: s.here.numbered_caption, {CAPTION: 12}, long=True),
    Cue("下接摄影署名", lambda s: s.here.cells <= 90 and s.here.ends and "credit" in (s.below.forms if s.below else ()), {CAPTION: 2}, long=True),
    Cue("杂项用词", lambda s: not s.here.ends and s.here.cells <= 30 and "furniture word" in s.here.forms, {FURNITURE: 4.5, HEAD: -1}, open=True, form="furniture word"),
    Cue("杂项常用词", lambda s: not s.here.ends and s.here.cells <= 30 and "common furniture word" in s.here.forms, {FURNITURE: 2.2}, open=True, form="common furniture word"),
    Cue("几处杂项用词", lambda s: not s.here.ends and (s.here.short or ("|" in s.here.text and s.here.cells <= 80)) and _furniture_words(s.here.text) >= 2, {FURNITURE: 6, HEAD: -3, BODY: -2}, long=True, open=True),
    Cue("多个短词并列", lambda s: s.here.cells <= 80 and not s.here.ends and _is_menu(s.here.text), {FURNITURE: 8, HEAD: -4, CROSSHEAD: -4, BODY: -2}, open=True, long=True),
    Cue("只有数字或符号", lambda s: s.here.cells <= 3 and BARE_NUMBER.fullmatch(s.here.text), {FURNITURE: 4, HEAD: -3, CROSSHEAD: -3, BODY: -2}),
    Cue("夹在编号之间", lambda s: s.here.short and not s.here.ends and _is_number(s.above) and (_is_number(s.below) or s.page.near(s.here.index - 3) is not None), {HEAD: 4.5, ROW: -2}),
    Cue("表格样式", lambda s: s.here.cells <= 26 and "row" in s.here.forms and not s.here.ends, {ROW: 4, HEAD: -2, CROSSHEAD: -3, LABEL: -2}, open=True, form="row"),
    Cue("写明时段的天气预报之下", lambda s: s.here.short and not s.here.ends and s.above is not None and WEATHER_FOR.search(s.above.text), {CROSSHEAD: 3, HEAD: -2}, open=True),
    Cue("下接表格行", lambda s: s.here.short and not s.here.ends and _is_row(s.below), {CROSSHEAD: 4, HEAD: 1}, open=True),
    Cue("表格的一行", lambda s: s.here.block.shape == "row", {ROW: 14, HEAD: -6, CROSSHEAD: -6, BODY: -3, FURNITURE: -4, COLUMN: -4, LABEL: -4}, long=True),
    Cue("转版的格式", _has("jump"), {JUMP: 8, HEAD: -4, POINTER: -3}, form="jump"),
    Cue("短句独在标题下", lambda s: s.here.ends and s.here.cells <= 10 and s.above is not None and not s.above.ends and not _is_paragraph(s.below), {CAPTION: 4}),
)  # fmt: skip


def asked_of(look: Look) -> tuple[Cue, ...]:
    """The cues that can see this block."""
    return _asked(look.short, look.ends, frozenset(look.forms))


@lru_cache(maxsize=1024)
def _asked(short: bool, ends: bool, forms: frozenset[str]) -> tuple[Cue, ...]:
    return tuple(
        cue
        for cue in CUES
        if (short or cue.long) and not (ends and cue.open) and (not cue.form or cue.form in forms)
    )


# What a block is before anything is seen of it: text or a headline sooner than a crosshead or half a paragraph.
ALWAYS = {BODY: 0.0, HEAD: 0.0, CROSSHEAD: -1.5, FURNITURE: -0.5, UNFINISHED: -2.5}
LEAST = -4.0
OUT_OF_REACH = 11.0


def seen(scene: Scene) -> tuple[Cue, ...]:
    """The cues that see something here, in the order of the table."""
    return tuple(cue for cue in asked_of(scene.here) if cue.sees(scene))


@lru_cache(maxsize=1024)
def weighed(cues: tuple[Cue, ...]) -> Mapping[Part, tuple[float, tuple[str, ...]]]:
    """For each part that comes into question: its weight, and the cues that spoke for it."""
    weights: dict[Part, float] = dict(ALWAYS)
    reasons: dict[Part, list[str]] = {}
    for cue in cues:
        for part, weight in cue.says.items():
            weights[part] = weights.get(part, -1.5) + weight
            if weight > 0:
                reasons.setdefault(part, []).append(cue.name)
    if BODY in weights and OPENING in weights:
        del weights[BODY]
    best = max(weights.values())
    least = max(LEAST, best - OUT_OF_REACH)
    return {
        part: (weight, tuple(reasons.get(part, ())))
        for part, weight in weights.items()
        if weight >= least or weight == best
    }
