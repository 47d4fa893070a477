r"""Marks of Markdown within a line: `![](1.jpg)`, `[高青山]{.underline}`, `12\.5`, `***本报讯***`, `[^1]`.

Each has its near miss in print: `5*6*7`, `李*明、张*华`, `2_300`, `{甲}`, `[注](本报摄)`. `#` and `**` are
read where lines are joined.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from newspaper_archive.lexicon.han import HAN
from newspaper_archive.reading.printed.formulas import unread

# Stands for what is read already, in a line as long as it was.
_READ = "\0"
_ATTRIBUTE = r'(?:[#.][^\W\d_][^\s{}]*|=[a-z]+|-|[A-Za-z][\w:-]+=(?:"[^"{}]*"|[^\s"{}]+))'
_ATTRIBUTES = rf"\{{\s*{_ATTRIBUTE}(?:\s+{_ATTRIBUTE})*\s*\}}"
_IN_PARENTHESES = r"\([^()]*(?:\([^()]*\)[^()]*)*\)"
_TARGET = r"""
    \(\s*(?:
        <[^<>]*>
      | (?:[A-Za-z][A-Za-z0-9+.-]*:|/|\.{1,2}/|\#|\?)[^\s()]*(?:\([^\s()]*\)[^\s()]*)*
      | [A-Za-z0-9_%~-]+(?:[./][A-Za-z0-9_%~=&?\#-]+)+
    )?(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)"""
_APART = r"(?<![_A-Za-z0-9])"
_WORDS = rf"[{HAN}A-Za-z“”·\0]{{2,}}"


@dataclass(frozen=True, slots=True)
class Mark:
    """One that was found in a line."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class _Form:
    """The groups of `form` are marks; `whole`: nothing within what it matches is looked at again."""

    name: str
    sign: str
    form: re.Pattern[str]
    whole: bool = False


def _form(name: str, sign: str, form: str, *, whole: bool = False) -> _Form:
    return _Form(name, sign, re.compile(form, re.VERBOSE), whole)


# What takes the most is read first: a backslash hides a mark, a picture's address holds underscores.
_FORMS: tuple[_Form, ...] = (
    _form("行末反斜杠", "\\", r"(?<!\\)(?:\\\\)*(\\)\s*$"),
    _form("反斜杠转义", "\\", r"(\\)[!-/:-@\[-`{-~]", whole=True),
    _form("代码", "`", r"(`+)(?=[^`\s])[^`]*(?<=[^`\s])(`+)", whole=True),
    _form("图片", "![", rf"(!\[[^\[\]]*\](?:{_IN_PARENTHESES}|\[[^\[\]]*\])(?:{_ATTRIBUTES})?)"),
    _form("图片", "![[", r"(!\[\[[^\[\]]+\]\])"),
    _form("脚注", "[^", r"(\[\^[^\[\]\s]{1,20}\]:?)"),
    _form("链接", "](", rf"(\[)[^\[\]]*(\]{_TARGET}(?:{_ATTRIBUTES})?)"),
    _form("链接", "<", r"(<)(?:https?|ftp|mailto):[^\s<>]+(>)"),
    _form("属性", "]{", rf"(\[)[^\[\]]*(\]{_ATTRIBUTES})"),
    _form("属性", "]{", rf"(\[)[^\[\]]*(\]{_ATTRIBUTES})"),
    _form("属性", "{", rf"(?<=\0)({_ATTRIBUTES})"),
    _form("属性", "{", rf"({_ATTRIBUTES})\s*$"),
    _form("强调", "***", r"(\*)\*\*(?=[^\s*])[^*]*(?<=[^\s*])\*\*(\*)"),
    _form("强调", "**", r"(\*\*)(?=[^\s*])[^*]*[ \t\u3000](\*\*)"),
    _form("强调", "**", r"(\*\*)[ \t\u3000]+[^*]*(?<=[^\s*])(\*\*)"),
    _form("强调", "*", r"(?<![\w*])(\*)(?=[^\s*])[^*]*(?<=[^\s*])(\*)(?![\w*])"),
    _form("强调", "*", rf"(?<![*A-Za-z0-9])(\*){_WORDS}(\*)(?![*A-Za-z0-9])"),
    _form("强调", "__", rf"{_APART}(__)(?=[^\s_])(?=[^_]*[{HAN}])[^_]*(?<=[^\s_])(__)(?![_A-Za-z0-9])"),
    _form("强调", "_", rf"{_APART}(_)(?=[^\s_])(?=[^_]*[{HAN}])[^_]*(?<=[^\s_])(_)(?![_A-Za-z0-9])"),
    _form("强调", "~~", r"(?<![~0-9])(~~)(?=[^\s~])[^~]*(?<=[^\s~])(~~)(?![~0-9])"),
    _form("强调", "==", rf"(?<!=)(==)(?=[{HAN}“\0])[^=]*(?<=[^\s=])(==)(?!=)"),
    _form("标题末的 #", "#", r"^\s*\#{1,6}[ \t].*[^\s\#][ \t]+(\#+)\s*$"),
)  # fmt: skip


def inline_marks(raw: str) -> list[Mark]:
    """The marks of a line, in their order."""
    left = raw
    if "$" in raw:
        left = _hidden(left, [found.span() for found in unread(raw)])
    marks: list[Mark] = []
    for form in _FORMS:
        if form.sign in left:
            found = list(form.form.finditer(left))
            new = [mark for one in found for mark in _marks(one, form)]
            left = _hidden(
                left, [one.span() for one in found] if form.whole else [(m.start, m.end) for m in new]
            )
            marks += new
    return sorted(marks, key=lambda mark: mark.start)


def _marks(found: re.Match[str], form: _Form) -> Iterator[Mark]:
    for group in range(1, form.form.groups + 1):
        yield Mark(*found.span(group), form.name)


def _hidden(text: str, spans: list[tuple[int, int]]) -> str:
    parts: list[str] = []
    here = 0
    for start, end in spans:
        parts += (text[here:start], _READ * (end - start))
        here = end
    return "".join((*parts, text[here:])) if spans else text
