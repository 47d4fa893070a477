"""Builds killed at random moments: a reader finds the whole old site or the whole new one, each time.

`make test` kills eight, `make crash` and `make test-full` two hundred.
"""

import hashlib
import os
import random
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest

from conftest import ROOT, Build, have_ended, surroundings
from depth import FULL
from few_pages import write_pages
from newspaper_archive.store.manifest import MANIFEST, file_names, listed

pytestmark = pytest.mark.build

ROUNDS = int(os.environ.get("CRASHES", "200" if FULL else "8"))
MANY = 24
LINK = re.compile(r'(?:href|src)="([^"#?]+)')
SEGMENT = re.compile(r'\["([0-9a-f]{6,})",\d+')


def start(seeds: Path, output: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "pelican", "content", "--settings", "pelicanconf.py"]
    command += ["--output", str(output), "--fatal", "errors", "--log-handler", "plain"]
    environment = {**surroundings(seeds), "JOBS": "2"}
    silence = subprocess.DEVNULL
    return subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=silence, stderr=silence, start_new_session=True
    )


def kill(process: subprocess.Popen[bytes]) -> bool:
    """Whether it was still at work; its own processes are killed with it."""
    running = process.poll() is None
    if running:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    return running


def is_whole(site: Path) -> list[str]:
    """What is wrong with a site: files that are not as the manifest says, links that lead nowhere."""
    lines = (site / MANIFEST).read_text("utf-8").splitlines()
    wrong = [
        name
        for digest, name in (line.split("  ", 1) for line in lines)
        if not (site / name).is_file() or hashlib.sha256((site / name).read_bytes()).hexdigest() != digest
    ]
    names = set(file_names(site))
    wrong += sorted(names ^ (listed(site) | {MANIFEST}))
    for name in sorted(one for one in names if one.endswith(".html")):
        links = LINK.findall((site / name).read_text("utf-8"))
        inner = [link for link in links if not re.match("[a-z]+:", link)]
        wrong += [f"{name}: {link}" for link in inner if normpath(join(dirname(name), link)) not in names]
    head = (site / "search" / "head.js").read_text("utf-8")
    segments = SEGMENT.findall(head)
    wrong += [f"search/{one}" for one in segments if f"search/{one}/ids.js" not in names]
    return wrong if segments else [*wrong, "search/head.js names no segment"]


def test_a_build_killed_at_any_moment_leaves_a_whole_site(build: Build, tmp_path: Path) -> None:
    seeds, output = tmp_path / "seeds", tmp_path / "网站"
    write_pages(seeds, 0)
    began = time.monotonic()
    assert 0 == start(seeds, output).wait()
    patience = time.monotonic() - began
    chance = random.Random(20230608)  # noqa: S311 - moments to kill at, the same each time
    killed = 0
    for version in range(1, ROUNDS + 1):
        write_pages(seeds, version)
        before = (output / MANIFEST).read_bytes()
        process = start(seeds, output)
        time.sleep(chance.uniform(0, 1.1 * patience))
        was_running = kill(process)
        killed += was_running
        assert [] == is_whole(output), f"version {version}"
        assert was_running or (output / MANIFEST).read_bytes() != before
    assert killed
    assert 0 == build(seeds, output, JOBS="2").returncode
    clean = tmp_path / "clean"
    assert 0 == build(seeds, clean, NEWSPAPER_CACHE=str(tmp_path / "no-cache")).returncode
    assert (clean / MANIFEST).read_bytes() == (output / MANIFEST).read_bytes()
    assert {"clean", "seeds", "网站", "no-cache"} == {path.name for path in tmp_path.iterdir()}


def test_a_build_whose_workers_survive_it_is_no_bar_to_the_next(build: Build, tmp_path: Path) -> None:
    seeds, output = tmp_path / "seeds", tmp_path / "网站"
    write_pages(seeds, 0, MANY)
    process = start(seeds, output)
    while not workers_of(process):
        assert process.poll() is None, "it ended before any worker was started"
        time.sleep(0.005)
    workers = workers_of(process)
    process.kill()  # it alone, as a system short of memory does
    process.wait()
    assert have_ended(workers)
    made = build(seeds, output, JOBS="2")
    assert 0 == made.returncode, made.stderr
    assert [] == is_whole(output)
    assert {"seeds", "网站"} == {path.name for path in tmp_path.iterdir()}


def workers_of(process: subprocess.Popen[bytes]) -> list[int]:
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text("ascii")
    return list(map(int, children.split()))


def test_a_full_disk_leaves_the_old_site_and_says_so(build: Build, tmp_path: Path) -> None:
    seeds, output = tmp_path / "seeds", tmp_path / "out"
    write_pages(seeds, 0)
    assert 0 == build(seeds, output).returncode
    before = (output / MANIFEST).read_bytes()
    write_pages(seeds, 1)
    # No file may grow beyond a few kilobytes, which is how a full disk answers: half a file, then an error.
    limited = (
        "import resource, runpy, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000));"
        "sys.argv = ['pelican', *sys.argv[1:]]; runpy.run_module('pelican', run_name='__main__')"
    )
    command = [sys.executable, "-c", limited, "content", "--settings", "pelicanconf.py"]
    command += ["--output", str(output), "--fatal", "errors", "--log-handler", "plain"]
    made = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "SEEDS": str(seeds), "PYTHONUTF8": "1", "JOBS": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode != 0
    assert "写不进去" in made.stderr
    assert "Traceback" not in made.stderr
    assert before == (output / MANIFEST).read_bytes()
    assert [] == is_whole(output)
    assert {"out", "seeds"} == {path.name for path in tmp_path.iterdir()}
    assert 0 == build(seeds, output).returncode
    assert before != (output / MANIFEST).read_bytes()
