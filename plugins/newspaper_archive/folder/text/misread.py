"""Text that was read in the wrong character set before it came here, or that is still in its escapes.

`浠婃棩姹熻タ` is UTF-8 read as GBK, `½ñÈÕÍ¡Î÷` is GBK read as Western, `\\u4eca\\u65e5` an escape. It is
not put right, for characters may have been lost on the way: the desk is told what happened, what the first
such line would be, and how to save it rightly.
"""

import quopri
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

from newspaper_archive.folder.text.chinese_print import likeness
from newspaper_archive.lexicon.han import HAN
from newspaper_archive.model import Problem, Severity

MISREAD = "mojibake"
# Real pages are above 0.95; a page with a paragraph in twenty misread is below.
_PRINT = 0.93
_MISREAD_LINE, _LIKELY_LINE, _GAIN = 0.75, 0.55, 0.25
_FEWEST_HAN, _FEWEST_IN_LINE = 8, 4
_EXCERPT = 24
_NAMED_LINES = 8

_HAN = re.compile(f"[{HAN}]")
_UNICODE_ESCAPE = re.compile(r"(?:\\|%)u\{?([0-9a-fA-F]{4,5})\}?")
_BYTE_UNICODE_ESCAPE = re.compile(r"(?:\\|%)u\{?([0-9a-fA-F]{4,5})\}?")
_BYTE_ESCAPES = re.compile(r"(?:\\x[0-9a-fA-F]{2})+")
_PERCENT = re.compile(r"(?:%[0-9A-Fa-f]{2}){3,}")
_QUOTED_PRINTABLE = re.compile(r"(?:=[0-9A-F]{2}){2,}")
_HZ = re.compile(r"~\{[!-~]{2,}?~\}")
_UTF_7 = re.compile(r"\+[A-Za-z0-9+/]{5,}-?")
_ADDRESS = re.compile(r"\S*(?:://|www\.)\S*")
_ESCAPES = ("\\", "%", "=", "~{", "+")
# The leading bytes of 的 。 ， 是 中 在 有 in UTF-8 are these in GBK; the letters of Cyrillic are in GB2312.
_OF_UTF_8 = re.compile("[鐨銆锛鏄浜涓鍦鏈\u0400-\u04ff]")
_LOST = re.compile("锟斤拷|烫烫烫|屯屯屯|[?？]{6,}")

_CALLED = {
    "utf-8": " UTF-8 ",
    "gb18030": " GBK（GB18030）",
    "big5hkscs": " Big5 ",
    "cp1252": "西文",
    "cp949": "韩文",
    "cp932": "日文",
    "cp1251": "俄文",
}


@dataclass(frozen=True, slots=True)
class Misreading:
    """What happened to a text, in the desk's words; `mended` is a line as it would read."""

    what: str
    advice: str
    mended: Callable[[str], str]
    was: str = ""


@dataclass(frozen=True, slots=True)
class _Mended:
    """A line as it would read, and how many characters are won by that."""

    number: int
    text: str
    won: int


def _opened(was: str, seen_as: str) -> Misreading:
    """A text in the set `was` that was opened as one in `seen_as`."""

    def mended(line: str) -> str:
        line = line.replace("\ufffd", "?")
        data = b"".join(map(_western, line)) if seen_as == "cp1252" else line.encode(seen_as, "replace")
        return data.decode(was, "replace")

    what = f"{_CALLED[was].lstrip()}的文字被当作{_CALLED[seen_as]}打开过"
    return Misreading(what, f"请用原来的文件，以{_CALLED[was]}打开，另存为 UTF-8，再放进来", mended, was)


def _western(character: str) -> bytes:
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1", "replace")


def _unescaped(line: str) -> str:
    return _UNICODE_ESCAPE.sub(lambda one: chr(int(one[1], 16)), line)


def _from_bytes(line: str) -> str:
    return _BYTE_ESCAPES.sub(lambda one: _either(bytes.fromhex(one[0].replace("\\x", ""))), line)


def _from_percent(line: str) -> str:
    return _PERCENT.sub(lambda one: _either(unquote_to_bytes(one[0])), line)


def _from_printable(line: str) -> str:
    return _QUOTED_PRINTABLE.sub(lambda one: _either(quopri.decodestring(one[0].encode("ascii"))), line)


