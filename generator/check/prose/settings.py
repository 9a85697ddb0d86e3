"""``检查.yaml`` beside a report: which rules not to apply, which sentences to let pass, which order names stand in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from generator.check.codes import unknown_rule
from generator.declared import Given, Key, Many, Record, Text, read
from generator.problems import Faults, Problem, Source
from generator.yamlfile import Scalar, parse


class Waiver(Struct, frozen=True):
    """Sentences that hold ``words`` pass the rule ``code``; without ``words``, every sentence does."""

    code: str
    words: str = ""

    def covers(self, code: str, text: str) -> bool:
        return code == self.code and (not self.words or self.words in text)


class Settings(Struct, frozen=True):
    """What the user does not want checked, and names in their order."""

    waivers: tuple[Waiver, ...] = ()
    order: tuple[tuple[str, ...], ...] = ()

    @property
    def without(self) -> frozenset[str]:
        return frozenset(w.code for w in self.waivers if not w.words)

    @property
    def partial(self) -> tuple[Waiver, ...]:
        return tuple(w for w in self.waivers if w.words)


_SHAPE = Record(
    (
        Key("不查", Many(Record((Key("规则", Text(), required=True), Key("句", Text(), doc="这句话里的几个字")), short="规则")), doc="不查的规则"),
        Key("次序", Many(Many(Text())), doc="姓名的次序，如 [[张川, 李云]]"),
    )
)


def load_settings(source: Source, codes: Sequence[str]) -> Settings:
    """The settings of ``source``. Raises ``Faults`` with every misfit, and rules that there are not, by the known ``codes``."""
    problems: list[Problem] = []
    given: Given | None = read(parse(source), _SHAPE, problems)
    rows: list[Given] = (given.get("不查") if given else None) or []
    order = (given.get("次序") if given else None) or []
    problems += [p for row in rows for p in _unknown(row, codes)]
    if problems:
        raise Faults(problems)
    waivers = tuple(Waiver(row.get("规则").text, row.get("句").text if "句" in row else "") for row in rows)
    return Settings(waivers, tuple(tuple(name.text for name in names) for names in order))


def _unknown(row: Given, codes: Sequence[str]) -> Iterator[Problem]:
    code: Scalar | None = row.get("规则")
    if code is not None and code.text not in codes:
        yield unknown_rule(code.place, code.text, codes)
