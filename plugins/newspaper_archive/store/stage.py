"""Old or new, never half: the site is built beside its folder and takes its place in one step.

`output/` is built as `.output.staging/`; when every file stands there, `newspaper-archive.sha256` is
written into it and the two folders are exchanged. That file marks a folder as made by this program: one
without it is never replaced nor removed. `sha256sum -c newspaper-archive.sha256` checks a copy, e.g.

    3b1c…e9  canal/2031/2031-03-05/a01-01.html
"""

import fcntl
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from newspaper_archive.errors import ArchiveError
from newspaper_archive.lexicon.slug import short_hash, slug
from newspaper_archive.store.exchange import (
    beside,
    change_places,
    refuse_foreign,
    remove,
    remove_ours,
    restore,
)
from newspaper_archive.store.kept_site import drop_kept_site, keep_site, remove_files, reuse_kept_site
from newspaper_archive.store.manifest import MANIFEST, file_names, listed, manifest
from newspaper_archive.store.staged_files import FileMark, StagedFiles, as_left, has_content, link

NOTHING: Mapping[str, FileMark] = {}
NOBODY: AbstractSet[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Stage:
    """Where a build writes (`folder`), and the site whose place it takes (`output`).

    `from_kept` are files of an older site, kept in the cache, that are on it from the start.
    """

    output: Path
    folder: Path
    from_kept: AbstractSet[str] = NOBODY

    @property
    def name(self) -> str:
        """What tells this site from others that are built here, for folders of its own."""
        return name_of(self.output)

    def staged_files(self, known: Mapping[str, FileMark] = NOTHING) -> StagedFiles:
        """What takes finished files; `known` are the site's files as the last build left them."""
        return StagedFiles(self.folder, self.output, known)

    def on_kept_site(self, cache: Path, ours: AbstractSet[str]) -> "Stage":
        """The stage with `ours` on it, as far as the kept site has them."""
        return replace(self, from_kept=ours) if reuse_kept_site(cache, self.folder, ours) else self

    def keep_site(self, cache: Path) -> None:
        """Keeps the site that was replaced, for the next build."""
        keep_site(self.folder, cache)

    def publish(self, made: Mapping[str, FileMark] = NOTHING) -> dict[str, FileMark]:
        """Let the new site take the old one's place; says what it consists of.

        `made` are the files that came through `staged_files`; others on the stage are Pelican's own. What
        somebody else put into the site stays in it. A site that would be the same is left alone.
        """
        files = {**made, **self._others(made)}
        content = manifest({address: mark.sha256 for address, mark in files.items()})
        refuse_foreign(self.output)
        if not self._is_published(content, files):
            self._keep_foreign(files)
            (self.folder / MANIFEST).write_bytes(content)
            change_places(self.folder, self.output)
        return files

    def _others(self, made: Mapping[str, FileMark]) -> dict[str, FileMark]:
        """What lies on the stage besides; where the site has the same file, that one takes its place."""
        staged = self.staged_files()
        found = {}
        others = set(file_names(self.folder)) - set(made) - {MANIFEST}
        remove_files(self.folder, others & self.from_kept)
        for address in sorted(others - self.from_kept):
            path = self.folder / address
            data = path.read_bytes()
            path.unlink()
            found[address] = staged.write(address, data)
        return found

    def _is_published(self, content: bytes, files: Mapping[str, FileMark]) -> bool:
        """Whether the site consists of these very files already."""
        try:
            same = (self.output / MANIFEST).read_bytes() == content
        except OSError:
            return False
        return same and all(as_left(self.output, name, mark) for name, mark in files.items())

    def _keep_foreign(self, files: Mapping[str, FileMark]) -> None:
        if not self.output.exists():
            return
        ours = listed(self.output) | {MANIFEST}
        for name in sorted(set(file_names(self.output)) - ours):
            if name not in files:
                self._keep(name)
            elif not has_content(f"{self.output}/{name}", files[name]):
                raise ArchiveError(
                    f"{self.output / name}: 这个文件不是本程序建的，网站里却要用它的名字。请把它移走再试"
                )

    def _keep(self, name: str) -> None:
        new = self.folder / name
        try:
            new.parent.mkdir(parents=True, exist_ok=True)
            link(str(self.output / name), str(new))
        except (FileExistsError, NotADirectoryError) as error:
            raise ArchiveError(
                f"{self.output / name}: 网站里这个位置要放别的文件或文件夹。请把这个文件移走再试"
            ) from error


def name_of(output: Path) -> str:
    return f"{slug(output.name)}-{short_hash(str(output))}"


@contextmanager
def open_stage(output: Path, apart_from: Sequence[Path] = ()) -> Iterator[Stage]:
    """A fresh stage for `output`, held against a second build; one that is not published leaves nothing.

    `apart_from` are folders of sources, which may neither hold the site nor lie inside it.
    """
    output = output.resolve()
    refuse_overlap(output, apart_from)
    make_parents(output)
    with only_build(output):
        restore(output)
        refuse_foreign(output)
        stage = Stage(output, beside(output, "staging"))
        refuse_foreign(stage.folder)
        remove(stage.folder)
        stage.folder.mkdir()
        (stage.folder / MANIFEST).touch()
        try:
            yield stage
        finally:
            remove(stage.folder)


def clear(output: Path, cache: Path | None = None) -> None:
    """Remove a site, what a killed build left beside it, and the older one that was kept in the cache.

    What somebody else put into the site stays. A folder that is not ours is refused.
    """
    output = output.resolve()
    if not output.parent.is_dir():
        return
    with only_build(output):
        left = (beside(output, "staging"), beside(output, "previous"))
        for folder in (output, *left):
            refuse_foreign(folder)
        remove_ours(output)
        for folder in left:
            remove(folder)
        if cache:
            drop_kept_site(cache / name_of(output))


def refuse_overlap(output: Path, apart_from: Sequence[Path]) -> None:
    for folder in (path.resolve() for path in apart_from):
        if output == folder or output in folder.parents or folder in output.parents:
            raise ArchiveError(
                f"{output}: 网站文件夹与原稿、程序的文件夹“{folder}”重叠。"
                "请给 OUTPUT 另选一个文件夹，两者不能互相包含。"
            )


def make_parents(output: Path) -> None:
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ArchiveError(
            f"{output.parent}: 建不了这个文件夹（{error.strerror}）。请给 OUTPUT 另选一处。"
        ) from error
    if not os.access(output.parent, os.W_OK | os.X_OK):
        raise ArchiveError(f"{output.parent}: 这个文件夹不许写入。请给 OUTPUT 另选一处，或改它的权限。")


@contextmanager
def only_build(output: Path) -> Iterator[None]:
    """Hold the lock of this output folder; the system lets go of it when a build is killed."""
    path = beside(output, "lock")
    lock = take_lock(path)
    if lock is None:
        raise ArchiveError(f"{output}: 另一次生成正在往这个文件夹里写。请等它结束再试。")
    try:
        yield
    finally:
        path.unlink(missing_ok=True)
        os.close(lock)


def take_lock(path: Path) -> int | None:
    """An open, locked descriptor, or None where another build holds the lock."""
    while True:
        lock = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(lock)
            return None
        # The build before us may have removed the file between our opening and locking it.
        with suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(lock), path.stat()):
                return lock
        os.close(lock)


def main(arguments: Sequence[str]) -> int:
    """`python -m newspaper_archive.store.stage OUTPUT CACHE` is `make clean`."""
    try:
        clear(*map(Path, arguments))
    except ArchiveError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
