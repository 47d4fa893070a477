"""What was found out for the last build of which older stories belong to which, kept with the cache.

It is believed as far as the marks of its days are those of the archive; a damaged one is as good as none.
"""

from contextlib import suppress
from pathlib import Path

import msgspec

from newspaper_archive.site.story.related import Past
from newspaper_archive.store.sealed import read_sealed, sealed, write_whole

NAME = "related"
_decoder = msgspec.msgpack.Decoder(Past)


def read_past(folder: Path) -> Past:
    return read_sealed(folder / NAME, _decoder) or Past()


def write_past(folder: Path, past: Past) -> None:
    """A full disk only means that it is found out again."""
    with suppress(OSError):
        write_whole(folder / NAME, sealed(msgspec.msgpack.encode(past)))
