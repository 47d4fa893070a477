"""What the benches ask of the program is there: they run too seldom to find out by themselves."""

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

BENCHMARKS = sorted((Path(__file__).resolve().parent.parent / "benchmarks").glob("*.py"))
OURS = "newspaper_archive"


def asked(source: str) -> Iterator[tuple[str, str]]:
    """Module and name of everything of ours that is imported."""
    for found in ast.walk(ast.parse(source)):
        if isinstance(found, ast.ImportFrom) and (found.module or "").split(".")[0] == OURS:
            yield from ((found.module or "", alias.name) for alias in found.names)


def lacking(source: str) -> list[tuple[str, str]]:
    return [(module, name) for module, name in asked(source) if not is_there(module, name)]


def is_there(module: str, name: str) -> bool:
    try:
        found = import_module(module)
    except ModuleNotFoundError:
        return False
    if hasattr(found, name):
        return True
    return hasattr(found, "__path__") and is_there(f"{module}.{name}", "__name__")


@pytest.mark.parametrize("bench", BENCHMARKS, ids=lambda path: str(path.stem))
def test_whatever_a_bench_imports_is_there(bench: Path) -> None:
    assert [] == lacking(bench.read_text("utf-8"))


def test_what_is_not_there_is_named() -> None:
    source = f"from {OURS}.search import segments, nothing\nfrom {OURS}.nowhere import much"
    assert [(f"{OURS}.search", "nothing"), (f"{OURS}.nowhere", "much")] == lacking(source)
