"""What is wrong with a page file as a file: a picture named `.txt`, bytes that are no character, a NUL.

`C01.txt:3: 有 2 处字节不是 gb18030 的字（第 3 行）`: the text stays, each such place shown as U+FFFD.
"""

from collections.abc import Iterator

from newspaper_archive.model import Problem, Severity

# No page's text has a line this long: a whole broadsheet page is some 20,000 characters.
LONG_LINE = 20_000
_NAMED_LINES = 8
_REPLACED = "\ufffd"
_NUL = "\0"
_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "PNG 图片"),
    (b"\xff\xd8\xff", "JPEG 图片"),
    (b"GIF8", "GIF 图片"),
    (b"RIFF", "WebP 图片或音像"),
    (b"II*\0", "TIFF 图片"),
    (b"MM\0*", "TIFF 图片"),
    (b"%PDF-", "PDF 文件"),
    (b"PK\x03\x04", "压缩包或 Word、Excel 文件"),
    (b"\xd0\xcf\x11\xe0", "旧版 Word、Excel 文件"),
    (b"{\\rtf", "RTF 文档"),
    (b"\x1f\x8b", "压缩包"),
    (b"Rar!", "压缩包"),
    (b"7z\xbc\xaf", "压缩包"),
)
_SAVE_AS_TEXT = "若是版面文本，请另存为 UTF-8 的 .txt；若不是，请移出文件夹。此版未收入"


def signature(data: bytes) -> str | None:
    """What the first bytes say the file is, where that is not text."""
    return next((kind for mark, kind in _SIGNATURES if data.startswith(mark)), None)


def empty(file: str) -> Problem:
    return Problem(
        Severity.ERROR, "empty-page", file, None, "没有文字", "请补上这一版的文本，或删去文件。此版未收入"
    )


def binary(file: str, seen: str) -> Problem:
    return Problem(Severity.ERROR, "binary", file, None, f"不是文字，看到的是{seen}", _SAVE_AS_TEXT)


def damage(text: str, file: str, faulty: str | None) -> tuple[Problem, ...]:
    """Warnings for a text with `\\n` at its line ends; `faulty` is an encoding that its bytes broke."""
    return tuple(_damage(text, file, faulty))


def _damage(text: str, file: str, faulty: str | None) -> Iterator[Problem]:
    if faulty is not None:
        lines = _lines_with(_REPLACED, text)
        seen = f"有 {text.count(_REPLACED)} 处字节不是 {faulty} 的字（{named(lines)}）"
        advice = "请对照原版补字；若整页乱码，请在同名 .yaml 里写 encoding"
        yield Problem(Severity.WARNING, "undecodable", file, lines[0], seen, advice)
    if _NUL in text:
        lines = _lines_with(_NUL, text)
        seen = f"有 {text.count(_NUL)} 个 NUL 字节（{named(lines)}）"
        yield Problem(Severity.WARNING, "nul", file, lines[0], seen, "文件可能损坏，请对照原版后重新另存")
    if len(text) > LONG_LINE:
        yield from _long_lines(text, file)


def _long_lines(text: str, file: str) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > LONG_LINE:
            seen = f"一行有 {len(line)} 字，开头是“{line[:12]}”"
            yield Problem(Severity.WARNING, "long-line", file, number, seen, "请检查换行是否丢失，按原版分行")
            return


def _lines_with(character: str, text: str) -> list[int]:
    return [number for number, line in enumerate(text.split("\n"), 1) if character in line]


def named(lines: list[int]) -> str:
    """`第 3、7 行`, of many the first: `第 1、2 等 20 行`."""
    named = "、".join(str(number) for number in lines[:_NAMED_LINES])
    return f"第 {named} 行" if len(lines) <= _NAMED_LINES else f"第 {named} 等 {len(lines)} 行"
