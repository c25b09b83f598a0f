"""Hard limits of the child, where the platform has them: a query that goes beyond ends the child, not the machine."""

from __future__ import annotations

import os
import sys
from typing import Any

GIB = 1 << 30
_BESIDE_MEMORY = 2 * GIB
"""Addresses that are no memory of queries: code, stacks, what the allocator holds ready (0.8 GiB measured at rest)."""

resource: Any
try:
    import resource
except ImportError:  # Windows
    resource = None


def hard() -> bool:
    """Whether this platform can hold a process to its limits; macOS takes no limit of addresses."""
    return resource is not None and sys.platform.startswith("linux")


def limit_addresses(memory_bytes: int) -> None:
    """From now on an allocation that goes far beyond ``memory_bytes`` fails."""
    if hard():
        _, most = resource.getrlimit(resource.RLIMIT_AS)
        wanted = memory_bytes + _BESIDE_MEMORY
        resource.setrlimit(resource.RLIMIT_AS, (wanted if most < 0 else min(wanted, most), most))


def allow_processor(seconds: float) -> None:
    """``seconds`` of processor time more; after that the system ends the process, also where its parent is gone."""
    if hard():
        used = resource.getrusage(resource.RUSAGE_SELF)
        _, most = resource.getrlimit(resource.RLIMIT_CPU)
        wanted = int(used.ru_utime + used.ru_stime + seconds) + 1
        resource.setrlimit(resource.RLIMIT_CPU, (wanted if most < 0 else min(wanted, most), most))


def processors() -> int:
    """Processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
