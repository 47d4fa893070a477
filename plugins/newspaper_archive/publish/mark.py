"""Marks what a file is made of: the same things always give the same mark, another text another one.

What a template is shown is marked as a whole: no file can be of something that its mark does not know.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from operator import attrgetter

import msgspec

from newspaper_archive import model
from newspaper_archive.model import Archive, PageFile, Placed, PlacedTeaser, Section

# What only holds other records together is marked by theirs; any other record of the model by all it holds.
_BUNDLES = frozenset({Archive, Placed, PlacedTeaser, Section})
# 0xc1 begins nothing in MessagePack, so that no text can look like a digest.
_IS_DIGEST = b"\xc1"
_encode = msgspec.msgpack.Encoder(enc_hook=str, order="deterministic").encode

Way = Callable[[object], bytes]


class Marker:
    """Remembers the marks of records as long as a build goes on; many files show the same ones."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[object, bytes]] = {}
        self._ways: dict[type, Way] = {PageFile: _no_mark}

    def mark(self, *things: object) -> str:
        """64 hexadecimal digits."""
        return self._mark(things)[1:].hex()

    def _mark(self, thing: object) -> bytes:
        kind = type(thing)
        way = self._ways.get(kind)
        if way is None:
            way = self._ways[kind] = self._way(kind)
        return way(thing)

    def _way(self, kind: type) -> Way:
        if is_dataclass(kind):
            whole = kind.__module__ == model.__name__ and kind not in _BUNDLES
            return self._remembered(_record if whole else self._by_fields(kind))
        if issubclass(kind, Mapping):
            return lambda thing: self._together(b"{", (part for entry in thing.items() for part in entry))  # type: ignore[attr-defined]
        if issubclass(kind, tuple | list):
            return lambda thing: self._together(b"[", thing)  # type: ignore[arg-type]
        return _encode

    def _by_fields(self, kind: type) -> Way:
        values = [attrgetter(one.name) for one in fields(kind)]
        name = kind.__name__.encode()
        return lambda thing: self._together(name, (value(thing) for value in values))

    def _together(self, name: bytes, parts: Iterable[object]) -> bytes:
        return _digest(name + b"".join([self._mark(part) for part in parts]))

    def _remembered(self, way: Way) -> Way:
        def once(thing: object) -> bytes:
            known = self._known.get(id(thing))
            if known is None:
                # The record is held, or another might come to lie where it was.
                known = self._known[id(thing)] = (thing, way(thing))
            return known[1]

        return once


def _record(thing: object) -> bytes:
    return _digest(_encode(thing))


def _no_mark(_: object) -> bytes:
    """Where a page file lies is no part of what it says; its record bears its checksum."""
    return b""


def _digest(data: bytes) -> bytes:
    return _IS_DIGEST + hashlib.sha256(data).digest()
