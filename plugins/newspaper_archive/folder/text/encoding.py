"""Turns a page file's bytes into text: by its byte-order mark, as UTF-8, else as what looks most like print.

The bytes `B4F3 BAD3 B1A8 D1B6` are 大河报讯 in GB18030 and no sense in any other set. charset-normalizer
takes such short texts for Korean, so it is asked only where no Chinese set gives common characters.

Lines of the text end at \\n alone, where an editor or Unicode ends them (stray.py).
"""

import codecs
import re

from newspaper_archive.folder.text.chinese_print import likeness
from newspaper_archive.folder.text.damage import binary, damage, empty, signature
from newspaper_archive.folder.text.misread import misread
from newspaper_archive.folder.text.mixed import mixed, mixed_problem
from newspaper_archive.folder.text.stray import with_plain_ends, without_strays
from newspaper_archive.model import Decoded

# What a sidecar may declare, and the codec that reads it: GBK and GB2312 are parts of GB18030, and Python's
# big5hkscs alone of the Big5 family knows both 裏 (which "big5" lacks) and Hong Kong's characters.
CODECS = {
    "utf-8": "utf-8",
    "utf-16": "utf-16-le",
    "utf-16-le": "utf-16-le",
    "utf-16-be": "utf-16-be",
    "gb18030": "gb18030",
    "gbk": "gb18030",
    "gb2312": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
}
# Python's table of GB18030 is of 2000: what the standard of 2005 (the first row) and of
# 2022 has put where all of Unicode has it.
GB18030_SINCE_2000 = dict(
    zip(
        "\ue7c7\ue816\ue817\ue818\ue831\ue83b\ue855"
        "\ue78d\ue78e\ue78f\ue790\ue791\ue792\ue793\ue794\ue795\ue796\ue81e\ue826\ue82b\ue82c\ue832\ue843\ue854\ue864",
        "\u1e3f𠂇𠂉𠃌𡗗𢦏𤇾"
        "\ufe10\ufe12\ufe11\ufe13\ufe14\ufe15\ufe16\ufe17\ufe18\ufe19\u9fb4\u9fb5\u9fb6\u9fb7\u9fb8\u9fb9\u9fba\u9fbb",
        strict=True,
    )
)
SINCE_2000 = re.compile(f"[{''.join(GB18030_SINCE_2000)}]")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark its own begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
# Sets of which two may be joined in one file, byte by byte.
_OF_BYTES = ("utf-8", "gb18030", "gbk", "gb2312", "big5", "big5-hkscs")
# The first of equals wins: UTF-8 is hardest to be by chance.
_CANDIDATES = ("utf-8", "gb18030", "big5", "utf-16-le", "utf-16-be")
# Real pages score above 0.95 in their own set and below 0.4 in another's; one bad byte in ten leaves 0.8.
_LIKELY = 0.5
_SAMPLE = 65_536
_MOST_CONTROLS = 0.05
_CONTROLS = r"\x00-\x08\x0e-\x1f\x7f"
_CONTROL = re.compile(f"[{_CONTROLS}]")
# Neither HTML nor a feed may hold these; each gives way to the mark of a damaged place.
_NO_CHARACTER = re.compile(rf"[{_CONTROLS}\ud800-\udfff\ufffe\uffff]")


def decode(data: bytes, declared: str | None = None, file: str = "") -> Decoded:
    """The text of a page file, whatever its bytes; `declared` is a key of CODECS, `file` is for problems.

    A byte-order mark overrules what is declared: it is never print.
    """
    seen = signature(data)
    if seen is not None:
        return Decoded(None, "", (binary(file, seen),))
    mark, encoding = _marked(data)
    # Old DOS editors end a file with Ctrl-Z.
    return _decoded(data[len(mark) :].removesuffix(b"\x1a"), encoding or declared, file)


def _decoded(data: bytes, known: str | None, file: str) -> Decoded:
    encoding = known or _guessed(data)
    text = _text(data, encoding)
    if "\ufffd" in text and encoding in _OF_BYTES and (of_two := mixed(data)):
        told = (mixed_problem(file, of_two), *damage(of_two.text, file, None))
        return Decoded(_NO_CHARACTER.sub("\ufffd", of_two.text), of_two.encoding, told)
    if _control_share(text) > _MOST_CONTROLS:
        return Decoded(None, "", (binary(file, "大量不可见的控制字符"),))
    if not text.strip():
        return Decoded(None, "", (empty(file),))
    text, ends = with_plain_ends(text, file)
    text, strays = without_strays(text, file)
    faulty = "\ufffd" in text and not _is_faultless(data, encoding)
    wrongly_read = misread(text, file)
    told = damage(text, file, encoding if faulty and not wrongly_read else None)
    problems = (*((wrongly_read,) if wrongly_read else ()), *told, *ends, *strays)
    return Decoded(_NO_CHARACTER.sub("\ufffd", text), encoding, problems)


def _marked(data: bytes) -> tuple[bytes, str | None]:
    """The byte-order mark and what it stands for."""
    return next(((mark, encoding) for mark, encoding in _MARKS if data.startswith(mark)), (b"", None))


def _guessed(data: bytes) -> str:
    """Faultless UTF-8, else the likeliest Chinese set, else what charset-normalizer says."""
    if _is_faultless(data, "utf-8") and _control_share(_text(data, "utf-8")) <= _MOST_CONTROLS:
        return "utf-8"
    likely = {encoding: _fitness(_text(data, encoding)) for encoding in _CANDIDATES}
    best = max(_CANDIDATES, key=lambda encoding: likely[encoding])
    if likely[best] >= _LIKELY:
        return best
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow to load, and hardly any page comes to this

    found = from_bytes(data[:_SAMPLE]).best()
    return best if found is None else found.encoding


def _fitness(text: str) -> float:
    return likeness(text) - _control_share(text)


def _control_share(text: str) -> float:
    return len(_CONTROL.findall(text)) / len(text) if text else 0.0


def _text(data: bytes, encoding: str) -> str:
    text = data.decode(CODECS.get(encoding, encoding), "replace")
    if CODECS.get(encoding) == "gb18030" and SINCE_2000.search(text):
        return SINCE_2000.sub(lambda found: GB18030_SINCE_2000[found[0]], text)
    return text


def _is_faultless(data: bytes, encoding: str) -> bool:
    try:
        data.decode(CODECS.get(encoding, encoding))
    except UnicodeDecodeError:
        return False
    return True
