"""A value is what the library's dataclass makes of the same fields."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from dataclasses import field, replace
from functools import cached_property
from typing import Any

import pytest

from generator.values import dataclass


@dataclass(frozen=True, slots=True)
class _Ours:
    """A value."""

    name: str
    number: int = 3
    more: tuple[int, ...] = ()
    made: dict[str, int] = field(default_factory=dict, compare=False, repr=False)
    id: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", f"{self.name}{self.number}")


@dataclasses.dataclass(frozen=True, slots=True)
class _Theirs:
    """The same."""

    name: str
    number: int = 3
    more: tuple[int, ...] = ()
    made: dict[str, int] = field(default_factory=dict, compare=False, repr=False)
    id: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", f"{self.name}{self.number}")


@dataclass(frozen=True)
class _Open:
    """Without slots, so that it can hold what it has found."""

    name: str

    @cached_property
    def found(self) -> list[str]:
        return [self.name]

    def __repr__(self) -> str:
        return "own"


@pytest.mark.parametrize("made", [_Ours, _Theirs])
def test_it_is_a_value(made: Any) -> None:
    one, other = made("甲", more=(1, 2)), made("甲", 3, (1, 2), {"乙": 1})
    assert one == other
    assert hash(one) == hash(other)
    assert one != made("乙") != ("乙", 3, (), "乙3")
    assert repr(one) == f"{made.__qualname__}(name='甲', number=3, more=(1, 2), id='甲3')"
    assert one.made == {}
    assert one.made is not made("甲").made
    assert replace(one, number=4).id == "甲4"
    assert [f.name for f in dataclasses.fields(one)] == ["name", "number", "more", "made", "id"]
    assert dataclasses.is_dataclass(made)
    assert dataclasses.asdict(one)["more"] == (1, 2)
    assert pickle.loads(pickle.dumps(other)) == copy.deepcopy(other) == copy.copy(other) == other
    assert pickle.loads(pickle.dumps(other)).made == {"乙": 1}
    match one:
        case made("甲", number):
            assert number == 3
    for change in (lambda: setattr(one, "name", "乙"), lambda: setattr(one, "new", 1), lambda: delattr(one, "name")):
        with pytest.raises((dataclasses.FrozenInstanceError, TypeError)):
            change()
    with pytest.raises(TypeError):
        made()
    with pytest.raises(TypeError):
        made("甲", wrong=1)
    with pytest.raises(AttributeError):
        one.__dict__  # noqa: B018 - it has slots


def test_what_it_defines_itself_stays_and_what_it_finds_is_kept() -> None:
    one = _Open("甲")
    assert repr(one) == "own"
    assert one.found is one.found
    assert pickle.loads(pickle.dumps(one)) == one == replace(one)
    assert hash(one) == hash(_Open("甲")) != hash(_Open("乙"))


def test_all_else_is_left_to_the_library() -> None:
    @dataclass
    class Open:
        """No value."""

        name: str

    @dataclass(frozen=True, order=True, slots=True)
    class Ordered:
        """A value that has an order."""

        number: int

    changed = Open("甲")
    changed.name = "乙"
    assert changed == Open("乙")
    assert sorted([Ordered(2), Ordered(1)]) == [Ordered(1), Ordered(2)]
