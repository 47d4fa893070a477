"""What a site consists of: one checksum a file, as `sha256sum -c newspaper-archive.sha256` reads it, e.g.

3b1c…e9  canal/2031/2031-03-05/a01-01.html
"""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

MANIFEST = "newspaper-archive.sha256"


def write_manifest(site: Path) -> None:
    """List every file under `site`, sorted by path; the mark itself is not listed."""
    lines = [
        manifest_line(name, checksum(site / os.fsdecode(name)))
        for name in sorted(file_names(site))
        if name != MANIFEST.encode()
    ]
    (site / MANIFEST).write_bytes(b"".join(lines))


def file_names(site: Path) -> Iterator[bytes]:
    for folder, _, names in os.walk(site):
        for name in names:
            yield os.fsencode((Path(folder) / name).relative_to(site))


def checksum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def manifest_line(name: bytes, digest: str) -> bytes:
    """Names with a backslash or a line end are escaped as coreutils does, the line marked by a backslash."""
    escaped = name.replace(b"\\", b"\\\\").replace(b"\n", b"\\n").replace(b"\r", b"\\r")
    mark = b"\\" if escaped != name else b""
    return mark + digest.encode() + b"  " + escaped + b"\n"
