"""Print that does not fit the story it was put in: a dateline within a paragraph, text after a signature.

`C03.txt:41: 段落中间出现电头：“…又开了本报渡口3月8日讯…”`: here two stories, or a headline and its text, have
run into one.
"""

import re
from collections.abc import Callable, Iterator

from newspaper_archive.lexicon import agencies
from newspaper_archive.lexicon.han import HAN
from newspaper_archive.model import Article, Kind, Page, Paragraph, Problem, Role, Severity
from newspaper_archive.problems.quoting import around, problem_on, quoted

_NAMED = re.compile(agencies.NAMED)
_AGENCY = re.compile(agencies.NAME_END)
_WRITER = "(?:首席|见习|見習|特约|特約)?(?:记者|記者|通讯员|通訊員)"
# Behind an agency's name: before a writer, wherever it stands; without one, where a sentence ends before it.
_WIRED_BY = re.compile(
    rf"[^,，。:：“”《》]{{0,12}}?{agencies.WIRE}\s*(?:[(（](?:[^()（）]{{0,6}}?{_WRITER}|见习|特约)|记者|記者)"
)
_WIRED = re.compile(rf"{agencies.WIRED}(?![,，。、]|$)")
_SIGNED = re.compile(rf"[ \u3000]?{_WRITER}[ \u3000]+[{HAN}]{{2,4}}(?=[ \u3000)）]|报道|報道|[摄攝])")
_SIGNED_OURS = re.compile(rf"{_WRITER}[ \u3000]+[{HAN}]{{2}}")
_OURS = re.compile(agencies.OWN)
# What comes before a name: 【据, and before an ending the letters of the name.
_OPENS_NAME = re.compile(r"[【\[]?[据據]?$")
_OPENS_ENDING = re.compile(rf"[【\[]?[据據]?[{HAN}]{{0,6}}$")
_REACH = 10
_SENTENCE_BEFORE = re.compile(r"[。！？!?…”’」』）)]\s?$")
_MARK = re.compile(rf"(?<=[{HAN}。”])[◎●■▲◆★]\s*[{HAN}\d“]")
_BLANK_WITHIN = re.compile(rf"[{HAN}·、“”《》]{{4,20}}[ \u3000]+[{HAN}\d“”《》·]{{4}}")
_DATE_WITHIN = re.compile(
    rf"[{HAN}·“”《》]{{2,20}}(?<![年月至到于自从在前后截])(?:\d{{1,2}}月)?\d{{1,2}}日[,，]"
)
_SENTENCE_END = re.compile(r"[。！？!?…；;]")
# A foreign word may end what it likes: the next line says whether it went on.
_CLOSED = re.compile(r"[。！？!?…：:；;—.][”’」』》）)\]】\"'*]*\s*$|[)）】\]”’」』》A-Za-z>]\s*$")
_OPENS_MIDWAY = re.compile(r"\s*[，。、；：！？）》」』,;!?)]")
_OF_PICTURE = re.compile(r"[图圖](?:为|為|中|片)|[左右上下][图圖]")
_WHOLE_PARAGRAPH, _SHORT_CAPTION = 24, 60
_LONG_HEADLINE = 50
Find = Callable[[str], re.Match[str] | None]
_UNSPOKEN = frozenset({Kind.OTHER, Kind.PHOTO, Kind.NOTICE, Kind.AD})
_CHECK = "请对照版面，在同名 .yaml 里写定"


def dateline_within(page: Page) -> Iterator[Problem]:
    """`…渡口的船又开了本报渡口3月8日讯（记者…`: a headline or another story has run into the text."""
    advice = f"电头前面可能是标题或另一篇稿件，{_CHECK}从哪里分开"
    yield from _within(page, _dateline, "dateline-within", "段落中间出现电头", advice)


def byline_within(page: Page) -> Iterator[Problem]:
    advice = f"署名前面可能是标题或另一篇稿件，{_CHECK}从哪里分开"
    yield from _within(page, _byline, "byline-within", "段落中间出现记者署名", advice)


def mark_within(page: Page) -> Iterator[Problem]:
    advice = f"可能是另一则简讯，或前面是栏目名，{_CHECK}从哪里分开"
    yield from _within(page, _MARK.search, "mark-within", "段落中间出现起首符号", advice)


def headline_within(page: Page) -> Iterator[Problem]:
    """`两岸渔火 一河灯影3月8日，…`: a blank, or a date without a word before it, as after a headline."""
    for article, paragraph in _paragraphs(page):
        if _is_prose(article, paragraph) and _runs_on(paragraph.text):
            seen = f"段落开头像标题与正文连成一段：{quoted(paragraph.text)}"
            advice = f"若开头是标题，{_CHECK}它到哪个字为止"
            yield problem_on(Severity.WARNING, "headline-within", page, paragraph.lines[:1], seen, advice)


def _runs_on(text: str) -> bool:
    blank = _BLANK_WITHIN.match(text)
    in_quotes = blank is not None and blank.group().split()[0].count("“") > blank.group().split()[0].count(
        "”"
    )
    return (blank is not None and not in_quotes) or _DATE_WITHIN.match(text) is not None


