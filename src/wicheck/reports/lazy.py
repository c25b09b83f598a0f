"""Lists that are made when somebody looks into them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Generic, TypeVar, overload

Item = TypeVar("Item")


class LazyList(Sequence[Item], Generic[Item]):
    """A list that ``make`` gives when it is first looked into, like which it behaves then.

    What few writers show should not cost those runs whose writers do not.
    """

    def __init__(self, make: Callable[[], list[Item]]) -> None:
        self._make = make

    @cached_property
    def _made(self) -> list[Item]:
        return self._make()

    @overload
    def __getitem__(self, index: int) -> Item: ...
    @overload
    def __getitem__(self, index: slice) -> list[Item]: ...
    def __getitem__(self, index: int | slice) -> Item | list[Item]:
        return self._made[index]

    def __len__(self) -> int:
        return len(self._made)
