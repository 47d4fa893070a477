"""Files that are made together, and of what: an issue with its pages and articles.

`RenderJob("jinri-yunhe/2022/2022-06-01", render_issue, (issue, …))` is made anew only when something in the
brackets is not what it was.
"""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RenderJob:
    """`draw(renderer, *shown)`, a function of a module, makes the files of `shown` and of nothing else.

    `pages` are the page files whose text is in it, by their paths.
    """

    name: str
    draw: Callable[..., None]
    shown: tuple[object, ...]
    pages: tuple[str, ...] = ()
