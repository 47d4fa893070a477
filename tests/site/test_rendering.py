"""What is rendered by many workers is written once and whole, though one of them be killed at it."""

import os
import signal
from pathlib import Path

import pytest

from newspaper_archive.errors import ArchiveError
from newspaper_archive.site.incremental import IncrementalRendering
from newspaper_archive.site.render_job import RenderJob
from newspaper_archive.site.render_options import RenderOptions, Site
from newspaper_archive.site.renderer import Renderer
from newspaper_archive.store.build_record import BuildRecord
from newspaper_archive.store.jobs import Jobs
from newspaper_archive.store.staged_files import StagedFiles

OPTIONS = RenderOptions((), "", Site("青河日报"))
PAGES = 30


@pytest.fixture
def rendering(tmp_path: Path) -> IncrementalRendering:
    for name in ("stage", "site"):
        (tmp_path / name).mkdir()
    return IncrementalRendering(
        OPTIONS, "", StagedFiles(tmp_path / "stage", tmp_path / "site", {}), BuildRecord()
    )


def draw_page(renderer: Renderer, number: int, folder: str) -> None:
    """Two files; the first worker that comes to page 9 leaves half of one and is killed."""
    renderer.writer.write(f"{number:02}/a.html", b"whole")
    if number == 9 and not Path(folder, "died").exists():
        Path(folder, "died").touch()
        Path(folder, "stage", "09", "b.html").write_bytes(b"ha")
        os.kill(os.getpid(), signal.SIGKILL)
    renderer.writer.write(f"{number:02}/b.html", b"half")


def test_what_a_killed_worker_left_is_rendered_anew(rendering: IncrementalRendering, tmp_path: Path) -> None:
    jobs = [RenderJob(f"{number:02}", draw_page, (number, str(tmp_path))) for number in range(PAGES)]
    done: list[int] = []
    with Jobs(2).worker_pool() as pool:
        rendering.finish(rendering.start(jobs, pool), done.append)
    assert (tmp_path / "died").exists()
    assert PAGES == sum(done)
    expected = {f"{number:02}/{name}": text for number in range(PAGES) for name, text in FILES.items()}
    stage = tmp_path / "stage"
    assert expected == {address: (stage / address).read_bytes() for address in rendering.files}
    assert 2 * PAGES == sum(path.is_file() for path in stage.rglob("*"))


FILES = {"a.html": b"whole", "b.html": b"half"}


def draw_alike(renderer: Renderer, _: int) -> None:
    renderer.writer.write("same.html", b"")


@pytest.mark.parametrize("workers", [1, 2])
def test_two_jobs_of_one_address_are_refused(rendering: IncrementalRendering, workers: int) -> None:
    jobs = [RenderJob(str(number), draw_alike, (number,)) for number in range(PAGES)]
    with (
        Jobs(workers).worker_pool() as pool,
        pytest.raises(ArchiveError, match=r"same\.html: 两个页面用了同一个地址"),
    ):
        rendering.finish(rendering.start(jobs, pool), lambda _: None)


def draw_twice(renderer: Renderer) -> None:
    renderer.writer.write("same.html", b"one")
    renderer.writer.write("same.html", b"two")


def test_two_files_of_a_job_at_one_address_are_refused(rendering: IncrementalRendering) -> None:
    with (
        Jobs(1).worker_pool() as pool,
        pytest.raises(ArchiveError, match=r"same\.html: 两个页面用了同一个地址"),
    ):
        rendering.finish(rendering.start([RenderJob("one", draw_twice, ())], pool), lambda _: None)
