"""What in the folder is no page: `C15.htm` may be one that is not read, `Thumbs.db` is nothing.

Files of one kind are told of together: how many, the first three, and what to do.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from newspaper_archive.folder.listing import Listed
from newspaper_archive.folder.text.chinese_print import likeness
from newspaper_archive.folder.text.encoding import decode
from newspaper_archive.model import Problem, Severity

SITE_FILE = "site.yaml"
"""At the root of the folder of pages: it says whose site it is, and is no page's sidecar."""
WITHDRAWN_FILE = "withdrawn.yaml"
"""There too: it says what of the pages is withdrawn from the site."""
OF_SITE = (SITE_FILE, WITHDRAWN_FILE)
SCANS = (".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff")
_NAMED = 3
_SAMPLE = 65_536
# Of a text in another tongue, or in no character set that is known, nothing is claimed.
_LIKELY, _FEWEST = 0.5, 8


@dataclass(frozen=True, slots=True)
class _Kind:
    """Files of which one thing is said: `“C15.htm”是网页，没有读`, then what to do."""

    name: str
    state: str
    advice: str
    suffixes: tuple[str, ...] = ()
    severity: Severity = Severity.NOTE


def _unread(name: str, advice: str, *suffixes: str) -> _Kind:
    """In which a page may stand."""
    return _Kind(name, "，没有读", f"{advice}；不是版面就移出文件夹", suffixes, Severity.WARNING)


_BY_SUFFIX = (
    _unread(
        "网页",
        "请用浏览器打开，把文字复制到记事本，另存为 .txt（编码选 UTF-8）",
        *(".htm", ".html", ".xhtml", ".shtml", ".mht", ".mhtml"),
    ),
    _unread(
        "Word 或 WPS 文档",
        "请在 Word 或 WPS 里另存为“纯文本（*.txt）”，编码选 UTF-8",
        *(".doc", ".docx", ".docm", ".dot", ".wps", ".wpt", ".rtf", ".odt"),
    ),
    _unread("PDF 文件", "请从排版系统导出文字，或把它转换成 .txt 或 .md", ".pdf"),
    _unread(
        "版式文件或电子书",
        "请从排版系统导出文字，存为 .txt（编码选 UTF-8）",
        *(".ofd", ".ceb", ".cebx", ".xps", ".caj", ".djvu", ".epub", ".mobi", ".indd", ".fbd"),
    ),
    _unread(
        "表格或演示文稿",
        "请把版面文字复制到记事本，另存为 .txt（编码选 UTF-8）",
        *(".xls", ".xlsx", ".et", ".ppt", ".pptx", ".dps"),
    ),
    _unread("压缩包", "请解压，把里面的版面文件放进来", ".zip", ".rar", ".7z", ".tar", ".gz", ".tgz"),
    _unread("快捷方式", "请把它指的文件本身放进来", ".lnk", ".url", ".webloc"),
)
_TEXT = _unread("名字不以 .txt 或 .md 结尾的中文文本", "请改名，让它以 .txt 结尾")
_BESIDE = _Kind("与版面文本同名的其他文件", "", "读的是文本，已略过它")
_LEFT_BEHIND = _Kind("系统或编辑软件留下的文件", "", "不是版面，已略过，不必理会")
_TEXT_SUFFIXES = ("", ".text", ".asc", ".prn", ".markdown", ".mdown", ".mkd")
_ABOUT = re.compile(r"(?:readme|license|licence|notice|changelog|copying|makefile)\b.*", re.IGNORECASE)
# A suffix of a date or of Chinese is none: `今日大河 2024.3.8`.
_SUFFIX = re.compile(r"\.[a-z][a-z0-9]{0,7}", re.IGNORECASE)
_SYSTEMS = re.compile(
    r"\..* | ~\$.* | (?:eh)?thumbs(?:_vista)?\.db | desktop\.ini | icon\\x0d | .*(?:~|\.(?:tmp|swp))",
    re.IGNORECASE | re.VERBOSE,
)


