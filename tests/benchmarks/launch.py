"""Runs a command several times: `python -I -S launch.py TIMES STDIN COMMAND…`; prints seconds, CPU
seconds, KiB, exit code.

A process of its own, and a small one: Linux counts into a child's peak memory
what its parent held when it was started.
"""

import json
import os
import sys
import time


def run(command: list[str], given: str) -> tuple[float, float, int, int]:
    """The wall and CPU seconds of one run, its peak memory in KiB, and its exit code."""
    null = os.devnull
    files = [(os.POSIX_SPAWN_OPEN, 0, given, os.O_RDONLY, 0), (os.POSIX_SPAWN_OPEN, 1, null, os.O_WRONLY, 0)]
    started = time.perf_counter()
    pid = os.posix_spawn(command[0], command, os.environ, file_actions=files)
    _, status, usage = os.wait4(pid, 0)
    seconds = time.perf_counter() - started
    kib = usage.ru_maxrss // (1024 if sys.platform == "darwin" else 1)
    return seconds, usage.ru_utime + usage.ru_stime, kib, os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    times, given, *command = sys.argv[1:]
    print(json.dumps([run(command, given) for _ in range(int(times))]))