def _either(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("gb18030", "replace")


def _from_hz(line: str) -> str:
    return _HZ.sub(lambda one: one[0].encode("ascii", "replace").decode("hz", "replace"), line)


def _from_utf_7(line: str) -> str:
    return _UTF_7.sub(lambda one: one[0].encode("ascii").decode("utf-7", "replace"), line)


_MISREADINGS: tuple[Misreading, ...] = tuple(
    _opened(was, seen_as)
    for seen_as in ("gb18030", "cp1252", "big5hkscs", "cp949", "cp932", "cp1251")
    for was in ("utf-8", "gb18030", "big5hkscs")
    if was != seen_as
)
_WRITTEN: tuple[tuple[re.Pattern[str], Misreading], ...] = (
    (
        _UNICODE_ESCAPE,
        Misreading(
            "汉字写成了 \\u 转义", "请从原来的网页或数据里另存为文字（不是 JSON、代码），再放进来", _unescaped
        ),
    ),
    (
        _BYTE_ESCAPES,
        Misreading("汉字写成了 \\x 转义", "请从原来的数据里另存为 UTF-8 的文字，再放进来", _from_bytes),
    ),
    (
        _PERCENT,
        Misreading(
            "汉字写成了 % 转义（网址的写法）", "请从浏览器里另存为文字，不要复制网址，再放进来", _from_percent
        ),
    ),
    (
        _QUOTED_PRINTABLE,
        Misreading("汉字写成了 = 转义（邮件的写法）", "请在邮件程序里另存为文字，再放进来", _from_printable),
    ),
    (
        _HZ,
        Misreading("汉字是 HZ 编码", "请用能读 HZ 的程序（如浏览器）打开，另存为 UTF-8，再放进来", _from_hz),
    ),
    (_UTF_7, Misreading("汉字是 UTF-7 编码", "请在邮件程序里另存为 UTF-8 的文字，再放进来", _from_utf_7)),
)


def misread(text: str, file: str) -> Problem | None:
    """What was misread of a page's text, told once a page, of the likeliest kind; None where nothing was."""
    written = [(sign, one) for sign, one in _WRITTEN if _may_be_escaped(text) and sign.search(text)]
    unlikely = _is_unlikely(text)
    if not written and not unlikely and not _LOST.search(text):
        return None
    lines = list(enumerate(text.split("\n"), 1))
    if _LOST.search(text) and (problem := _lost(lines, file)):
        return problem
    found = [(one, list(_unescaped_lines(lines, sign, one))) for sign, one in written]
    if unlikely:
        unlike = [(number, line, like) for number, line in lines if (like := _unlike(line)) is not None]
        found += [(one, list(_read_again(unlike, one))) for one in _MISREADINGS if unlike]
    kind, mended = max(found, key=lambda pair: sum(one.won for one in pair[1]), default=(None, []))
    if kind is None or sum(one.won for one in mended) < _FEWEST_HAN:
        return None
    return _told(kind, mended, lines, file)


def _may_be_escaped(text: str) -> bool:
    return any(mark in text for mark in _ESCAPES)


def _is_unlikely(text: str) -> bool:
    """Whether its characters are not those of print; asked of every page, and soon answered for most."""
    if len(_OF_UTF_8.findall(text)) >= _FEWEST_HAN // 2:
        return True
    beyond_ascii = len(text) - len(text.encode("ascii", "ignore"))
    simplified = len(text.encode("gb2312", "ignore")) - (len(text) - beyond_ascii)
    return simplified < 2 * _PRINT * beyond_ascii and likeness(text) < _PRINT


def _unescaped_lines(
    lines: list[tuple[int, str]], sign: re.Pattern[str], kind: Misreading
) -> Iterator[_Mended]:
    """Lines with escapes that are Chinese; in an address they are rightly there."""
    for number, line in lines:
        if not sign.search(line):
            continue
        escapes = "".join(one[0] for one in sign.finditer(_ADDRESS.sub("", line)))
        if escapes and likeness(read := kind.mended(escapes)) >= _LIKELY_LINE and _HAN.search(read):
            yield _Mended(number, kind.mended(line), len(_HAN.findall(read)))


def _unlike(line: str) -> float | None:
    """How little a line is like Chinese print; None where it is, or too short to tell."""
    if line.isascii() or sum(character > "\x7f" for character in line) < _FEWEST_IN_LINE:
        return None
    like = likeness(line)
    return like if like < _MISREAD_LINE else None


def _read_again(lines: list[tuple[int, str, float]], kind: Misreading) -> Iterator[_Mended]:
    """The lines that are like print when read so; what was lost on the way is � there."""
    for number, line, before in lines:
        mended = kind.mended(line)
        mended = mended if "?" in line else mended.replace("?", "\ufffd")
        # Bytes that happen to be UTF-8 are rare: what is left of it tells, however much was lost.
        after = likeness(mended.replace("\ufffd", "") if kind.was == "utf-8" else mended)
        han, lost = len(_HAN.findall(mended)), mended.count("\ufffd") // 2
        if after >= max(_LIKELY_LINE, before + _GAIN) and han >= max(2, lost):
            yield _Mended(number, mended, han - lost)


def _told(kind: Misreading, mended: list[_Mended], lines: list[tuple[int, str]], file: str) -> Problem:
    first = next((one for one in mended if "\ufffd" not in one.text), mended[0])
    words = " ".join(first.text.split())
    excerpt = words if len(words) <= _EXCERPT else words[:_EXCERPT] + "…"
    numbers = [one.number for one in mended]
    seen = f"像是乱码：{kind.what}（{_named(numbers)}），第 {first.number} 行本来是“{excerpt}”"
    right = sum(len(_HAN.findall(line)) for number, line in lines if number not in numbers)
    severity = Severity.ERROR if sum(one.won for one in mended) >= right else Severity.WARNING
    return Problem(severity, MISREAD, file, first.number, seen, kind.advice)


def _lost(lines: list[tuple[int, str]], file: str) -> Problem | None:
    found = [number for number, line in lines if _LOST.search(line)]
    if sum(len(one[0]) for _, line in lines for one in _LOST.finditer(line)) < _FEWEST_HAN:
        return None
    quote = next(one[0] for _, line in lines for one in _LOST.finditer(line))
    seen = f"像是乱码：字已经丢失，只剩“{quote[:6]}”一类的字（{_named(found)}）"
    advice = "从这个文件里已找不回来，请从原版重新导出为 UTF-8 的文字，再放进来"
    return Problem(Severity.ERROR, MISREAD, file, found[0], seen, advice)


def _named(numbers: list[int]) -> str:
    named = "、".join(map(str, numbers[:_NAMED_LINES]))
    return f"第 {named} 行" if len(numbers) <= _NAMED_LINES else f"第 {named} 等 {len(numbers)} 行"