def foreign_problems(files: Iterable[Listed], pages: frozenset[str]) -> Iterator[Problem]:
    """Of files that are no page, sidecar, scan or edition; `pages` are the paths of pages without suffix."""
    groups: dict[_Kind, list[Listed]] = {}
    for file in files:
        if kind := _kind(file, pages):
            groups.setdefault(kind, []).append(file)
        else:
            yield _alone(file)
    yield from (_together(kind, found) for kind, found in groups.items())


def _kind(file: Listed, pages: frozenset[str]) -> _Kind | None:
    if _SYSTEMS.fullmatch(file.name):
        return _LEFT_BEHIND
    ending = suffix(file)
    kind = next((kind for kind in _BY_SUFFIX if ending in kind.suffixes), None)
    if kind is not None and stem(file) in pages:
        return _BESIDE
    if kind is None and (ending in _TEXT_SUFFIXES or not _SUFFIX.fullmatch(ending)):
        return _TEXT if _is_chinese(file) else None
    return kind


def _is_chinese(file: Listed) -> bool:
    if _ABOUT.fullmatch(file.name):
        return False
    try:
        with file.location.open("rb") as opened:
            text = decode(opened.read(_SAMPLE)).text or ""
    except OSError:
        return False
    printed = sum(one > "\x7f" for one in text)
    return printed >= _FEWEST and likeness(text) >= _LIKELY


def _together(kind: _Kind, files: list[Listed]) -> Problem:
    code = "foreign-file" if kind.severity is Severity.NOTE else "unread-file"
    name = f" {kind.name}" if kind.name[0].isascii() else kind.name
    seen = f"“{files[0].name}”是{name}{kind.state}"
    if len(files) > 1:
        named = "、".join(f"“{file.path}”" for file in files[:_NAMED])
        seen = f"有 {len(files)} 个{name}{kind.state}：{named}{'等' if len(files) > _NAMED else ''}"
    return Problem(kind.severity, code, files[0].path, None, seen, kind.advice)


def _alone(file: Listed) -> Problem:
    seen, advice = f"“{file.name}”不是版面文本", "已略过；不需要就移出文件夹"
    if file.name.lower() in OF_SITE:
        seen, advice = f"{file.name.lower()} 不在最上面的文件夹里", "请移到版面文件夹的最上层，现未使用"
    elif suffix(file) == ".yaml":
        seen, advice = f"“{file.name}”旁边没有同名的版面文件", "请检查名字是否与 .txt 或 .md 一致，现未使用"
    elif suffix(file) in SCANS:
        seen = f"“{file.name}”是图片，旁边没有同名的版面文件"
        advice = "已略过；是扫描图请与 .txt 或 .md 同名，不是就移出文件夹"
    elif suffix(file) == ".yml":
        seen, advice = f"“{file.name}”的后缀是 .yml", "旁注的后缀应为 .yaml，请改名，现未使用"
    elif is_sidecar_as_text(file):
        right = f"{file.name.rsplit('.', 2)[0]}.yaml"
        seen = f"“{file.name}”的名字后面多了 {suffix(file)}（记事本会自己加上）"
        advice = f"请改名为 {right}，现未使用"
    severity = Severity.WARNING if "未使用" in advice else Severity.NOTE
    code = "unused-sidecar" if severity is Severity.WARNING else "foreign-file"
    return Problem(severity, code, file.path, None, seen, advice)


def is_sidecar_as_text(file: Listed) -> bool:
    """`edition.yaml.txt`: Notepad adds what Windows hides."""
    return stem(file).lower().endswith((".yaml", ".yml")) and suffix(file) == ".txt"


def suffix(file: Listed) -> str:
    name, dot, ending = file.name.rpartition(".")
    return f".{ending.lower()}" if dot and name else ""


def stem(file: Listed) -> str:
    return file.path[: len(file.path) - len(suffix(file))]
