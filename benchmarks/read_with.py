"""Reads a page with other weights: a cue at half its weight, or none; all else is as the program reads.

What does not hang on weights is done once a page: its blocks, what the cues are shown, which of them see it.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from itertools import chain

from newspaper_archive.model import Reading
from newspaper_archive.reading import assemble, classify
from newspaper_archive.reading.classify import cues
from newspaper_archive.reading.classify.cues import CUES, Cue, Scene
from newspaper_archive.reading.printed import Printed

Scales = Mapping[str, float]
"""The factor of a cue's weights by its name, where it is not 1."""

_BY_NAME = {cue.name: cue for cue in CUES}
_seen = cache(cues.seen)


@contextmanager
def kept_scenes() -> Iterator[None]:
    """While it lasts, blocks and scenes of pages that were read are kept."""
    was = assemble.segment, classify.scenes
    assemble.segment, classify.scenes = cache(assemble.segment), cache(classify.scenes)
    try:
        yield
    finally:
        assemble.segment, classify.scenes = was


def read_with(page: Printed, scales: Scales) -> tuple[Reading, frozenset[str]]:
    """The reading, and the names of the cues that saw anything on the page."""
    scaled = {name: _scaled(_BY_NAME[name], factor) for name, factor in scales.items()}
    met: set[Cue] = set()

    def seen(scene: Scene) -> tuple[Cue, ...]:
        found = _seen(scene)
        met.update(found)
        return tuple(chain.from_iterable(scaled.get(cue.name, (cue,)) for cue in found))

    was, classify.seen = classify.seen, seen
    try:
        reading = assemble.assemble("page.txt", page)
    finally:
        classify.seen = was
    return reading, frozenset(cue.name for cue in met)


@cache
def _scaled(cue: Cue, factor: float) -> tuple[Cue, ...]:
    """None where the cue is left out: what it does not see it cannot bring into question."""
    says = {part: weight * factor for part, weight in cue.says.items()}
    return (replace(cue, says=says),) if factor else ()
