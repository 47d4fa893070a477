"""A draft to an article: its headline stack named, its byline read, its kind told."""

import re
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from itertools import takewhile

from newspaper_archive.lexicon import agencies
from newspaper_archive.lexicon.han import HAN
from newspaper_archive.lexicon.names import (
    BESIDE_PICTURES,
    LONGEST_NAME,
    NOT_NAMED,
    are_bare_names,
    are_known_names,
    is_name,
    names,
    people,
)
from newspaper_archive.lexicon.series_words import IN_BRACKETS
from newspaper_archive.lexicon.word_lists import any_of, entries, two_letter_words
from newspaper_archive.model import Article, Byline, Dateline, Kind, Paragraph
from newspaper_archive.reading.assemble.draft import Draft
from newspaper_archive.reading.assemble.headline_stack import HeadlineStack, stack
from newspaper_archive.reading.classify import forms
from newspaper_archive.reading.joined_lines import JoinedLines, cut, join

_WIDE = str.maketrans("<>{}=&;", "＜＞｛｝＝＆；")
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
NOT_A_WRITER = re.compile(
    r"\(?作者(?:为|是|单位|系)|^[\d一二三四五六七八九十○〇零]+年|供稿单位|原载|选自|摘自|来源|来自"
)
# 本栏均据新华社电, 据央视新闻: where it comes from, and no one's name.
SOURCE_NOTE = re.compile(
    r"\(?(?:[据據]|[本以][栏欄版刊上组組])|(?:[电電讯訊社]|报道|報道|报导|報導|新闻|新聞)\)?$"
)
WRITER = re.compile(r"记者|記者|通讯员|通訊員")
WRITER_IN_TAIL = re.compile(
    rf"{WRITER.pattern}|^\W*文\s*[/:]|/文\W*$|整理|采写|編譯|编译|综合|撰文|[采採][访訪写寫]\s*[:/]"
)
COMMENT = re.compile(r"评|论|谈|随笔|杂谈")
NOTICE = re.compile(rf"{any_of('notice_words').pattern}$")
OFFICE_OF_PAPER = re.compile(rf"[(\[【]?(?P<own>{agencies.OWN}[{HAN}]{{1,8}}(?:[部室组組会會]|中心))[)\]】]?")
PLACE_BEFORE_NAMES = re.compile(rf".*{any_of('workplaces').pattern}(?= ?[{HAN}]{{2,}})")
# (全文完) begins like a name and is none.
NO_SIGNATURES = frozenset(entries("no_signatures"))
INSTITUTIONS = entries("institutions")
QUESTIONS = 2
DATELINE_FORMS = (forms.DATELINE, forms.REPORTED, forms.STATED)
BRIEFS_WORD = any_of("briefs_labels")


def article(draft: Draft) -> Article:
    """The record of a story; nothing of the draft is lost."""
    heads = _stack(draft)
    signed = sorted(draft.dateline + draft.authors, key=lambda text: text.pieces[0].line)
    inline_label = (
        draft.notes_label if draft.notes_label and draft.notes_label.text.endswith((":", "】", "]")) else None
    )
    raw = join(signed, " ") if signed else inline_label
    return Article(
        kind=_kind(draft),
        headline=headline_text(heads.headline),
        paragraphs=tuple(
            Paragraph(clean(p.raw), role, tuple(sorted(p.lines()))) for p, role in draft.paragraphs if p.raw
        ),
        lines=_lines(draft),
        kicker=headline_text(heads.kicker),
        subhead=headline_text(heads.subhead),
        column=headline_text(draft.column) or draft.column_words or _series_in_headline(heads.headline),
        dateline=_dateline(raw, draft.authors) if raw else None,
        byline=_byline(draft),
        tail=_tail([clean(tail.raw) for tail in (*draft.tails, *draft.credits)]),
        jump_to=_text(draft.jump_to),
        jump_from=_text(draft.jump_from),
    )


def _tail(texts: Sequence[str]) -> str:
    """One after the other; a blank parts names that stood on lines of their own."""
    return "".join(
        f" {text}" if i and text[:1].isalpha() and texts[i - 1][-1:].isalpha() else text
        for i, text in enumerate(texts)
    )


def clean(text: str) -> str:
    """The printed characters without control codes, which no page can show."""
    return CONTROL.sub("", text)


