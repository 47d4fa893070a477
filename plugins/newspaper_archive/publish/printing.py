"""Prints what changed, on as many presses as there are hands: each unit whose mark is not as it was.

What did not change is taken from the site as it was, unopened.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from newspaper_archive.jobs import Crew
from newspaper_archive.progress import Progress
from newspaper_archive.publish.ledger import Ledger, Made
from newspaper_archive.publish.mark import Marker
from newspaper_archive.publish.press import Press, PressRoom, environment
from newspaper_archive.publish.shelf import FileMark, Shelf
from newspaper_archive.publish.unit import Unit

BATCH = 4
"""Units that a worker is given at once."""


@dataclass(frozen=True, slots=True)
class Order:
    """A unit to be printed: its mark, and the shelf as far as it concerns it."""

    unit: Unit
    mark: str
    shelf: Shelf


@dataclass(slots=True)
class Printed:
    """What the site consists of so far."""

    units: dict[str, Made] = field(default_factory=dict)
    files: dict[str, FileMark] = field(default_factory=dict)

    def add(self, name: str, mark: str, files: Mapping[str, FileMark]) -> None:
        self.units[name] = Made(mark, tuple(files))
        self.files.update(files)


def print_units(
    units: Iterable[Unit], room: PressRoom, made_with: str, shelf: Shelf, ledger: Ledger
) -> tuple[Printed, list[Order]]:
    """What could be kept, and the orders for what has to be made anew.

    `made_with` marks what every file is made with: program, templates, settings.
    """
    printed = Printed()
    orders: list[Order] = []
    marker = Marker()
    for unit in units:
        mark = marker.mark(made_with, room, unit.draw.__module__, unit.draw.__qualname__, unit.shown)
        before = ledger.units.get(unit.name, Made("", ()))
        if before.mark == mark and all(map(shelf.is_known, before.addresses)):
            printed.add(unit.name, mark, {address: shelf.take(address) for address in before.addresses})
        else:
            orders.append(Order(unit, mark, shelf.only(before.addresses)))
    return printed, orders


def carry_out(
    orders: Sequence[Order], room: PressRoom, printed: Printed, crew: Crew, progress: Progress
) -> None:
    """Prints the orders: the large ones on every press, the small ones on this one."""
    large = [order for order in orders if order.unit.large]
    small = [order for order in orders if not order.unit.large]
    batches = [tuple(large[first : first + BATCH]) for first in range(0, len(large), BATCH)]
    with progress.stage("排印", len(orders)) as advance:
        results = crew.each(_print_batch, ((room, batch) for batch in batches))
        for batch, made in zip(batches, results, strict=True):
            for order, files in zip(batch, made, strict=True):
                printed.add(order.unit.name, order.mark, files)
            advance(len(batch))
        for order in small:
            printed.add(order.unit.name, order.mark, _print(room, order))
            advance(1)


def _print_batch(work: tuple[PressRoom, Sequence[Order]]) -> list[dict[str, FileMark]]:
    room, orders = work
    return [_print(room, order) for order in orders]


def _print(room: PressRoom, order: Order) -> dict[str, FileMark]:
    tray = _Tray(order.shelf)
    order.unit.draw(Press(environment(room), tray), *order.unit.shown)
    return tray.laid


@dataclass(frozen=True, slots=True)
class _Tray:
    """Lays on the shelf what a press gives, and remembers it."""

    shelf: Shelf
    laid: dict[str, FileMark] = field(default_factory=dict)

    def write(self, address: str, data: bytes) -> None:
        self.laid[address] = self.shelf.lay(address, data)
