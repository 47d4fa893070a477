"""The reader with one thing taken from it, so that it errs as it would on pages that nobody had in view.

Without the cue 下接电头, without the form of an author's line, with its weights shaken, with half of the
family names unknown: each reads the same pages worse, and the doubts have to tell.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from random import Random
from typing import Any

from newspaper_archive.lexicon import names
from newspaper_archive.reading.classify import cues, look

TIMES, BY, LEFT_OUT = 6, 0.6, 1 / 8
_FORMS = (look.LINE_FORMS, look.HEAD_FORMS, look.WITHIN_FORMS)


@contextmanager
def with_cues(changed: tuple[cues.Cue, ...]) -> Iterator[None]:
    asked = cues._asked  # noqa: SLF001 - it remembers what cues there were
    with _with(cues, "CUES", changed):
        asked.cache_clear()
        yield
    asked.cache_clear()


@contextmanager
def without_form(name: str) -> Iterator[None]:
    (table,) = (table for table in _FORMS if name in table)
    form = table.pop(name)
    try:
        yield
    finally:
        table[name] = form


@contextmanager
def with_half_of_the_family_names() -> Iterator[None]:
    half = {name: rank for name, rank in names.SINGLE.items() if rank % 2}
    with _with(names, "SINGLE", half):
        yield


@contextmanager
def _with(module: Any, name: str, changed: object) -> Iterator[None]:
    before = getattr(module, name)
    setattr(module, name, changed)
    try:
        yield
    finally:
        setattr(module, name, before)


def _without(cue: cues.Cue) -> tuple[cues.Cue, ...]:
    return tuple(one for one in cues.CUES if one is not cue)


def _with_fewer(seed: int) -> tuple[cues.Cue, ...]:
    random = Random(seed)
    return tuple(cue for cue in cues.CUES if random.random() >= LEFT_OUT)


def _shaken(seed: int) -> tuple[cues.Cue, ...]:
    random = Random(seed)
    return tuple(
        replace(cue, says={part: weight * 2 ** random.gauss(0, 2 * BY) for part, weight in cue.says.items()})
        for cue in cues.CUES
    )


def weaker() -> Mapping[str, Any]:
    """By the family that is told: the ways to read worse."""
    return {
        "one cue off": [with_cues(_without(cue)) for cue in cues.CUES],
        "one form off": [without_form(name) for table in _FORMS for name in table],
        "one cue in eight off": [with_cues(_with_fewer(seed)) for seed in range(TIMES)],
        "weights shaken": [with_cues(_shaken(seed)) for seed in range(TIMES)],
        "names": [with_half_of_the_family_names()],
    }
