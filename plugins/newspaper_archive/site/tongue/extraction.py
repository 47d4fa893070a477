"""Finds what the site says: `{{ _("首页") }}` in a template, `say("找到 %(n)s 篇")` in a script or in Python.

In templates `_("…")` and `{% trans %}`, in Python `.say(…)`, `.tell(…)` and `word(…)`, in scripts `say(…)`.
The message stands there in simplified Chinese; where it has `%(n)s` it counts.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, cast

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_javascript, extract_python
from jinja2.ext import babel_extract

IN_PYTHON = ("say", "tell", "word")
IN_SCRIPTS = ("say",)
IN_TEMPLATES = ("_", "gettext", "pgettext")
AS_COMPILED = {"trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}
MARK = "i18n:"
"""What a comment for translators begins with."""

Found = tuple[int, str, object, list[str]]
"""Line, function, what it was given, comments: so it comes, whatever Babel's types say."""


def messages_of(package: Path, theme: Path) -> Catalog:
    """Every message of the program and its theme, in the order of files."""
    catalog = Catalog(charset="utf-8")
    for path in sorted(package.rglob("*.py")):
        _add(catalog, path.relative_to(package.parent), _read(path, _python))
    for path in sorted(path for place in ("parts", "templates") for path in (theme / place).rglob("*.html")):
        _add(catalog, path.relative_to(theme.parent), _read(path, _template))
    for path in sorted((theme / "parts").rglob("*.js")):
        _add(catalog, path.relative_to(theme.parent), _read(path, _script))
    return catalog


def _read(path: Path, way: Callable[[BinaryIO], Iterable[Found]]) -> list[Found]:
    with path.open("rb") as opened:
        return list(way(opened))


def _python(opened: BinaryIO) -> Iterable[Found]:
    found = extract_python(opened, dict.fromkeys(IN_PYTHON), [MARK], {"encoding": "utf-8"})
    return cast("Iterable[Found]", found)


def _script(opened: BinaryIO) -> Iterable[Found]:
    found = extract_javascript(opened, dict.fromkeys(IN_SCRIPTS), [MARK], {"encoding": "utf-8"})
    return cast("Iterable[Found]", found)


def _template(opened: BinaryIO) -> Iterable[Found]:
    return babel_extract(opened, IN_TEMPLATES, [MARK], AS_COMPILED)


def _add(catalog: Catalog, path: Path, found: Iterable[Found]) -> None:
    for _, function, given, comments in found:
        context, message = _said(function, given)
        if message:
            asked = (message, message) if "%(n)s" in message else message
            catalog.add(asked, locations=[(path.as_posix(), 0)], context=context, auto_comments=comments)


def _said(function: str, given: object) -> tuple[str | None, str]:
    """Context and message; "" where it is no message but a value (`self.tell(text, 3)`)."""
    parts: Iterator[object] = iter(given if isinstance(given, tuple) else (given,))
    context = next(parts) if function == "pgettext" else None
    message = next(parts)
    return (
        context if isinstance(context, str) else None,
        message if isinstance(message, str) else "",
    )
