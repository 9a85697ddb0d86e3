"""``dataclass`` for values that do not change: what the library's own makes of ``frozen=True``, in a quarter of the time.

A draft needs more than a hundred such classes, and the library writes and compiles six functions for each before a word is drafted. Here only
``__init__`` is written for each; the others are the same for all and look at the fields. The library still does the rest, so ``fields``, ``replace``
and pattern matching work as ever, and anything but plain values is left to it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(cls: type | None = None, /, *, frozen: bool = False, slots: bool = False, **other: Any) -> Any:
        """As the library's ``dataclass``."""
        if cls is not None or other or not frozen:
            return dataclasses.dataclass(cls, frozen=frozen, slots=slots, **other)
        return lambda cls: _value(cls, slots)


def _value(cls: type, slots: bool) -> type:
    own = {name for name in _SHARED if vars(cls).get(name) is not None}
    made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)(cls)
    fields = dataclasses.fields(made)
    compared = [f.name for f in fields if f.compare]
    made.__init__ = _initialiser(made, fields, slots)
    made._compared = staticmethod(_getter(compared))
    for name, function in _SHARED.items():
        if name not in own:
            setattr(made, name, function)
    return made  # type: ignore[no-any-return]


def _getter(names: list[str]) -> Callable[[Any], tuple[Any, ...]]:
    """What gives the values called ``names`` as a tuple."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


def _initialiser(cls: type, fields: tuple[dataclasses.Field[Any], ...], slots: bool) -> Callable[..., None]:
    """``__init__`` of ``cls``, its defaults those of the fields."""
    known: dict[str, Any] = {"_absent": _ABSENT, "_set": object.__setattr__}
    takes, does = [], []
    for f in fields:
        given = f"_{f.name}_"
        if slots:
            known[f"_set_{f.name}"] = vars(cls)[f.name].__set__
        store = f"_set_{f.name}(self, " if slots else f"_set(self, {f.name!r}, "
        if f.default is not dataclasses.MISSING:
            known[given] = f.default
        elif f.default_factory is not dataclasses.MISSING:
            known[given] = f.default_factory
        made = f"{given}() if {f.name} is _absent else {f.name}" if f.default_factory is not dataclasses.MISSING else f.name
        if f.init:
            default = "" if given not in known else "=_absent" if f.default_factory is not dataclasses.MISSING else f"={given}"
            takes.append(f.name + default)
            does.append(f"{store}{made})")
        elif given in known:
            does.append(f"{store}{given}{'()' if f.default_factory is not dataclasses.MISSING else ''})")
    if hasattr(cls, "__post_init__"):
        does.append("self.__post_init__()")
    exec(f"def __init__(self, {', '.join(takes)}):\n " + "\n ".join(does or ["pass"]), known)
    initialiser: Callable[..., None] = known["__init__"]
    initialiser.__qualname__ = f"{cls.__qualname__}.__init__"
    return initialiser


_ABSENT = object()


# --- what all values have in common ---------------------------------------------------------------------------------------------------------


def _repr(self: Any) -> str:
    shown = (f"{f.name}={getattr(self, f.name)!r}" for f in dataclasses.fields(self) if f.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _eq(self: Any, other: Any) -> Any:
    return self._compared(self) == self._compared(other) if type(other) is type(self) else NotImplemented


def _hash(self: Any) -> int:
    return hash(self._compared(self))


def _setattr(_self: Any, name: str, _value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _delattr(_self: Any, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _getstate(self: Any) -> list[Any]:
    return [getattr(self, f.name) for f in dataclasses.fields(self)]


def _setstate(self: Any, state: list[Any]) -> None:
    for f, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, f.name, value)


_SHARED = {
    "__repr__": _repr, "__eq__": _eq, "__hash__": _hash, "__setattr__": _setattr, "__delattr__": _delattr,
    "__getstate__": _getstate, "__setstate__": _setstate,
}  # fmt: skip
