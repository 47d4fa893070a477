"""Files that are made together, and of what: an issue with its pages, a year of a section.

`Unit("jinri-yunhe/2022/2022-06-01", print_issue, (issue, …))` is made anew only when something in the brackets
is not what it was.
"""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unit:
    """`draw(press, *shown)`, a function of a module, makes the files of `shown` and of nothing else.

    `large` units are worth another process; what they are shown is copied there.
    """

    name: str
    draw: Callable[..., None]
    shown: tuple[object, ...]
    large: bool = False
