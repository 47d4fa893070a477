"""Writes a site straight into a folder, for tests and benches that need no stage."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class FolderWriter:
    root: Path

    def write(self, address: str, data: bytes) -> None:
        path = self.root / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
