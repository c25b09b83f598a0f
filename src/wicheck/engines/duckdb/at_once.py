"""Several statements at once: of a small batch, most of a query's time is its planning, which one processor does alone.

What one of them breaks, it breaks for itself: ``reply`` tells it in place of an answer.
"""

from __future__ import annotations

import queue
from collections.abc import Callable, Sequence

import duckdb

from wicheck.engines.duckdb.guard import RefusedError
from wicheck.engines.duckdb.offences import ContractError
from wicheck.engines.duckdb.remembering import Remembering
from wicheck.engines.duckdb.wire import Message

Job = Callable[[duckdb.DuckDBPyConnection], Message]
"""Done with a connection that nobody else uses meanwhile."""


def reply(do: Callable[[], Message]) -> Message:
    """What ``do`` gives, or what hindered it."""
    try:
        return do()
    except duckdb.InterruptException:
        return {"failed": "late"}
    except (duckdb.OutOfMemoryException, MemoryError):
        return {"failed": "memory"}
    except RefusedError as refused:
        return {"failed": "refused", "words": refused.said}
    except ContractError as error:
        return {"failed": "error", "words": error.said}
    except (duckdb.Error, OSError, ValueError) as error:
        return {"failed": "error", "words": str(error) or type(error).__name__}


def replies(connection: duckdb.DuckDBPyConnection, jobs: Sequence[Job], threads: int) -> list[Message]:
    """The reply to each of ``jobs``, ``threads`` of them at a time, each on a connection to the same database."""
    from concurrent.futures import ThreadPoolExecutor  # large batches have no use for it

    free: queue.SimpleQueue[Remembering] = queue.SimpleQueue()
    for _ in range(threads):
        free.put(Remembering(connection.cursor()))

    def done(job: Job) -> Message:
        own = free.get()
        try:
            return reply(lambda: job(own))  # type: ignore[arg-type]  # runs statements as a connection does
        finally:
            free.put(own)

    with ThreadPoolExecutor(threads) as pool:
        return list(pool.map(done, jobs))
