"""What was found out for the last build of which older stories belong to which, kept with the cache.

It is believed as far as the marks of its days are those of the archive; a damaged one is as good as none.
"""

import hashlib
from contextlib import suppress
from pathlib import Path

import msgspec

from newspaper_archive.publish.related import Past

NAME = "related"
_DIGEST = 32
_decoder = msgspec.msgpack.Decoder(Past)


def read_past(folder: Path) -> Past:
    try:
        data = (folder / NAME).read_bytes()
        digest, data = data[:_DIGEST], data[_DIGEST:]
        return _decoder.decode(data) if hashlib.sha256(data).digest() == digest else Past()
    except (OSError, msgspec.MsgspecError):
        return Past()


def write_past(folder: Path, past: Past) -> None:
    """A full disk only means that it is found out again."""
    data = msgspec.msgpack.encode(past)
    beside = folder / f"{NAME}.new"
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(hashlib.sha256(data).digest() + data)
        beside.replace(folder / NAME)