def _text(text: JoinedLines | None) -> str:
    return clean(text.raw) if text else ""


def headline_text(text: JoinedLines | None) -> str:
    """What heads a story, as Chinese print sets it: `水位<警戒` is shown 水位＜警戒.

    So no headline looks like code, be it print or code that nothing knew.
    """
    return clean(text.raw).translate(_WIDE).replace("](", "］（") if text else ""


def _series_in_headline(headline: JoinedLines | None) -> str:
    """`…（2019年度特别报道）`: a series named in brackets behind the headline."""
    found = IN_BRACKETS.search(headline.text) if headline else None
    return headline.raw[found.start(1) : found.end(1)] if headline and found else ""


def _stack(draft: Draft) -> HeadlineStack:
    if draft.named:
        return draft.named
    if draft.heads:
        return stack(draft.heads)
    if draft.notes_label:
        return HeadlineStack(_bare_label(draft.notes_label))
    return HeadlineStack(draft.column) if draft.is_briefs else HeadlineStack()


def _bare_label(label: JoinedLines) -> JoinedLines:
    start = len(label.text) - len(label.text.lstrip("【[( "))
    return cut(label, start, len(label.text.rstrip("】]): ")))


def _lines(draft: Draft) -> tuple[int, ...]:
    texts = [head for head, _ in draft.heads]
    texts += [s for s in (draft.notes_label, draft.jump_from, draft.jump_to) if s]
    texts += draft.dateline + draft.authors + [p for p, _ in draft.paragraphs] + draft.tails + draft.credits
    if draft.is_briefs and not draft.heads and draft.column:
        texts.append(draft.column)
    return tuple(sorted({number for s in texts for number in s.lines()}))


def _dateline(raw: JoinedLines, authors: Sequence[JoinedLines]) -> Dateline:
    found = next((m for form in DATELINE_FORMS if (m := form.search(raw.text))), None)
    parts = found.groupdict() if found else {}
    return Dateline(
        clean(raw.raw),
        _cut_group(raw, found, "place", parts),
        _cut_group(raw, found, "date", parts),
        tuple(clean(author.raw) for author in authors),
    )


def _cut_group(
    raw: JoinedLines, found: re.Match[str] | None, name: str, parts: dict[str, str | None]
) -> str | None:
    if found is None or not parts.get(name):
        return None
    return raw.raw[found.start(name) : found.end(name)]


def _byline(draft: Draft) -> tuple[Byline, ...]:
    found: list[Byline] = []
    for text in draft.dateline:
        found += _of_dateline(text.text)
    pictures_by = {one.name for credit in draft.pictures_by for one in people(credit.text)}
    for line in _over_lines(draft.authors):
        found += _of_author(line, pictures_by)
    for line in _over_lines(draft.tails):
        found += _of_tail(line)
    return tuple(dict.fromkeys(found))


def _over_lines(texts: Sequence[JoinedLines]) -> list[str]:
    """Names on a line of their own belong to the role above: 本报记者 / 王岚 / 邵春雨."""
    lines: list[str] = []
    for text in (one.text for one in texts):
        bare = text.strip("、, ")
        listed = len(bare) == 1 or all(map(is_name, names(bare)))
        if lines and listed and WRITER.search(lines[-1]) and not WRITER.search(bare):
            lines[-1] += f" {bare}"
        else:
            lines.append(text)
    return lines


def _of_dateline(text: str) -> tuple[Byline, ...]:
    for form, groups in (
        (forms.DATELINE, ("bracketed", "stated", "heard")),
        (forms.REPORTED, ("by",)),
        (forms.STATED, ("by",)),
    ):
        if found := form.match(text):
            said = BESIDE_PICTURES.sub("", next((found[group] for group in groups if found[group]), ""))
            named = people(said) if said else ()
            known = bool(said) and are_known_names(said)
            return _persons(one for one in named if known or one.role != NOT_NAMED)
    return ()


