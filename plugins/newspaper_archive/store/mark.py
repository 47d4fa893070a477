"""Marks what a file is made of: the same things always give the same mark, another text another one.

What a template is shown is marked as a whole: no file can be of something that its mark does not know.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from operator import attrgetter
from types import NoneType
from typing import get_args, get_type_hints

import msgspec

from newspaper_archive import model
from newspaper_archive.model import (
    Archive,
    ArchivedPage,
    Issue,
    PageFile,
    Placed,
    PlacedTeaser,
    Section,
)

# What only holds other records together is marked by theirs; any other record of the model by all it holds.
_BUNDLES = frozenset({Archive, ArchivedPage, Issue, Placed, PlacedTeaser, Section})
_WORDS = (str, int, float, bool, date, Enum, NoneType)
# 0xc1 begins nothing in MessagePack: no text can look like a digest, nor like a row and its length.
_DIGEST, _ROW, _TABLE = b"\xc1#", b"\xc1[", b"\xc1{"
_encode = msgspec.msgpack.Encoder(enc_hook=str, order="deterministic").encode

Way = Callable[[object], bytes]


class Marker:
    """Remembers the marks of records as long as a build goes on; many files show the same ones."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[object, bytes]] = {}
        self._ways = _Ways(self._way)
        self._ways[PageFile] = _no_mark

    def mark(self, *things: object) -> str:
        """64 hexadecimal digits."""
        return hashlib.sha256(self._row(things)).hexdigest()

    def _way(self, kind: type) -> Way:
        """How a thing of this kind is told from others of it."""
        if is_dataclass(kind):
            return self._way_of_record(kind)
        if issubclass(kind, Mapping):
            return lambda thing: _TABLE + self._row(part for entry in thing.items() for part in entry)  # type: ignore[attr-defined]
        if issubclass(kind, tuple | list):
            return self._row  # type: ignore[return-value]
        return _encode

    def _way_of_record(self, kind: type) -> Way:
        if kind.__module__ == model.__name__ and kind not in _BUNDLES:
            return self._remembered(_encode)
        if _holds_words_alone(kind):
            name = kind.__name__
            return lambda thing: _encode((name, thing))
        values = [attrgetter(one.name) for one in fields(kind)]
        return self._remembered(lambda thing: self._row((kind.__name__, *(value(thing) for value in values))))

    def _row(self, things: Iterable[object]) -> bytes:
        ways = self._ways
        parts = [ways[type(thing)](thing) for thing in things]
        return b"%b%d:%b" % (_ROW, len(parts), b"".join(parts))

    def _remembered(self, way: Way) -> Way:
        known = self._known

        def once(thing: object) -> bytes:
            found = known.get(id(thing))
            if found is None:
                # The record is held, or another might come to lie where it was.
                found = known[id(thing)] = (thing, _DIGEST + hashlib.sha256(way(thing)).digest())
            return found[1]

        return once


class _Ways(dict[type, Way]):
    """A way for each kind of thing, made when the first one is met."""

    def __init__(self, make: Callable[[type], Way]) -> None:
        self._make = make

    def __missing__(self, kind: type) -> Way:
        way = self[kind] = self._make(kind)
        return way


def _holds_words_alone(kind: type) -> bool:
    """Whether a record of this kind has nothing but words, numbers and days, singly or in rows."""
    return all(map(_is_word, get_type_hints(kind).values()))


def _is_word(hint: object) -> bool:
    parts = get_args(hint)
    if parts:
        return all(part is ... or _is_word(part) for part in parts)
    return isinstance(hint, type) and issubclass(hint, _WORDS)


def _no_mark(_: object) -> bytes:
    """Where a page file lies is no part of what it says; its record bears its checksum."""
    return b""
