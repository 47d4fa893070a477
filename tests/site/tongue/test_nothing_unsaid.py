"""No Chinese word reaches readers past the catalogues: not in templates, not in scripts, not in Python."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
THEME = ROOT / "theme"
SITE = ROOT / "plugins" / "newspaper_archive" / "site"
SEARCH = ROOT / "plugins" / "newspaper_archive" / "search"

HAN = re.compile("[\u3400-\u9fff]")
IN_TEMPLATE = re.compile(r'\{#.*?#\}|_\("[^"]*"\)|\{% trans\b.*?%\}.*?\{% endtrans %\}', re.DOTALL)
IN_SCRIPT = re.compile(r'/\*.*?\*/|//[^\n]*|\bsay\(\s*"(?:[^"\\\n]|\\.)*"', re.DOTALL)
SPOKEN = frozenset({"say", "tell", "word"})

# Scripts and modules that know Chinese for another reason than to say something to readers.
NOT_SAID = {
    "query.js": "the words by which a query names a field, as readers type them",
    "fold.js": "Chinese figures, beside which a circle is a nought",
    "near.js": "the words by which a query names a field",
    "asked-day.js": "a day as readers type it",
    "brief_items.py": "a day as print has it",
    "citation.py": "the standard asks for the language of what is cited",
    "hand_written.py": "what the desk is told of its own files",
    "render_options.py": "what a site is called that nobody has named, in the language of print",
    "subjects.py": "words of print that tell nothing",
    "tokenise.py": "Chinese figures, as fold.js has them",
    "story_view.py": "a day and a role as print has them",
    "__main__.py": "what `make words` tells whoever runs it",
    "records.py": "a role as the reader of pages has it; what stands for words where none are given",
}
# Told to the desk, which reads Chinese.
TO_THE_DESK = frozenset({"ArchiveError"})


def unsaid_in(text: str, said: re.Pattern[str]) -> list[str]:
    return [line.strip() for line in said.sub("", text).splitlines() if HAN.search(line)]


def test_templates_say_nothing_but_messages() -> None:
    found = {
        path.name: unsaid
        for path in sorted(THEME.rglob("*.html"))
        if (unsaid := unsaid_in(path.read_text("utf-8"), IN_TEMPLATE))
    }
    assert {} == found


def test_scripts_say_nothing_but_messages() -> None:
    found = {
        path.name
        for path in sorted((THEME / "parts").rglob("*.js"))
        if unsaid_in(path.read_text("utf-8"), IN_SCRIPT)
    }
    assert {name for name in NOT_SAID if name.endswith(".js")} == found


def test_style_sheets_say_nothing() -> None:
    sheets = sorted((THEME / "parts").rglob("*.css"))
    assert [] == [path.name for path in sheets if unsaid_in(path.read_text("utf-8"), IN_SCRIPT)]


def strings(node: ast.AST) -> Iterator[str]:
    """Chinese in strings that are neither messages, nor docstrings, nor told to the desk."""
    body = getattr(node, "body", None)
    if isinstance(body, list) and body and isinstance(body[0], ast.Expr):
        body = body[1:] if isinstance(body[0].value, ast.Constant) else body
        inner: list[ast.AST] = [*body, *getattr(node, "decorator_list", [])]
    elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return  # what a constant is, said under it
    elif isinstance(node, ast.Call) and called(node) in SPOKEN | TO_THE_DESK:
        inner = [] if called(node) in TO_THE_DESK else [*node.args[1:], *(one.value for one in node.keywords)]
    else:
        inner = list(ast.iter_child_nodes(node))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and HAN.search(node.value):
            yield node.value
    for one in inner:
        yield from strings(one)


def called(call: ast.Call) -> str:
    return getattr(call.func, "attr", None) or getattr(call.func, "id", "")


def advised(path: Path) -> bool:
    """Modules that only ever speak to the desk."""
    return path.name in {"bundles.py", "parts_table.py"}


def test_python_says_nothing_but_messages() -> None:
    found = {
        path.name
        for folder in (SITE, SEARCH)
        for path in sorted(folder.rglob("*.py"))
        if not advised(path) and list(strings(ast.parse(path.read_text("utf-8"))))
    }
    assert {name for name in NOT_SAID if name.endswith(".py")} == found


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        ('<p>{{ _("首页") }}</p>{# 注 #}', IN_TEMPLATE, []),
        ("{% trans n=3 %}\n{{ n }}篇\n{% endtrans %}", IN_TEMPLATE, []),
        ("<p>首页</p>", IN_TEMPLATE, ["<p>首页</p>"]),
        ('<p title="{{ _("首页") }}首页">', IN_TEMPLATE, ['<p title="{{ }}首页">']),
        ('say("首页"); /* 首页 */ // 首页', IN_SCRIPT, []),
        ('node.textContent = "首页";', IN_SCRIPT, ['node.textContent = "首页";']),
    ],
)
def test_an_unsaid_word_is_found(text: str, said: re.Pattern[str], expected: list[str]) -> None:
    assert expected == [re.sub(r"\{\{\s+\}\}", "{{ }}", line) for line in unsaid_in(text, said)]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ('tongue.say("首页", name="王岚")', ["王岚"]),
        ('word("首页")', []),
        ('"""首页."""\nX = 1\n"""一."""', []),
        ('def f():\n    """首页."""\n    return "首页"', ["首页"]),
        ('raise ArchiveError(f"首页{x}")', []),
        ('x = f"第{n}版"', ["第", "版"]),
    ],
)
def test_an_unsaid_word_is_found_in_python(code: str, expected: list[str]) -> None:
    assert expected == list(strings(ast.parse(code)))
