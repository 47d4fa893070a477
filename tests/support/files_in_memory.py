"""Takes finished files in memory."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class FilesInMemory:
    files: dict[str, bytes] = field(default_factory=dict)

    def write(self, address: str, data: bytes) -> None:
        self.files[address] = data
