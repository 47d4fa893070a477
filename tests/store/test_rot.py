"""Builds after bits have flipped and files were cut off in the cache: the site is a clean build's, each time.

`make test` harms it ten times, `make rot` and `make test-full` two hundred. A kept site's files are the
site's own under a second name, so that some of what is harmed is the site itself.
"""

import os
import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import Build
from depth import FULL
from few_pages import write_pages
from newspaper_archive.store.stage import name_of

pytestmark = pytest.mark.build

ROUNDS = int(os.environ.get("ROTS", "200" if FULL else "10"))
VERSIONS, MOST = 2, 3
# Without a build record no older site is kept, so that it is harmed last, and once a turn.
KINDS = ("pages", "kept-site", "related", "spelt", "build-record")
Site = dict[str, bytes]


def contents(site: Path) -> Site:
    return {str(path.relative_to(site)): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def kept(cache: Path, output: Path) -> dict[str, list[Path]]:
    """The files of the cache by what they are kept for."""
    own = cache / name_of(output)
    found = {kind: own / kind if kind != "spelt" else cache / kind for kind in KINDS}
    files = {
        kind: [path] if path.is_file() else sorted(one for one in path.rglob("*") if one.is_file())
        for kind, path in found.items()
    }
    assert {path for path in cache.rglob("*") if path.is_file()} == set().union(*files.values())
    return files


def harm(path: Path, chance: random.Random) -> None:
    """Flips up to eight bits, or cuts the end off; every second time the file's times are set back."""
    status, data = path.stat(), bytearray(path.read_bytes())
    if data and chance.random() < 0.6:
        for _ in range(chance.randint(1, 8)):
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    else:
        del data[chance.randrange(len(data) + 1) :]
    path.write_bytes(data)
    if chance.random() < 0.5:
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


@pytest.fixture
def site(build: Build, tmp_path: Path) -> Callable[[str, str], Site]:
    """The site that a build makes of the pages as they are, into a folder and with a cache of these names."""

    def made(output: str, cache: str) -> Site:
        folders = tmp_path / "seeds", tmp_path / output
        done = build(*folders, JOBS="1", NEWSPAPER_CACHE=str(tmp_path / cache))
        assert 0 == done.returncode, done.stderr
        assert "Traceback" not in done.stderr
        return contents(folders[1])

    return made


def test_after_any_harm_to_what_is_kept_a_build_equals_a_clean_one(
    site: Callable[[str, str], Site], tmp_path: Path
) -> None:
    chance = random.Random(20231114)  # noqa: S311 - what to harm, the same each time
    harmed: Counter[str] = Counter()
    clean: list[Site] = []
    for version in range(VERSIONS):
        write_pages(tmp_path / "seeds", version)
        clean.append(site(f"clean-{version}", f"no-cache-{version}"))
    site("网站", "cache")
    for number in range(ROUNDS):
        version = (number - number // 3) % VERSIONS  # the same as before every third time
        write_pages(tmp_path / "seeds", version)
        files = kept(tmp_path / "cache", tmp_path / "网站")
        others = chance.choices((*KINDS[:-1], "kept-site"), k=chance.randrange(MOST))
        for kind in (KINDS[number % len(KINDS)], *others):
            if files[kind]:
                harm(chance.choice(files[kind]), chance)
                harmed[kind] += 1
        assert clean[version] == site("网站", "cache"), f"round {number}: {harmed}"
    print(f"{ROUNDS} builds after harm to {harmed.total()} files: {dict(harmed)}")
    assert set(KINDS) == set(harmed)
