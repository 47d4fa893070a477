"""What several workers only look at is made by the first of them to ask, and the others wait for it."""

import fcntl
import os
from collections.abc import Callable
from pathlib import Path

import pytest

WORKER = "PYTEST_XDIST_WORKER"


def built_once(folders: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """A folder of this name that `make` has filled; nobody who looks at it may change it."""
    base = folders.getbasetemp()
    shared = base.parent if WORKER in os.environ else base
    folder, done = shared / name, shared / f"{name}.done"
    # The lock of a worker that is killed is free at once.
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            make(folder)
            done.touch()
    return folder
