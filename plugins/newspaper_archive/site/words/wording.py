"""What the records are called before a reader, in the tongue of the site: folio C02 is 第C02版, page C02."""

import re

from newspaper_archive.lexicon.names import NOT_NAMED
from newspaper_archive.lexicon.word_lists import entries
from newspaper_archive.model import (
    ArchivedArticle,
    ArchivedPage,
    ArchivedTeaser,
    Article,
    Caption,
    Clue,
    FactSource,
    Issue,
    Kind,
    MissingPart,
    OpenJump,
    Role,
)
from newspaper_archive.site.tongue import Tongue, word
from newspaper_archive.site.words.date_words import date_words
from newspaper_archive.site.words.typography import typeset

FIRST_WORDS = 24
"""Characters that stand for a headline where print gives none."""

CUT = "……"
"""Ends a text that was cut within a sentence."""

SENTENCE_END = re.compile("[。！？]”?")
CLAUSE_END = re.compile("[，；：、]")
BULLETS = "◎●○■□▲△▶►◆◇★☆·•"
NOTE_LABELS = frozenset(entries("note_labels"))

STORIES = frozenset({Kind.NEWS, Kind.INTERVIEW, Kind.COMMENTARY, Kind.OTHER})
"""What leads a page: no picture, no briefs, nothing that is paid for."""

KINDS = {
    Kind.BRIEFS: word("简讯"),
    Kind.PHOTO: word("图片"),
    Kind.INTERVIEW: word("访谈"),
    Kind.EDITOR_NOTE: word("编者按"),
    Kind.COMMENTARY: word("评论"),
    Kind.NOTICE: word("启事"),
    Kind.AD: word("广告"),
}
SOURCES = {
    FactSource.SIDECAR: word("编辑部注明"),
    FactSource.PATH: word("取自文件所在的文件夹"),
    FactSource.PRINT: word("版面上印有"),
    FactSource.ESTIMATE: word("推算，未经证实"),
}
OPEN_JUMPS = {
    (True, True): word("前一部分在第%(folio)s版，本站没有收入那一版。"),
    (True, False): word("前一部分应在第%(folio)s版，没有认出是哪一篇。"),
    (False, True): word("后一部分在第%(folio)s版，本站没有收入那一版。"),
    (False, False): word("后一部分应在第%(folio)s版，没有认出是哪一篇。"),
}
"""By whether the earlier part is lacking, and whether its page is."""
STATES = {"unchecked": word("未校"), "checked": word("已校"), "corrected": word("已更正")}
WITHDRAWN_FOR = frozenset(
    {
        word("当事人要求"),
        word("法律要求"),
        word("有误"),
        word("侵权"),
        word("个人信息"),
        word("未成年人"),
    }
)
# What `reading/date/` says of the passages that an estimated date rests on; it knows no tongue.
REASONS = frozenset(
    {
        word("电头写明年月日"),
        word("电头的日子，报纸不会更早"),
        word("发稿的年月日和钟点"),
        word("印着年月日和星期"),
        word("文中说到当天"),
        word("报道的日子，报纸不会更早"),
        word("说的是今年"),
        word("说的是开过的会，报纸不早于这一年"),
        word("会议按当年编号"),
        word("说的是过去的一年，报纸不早于这一年"),
        word("说的是一年的总结或考核，报纸不早于这一年"),
        word("活动以当年为名"),
        word("说的是打算，报纸不晚于这一年"),
        word("说的是往事，报纸不早于这一年"),
        word("说的是这一年的意义"),
        word("说的是这一年的纪念"),
        word("说的是这一年的任务"),
        word("说的是这一年的安排"),
        word("文件说的是这一年"),
        word("说的是进入这一年"),
        word("说的是这一年的大事"),
    }
)


def folio_words(tongue: Tongue, page: ArchivedPage) -> str:
    """第C02版·看点, as far as the page knows; one with neither folio nor name goes by its lead's headline."""
    if page.folio and page.name:
        return tongue.say("第%(folio)s版·%(name)s", folio=page.folio, name=page.name)
    if page.folio:
        return tongue.say("第%(folio)s版", folio=page.folio)
    if page.name:
        return page.name
    lead = lead_of(page)
    return headline_words(tongue, lead.article) if lead else tongue.say("没有标题的版")


def lead_of(page: ArchivedPage) -> ArchivedArticle | None:
    """The first story in print, else the first of any kind."""
    stories = (article for article in page.articles if article.article.kind in STORIES)
    return next(stories, page.articles[0] if page.articles else None)


