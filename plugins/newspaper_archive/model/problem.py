"""What the program saw and was unsure of, or could not do: 疑点, in three weights."""

from dataclasses import dataclass
from enum import StrEnum

from newspaper_archive.invisible import told


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something seen and not understood: where, what was seen (quoted), what the desk can do. In Chinese.

    `also` are further lines that it names, where one question stands at several places of a page.
    """

    severity: Severity
    code: str
    file: str
    line: int | None
    seen: str
    advice: str
    also: tuple[int, ...] = ()

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return told(f"{place}: {self.seen}。{self.advice}")
