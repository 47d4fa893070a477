"""Files that are believed only as long as they are what was written: each behind its own checksum.

What is damaged, cut off or of another form is as good as not there.
"""

import errno
import hashlib
import os
from contextlib import suppress
from pathlib import Path
from stat import S_ISREG
from typing import TypeVar

import msgspec

_DIGEST = 32
Kept = TypeVar("Kept")


def sealed(data: bytes) -> bytes:
    """The data behind its own sum."""
    return hashlib.sha256(data).digest() + data


def unsealed(kept: bytes) -> bytes:
    """What was sealed; ValueError where it is not what it was."""
    digest, data = kept[:_DIGEST], kept[_DIGEST:]
    if hashlib.sha256(data).digest() != digest:
        raise ValueError("damaged")
    return data


def read_sealed(path: Path, decoder: msgspec.msgpack.Decoder[Kept]) -> Kept | None:
    """What was sealed and kept there; None where nothing is, or what is is damaged or of another form."""
    try:
        return decoded(plain_bytes(path), decoder)
    except OSError:
        return None


def decoded(data: bytes, decoder: msgspec.msgpack.Decoder[Kept]) -> Kept | None:
    try:
        return decoder.decode(unsealed(data))
    except (ValueError, msgspec.MsgspecError):
        return None


def plain_bytes(path: Path) -> bytes:
    """What a plain file holds; OSError for what is none. A pipe that nobody writes to is not waited for."""
    with open(path, "rb", opener=_at_once) as file:
        if not S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
        return file.read()


def _at_once(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_NONBLOCK)


def write_whole(path: Path, data: bytes) -> None:
    """Writes a file that nobody ever sees half; OSError where there is no room, and then nothing is left."""
    beside = path.with_name(f"{path.name}.new")
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        beside.unlink(missing_ok=True)  # whatever lies there: to write into a pipe would take for ever
        with beside.open("xb") as file:
            file.write(data)
        beside.replace(path)
    except OSError:
        with suppress(OSError):
            beside.unlink()
        raise
