"""Marks what a file is made of: the same things always give the same mark, another text another one.

What a template is shown is marked as a whole, so that no file can be of something that
its mark does not know.
"""

import hashlib
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass

import msgspec

from newspaper_archive.model import ArchivedArticle, ArchivedPage, ArchivedTeaser, Edition, Issue, PageFile

# Large records that many files show; marked once, by all that they hold.
_WHOLE = (Issue, ArchivedPage, ArchivedArticle, ArchivedTeaser, Edition)


class Marker:
    """Remembers the marks of large records as long as a build goes on."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[object, bytes]] = {}

    def mark(self, *things: object) -> str:
        """64 hexadecimal digits."""
        return self._mark(things).hex()

    def _mark(self, thing: object) -> bytes:
        if isinstance(thing, _WHOLE):
            return self._once(thing)
        if isinstance(thing, PageFile):
            return b""  # only says where a page lies; what it holds, its record's checksum says
        if is_dataclass(thing):
            parts = [self._mark(getattr(thing, one.name)) for one in fields(thing)]
            return _digest(type(thing).__name__.encode(), *parts)
        if isinstance(thing, Mapping):
            return _digest(b"{", *(self._mark(part) for entry in thing.items() for part in entry))
        if isinstance(thing, AbstractSet):
            return _digest(b"<", *sorted(self._mark(part) for part in thing))
        if isinstance(thing, Sequence) and not isinstance(thing, str | bytes):
            return _digest(b"[", *(self._mark(part) for part in thing))
        return msgspec.msgpack.encode(thing)

    def _once(self, thing: object) -> bytes:
        known = self._known.get(id(thing))
        if known is None:
            # The record is held, or another might come to lie where it was.
            known = self._known[id(thing)] = (thing, _digest(msgspec.msgpack.encode(thing)))
        return known[1]


def _digest(*parts: bytes) -> bytes:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return digest.digest()
