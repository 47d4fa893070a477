"""Fixture files of page texts and their right readings: `@@ title`, the text, `@@ expect`, the dump.

`@@ xfail why` between text and `@@ expect` marks what a careful editor reads and the program does not yet.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CASES = Path(__file__).parents[1] / "reading" / "cases"
MARK, EXPECT, XFAIL = "@@ ", "@@ expect", "@@ xfail "


@dataclass(frozen=True, slots=True)
class Case:
    """A page text and its dump; `fails` says why the program does not read it so, "" where it does."""

    file: str
    title: str
    text: str
    expected: str
    fails: str

    @property
    def name(self) -> str:
        return f"{self.file}: {self.title}"


def cases() -> tuple[Case, ...]:
    """All cases, by file name and then in their order."""
    return tuple(case for path in sorted(CASES.glob("*.cases")) for case in _read(path))


def _read(path: Path) -> Iterator[Case]:
    parts: dict[str, list[str]] = {}
    title, fails, part = "", "", ""
    for line in path.read_text("utf-8").split("\n"):
        if line.startswith(XFAIL):
            fails = line.removeprefix(XFAIL)
        elif line == EXPECT:
            part = "expected"
        elif line.startswith(MARK):
            if title:
                yield _case(path, title, parts, fails)
            title, fails, part, parts = line.removeprefix(MARK), "", "text", {}
        else:
            parts.setdefault(part, []).append(line)
    yield _case(path, title, parts, fails)


def _case(path: Path, title: str, parts: dict[str, list[str]], fails: str) -> Case:
    text, expected = ("\n".join(parts.get(name, [])).strip("\n") for name in ("text", "expected"))
    return Case(path.stem, title, text + "\n", expected, fails)
