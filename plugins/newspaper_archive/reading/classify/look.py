"""What is seen of a block before it is judged: its measures, its fixed forms, the blank lines about it."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from newspaper_archive.lexicon import correction_words
from newspaper_archive.lexicon.names import BESIDE_PICTURES, are_names
from newspaper_archive.lexicon.series_words import LABELS
from newspaper_archive.lexicon.word_lists import any_of, any_word, entries
from newspaper_archive.model import Block
from newspaper_archive.reading.classify import forms
from newspaper_archive.reading.classify.name_lines import name_lines
from newspaper_archive.reading.classify.page_credits import page_credits
from newspaper_archive.reading.joined_lines import JoinedLines, join_lines
from newspaper_archive.reading.segment.measure import cells

SHORT = 46.0
FORM_LENGTH = 90
TAIL_LENGTH = 80
SAME_OPENING = 2
TWO_LINES = 24
OPENINGS_TO_REPEAT = 2
ONE_STORY_SIGNED = 4
ONE_STORY_BLOCKS = 10

# 编者按 alone or with a mark behind it, or right before a sentence; 编者按怎么写 is a headline.
NOTE_LABEL = re.compile(
    rf"[【\[(]?(?:{any_of('note_labels').pattern})(?:[】\])]\s*:?\s*|\s*:\s*|\s+|$|(?=.*[。!?…]”?$))"
)
BRIEFS_LABELS = entries("briefs_labels")
COLUMN_WORD = re.compile(rf"{any_word((*entries('column_labels'), *BRIEFS_LABELS, *LABELS))}[”》】)]?$")
BRIEFS_WORD = re.compile(rf"{any_word(BRIEFS_LABELS)}[”》】)]?$")
FURNITURE_WORD = any_of("furniture")
COMMON_FURNITURE_WORD = any_of("furniture_common")
BRACKETS = ("(", "[", "【")
CAPTION_LABELS = ("图片", "(图片", "[图片")
NUMBERED_ITEM = re.compile(r"(\d{1,2})\s?[、.:](?!\d)")
STOPS = tuple("。!?…;")
CLOSERS = "”’」』)]】》\"'"


@dataclass(frozen=True, slots=True)
class Look:
    """A block as the eye meets it; `gap` and `gap_after` count blank lines; absent forms are None.

    `repeated_opening` counts the long paragraphs of the page that open with the same characters.
    """

    index: int
    block: Block
    joined: JoinedLines
    text: str
    cells: float
    short: bool
    gap: int
    gap_after: int
    rank: int
    ends: bool
    place: float
    dateline: re.Match[str] | None = None
    forms: dict[str, re.Match[str]] = field(default_factory=dict)
    repeated_opening: int = 0
    under_briefs: bool = False
    numbered_caption: bool = False


@dataclass(frozen=True, slots=True)
class PageLook:
    """The blocks of a page in print order, and what is true of the page as a whole.

    A page of `one_story` has its head in the first `head_blocks` blocks.
    """

    looks: tuple[Look, ...]
    unranked_lead: bool
    one_story: bool
    credited_places: bool
    head_blocks: int

    def near(self, index: int) -> Look | None:
        return self.looks[index] if 0 <= index < len(self.looks) else None


def look_at(blocks: Sequence[Block], *, one_story: bool = False) -> PageLook:
    """Every block of a page as it is met, reading down; `one_story`: it is known to hold no other."""
    texts = [join_lines(block.lines) for block in blocks]
    repeated = _repeated_openings(texts)
    numbered = _numbered_captions(texts)
    named = name_lines(texts)
    looks: list[Look] = []
    briefs = False
    for i, text in enumerate(texts):
        one = _look(i, blocks, text, repeated, under_briefs=briefs, numbered_caption=i in numbered)
        if i in named:
            form, found = named[i]
            one.forms[form] = found
        briefs = _under_briefs(one, briefs)
        looks.append(one)
    lead = next((one for one in looks if one.short and not one.ends), None)
    return PageLook(
        looks=tuple(looks),
        unranked_lead=lead is not None and not lead.rank,
        one_story=one_story or _is_one_story(looks),
        head_blocks=1 if one_story else ONE_STORY_SIGNED,
        credited_places=any("place and caption" in one.forms and "credit tail" in one.forms for one in looks),
    )


def _look(
    i: int,
    blocks: Sequence[Block],
    text: JoinedLines,
    repeated: Mapping[str, int],
    *,
    under_briefs: bool,
    numbered_caption: bool,
) -> Look:
    block = blocks[i]
    first, last = block.lines[0], block.lines[-1]
    gap = first.place - (blocks[i - 1].lines[-1].place if i else 0) - 1
    gap_after = blocks[i + 1].lines[0].place - last.place - 1 if i + 1 < len(blocks) else 9
    head = first.sign or first.text.lstrip()
    width = cells(text.raw)
    return Look(
        index=i,
        block=block,
        joined=text,
        text=text.text,
        cells=width,
        short=width <= SHORT,
        gap=gap,
        gap_after=gap_after,
        rank=len(head) - len(head.lstrip("#")) if block.shape == "heading" else 0,
        ends=text.text.rstrip(CLOSERS).endswith(STOPS),
        place=i / max(1, len(blocks) - 1),
        dateline=_dateline(text.text),
        forms=_forms(text.text) if width <= SHORT else _tail_forms(text.text),
        repeated_opening=repeated.get(text.text[:SAME_OPENING], 0) if width <= SHORT else 0,
        under_briefs=under_briefs,
        numbered_caption=numbered_caption,
    )


def _dateline(text: str) -> re.Match[str] | None:
    head = text[:FORM_LENGTH]
    for form in (forms.DATELINE, forms.REPORTED, forms.STATED):
        if found := form.match(head):
            return found
    return None


LINE_FORMS = {
    "signature": forms.SIGNATURE,
    "author": forms.AUTHOR,
    "office": forms.OFFICE_AUTHOR,
    "pointer": forms.POINTER,
    "label": forms.PAGE_LABEL,
    "jump": forms.JUMP,
    "signing office": forms.SIGNING_OFFICE,
    "caption label": forms.CAPTION_LABEL,
    "correction": correction_words.HEADLINE,
}
HEAD_FORMS = {
    "metadata": forms.METADATA,
    "caption": forms.CAPTION,
    "place and caption": forms.PLACE_AND_CAPTION,
    "brief mark": forms.BRIEF_MARK,
    "brief date": forms.BRIEF_DATE,
    "note": NOTE_LABEL,
    "question": forms.QUESTION,
}
WITHIN_FORMS = {
    "date": forms.PRINTED_DATE,
    "date rest": forms.DATE_LINE_REST,
    "row": forms.ROW,
    "photo headline": forms.PHOTO_HEADLINE,
    "column word": COLUMN_WORD,
    "briefs word": BRIEFS_WORD,
    "furniture word": FURNITURE_WORD,
    "common furniture word": COMMON_FURNITURE_WORD,
}


def _forms(text: str) -> dict[str, re.Match[str]]:
    """The fixed forms a short block has: the whole of it, its head, or something within it."""
    found = {name: m for name, form in LINE_FORMS.items() if (m := form.fullmatch(text))}
    found = _of_names(text, found)
    if text.startswith(BRACKETS) and (ended := forms.DATELINE_TAIL.fullmatch(text)):
        found["end dateline"] = ended
    found |= {name: m for name, form in HEAD_FORMS.items() if (m := form.match(text))}
    found |= {name: m for name, form in WITHIN_FORMS.items() if (m := form.search(text))}
    if tail := forms.CREDIT_TAIL.search(text):
        found["credit tail"] = tail
    pointer = forms.POINTER_TAIL.search(text)
    if pointer and (credit := forms.CREDIT.fullmatch(text, 0, pointer.start())):
        found |= {"pointer tail": pointer, "credit": credit}
    return found


def _of_names(text: str, found: dict[str, re.Match[str]]) -> dict[str, re.Match[str]]:
    """With the forms whose words must be names: a byline's, a credit's, those of who made the page."""
    if "author" in found and not are_names(BESIDE_PICTURES.sub("", text)):
        del found["author"]
    named = {
        "credit": _credit(text),
        "row": _list_of_names(text),
        "author": forms.OWN_AUTHOR.fullmatch(text),
        "colophon": next((one.found for one in page_credits(text)), None),
    }
    return found | {name: m for name, m in named.items() if m}


def _credit(text: str) -> re.Match[str] | None:
    """Its mark is looked for first, for the form tries all ways in which a line can be names."""
    if not forms.CREDIT_MARK.search(text):
        return None
    found = forms.CREDIT.fullmatch(text)
    return found if found and _names_photographer(text) else None


def _list_of_names(text: str) -> re.Match[str] | None:
    found = forms.NAME_LIST.fullmatch(text)
    return found if found and are_names(text) else None


def _names_photographer(text: str) -> bool:
    """`供图` may name an office; `摄` names persons."""
    return text.rstrip(")] ").endswith(("供图", "供圖", "提供")) or are_names(text)


def _tail_forms(text: str) -> dict[str, re.Match[str]]:
    """A long block is looked at where it begins and where it ends."""
    head, low = text[:FORM_LENGTH], max(0, len(text) - TAIL_LENGTH)
    found = {name: m for name, form in HEAD_FORMS.items() if (m := form.match(head))}
    if text[-1:] in "摄攝图圖)）影道供":
        if tail := forms.CREDIT_TAIL.search(text, low):
            found["credit tail"] = tail
        elif bracketed := forms.BRACKETED_TAIL.search(text, low):
            found["bracketed tail"] = bracketed
    return found


def _repeated_openings(texts: Sequence[JoinedLines]) -> dict[str, int]:
    """The first two characters that at least two long paragraphs share: 聚焦…, 聚焦…, 聚焦…."""
    heads = Counter(
        s.text[:SAME_OPENING] for s in texts if len(s.text) > TWO_LINES and s.text[0] not in "“\"('"
    )
    return {head: times for head, times in heads.items() if times >= OPENINGS_TO_REPEAT}


def _numbered_captions(texts: Sequence[JoinedLines]) -> frozenset[int]:
    """Beneath `图片:` the blocks `1、…`, `2、…` as long as the numbers go on."""
    found: set[int] = set()
    number = 0
    if not any(text.text.startswith(CAPTION_LABELS) for text in texts):
        return frozenset()
    for i, text in enumerate(texts):
        item = NUMBERED_ITEM.match(text.text)
        if forms.CAPTION_LABEL.fullmatch(text.text):
            number = 1
        elif number and item and int(item[1]) == number:
            found.add(i)
            number += 1
        else:
            number = 0
    return frozenset(found)


def _under_briefs(one: Look, before: bool) -> bool:
    if one.dateline is not None or (one.short and "signature" in one.forms):
        return False
    return before or (one.cells <= 14 and "briefs word" in one.forms and not one.ends)


def _is_one_story(looks: Sequence[Look]) -> bool:
    """One byline or dateline at the head of the page and none after it, with much text beneath."""
    signed = [
        one.index
        for one in looks
        if (one.dateline and not forms.DATELINE_TAIL.fullmatch(one.text))
        or (one.forms.keys() & {"author", "office", "metadata"} and "credit" not in one.forms)
    ]
    opened = sum(one.dateline is not None for one in looks)
    return opened <= 1 and bool(signed) and max(signed) <= ONE_STORY_SIGNED and len(looks) >= ONE_STORY_BLOCKS
