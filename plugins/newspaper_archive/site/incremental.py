"""Prints what changed, on as many presses as there are hands: each file whose mark is not as it was.

What did not change is taken from the site as it was, unopened. A file is marked by its template and all that
the template is shown; an issue's files together, so that a worker can have them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from newspaper_archive.errors import ArchiveError
from newspaper_archive.guard import PAGE_SECONDS, Failure, attempt
from newspaper_archive.reading.raw_page import LOST
from newspaper_archive.site.render_job import RenderJob
from newspaper_archive.site.render_options import RenderOptions
from newspaper_archive.site.renderer import Renderer, Writer, environment
from newspaper_archive.store.build_record import BuildRecord, Made
from newspaper_archive.store.jobs import AHEAD, WorkerPool
from newspaper_archive.store.mark import Marker
from newspaper_archive.store.staged_files import FileMark, StagedFiles

BATCH = 4
"""Issues that a worker is given at once."""


@dataclass(frozen=True, slots=True)
class WrittenFiles:
    """Writes to the stage what it is given, and remembers it."""

    staged: StagedFiles
    files: dict[str, FileMark] = field(default_factory=dict)

    def write(self, address: str, data: bytes) -> None:
        refuse_twice(address, self.files)
        self.files[address] = self.staged.write(address, data)


@dataclass(frozen=True, slots=True)
class _Order:
    """A unit to be printed: its mark, and the stage as far as it concerns it."""

    unit: RenderJob
    mark: str
    staged: StagedFiles


@dataclass(frozen=True, slots=True)
class NotPrinted:
    """What shows these pages, named by their files, could not be made, as `failure` says."""

    pages: tuple[str, ...]
    failure: Failure


Printed = dict[str, FileMark] | NotPrinted
"""The files of a unit, or why there are none."""


@dataclass(frozen=True, slots=True)
class InWork:
    """Units that are being printed, in batches; so many others are kept as they are."""

    kept: int
    batches: Sequence[Sequence[_Order]]
    printed: Iterator[list[Printed]]


class IncrementalRendering:
    """Fills a stage; `made_with` marks what every file is made with: program, templates, settings."""

    def __init__(self, room: RenderOptions, made_with: str, staged: StagedFiles, record: BuildRecord) -> None:
        self.room, self.staged, self.record = room, staged, record
        self.units: dict[str, Made] = {}
        self.files: dict[str, FileMark] = {}
        self.failed: list[NotPrinted] = []
        self._made_with = made_with
        self._marker = Marker()

    def press(self) -> Renderer:
        """A press for single files, that prints a file only where it has to be made anew."""
        return _ThriftyPress(environment(self.room), WrittenFiles(self.staged), self)

    def once(self, name: str, made_of: Iterable[object], draw: Callable[[Writer], bytes | None]) -> bytes:
        """What `draw` writes, unless all that it is made of is as it was; and the note it made of that."""
        mark = self.mark(name, *made_of)
        if not self.keep(name, mark):
            written = WrittenFiles(self.staged)
            note = draw(written) or b""
            self.add(name, mark, written.files, note)
        return self.units[name].note

    def order(self, units: Iterable[RenderJob], pool: WorkerPool, ahead: int = AHEAD) -> InWork:
        """Has units printed on every press there is; `ahead` as in `WorkerPool.each`."""
        kept, orders = 0, []
        for unit in units:
            mark = self.mark(unit.draw.__module__, unit.draw.__qualname__, unit.shown)
            if self.keep(unit.name, mark):
                kept += 1
            else:
                addresses = self.record.units.get(unit.name, Made("", ())).addresses
                orders.append(_Order(unit, mark, self.staged.only(addresses)))
        batches = [tuple(orders[first : first + BATCH]) for first in range(0, len(orders), BATCH)]
        work = ((self.room, batch) for batch in batches)
        printed = pool.each(_print_batch, work, ahead, lost=_lost)
        return InWork(kept, batches, printed)

    def take_in(self, ordered: InWork, advance: Callable[[int], None]) -> None:
        """What was ordered, once it is printed; `advance` is told how many units are done."""
        advance(ordered.kept)
        for batch, made in zip(ordered.batches, ordered.printed, strict=True):
            for order, printed in zip(batch, made, strict=True):
                if isinstance(printed, NotPrinted):
                    self.failed.append(printed)
                else:
                    self.add(order.unit.name, order.mark, printed)
            advance(len(batch))

    def mark(self, *things: object) -> str:
        return self._marker.mark(self._made_with, *things)

    def keep(self, name: str, mark: str) -> bool:
        """Takes over the files of that name, where they were made of the same and nobody touched them."""
        made = self.record.units.get(name)
        if made is None or made.mark != mark or not all(map(self.staged.is_known, made.addresses)):
            return False
        self.add(name, mark, {address: self.staged.take(address) for address in made.addresses}, made.note)
        return True

    def add(self, name: str, mark: str, files: Mapping[str, FileMark], note: bytes = b"") -> None:
        for address in files:
            refuse_twice(address, self.files)
        self.units[name] = Made(mark, tuple(files), note)
        self.files.update(files)


@dataclass(frozen=True, slots=True)
class _ThriftyPress(Renderer):
    writer: WrittenFiles
    printer: IncrementalRendering

    def together(self, name: str, made_of: Sequence[object], draw: Callable[[Renderer], None]) -> None:
        """Asks once for all of them whether they have to be made anew."""
        self.printer.once(name, made_of, lambda writer: draw(Renderer(self.environment, writer)))

    def put(self, template: str, address: str, **shown: object) -> None:
        mark = self.printer.mark(template, address, shown)
        if not self.printer.keep(address, mark):
            Renderer.put(self, template, address, **shown)
            self.printer.add(address, mark, {address: self.writer.files[address]})


def refuse_twice(address: str, files: Mapping[str, FileMark]) -> None:
    if address in files:
        raise ArchiveError(f"{address}: 两个页面用了同一个地址。请把这一行告诉本程序的作者")


def _print_batch(work: tuple[RenderOptions, Sequence[_Order]]) -> list[Printed]:
    """What a worker does."""
    room, orders = work
    return [_print(room, order) for order in orders]


def _print(room: RenderOptions, order: _Order) -> Printed:
    unit, written = order.unit, WrittenFiles(order.staged)
    seconds = PAGE_SECONDS * max(1, len(unit.pages))
    made = attempt(unit.draw, Renderer(environment(room), written), *unit.shown, seconds=seconds)
    return NotPrinted(unit.pages, made) if isinstance(made, Failure) else written.files


def _lost(work: tuple[RenderOptions, Sequence[_Order]]) -> list[Printed]:
    """A batch at which every worker died."""
    _, orders = work
    return [NotPrinted(order.unit.pages, LOST) for order in orders]
