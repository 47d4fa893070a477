"""What a site consists of: one checksum a file, as `sha256sum -c newspaper-archive.sha256` reads it, e.g.

3b1c…e9  canal/2031/2031-03-05/a01-01.html
"""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

MANIFEST = "newspaper-archive.sha256"
FEW = 32
"""Bytes of a harmed manifest that may be other ones; those of another checksum are twice as many."""

_DIGEST = re.compile(r"[0-9a-f]{64}")
_OUTWARD = re.compile(r"(?:^|/)\.{0,2}(?:/|$)|\0")
_ESCAPED = {b"\\\\": b"\\", b"\\n": b"\n", b"\\r": b"\r"}


@dataclass(frozen=True, slots=True)
class ManifestEntry:
    """A line of a manifest as it stands there; nothing says that it is right, nor where its name leads."""

    number: int
    text: str
    digest: str
    name: str

    @property
    def is_whole(self) -> bool:
        return bool(_DIGEST.fullmatch(self.digest) and self.name)

    @property
    def leads_out(self) -> bool:
        """Whether the name is none of a file below the site: `../a.html`, `/a.html`, `a//b.html`."""
        return bool(_OUTWARD.search(self.name))


def entries(found: bytes) -> list[ManifestEntry]:
    """The lines of a manifest; one that has no end is not whole."""
    *lines, rest = found.split(b"\n")
    whole = [_entry(number, line) for number, line in enumerate(lines, 1)]
    return [*whole, ManifestEntry(len(lines) + 1, os.fsdecode(rest), "", "")] if rest else whole


def _entry(number: int, line: bytes) -> ManifestEntry:
    digest = line.removeprefix(b"\\").partition(b"  ")[0]
    return ManifestEntry(number, os.fsdecode(line), os.fsdecode(digest), os.fsdecode(_name(line)))


def manifest(digests: Mapping[str, str]) -> bytes:
    """The manifest's text, sorted by path; `digests` are SHA-256 in hexadecimal digits by address."""
    names = sorted((os.fsencode(name), digest) for name, digest in digests.items())
    return b"".join(manifest_line(name, digest) for name, digest in names)


def listed(site: Path) -> set[str]:
    """The files that the manifest of a site names; none where it has no manifest."""
    return set(digests_in(site / MANIFEST))


def digests_in(path: Path) -> dict[str, str]:
    """Names and their SHA-256 as a file of this form has them; none where there is no such file."""
    lines = path.read_bytes().split(b"\n") if path.is_file() else []
    return {
        os.fsdecode(_name(line)): line.partition(b"  ")[0].lstrip(b"\\").decode("ascii", "replace")
        for line in lines
        if b"  " in line
    }


def is_harmed(found: bytes, whole: bytes) -> bool:
    """Whether a manifest is another one but for bits that flipped, blocks of zeros or an end cut off."""
    if len(found) < len(whole):
        return whole.startswith(found)
    others = sum(one != other for one, other in zip(found, whole, strict=False) if one)
    return len(found) == len(whole) and found != whole and others <= FEW


def file_names(site: Path) -> Iterator[str]:
    """Every file below a folder, relative to it."""
    whole = len(str(site)) + 1
    for folder, _, names in os.walk(str(site)):
        inner = f"{folder[whole:]}/" if len(folder) > whole else ""
        for name in names:
            yield inner + name


def manifest_line(name: bytes, digest: str) -> bytes:
    """Names with a backslash or a line end are escaped as coreutils does, the line marked by a backslash."""
    escaped = name.replace(b"\\", b"\\\\").replace(b"\n", b"\\n").replace(b"\r", b"\\r")
    mark = b"\\" if escaped != name else b""
    return mark + digest.encode() + b"  " + escaped + b"\n"


def _name(line: bytes) -> bytes:
    name = line.partition(b"  ")[2]
    if not line.startswith(b"\\"):
        return name
    return re.sub(rb"\\[\\nr]", lambda found: _ESCAPED[found[0]], name)
