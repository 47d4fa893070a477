"""Builds in processes of their own that import nothing: each is forked from one that has imported all.

Two thirds of what a build of a few pages takes are spent on imports. Run as a program this file is that one
process; what to run it is told through its standard input.
"""

import atexit
import gc
import json
import os
import runpy
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

LONGEST_QUESTION = 1 << 17  # bytes: a command and its environment
READ_AT_THE_START = ("PYTHONPATH", "PYTHONHASHSEED", "PYTHONUTF8", "LANG", "LC_ALL")
"""What a process that runs already would not heed."""


class Warm:
    """The end from which it is told; `fits` says whether what is to be run is run by it as by a new one."""

    def __init__(self, environment: Mapping[str, str], folder: Path, patience: float) -> None:
        self._environment = dict(environment)
        self._told, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._told.settimeout(patience)
        command = [sys.executable, "-P", __file__]
        with theirs:
            self._process = subprocess.Popen(
                command, stdin=theirs, stdout=subprocess.DEVNULL, env=self._environment, cwd=folder
            )
        atexit.register(self.stop)

    def fits(self, environment: Mapping[str, str]) -> bool:
        return all(self._environment.get(name) == environment.get(name) for name in READ_AT_THE_START)

    def run(self, arguments: Sequence[str], environment: Mapping[str, str], said: Sequence[int]) -> int:
        """The return code of `python -m pelican`; what it says goes to two open files."""
        question = json.dumps([list(arguments), dict(environment)]).encode()
        socket.send_fds(self._told, [question], list(said))
        code = self._told.recv(LONGEST_QUESTION)
        assert code, "the process that others are forked from has ended"
        return int(code)

    def stop(self) -> None:
        self._told.close()
        self._process.wait()


def forked(told: socket.socket) -> tuple[list[str], dict[str, str]]:
    """Comes back in each of the forked processes, with what it is to run; never in the first."""
    while True:
        question, said, _, _ = socket.recv_fds(told, LONGEST_QUESTION, 2)
        if not question:
            sys.exit()
        child = os.fork()
        if not child:
            told.close()
            for place, file in enumerate((os.open(os.devnull, os.O_RDONLY), *said)):
                os.dup2(file, place)
                os.close(file)
            arguments, environment = json.loads(question)
            return arguments, environment
        for file in said:
            os.close(file)
        told.send(str(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])).encode())


def main() -> None:
    import newspaper_archive.make.site_build  # noqa: PLC0415 - the program alone needs it
    import newspaper_archive.plugin  # noqa: F401, PLC0415 - as above

    gc.freeze()
    arguments, environment = forked(socket.socket(fileno=os.dup(0)))
    os.environ.clear()
    os.environ.update(environment)
    time.tzset()
    sys.path.insert(0, str(Path.cwd()))
    sys.argv = ["pelican", *arguments]
    runpy.run_module("pelican", run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
