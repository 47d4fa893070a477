"""Brings a sidecar up to a page that changed: its line numbers, checksum and fingerprints, nothing else.

`headline: 3` becomes `headline: 5` where line 3 certainly stands on line 5 now; where a single number is not
certain nothing is changed and all such numbers are told.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from newspaper_archive.folder.sidecar.against_print import print_lines
from newspaper_archive.folder.sidecar.fingerprint import BLANK, carried, fingerprints
from newspaper_archive.folder.sidecar.orders import KEYS
from newspaper_archive.folder.text.transcript import Transcript
from newspaper_archive.folder.yaml_file import entries_of
from newspaper_archive.model import Sidecar, Stretch

_FINGERPRINTS_A_LINE = 12


@dataclass(frozen=True, slots=True)
class Accepted:
    """The sidecar's new text, None where a number is uncertain; `moved` pairs old numbers with new ones."""

    text: str | None
    moved: tuple[tuple[Stretch, str], ...] = ()
    uncertain: tuple[Stretch, ...] = ()


def accept(said: Sidecar, text: str, transcript: Transcript) -> Accepted:
    """`text` is the sidecar's own, from which `said` was read."""
    lines = print_lines(transcript.text)
    same = said.sha256 in (None, transcript.source.sha256)
    places = _Places(said.fingerprints, fingerprints(lines))
    now = {one: str(one) if same else places.now(one) for one in said.orders.mentions}
    if uncertain := tuple(one for one, there in now.items() if there is None):
        return Accepted(None, uncertain=uncertain)
    moved = tuple((one, there) for one, there in now.items() if there and there != str(one))
    changes = {(one.start, one.end, there) for one, there in moved}
    return Accepted(_stamped(_changed(text, changes), said.path, transcript, places.new), moved)


class _Places:
    """Where the lines of the page as it was stand on the page as it is."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        self.old, self.new = old, new
        self.kept = carried(old, new)

    def now(self, stretch: Stretch) -> str | None:
        """The stretch's new numbers; None where they are uncertain, or another line came in between."""
        last = min(stretch.last, len(self.old))
        found = [self.kept.get(n) for n in range(stretch.first, last + 1) if self.old[n - 1] != BLANK]
        first, end = (found[0], found[-1]) if found else (None, None)
        if first is None or end is None:
            return None
        if [n for n in range(first, end + 1) if self.new[n - 1] != BLANK] != found:
            return None
        return str(first) if stretch.first == stretch.last else f"{first}-{end}"


def _changed(text: str, changes: Iterable[tuple[int, int, str]]) -> str:
    for start, end, value in sorted(changes, reverse=True):
        text = text[:start] + value + text[end:]
    return text


def _stamped(text: str, file: str, transcript: Transcript, new: Sequence[str]) -> str:
    """The text with the page's checksum and fingerprints in place of the old ones, or at its end."""
    entries = entries_of(text, file, deep=frozenset(KEYS))
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
