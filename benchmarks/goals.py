"""Goals and whether a measured figure reaches them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Goal:
    """``measured`` is to be at least (or, with ``at_most``, at most) ``limit``."""

    what: str
    measured: float
    limit: float
    at_most: bool = False
    unit: str = "x"

    @property
    def reached(self) -> bool:
        return self.measured <= self.limit if self.at_most else self.measured >= self.limit

    def __str__(self) -> str:
        sign = "<=" if self.at_most else ">="
        mark = "ok  " if self.reached else "MISS"
        return f"{mark} {self.what}: {self.measured:.2f} {self.unit} (goal {sign} {self.limit:g})"


def report(goals: list[Goal]) -> int:
    """Print every goal; 1 where one was missed."""
    for goal in goals:
        print(goal)
    return 0 if all(goal.reached for goal in goals) else 1
