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
    The desk has looked at it where it is `checked`; `since` says how it differs from what was looked at.
    """

    severity: Severity
    code: str
    file: str
    line: int | None
    seen: str
    advice: str
    also: tuple[int, ...] = ()
    checked: bool = False
    since: str = ""

    def __str__(self) -> str:
        return f"{self.sight()}。{told(self.advice)}"

    def sight(self) -> str:
        """Where it is and what was seen, without what the desk can do."""
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        since = f"（{self.since}）" if self.since else ""
        return told(f"{place}: {self.seen}{since}")