def printed_headline(article: Article) -> str:
    """The headline as shown; of an article without one its kicker, its column, else nothing.

    An editor's note that only its label heads (编者按) goes by the name of its series.
    """
    return typeset(("" if _note_label(article) else article.headline) or article.kicker or article.column)


def _note_label(article: Article) -> str:
    """The label that stands for a headline over an editor's note: 编者按, 核心阅读."""
    labelled = article.kind is Kind.EDITOR_NOTE and article.headline in NOTE_LABELS
    return article.headline if labelled else ""


def headline_words(tongue: Tongue, article: Article) -> str:
    """The headline, else the first words in 「」; of one without any words what kind it is."""
    return printed_headline(article) or first_words(article) or genre_words(tongue, article)


def first_words(article: Article) -> str:
    """「河治好了，怎么管住……」, of a note 编者按「…」: stands for a headline that print does not give."""
    dateline = article.dateline.raw if article.dateline else ""
    names = " ".join(entry.name for entry in article.byline)
    texts = (article.subhead, *(one.text for one in article.paragraphs), dateline, article.tail, names)
    said = next((text for text in texts if any(map(str.isalnum, text))), "")
    return f"{typeset(_note_label(article))}「{opening(said, FIRST_WORDS)}」" if said else ""


def open_jump_words(tongue: Tongue, jump: OpenJump) -> str:
    """What a reader is told where the other part of a story is not to be had."""
    return tongue.say(OPEN_JUMPS[jump.into, jump.lack is MissingPart.PAGE], folio=jump.folio)


def teaser_words(tongue: Tongue, announced: ArchivedTeaser) -> str:
    """What a teaser announces; one that is only a pointer (under a picture: `03 新城`) by its label."""
    return typeset(announced.teaser.headline or announced.teaser.label) or tongue.say("导读")


def credit_words(caption: Caption) -> str:
    """Who took the photo, without the mark before it in print: ■通讯员 戚春水 摄."""
    return typeset(caption.credit.lstrip(BULLETS).lstrip())


def kind_words(tongue: Tongue, article: Article) -> str:
    """图片, 简讯…; nothing for plain news, and nothing that the headline says already.

    Of an editor's note its label as printed: 编者按, 核心阅读.
    """
    kind = KINDS.get(article.kind)
    if label := _note_label(article):
        if not printed_headline(article):
            return ""
        return tongue.say(kind) if label == kind else typeset(label)
    return "" if kind is None or kind == article.headline else tongue.say(kind)


def genre_words(tongue: Tongue, article: Article) -> str:
    """图片, 简讯…; plain news is 报道, and what is none of these 其他."""
    if kind := KINDS.get(article.kind):
        return tongue.say(kind)
    return tongue.say("报道") if article.kind is Kind.NEWS else tongue.say("其他")


def role_words(tongue: Tongue, role: str) -> str:
    """The role as printed before a name; 署名 where none is printed."""
    return tongue.say("署名") if role == NOT_NAMED else role


def source_words(tongue: Tongue, source: FactSource) -> str:
    """How something is known: 版面上印有."""
    return tongue.say(SOURCES[source])


def state_words(tongue: Tongue, state: str) -> str:
    """How far people have looked at a story: 未校, 已校, 已更正."""
    return tongue.say(STATES[state])


def withdrawal_words(tongue: Tongue, why: str) -> str:
    """Why something was withdrawn, of the list that the desk chooses from."""
    return tongue.say(why) if why in WITHDRAWN_FOR else why


def reason_words(tongue: Tongue, clue: Clue) -> str:
    """What a passage tells of the date, beside `2022年度第17次会议`: 会议按当年编号."""
    return tongue.say(clue.tells)


def excerpt(article: Article, length: int = 90) -> str:
    """The opening of an article's text, cut after a sentence where one ends in time, else after a clause."""
    told = next((one for one in article.paragraphs if one.role is not Role.CROSSHEAD), None)
    return opening(told.text, length) if told else ""


def opening(text: str, length: int) -> str:
    """At most `length` characters of a paragraph, set in type, and …… where a sentence was cut."""
    text = typeset(text[: length * 4].lstrip(BULLETS))
    if len(text) <= length:
        return text
    if ends := [match.end() for match in SENTENCE_END.finditer(text, length // 2, length)]:
        return text[: ends[-1]]
    stops = [match.start() for match in CLAUSE_END.finditer(text, length // 2, length)]
    return text[: stops[-1] if stops else length] + CUT


def issue_title(tongue: Tongue, issue: Issue) -> str:
    """今日运河 2022年6月1日; the undated carry what is known of them."""
    return f"{issue.edition.name} {date_words(tongue, issue.date)}"