def _of_author(text: str, pictures_by: AbstractSet[str]) -> tuple[Byline, ...]:
    if office := forms.OFFICE_AUTHOR.fullmatch(text):
        return (Byline(office["office"], office["name"].replace(" ", "")),)
    if own := forms.OWN_AUTHOR.fullmatch(text):
        return (Byline(NOT_NAMED, own["own"]),)
    text = BESIDE_PICTURES.sub("", text)
    if metadata := forms.METADATA.match(text):
        named = [one.name for one in people(metadata["by"] or "")]
        # 作者:王岚;周澄 names the photographer too.
        writers = [name for name in named if name not in pictures_by] or named
        return tuple(Byline("记者", name) for name in writers)
    return people(text)


def _of_tail(text: str) -> tuple[Byline, ...]:
    text = text.lstrip("—–─ ")
    if office := forms.OFFICE_AUTHOR.fullmatch(text):
        return (Byline(office["office"], office["name"].replace(" ", "")),)
    if NOT_A_WRITER.search(text):
        return ()
    if SOURCE_NOTE.search(text) and not WRITER.search(text):
        return ()
    if own := forms.OWN_AUTHOR.fullmatch(text) or OFFICE_OF_PAPER.fullmatch(text):
        return (Byline(NOT_NAMED, own["own"]),)
    if WRITER_IN_TAIL.search(text):
        return _persons(people(BESIDE_PICTURES.sub("", text)))
    if text.startswith("(") and text.endswith(")"):
        return _signed(text[1:-1])
    return people(text) if are_bare_names(text) else ()


def _persons(found: Iterable[Byline]) -> tuple[Byline, ...]:
    """Without what is no name: (记者 摄影报道组), (通讯员 王岚 区文旅局)."""
    return tuple(
        one
        for one in found
        if is_name(one.name) or (len(one.name) <= LONGEST_NAME and not one.name.endswith(INSTITUTIONS))
    )


def _signed(text: str) -> tuple[Byline, ...]:
    """The writers of a bracket without roles, where its words are names: (王岚 邵春雨), not (云汀新区).

    A place may stand before or behind them: (云南 王岚), (王岚 云汀区第一小学).
    """
    first, *rest = people(text) or (Byline(NOT_NAMED, ""),)
    if _signs(first) and rest and not _signs(rest[-1]) and len(rest[-1].name) >= LONGEST_NAME:
        return tuple(takewhile(_signs, (first, *rest)))
    found = people(PLACE_BEFORE_NAMES.sub("", text, count=1))
    return tuple(filter(_signs, found)) if found and _signs(found[-1]) else ()


def _signs(one: Byline) -> bool:
    """Not 云南, 全文完 nor 宣传部."""
    word = one.name[:2] in two_letter_words() and (len(one.name) == 2 or one.name.endswith(INSTITUTIONS))
    return is_name(one.name) and not word and one.name not in NO_SIGNATURES


def _is_photo(draft: Draft) -> bool:
    headline = draft.heads[-1][0].text if draft.heads else ""
    return bool(draft.credits) or (
        len(draft.paragraphs) <= 1 and forms.PHOTO_HEADLINE.search(headline) is not None
    )


def _is_interview(draft: Draft) -> bool:
    return (
        draft.interview or sum(p.text.startswith(("记者:", "问:")) for p, _ in draft.paragraphs) >= QUESTIONS
    )


def _is_commentary(draft: Draft) -> bool:
    labelled = (
        draft.column is not None and COMMENT.search(draft.column.text) and not draft.opens_with_dateline
    )
    return bool(labelled) or any("作者" in tail.text for tail in draft.tails)


# The first that holds; an editor's note may stand in a briefs column, a photo story in an interview series.
KINDS: tuple[tuple[Kind, Callable[[Draft], bool]], ...] = (
    (Kind.EDITOR_NOTE, lambda draft: draft.notes_label is not None),
    (Kind.BRIEFS, lambda draft: draft.is_briefs),
    (Kind.PHOTO, _is_photo),
    (Kind.INTERVIEW, _is_interview),
    (Kind.OTHER, lambda draft: draft.rows * 2 > len(draft.paragraphs)),
    (
        Kind.NOTICE,
        lambda draft: (
            bool(draft.heads) and NOTICE.search(draft.heads[-1][0].text.replace(" ", "")) is not None
        ),
    ),
    (Kind.COMMENTARY, _is_commentary),
    (Kind.NEWS, lambda _: True),
)


def _kind(draft: Draft) -> Kind:
    if draft.kind:
        return draft.kind
    return next(kind for kind, holds in KINDS if holds(draft))
