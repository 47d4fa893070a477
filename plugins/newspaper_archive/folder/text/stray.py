"""What stands in a decoded text and is no character of print: other line ends, stray control characters.

`渡口<U+2028>渡口` is two lines, as editors show it, `渡<U+0008>口` is 渡口, and `<CR><CR><LF>` is one end.
"""

import re

from newspaper_archive.folder.text.damage import named
from newspaper_archive.model import Problem, Severity

_ENDS = re.compile("\r\r\n|\r\n|[\n\r\v\x85\u2028\u2029]")
# Among its kind U+0085 is part of a text read in a wrong character set, and ends no line.
_ENDS_BUT_NEL = re.compile("\r\r\n|\r\n|[\n\r\v\u2028\u2029]")
_LIKE_NEL = re.compile("[\x80-\x84\x86-\x9f]")
_OTHER_ENDS = {"\v": "U+000B", "\x85": "U+0085", "\u2028": "U+2028", "\u2029": "U+2029"}
_OTHER_END = re.compile(f"[{''.join(_OTHER_ENDS)}]")
# Not NUL, of which damage.py tells; nor what converters write for a character they have not (U+001A), nor
# escape, which begins the signs of another character set.
_STRAY = re.compile("[\x01-\x08\x0e-\x19\x1c-\x1f\x7f]")


def with_plain_ends(text: str, file: str) -> tuple[str, tuple[Problem, ...]]:
    """The text with every line ended by `\\n`, and a note of ends that editors do not all count."""
    if not _OTHER_END.search(text):
        return text.replace("\r\r\n", "\n").replace("\r\n", "\n").replace("\r", "\n"), ()
    end = _ENDS_BUT_NEL if _LIKE_NEL.search(text) else _ENDS
    ends = [found[0] for found in end.finditer(text)]
    lines = [number for number, one in enumerate(ends, 1) if one in _OTHER_ENDS]
    if not lines:
        return end.sub("\n", text), ()
    kinds = "、".join(sorted({_OTHER_ENDS[one] for one in ends if one in _OTHER_ENDS}))
    seen = f"有 {len(lines)} 处换行不是普通换行，是 {kinds}（{named(lines)}末尾）"
    advice = "已当作换行，行号也照此数；编辑器的行号若与此不同，请把它们改为普通换行"
    note = Problem(Severity.NOTE, "line-separator", file, lines[0], seen, advice)
    return end.sub("\n", text), (note,)


def without_strays(text: str, file: str) -> tuple[str, tuple[Problem, ...]]:
    """The text, which has plain ends, without control characters that stand for nothing."""
    if not _STRAY.search(text):
        return text, ()
    met = [(number, one) for number, line in enumerate(text.split("\n"), 1) for one in _STRAY.findall(line)]
    lines = list(dict.fromkeys(number for number, _ in met))
    seen = f"有 {len(met)} 个多余的控制字符，如 U+{ord(met[0][1]):04X}（{named(lines)}）"
    note = Problem(Severity.NOTE, "stray-control", file, lines[0], seen, "它们不代表字，已当作没有，不需要改")
    return _STRAY.sub("", text), (note,)
