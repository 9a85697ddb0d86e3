"""What sets two banks apart, by the ids of their phrases."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from generator.bank.phrase import OR, Evidence, Phrase, counted_texts
from generator.chinese.months import written

# what is compared → how it is named
_COMPARED = {
    "nature": "性质", "move": "语步", "topic": "主题", "position": "位", "level": "层级", "roles": "角色", "words": "词",
    "beside": "伴", "acts": "事类", "licence": "限", "units": "单位数",
    "support": "支持", "count": "次数", "evidence": "出处", "variants": "又作", "fillers": "填过", "since": "起", "until": "止",
    "reason": "理由", "status": "状态",
}  # fmt: skip


class Change(Struct, frozen=True):
    """A phrase of both banks and, by name, what it said of itself before and says now."""

    phrase: Phrase
    changed: tuple[tuple[str, str, str], ...]


class Difference(Struct, frozen=True):
    """From one bank to another, each part sorted by kind and wording."""

    added: tuple[Phrase, ...]
    removed: tuple[Phrase, ...]
    changed: tuple[Change, ...]


def difference(before: Mapping[str, Phrase], after: Mapping[str, Phrase]) -> Difference:
    """What ``after`` has that ``before`` had not, the other way round, and what both have but say differently."""
    both = _sorted(after[i] for i in after.keys() & before.keys())
    changes = (Change(p, _changed(before[p.id], p)) for p in both)
    return Difference(
        _sorted(after[i] for i in after.keys() - before.keys()),
        _sorted(before[i] for i in before.keys() - after.keys()),
        tuple(c for c in changes if c.changed),
    )


def _sorted(phrases: Iterable[Phrase]) -> tuple[Phrase, ...]:
    return tuple(sorted(phrases, key=lambda p: (p.kind, p.text)))


def _changed(a: Phrase, b: Phrase) -> tuple[tuple[str, str, str], ...]:
    pairs = ((name, getattr(a, key), getattr(b, key)) for key, name in _COMPARED.items())
    return tuple((name, _written(was), _written(now)) for name, was, now in pairs if was != now)


def _written(value: object) -> str:
    match value:
        case None | 0 | "":
            return "无"
        case (int(year), int(month)):
            return written((year, month))
        case tuple() | frozenset():
            return "、".join(sorted(map(_item, value))) or "无"
        case _:
            return str(value)


def _item(value: object) -> str:
    match value:
        case Evidence(report, line):
            return f"{report}:{line}"
        case (str(word), int(n)):
            return counted_texts([(word, n)])[0]
        case tuple():
            return OR.join(map(str, value))
        case _:
            return str(value)
