"""Brings a sidecar up to a page that changed: its line numbers, checksum and fingerprints, nothing else.

`headline: 3` becomes `headline: 5` where line 3 certainly stands on line 5 now, be it with a few characters
changed; a number that is not certain becomes `5？`, which stops the program till the desk has said yes or no.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from newspaper_archive.folder.sidecar.against_print import print_lines
from newspaper_archive.folder.sidecar.correction_place import likely_place
from newspaper_archive.folder.sidecar.fingerprint import BLANK, carried, sketched
from newspaper_archive.folder.sidecar.nearly_same import likely_kept, nearly_kept
from newspaper_archive.folder.sidecar.sidecar_file import sidecar_entries
from newspaper_archive.folder.text.transcript import Transcript
from newspaper_archive.model import Correction, Sidecar, Stretch

_FINGERPRINTS_A_LINE = 6


@dataclass(frozen=True, slots=True)
class Moved:
    """A number as it was and as it is now; `changed` is the first of its lines that is nearly the same."""

    stretch: Stretch
    now: str
    changed: int | None = None


@dataclass(frozen=True, slots=True)
class Unsure:
    """A number of which nobody can say where its lines are; maybe on the lines `likely`, between `around`.

    `doubtful` is the first of the likely lines that is not certainly one of them.
    """

    stretch: Stretch
    likely: tuple[int, int] | None
    around: tuple[int | None, int | None]
    doubtful: int | None = None

    @property
    def asked(self) -> str:
        """As it is written for the desk to see: `87？`, which the program does not take for a number."""
        return f"{_number(*self.likely) if self.likely else self.stretch}？"


@dataclass(frozen=True, slots=True)
class Accepted:
    """The sidecar's new text; a number that is uncertain bears a question mark in it."""

    text: str
    moved: tuple[Moved, ...] = ()
    unsure: tuple[Unsure, ...] = ()


def accept(said: Sidecar, text: str, transcript: Transcript) -> Accepted:
    """`text` is the sidecar's own, from which `said` was read."""
    lines = print_lines(transcript.text)
    new = sketched(lines)
    if said.sha256 in (None, transcript.source.sha256):
        return Accepted(_stamped(text, said.path, transcript, new))
    places = _Places(said.fingerprints, new)
    found = [places.now(one) for one in said.orders.mentions]
    moved = tuple(
        one for one in found if isinstance(one, Moved) and (one.changed or one.now != str(one.stretch))
    )
    corrected = dict(zip(said.orders.corrected, said.orders.corrections, strict=True))
    unsure = tuple(
        _by_words(one, corrected.get(one.stretch), lines) for one in found if isinstance(one, Unsure)
    )
    changes = {(one.stretch.start, one.stretch.end, one.now) for one in moved}
    changes |= {(one.stretch.start, one.stretch.end, one.asked) for one in unsure}
    return Accepted(_stamped(_changed(text, changes), said.path, transcript, new), moved, unsure)


def _by_words(one: Unsure, correction: Correction | None, lines: Sequence[str]) -> Unsure:
    """A corrected line is most likely the one that bears the words to be corrected."""
    place = likely_place(correction, lines) if correction else None
    return replace(one, likely=(place, place), doubtful=place) if place else one


class _Places:
    """Where the lines of the page as it was stand on the page as it is."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        self.old, self.new = old, new
        self.kept = carried(old, new)
        self.nearly = nearly_kept(old, new, self.kept)
        self.certain = {**self.kept, **self.nearly}
        self.likely = {**likely_kept(old, new, self.certain), **self.certain}

    def now(self, stretch: Stretch) -> Moved | Unsure:
        """The stretch's new numbers, unless they are uncertain or another line came in between."""
        numbers = range(stretch.first, min(stretch.last, len(self.old)) + 1)
        printed = [n for n in numbers if self.old[n - 1] != BLANK]
        found = [self.certain.get(n) for n in printed]
        first, last = (found[0], found[-1]) if found else (None, None)
        if first is None or last is None or self._printed(first, last) != found:
            return self._unsure(stretch, printed)
        now = str(first) if stretch.first == stretch.last else f"{first}-{last}"
        return Moved(stretch, now, next((self.nearly[n] for n in printed if n in self.nearly), None))

    def _printed(self, first: int, last: int) -> list[int]:
        return [n for n in range(first, last + 1) if self.new[n - 1] != BLANK]

    def _unsure(self, stretch: Stretch, printed: Sequence[int]) -> Unsure:
        there = [self.likely[n] for n in printed if n in self.likely]
        likely = (there[0], there[-1]) if there and there[0] <= there[-1] else None
        above = max((n for n in self.kept if n < stretch.first), default=0)
        below = min((n for n in self.kept if n > stretch.last), default=0)
        sure = {self.certain.get(n) for n in printed}
        doubtful = next((n for n in self._printed(*likely) if n not in sure), None) if likely else None
        return Unsure(stretch, likely, (self.kept.get(above), self.kept.get(below)), doubtful)


def _number(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}-{last}"


def _changed(text: str, changes: Iterable[tuple[int, int, str]]) -> str:
    for start, end, value in sorted(changes, reverse=True):
        text = text[:start] + value + text[end:]
    return text


def _stamped(text: str, file: str, transcript: Transcript, new: Sequence[str]) -> str:
    """The text with the page's checksum and fingerprints in place of the old ones, or at its end."""
    entries = sidecar_entries(text, file)
    values = {"sha256": transcript.source.sha256, "fingerprints": "\n".join(_rows(new)).lstrip()}
    changes = [(entries[k].start, entries[k].end, value) for k, value in values.items() if k in entries]
    text = _changed(text, changes)
    if text.strip() and not text.endswith("\n"):
        text += "\n"
    return text + "".join(_stamp(key, value) for key, value in values.items() if key not in entries)


def stamps(sha256: str, found: Sequence[str]) -> str:
    """The two keys by which a sidecar knows its page again."""
    return _stamp("sha256", sha256) + _stamp("fingerprints", "\n".join(_rows(found)).lstrip())


def _stamp(key: str, value: str) -> str:
    return f"{key}: {value}\n" if key == "sha256" else f"{key}:\n  {value}\n"


def _rows(found: Sequence[str]) -> Iterator[str]:
    for start in range(0, len(found), _FINGERPRINTS_A_LINE):
        yield "  " + " ".join(found[start : start + _FINGERPRINTS_A_LINE])
