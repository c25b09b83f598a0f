"""The child process: one JSON object a line comes in, is done, and is answered by one; alone here is duckdb at work.

It ends when nobody speaks to it any more, also in the middle of a query.
"""

from __future__ import annotations

import os
import queue
import shutil
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import IO, Any

from wicheck.engines.duckdb import limits, wire
from wicheck.engines.duckdb.at_once import reply
from wicheck.engines.duckdb.work import Work

_SECONDS_BETWEEN_WORDS = 0.5


def main() -> None:
    """Serve until the input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's
    output = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever else is printed is no answer
    asked: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    first = wire.message(sys.stdin.buffer.readline() or b"{}")
    if not first:
        return
    threading.Thread(target=_listen, args=(sys.stdin.buffer, asked, first["workspace"]), daemon=True).start()
    limits.limit_addresses(first["memory_bytes"])
    work = Work(first)
    _say(output, {})
    while True:
        _say(output, _answer(work, wire.message(asked.get()), output))


def _listen(source: IO[bytes], asked: queue.SimpleQueue[bytes], workspace: str) -> None:
    """Whoever asks is gone at the end; if it was killed, nobody else removes what is in the workspace."""
    for line in source:
        asked.put(line)
    shutil.rmtree(workspace, ignore_errors=True)
    os._exit(0)


def _say(output: IO[bytes], message: wire.Message) -> None:
    output.write(wire.line(message))
    output.flush()


def _answer(work: Work, message: dict[str, Any], output: IO[bytes]) -> wire.Message:
    do = getattr(work, message.pop("do"))
    with _telling(lambda: work.share, output):
        return reply(lambda: do(**message))


@contextmanager
def _telling(share: Callable[[], float], output: IO[bytes]) -> Iterator[None]:
    """Tell the share that is done while something takes long."""
    done = threading.Event()

    def tell() -> None:
        while not done.wait(_SECONDS_BETWEEN_WORDS):
            _say(output, {"share": share()})

    teller = threading.Thread(target=tell, daemon=True)
    teller.start()
    try:
        yield
    finally:
        done.set()
        teller.join()


if __name__ == "__main__":
    main()