def orphan_credit(page: Page) -> Iterator[Problem]:
    """A photographer and no picture's words, where what stands above could be those."""
    above = {max(one.lines): one.text for _, one in _paragraphs(page)}
    for caption in page.reading.captions:
        if caption.credit and not caption.text and caption.lines:
            text = above.get(max((n for n in above if n < caption.lines[0]), default=0), "")
            if not _could_be_caption(text):
                continue
            seen = f"有摄影署名而没有图片说明：{quoted(caption.credit)}"
            advice = f"上面若是图片的文字，{_CHECK}是哪几行；若图片无文字，不必改"
            yield problem_on(Severity.NOTE, "orphan-credit", page, caption.lines[:1], seen, advice)


def _could_be_caption(text: str) -> bool:
    return _OF_PICTURE.search(text) is not None or 0 < len(text) <= _SHORT_CAPTION


def no_sentence(page: Page) -> Iterator[Problem]:
    """A list of addresses under a stray headline is no story; tables and verse are known as such."""
    for article in page.reading.articles:
        if article.kind not in _UNSPOKEN and article.body and not _SENTENCE_END.search(article.body):
            seen = f"全文没有一个句号：{quoted(article.body)}"
            advice = f"若不是一篇稿件，{_CHECK}是栏目、杂项还是导读"
            yield problem_on(Severity.WARNING, "no-sentence", page, article.lines[:1], seen, advice)


def breaks_off(page: Page) -> Iterator[Problem]:
    for article, paragraph in _paragraphs(page):
        if _is_prose(article, paragraph) and not _CLOSED.search(paragraph.text) and not article.jump_to:
            seen = f"段落没有说完，末尾是“…{paragraph.text[-12:].strip()}”"
            advice = f"下文可能被隔开或排在别处，{_CHECK}它接哪几行"
            yield problem_on(Severity.WARNING, "breaks-off", page, paragraph.lines[-1:], seen, advice)


def opens_midway(page: Page) -> Iterator[Problem]:
    for _, paragraph in _paragraphs(page):
        if _OPENS_MIDWAY.match(paragraph.text):
            seen = f"段落以标点开头：{quoted(paragraph.text)}"
            advice = f"上文可能被隔开或排在别处，{_CHECK}它接在哪一行之后"
            yield problem_on(Severity.WARNING, "opens-midway", page, paragraph.lines[:1], seen, advice)


def signed_midway(page: Page) -> Iterator[Problem]:
    """A signature, and then more of the same story."""
    signed = _signatures(page)
    for article in page.reading.articles:
        body = {line for paragraph in article.paragraphs for line in paragraph.lines}
        between = range(min(body, default=0), max(body, default=0))
        line = next((n for n in article.lines if n in signed and n in between and n not in body), None)
        if line is not None:
            seen = f"稿件中间出现署名：{quoted(signed[line])}"
            advice = f"署名下面可能是另一篇稿件，{_CHECK}从哪里分开"
            yield problem_on(Severity.WARNING, "signed-midway", page, (line,), seen, advice)


def headline_like_text(page: Page) -> Iterator[Problem]:
    for article in page.reading.articles:
        headline = article.headline
        if len(headline) > _LONG_HEADLINE or "。" in headline or headline.endswith(("，", ",", "、")):
            seen = f"标题像正文：{quoted(headline)}（{len(headline)} 字）"
            advice = f"若把正文读成了标题，{_CHECK}标题到哪里为止"
            yield problem_on(Severity.WARNING, "headline-like-text", page, article.lines[:1], seen, advice)


def _within(page: Page, find: Find, code: str, what: str, advice: str) -> Iterator[Problem]:
    for _, paragraph in _paragraphs(page):
        if found := find(paragraph.text):
            seen = f"{what}：{around(paragraph.text, found.start())}"
            yield problem_on(Severity.WARNING, code, page, paragraph.lines[:1], seen, advice)


def _dateline(text: str) -> re.Match[str] | None:
    for name, before in _agencies_within(text):
        told = _SENTENCE_BEFORE.search(before) is not None and _WIRED.match(text, name.end())
        if told or _WIRED_BY.match(text, name.end()):
            return name
    return None


def _byline(text: str) -> re.Match[str] | None:
    for name, _ in _agencies_within(text):
        if _SIGNED.match(text, name.end()) or (_OURS.match(name[0]) and _SIGNED_OURS.match(text, name.end())):
            return name
    return None


def _agencies_within(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """The names of agencies that do not open the text, each with what stands right before it."""
    for name in _AGENCY.finditer(text):
        opens = _OPENS_NAME if _NAMED.fullmatch(name[0]) else _OPENS_ENDING
        near = text[max(0, name.start() - _REACH) : name.start()]
        before = near[: found.start()] if (found := opens.search(near)) else near
        if before.strip():
            yield name, before


def _paragraphs(page: Page) -> Iterator[tuple[Article, Paragraph]]:
    """What has printed lines and is no crosshead."""
    for article in page.reading.articles:
        for paragraph in article.paragraphs:
            if paragraph.role is not Role.CROSSHEAD and paragraph.lines:
                yield article, paragraph


def _is_prose(article: Article, paragraph: Paragraph) -> bool:
    """Tables, verse and lists end where they like."""
    return article.kind is not Kind.OTHER and len(paragraph.text) >= _WHOLE_PARAGRAPH


def _signatures(page: Page) -> dict[int, str]:
    raw = {line.number: line.raw for line in page.lines}
    return {s.line: raw[s.line][s.start : s.end] for s in page.reading.spans if s.role is Role.SIGNATURE}
