"""The child process, as its parent sees it: asked one thing at a time, killed when it takes too long."""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from wicheck.engines.duckdb import wire
from wicheck.engines.duckdb.stops import Stop, Told, cause, told

COMMAND = (sys.executable, "-P", "-m", "wicheck.engines.duckdb.child")
_SECONDS_TO_LEAVE = 5
_SECONDS_TO_DIE = 2
"""How long a process that says no more is given to end by itself, so that its exit code tells why."""
_LAST_WORDS = 400


class GoneError(Exception):
    """The child is no more: it took too long and was killed, or it died with ``code``; ``words`` are its last."""

    def __init__(self, late: bool, words: str, code: int | None = None) -> None:
        super().__init__(words)
        self.late = late
        self.words = words
        self.code = code

    @property
    def told(self) -> Told:
        """Why, and what to do about it."""
        return told(Stop.LATE if self.late else cause(self.code, self.words), self.code)


class Child:
    """One child process. Its methods raise GoneError once it is dead; then it is of no more use.

    It starts with ``settings`` while its parent does something else; ``ready`` waits until it has.
    """

    def __init__(self, log: Path, settings: wire.Message, command: Sequence[str] = COMMAND) -> None:
        self._log = log
        self._is_ready = False
        with log.open("wb") as words:
            self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=words, **_apart()
            )
        self._heard: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        threading.Thread(target=_listen, args=(self._output, self._heard), daemon=True).start()
        with suppress(OSError):  # told by whoever asks first
            self._say(settings)

    def ready(self) -> None:
        if not self._is_ready:
            self._next(None)
            self._is_ready = True

    def ask(self, message: wire.Message, seconds: float | None, told: Callable[[float], None]) -> dict[str, Any]:
        """The child's reply; ``told`` gets the shares (0 to 1) that it tells meanwhile."""
        end = time.monotonic() + seconds if seconds is not None else None
        try:
            self._say(message)
        except OSError:
            raise self._gone(late=False) from None
        while True:
            reply = self._next(end)
            if "share" not in reply:
                return reply
            told(reply["share"])

    def _say(self, message: wire.Message) -> None:
        self._input.write(wire.line(message))
        self._input.flush()

    def _next(self, end: float | None) -> dict[str, Any]:
        try:
            line = self._heard.get(timeout=None if end is None else max(0.0, end - time.monotonic()))
        except queue.Empty:
            raise self._gone(late=True) from None
        if not line.endswith(b"\n"):
            raise self._gone(late=False)
        return wire.message(line)

    def _gone(self, late: bool) -> GoneError:
        code = None if late else self._exit_code()
        self.kill()
        return GoneError(late, self._log.read_text("utf-8", "replace")[-_LAST_WORDS:].strip(), code)

    def _exit_code(self) -> int | None:
        with suppress(subprocess.TimeoutExpired):
            return self._process.wait(_SECONDS_TO_DIE)
        return None

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()
        self._close()

    def leave(self) -> None:
        """Let it go: it ends when nobody speaks to it any more. One that was never asked need not even have started."""
        if not self._is_ready:
            self.kill()
            return
        with suppress(OSError):
            self._input.close()
        try:
            self._process.wait(_SECONDS_TO_LEAVE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._close()

    def _close(self) -> None:
        for pipe in (self._input, self._output):
            with suppress(OSError):
                pipe.close()

    @property
    def _input(self) -> IO[bytes]:
        return self._process.stdin  # type: ignore[return-value]  # it was asked for

    @property
    def _output(self) -> IO[bytes]:
        return self._process.stdout  # type: ignore[return-value]


def _listen(output: IO[bytes], heard: queue.SimpleQueue[bytes]) -> None:
    """Everything the child says, then one line without an end: that it says no more."""
    with suppress(ValueError, OSError):  # closed while listening
        for line in output:
            heard.put(line)
    heard.put(b"")


def _apart() -> dict[str, Any]:
    """Ctrl-C is for the parent alone: it ends the child in its own time."""
    if os.name == "nt":
        return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP}  # type: ignore[attr-defined,unused-ignore]
    return {"start_new_session": True}
