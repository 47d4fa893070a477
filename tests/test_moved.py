"""A project folder that was moved or copied works as it is, without a network."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from conftest import ROOT
from newspaper_archive.store.manifest import MANIFEST

NOWHERE = "http://127.0.0.1:9"
NO_NETWORK = {
    **dict.fromkeys(("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"), NOWHERE),
    "PIP_RETRIES": "0",
    "no_proxy": "",
    "NO_PROXY": "",
}
# What the make that runs these tests hands on.
OF_ANOTHER_MAKE = (
    "MAKE",
    "MFLAGS",
    "NEWSPAPER_",
    "SEEDS",
    "OUTPUT",
    "SITEURL",
    "PORT",
    "PYTHON",
    "JOBS",
    "SHRINK",
)
LEFT_OUT = shutil.ignore_patterns(".git", ".cache", ".*_cache", ".hypothesis", "output", "__pycache__")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The project elsewhere, its set-up with it."""
    folder = tmp_path / "新 地方" / "数字报"
    shutil.copytree(ROOT, folder, symlinks=True, ignore=LEFT_OUT, copy_function=link)
    return folder


def link(old: str, new: str) -> None:
    """The same file where that can be: nothing that is run there writes into one."""
    try:
        os.link(old, new)
    except OSError:
        shutil.copy2(old, new)


def run(*command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """As typed there, with nothing of this project on the PATH and no network."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(OF_ANOTHER_MAKE)}
    path = os.pathsep.join(one for one in kept["PATH"].split(os.pathsep) if str(ROOT) not in one)
    return subprocess.run(
        command,
        cwd=folder,
        env={**kept, **NO_NETWORK, "PATH": path, "PWD": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.build
def test_a_moved_copy_builds_the_same_bytes_without_a_network(copy: Path, site: Path) -> None:
    made = run("make", folder=copy)
    assert 0 == made.returncode, made.stderr
    assert "正在安装" not in made.stderr
    assert (site / MANIFEST).read_bytes() == (copy / "output" / MANIFEST).read_bytes()
    script = run(".venv/bin/newspaper-archive", "explain", "seeds/qiaoxiang.txt", folder=copy)
    assert 0 == script.returncode, script.stderr
    assert (
        f"{copy}/plugins"
        in run(
            ".venv/bin/python",
            "-c",
            "import newspaper_archive; print(newspaper_archive.__file__)",
            folder=copy,
        ).stdout
    )


@pytest.mark.build
def test_a_set_up_that_cannot_be_fetched_leaves_what_was_installed(copy: Path) -> None:
    lock = copy / "requirements.lock"
    changed = lock.read_text("utf-8") + "\n# another day\n"
    lock.unlink()  # and not into the project's own
    lock.write_text(changed, "utf-8")
    installed = files_of(copy / ".venv")
    refused = run("make", "setup", folder=copy)
    assert 0 != refused.returncode
    assert "没有装成，多半是连不上网络。原来装好的没有动；安装需要上网一次" in refused.stderr
    assert installed == files_of(copy / ".venv")


@pytest.mark.build
def test_a_first_set_up_without_a_network_says_that_it_needs_one(copy: Path) -> None:
    shutil.rmtree(copy / ".venv")
    refused = run("make", "setup", folder=copy)
    assert 0 != refused.returncode
    assert "没有装成，多半是连不上网络。安装需要上网一次，请接上网络，再运行一次" in refused.stderr


@pytest.mark.build
def test_a_set_up_of_another_computer_s_python_is_told_and_works_again_where_it_came_from(copy: Path) -> None:
    (library,) = (copy / ".venv" / "lib").glob("python3*")
    library.rename(library.with_name("python3.0"))
    refused = run("make", "setup", folder=copy)
    assert 0 != refused.returncode
    assert "这台电脑上的 Python 与安装时的不同：正在安装" in refused.stderr
    assert "原来装好的没有动" in refused.stderr
    library.with_name("python3.0").rename(library)
    works = run("make", "setup", folder=copy)
    assert (0, "") == (works.returncode, works.stderr)


def files_of(folder: Path) -> set[Path]:
    """All but what Python itself leaves beside what it has read."""
    return {path for path in folder.rglob("*") if "__pycache__" not in path.parts}
