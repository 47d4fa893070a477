"""What of a page went into no story, where that is more than a newspaper's own: heads, feet and pointers.

`C02.txt: 这一版没有读出一篇稿件，48 字都在稿件之外：版面杂项 24 字`. No printed letter is lost by it (see
`lost`), but readers find such lines in the transcript alone.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from newspaper_archive.lexicon.han import HAN
from newspaper_archive.lexicon.names import is_name
from newspaper_archive.lexicon.word_lists import any_word, entries
from newspaper_archive.model import Page, Problem, Role, Severity
from newspaper_archive.problems.quoting import named, problem_on, quoted

OUTSIDE = {Role.TEASER: "导读", Role.FURNITURE: "版面杂项", Role.UNASSIGNED: "未归类"}
THE_PAGES_OWN = (Role.LABEL, Role.COLOPHON)
MOST_OUTSIDE = 0.3
"""Of a page's letters, its own heads and credits apart. Of 30 real pages two have more."""
FEWEST_LETTERS = 20
SENTENCE, LONG = 8, 24
"""Letters of furniture: of a line with a full stop at its end, and of one stretch without a blank."""

_COLOPHON = re.compile(
    rf"\W*{any_word(role for role in entries('colophon_roles') if re.search('[编編校版]', role))}"
    rf"\s*(?P<mark>[:/ ])\s*(?P<word>[{HAN}]{{2,5}})"
)
_LONGEST_NAME = 4


def few_stories(page: Page) -> Iterator[Problem]:
    """No story at all, or much print outside of them."""
    letters = _letters(page)
    whole = sum(letters.values()) - sum(letters[role] for role in THE_PAGES_OWN)
    outside = sum(letters[role] for role in OUTSIDE)
    if whole < FEWEST_LETTERS or outside <= MOST_OUTSIDE * whole:
        return
    parts = "、".join(f"{name} {letters[role]} 字" for role, name in OUTSIDE.items() if letters[role])
    advice = "请对照版面。分栏、竖排转换时乱了的，请重新导出；读错的，请在同名 .yaml 里写明"
    if not page.reading.articles:
        seen = f"这一版没有读出一篇稿件，{outside} 字都在稿件之外：{parts}"
        yield problem_on(Severity.ERROR, "no-story", page, (), seen, advice)
    else:
        seen = f"这一版有 {100 * outside // whole}% 的字不在稿件里：{parts}"
        yield problem_on(Severity.WARNING, "few-stories", page, (), seen, advice)


def text_as_furniture(page: Page) -> Iterator[Problem]:
    """Furniture that is long, or a sentence."""
    lines = [line for line in page.reading.furniture if _is_text(line.raw.strip())]
    if lines:
        numbers = [line.number for line in lines]
        seen = f"{quoted(lines[0].raw)}等 {len(lines)} 行读作版面杂项，却像正文（{named(numbers)}）"
        advice = "读者只在版面原文里找得到它们。若是稿件的文字，请在同名 .yaml 里写明归哪一篇"
        yield problem_on(Severity.WARNING, "text-as-furniture", page, numbers, seen, advice)


def colophon_unread(page: Page) -> Iterator[Problem]:
    """`编辑 王岚` on a line that gave no one's name to the page's colophon."""
    read = {number for credit in page.reading.colophon for number in credit.lines}
    lines = [line for line in page.lines if line.number not in read and _names_editors(line.text)]
    if lines:
        seen = f"{quoted(lines[0].raw)}像编辑、校对的名单，没有读出名字"
        numbers = [line.number for line in lines]
        advice = "请在同名 .yaml 里把这一行写作 colophon；若是稿件里的话，写作 body"
        yield problem_on(Severity.WARNING, "colophon-unread", page, numbers, seen, advice)


def _names_editors(text: str) -> bool:
    """`编辑 王岚“见习”`, `校对:王岚昨天来过了`; not `编辑 们说船好了`, `校对:一位老人和他的红铅笔`."""
    found = _COLOPHON.match(text)
    if found is None:
        return False
    return len(found["word"]) <= _LONGEST_NAME or (found["mark"] != " " and is_name(found["word"][:3]))


def _letters(page: Page) -> Mapping[Role, int]:
    raw = {line.number: line.raw for line in page.lines}
    found: Counter[Role] = Counter()
    for span in page.reading.spans:
        if span.role is not Role.MARK:
            found[span.role] += sum(map(str.isalnum, raw[span.line][span.start : span.end]))
    return found


def _is_text(furniture: str) -> bool:
    """Neither a menu of short words nor a hotline."""
    if furniture.endswith(("。", "！", "？")):
        return sum(map(str.isalnum, furniture)) >= SENTENCE
    return any(sum(map(str.isalnum, word)) >= LONG for word in furniture.split())
