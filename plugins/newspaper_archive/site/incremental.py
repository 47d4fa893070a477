"""Renders what changed, with as many workers as there are: each file whose mark is not as it was.

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
class _MarkedJob:
    """A job to be rendered: its mark, and the stage as far as it concerns it."""

    job: RenderJob
    mark: str
    staged: StagedFiles


@dataclass(frozen=True, slots=True)
class NotRendered:
    """What shows these pages, named by their files, could not be made, as `failure` says."""

    pages: tuple[str, ...]
    failure: Failure


Rendered = dict[str, FileMark] | NotRendered
"""The files of a job, or why there are none."""


@dataclass(frozen=True, slots=True)
class StartedJobs:
    """Jobs that are being rendered, in batches; so many others are kept as they are."""

    kept: int
    batches: Sequence[Sequence[_MarkedJob]]
    rendered: Iterator[list[Rendered]]


class IncrementalRendering:
    """Fills a stage; `made_with` marks what every file is made with: program, templates, settings."""

    def __init__(
        self, options: RenderOptions, made_with: str, staged: StagedFiles, record: BuildRecord
    ) -> None:
        self.options, self.staged, self.record = options, staged, record
        self.made: dict[str, Made] = {}
        self.files: dict[str, FileMark] = {}
        self.failed: list[NotRendered] = []
        self._made_with = made_with
        self._marker = Marker()

    def renderer(self) -> Renderer:
        """A renderer for single files, that renders a file only where it has to be made anew."""
        return _IncrementalRenderer(environment(self.options), WrittenFiles(self.staged), self)

    def once(self, name: str, made_of: Iterable[object], draw: Callable[[Writer], bytes | None]) -> bytes:
        """What `draw` writes, unless all that it is made of is as it was; and the note it made of that."""
        mark = self.mark(name, *made_of)
        if not self.keep(name, mark):
            written = WrittenFiles(self.staged)
            note = draw(written) or b""
            self.add(name, mark, written.files, note)
        return self.made[name].note

    def start(self, jobs: Iterable[RenderJob], pool: WorkerPool, ahead: int = AHEAD) -> StartedJobs:
        """Has jobs rendered by every worker there is; `ahead` as in `WorkerPool.each`."""
        kept, marked_jobs = 0, []
        for job in jobs:
            mark = self.mark(job.draw.__module__, job.draw.__qualname__, job.shown)
            if self.keep(job.name, mark):
                kept += 1
            else:
                addresses = self.record.made.get(job.name, Made("", ())).addresses
                marked_jobs.append(_MarkedJob(job, mark, self.staged.only(addresses)))
        batches = [tuple(marked_jobs[first : first + BATCH]) for first in range(0, len(marked_jobs), BATCH)]
        work = ((self.options, batch) for batch in batches)
        rendered = pool.each(_render_batch, work, ahead, lost=_lost)
        return StartedJobs(kept, batches, rendered)

    def finish(self, started: StartedJobs, advance: Callable[[int], None]) -> None:
        """What was started, once it is rendered; `advance` is told how many jobs are done."""
        advance(started.kept)
        for batch, made in zip(started.batches, started.rendered, strict=True):
            for marked, rendered in zip(batch, made, strict=True):
                if isinstance(rendered, NotRendered):
                    self.failed.append(rendered)
                else:
                    self.add(marked.job.name, marked.mark, rendered)
            advance(len(batch))

    def mark(self, *things: object) -> str:
        return self._marker.mark(self._made_with, *things)

    def keep(self, name: str, mark: str) -> bool:
        """Takes over the files of that name, where they were made of the same and nobody touched them."""
        made = self.record.made.get(name)
        if made is None or made.mark != mark or not all(map(self.staged.is_known, made.addresses)):
            return False
        self.add(name, mark, {address: self.staged.take(address) for address in made.addresses}, made.note)
        return True

    def add(self, name: str, mark: str, files: Mapping[str, FileMark], note: bytes = b"") -> None:
        for address in files:
            refuse_twice(address, self.files)
        self.made[name] = Made(mark, tuple(files), note)
        self.files.update(files)


@dataclass(frozen=True, slots=True)
class _IncrementalRenderer(Renderer):
    writer: WrittenFiles
    rendering: IncrementalRendering

    def together(self, name: str, made_of: Sequence[object], draw: Callable[[Renderer], None]) -> None:
        """Asks once for all of them whether they have to be made anew."""
        self.rendering.once(name, made_of, lambda writer: draw(Renderer(self.environment, writer)))

    def render(self, template: str, address: str, **shown: object) -> None:
        mark = self.rendering.mark(template, address, shown)
        if not self.rendering.keep(address, mark):
            Renderer.render(self, template, address, **shown)
            self.rendering.add(address, mark, {address: self.writer.files[address]})


def refuse_twice(address: str, files: Mapping[str, FileMark]) -> None:
    if address in files:
        raise ArchiveError(f"{address}: 两个页面用了同一个地址。请把这一行告诉本程序的作者")


def _render_batch(work: tuple[RenderOptions, Sequence[_MarkedJob]]) -> list[Rendered]:
    """What a worker does."""
    options, marked_jobs = work
    return [_render(options, marked) for marked in marked_jobs]


def _render(options: RenderOptions, marked: _MarkedJob) -> Rendered:
    job, written = marked.job, WrittenFiles(marked.staged)
    seconds = PAGE_SECONDS * max(1, len(job.pages))
    made = attempt(job.draw, Renderer(environment(options), written), *job.shown, seconds=seconds)
    return NotRendered(job.pages, made) if isinstance(made, Failure) else written.files


def _lost(work: tuple[RenderOptions, Sequence[_MarkedJob]]) -> list[Rendered]:
    """A batch at which every worker died."""
    _, marked_jobs = work
    return [NotRendered(marked.job.pages, LOST) for marked in marked_jobs]
