"""The figures that the theme's style sheets and the making up of a page share: `measures.toml`.

`gutter = 1.75` is 28 pixels here, and `measure(gutter)` in a style sheet of the theme is `1.75rem`.
"""

import re
import tomllib
from pathlib import Path

ROOT_LETTER = 16
"""Pixels of a rem, where the reader has not chosen another size."""
_UNITS = {"rem": "rem", "em": "em", "number": ""}
_FIGURES = tomllib.loads(Path(__file__).with_name("measures.toml").read_text("utf-8"))

IN_STYLES = {
    name: f"{figure:g}{mark}" for unit, mark in _UNITS.items() for name, figure in _FIGURES[unit].items()
}
"""By name, as a style sheet writes it: 1.75rem, 13em, 1.7."""
LISTS: dict[str, tuple[int, ...]] = {name: tuple(figures) for name, figures in _FIGURES["list"].items()}

# `measure(gutter)`, or an `each(…)` that no rule could be repeated for.
_MEASURE = re.compile(r"\b(?:measure|each)\(([^()]*)\)")
_RULE = re.compile(r"^[^{}\n][^{}]*\{[^{}]*\}\n?", re.MULTILINE)
_EACH = re.compile(r"\beach\(([^()]*)\)")


def pixels(name: str) -> int:
    """A figure of [rem], to the nearest pixel."""
    return round(float(_FIGURES["rem"][name]) * ROOT_LETTER)


def number(name: str) -> float:
    """A figure without its unit."""
    return float(next(_FIGURES[unit][name] for unit in _UNITS if name in _FIGURES[unit]))


def with_figures(sheet: str) -> str:
    """A style sheet with its figures; KeyError, with what is written there, where there is no such one."""
    return _MEASURE.sub(lambda found: IN_STYLES[found[1]], _RULE.sub(_repeated, sheet))


def _repeated(rule: re.Match[str]) -> str:
    asked = _EACH.search(rule[0])
    if not asked:
        return rule[0]
    return "".join(rule[0].replace(asked[0], str(figure)) for figure in LISTS[asked[1]])
