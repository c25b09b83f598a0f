"""Named tuples that cost little to make.

``typing.NamedTuple`` looks at every annotation and compiles a constructor, a third of a millisecond a class; a start of
the program makes a hundred classes, most of which it never uses. These are written, typed and used alike. Annotations
stay the texts they are, so that a module which makes one begins with ``from __future__ import annotations``; the
constructor is compiled when it is first called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["NamedTuple"]

if TYPE_CHECKING:
    from typing import NamedTuple
else:
    try:
        from _collections import _tuplegetter as entry
    except ImportError:  # other Pythons than CPython

        def entry(place, doc):
            from operator import itemgetter

            return property(itemgetter(place), doc=doc)

    class Tuple(tuple):
        """What all of them can do; named as ``collections.namedtuple`` names it."""

        __slots__ = ()
        _fields = ()
        _field_defaults = {}  # noqa: RUF012

        def __new__(cls, /, *values, **named):
            """The constructor is put in this one's place."""
            made = constructor(cls._fields, cls._field_defaults)
            home = next(each for each in cls.__mro__ if "_fields" in each.__dict__)
            home.__new__ = staticmethod(made)
            return made(cls, *values, **named)

        @classmethod
        def _make(cls, values):
            made = tuple.__new__(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
            return made

        def _replace(self, /, **named):
            made = self._make(map(named.pop, self._fields, self))
            if named:
                raise ValueError(f"Got unexpected field names: {list(named)!r}")
            return made

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self):
            said = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
            return f"{self.__class__.__name__}({said})"

        def __getnewargs__(self):
            return tuple(self)

    def constructor(fields, defaults):
        """A function with an argument for each field, compiled as ``collections.namedtuple`` does it."""
        names = "".join(f"{name}, " for name in fields)
        scope = {"new": tuple.__new__, "__builtins__": {}, "__name__": "namedtuple"}
        made = eval(f"lambda _cls, {names}: new(_cls, ({names}))", scope)  # noqa: S307  names of fields only
        made.__name__ = "__new__"
        made.__defaults__ = tuple(defaults.values())
        return made

    class Making(type):
        def __new__(cls, name, bases, body):
            """An ordinary class of tuples from what stands in the body of a class of ``NamedTuple``."""
            fields = tuple(body.get("__annotations__", ()))
            defaults = {field: body[field] for field in fields if field in body}
            if fields[len(fields) - len(defaults) :] != tuple(defaults):
                raise TypeError(f"{name}: a field without a default follows one that has one")
            getters = {field: entry(place, f"Alias for field number {place}") for place, field in enumerate(fields)}
            own = {"__slots__": (), "__match_args__": fields, "_fields": fields, "_field_defaults": defaults}
            return type(name, (Tuple,), body | getters | own)

    NamedTuple = type.__new__(Making, "NamedTuple", (), {"__doc__": __doc__})
