"""The ledger (审阅.yaml): what a reader decided about wordings, so that a phrase is reviewed once and stays decided.

One row a decision. A row names a wording (说法, with 类 where it holds for one kind only) or a part of wordings (含). Wordings are known by kind and
``key_of``, never by place, so a decision outlives mining anew, another order, moved files and a changed comma. Of several rows the last one holds.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import cached_property
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from generator.bank.phrase import BY_STATEMENT, OR, Counted, Group, Kind, Layer, Phrase, Status, counted, counted_texts, group
from generator.bank.slots import slots_of, whole_slots
from generator.declared import Given, Key, Many, Record, Text, read
from generator.patterns import late
from generator.problems import MISSING_KEY, Faults, Problem, Source
from generator.yamlfile import Scalar, dump_rows, rows


class Verdict(StrEnum):
    """What was decided; the values are what the file says."""

    ACCEPT = "收"
    EDIT = "改"
    REJECT = "不收"
    LATER = "再议"


class Decision(Struct, frozen=True):
    """One row: the verdict on the wording ``text`` (of ``kind``, or of any kind), or on every wording that holds ``part``.

    ``instead`` is the wording that an edit puts in its place; ``beside``, ``acts`` and ``licence`` replace what was mined, where they are given;
    ``by_statement``: the licence is held against the statements that the phrase stands behind, and what was mined besides is not asked; nor is it
    where the phrase is tied to ``situations``.
    """

    verdict: Verdict
    text: str = ""
    kind: Kind | None = None
    part: str = ""
    instead: str = ""
    reason: str = ""
    beside: tuple[Counted, ...] | None = None
    acts: tuple[Counted, ...] | None = None
    licence: tuple[Group, ...] | None = None
    by_statement: bool = False
    situations: tuple[str, ...] = ()


_QUOTES_AND_BLANKS = late(r"[“”‘’「」『』\"'\s]")
_ENDS = ",.;:!?。、"


def key_of(text: str) -> str:
    """``text`` as decisions know it: widths of letters, figures and stops made one (NFKC), without blanks, quotation marks and outer stops."""
    return _QUOTES_AND_BLANKS.sub("", unicodedata.normalize("NFKC", text)).strip(_ENDS)


class Ledger(Struct, frozen=True, dict=True):
    """Decisions in the order they were taken. ``a + b`` puts the decisions of ``b`` on top."""

    decisions: tuple[Decision, ...] = ()

    def __add__(self, later: Ledger) -> Ledger:
        return Ledger(self.decisions + later.decisions)

    @cached_property
    def _exact(self) -> dict[tuple[Kind | None, str], int]:
        return {(d.kind, key_of(d.text)): i for i, d in enumerate(self.decisions) if d.text}

    @cached_property
    def _edits(self) -> dict[tuple[Kind | None, str], Decision]:
        """The decisions that gave a wording in place of another, by what they gave."""
        return {(d.kind, d.instead): d for d in self.decisions if d.instead}

    @cached_property
    def _parts(self) -> tuple[tuple[int, str], ...]:
        return tuple((i, d.part) for i, d in enumerate(self.decisions) if d.part)

    def on(self, kind: Kind, text: str) -> Decision | None:
        """The decision that holds for a wording: the last row that names it, its kind or any, or a part of it."""
        key = key_of(text)
        exact = (self._exact.get((k, key), -1) for k in (kind, None))
        last = max((*exact, *(i for i, part in self._parts if part in text)))
        return self.decisions[last] if last >= 0 else None

    def outcome(self, kind: Kind, text: str) -> tuple[str, Decision | None]:
        """The wording that stands for ``text`` after every edit, an edit of an edit too, and the last decision on the way there."""
        decision, seen = self.on(kind, text), {text}
        while decision is not None and decision.verdict is Verdict.EDIT and decision.instead not in seen:
            text = decision.instead
            seen.add(text)
            decision = self.on(kind, text) or decision
        return text, decision

    def applied(self, phrases: Iterable[Phrase]) -> list[Phrase]:
        """``phrases`` as the user decided: rejected ones left out, edited ones in their new wording, accepted ones marked so. One of which he says
        under what conditions it may stand (限, 情形) is his own from then on, and held to these alone."""
        return [decided for p in phrases if (decided := self._decided(p)) is not None]

    def _decided(self, p: Phrase) -> Phrase | None:
        text, decision = self.outcome(p.kind, p.text)
        if decision is None or decision.verdict is Verdict.LATER:
            return p
        if decision.verdict is Verdict.REJECT:
            return None
        settled = _conditioned(replace(p, text=text, slots=slots_of(text, p.topic)), decision)
        if decision.licence is None and not decision.situations:
            return settled
        return replace(settled, layer=Layer.USER, beside=decision.beside or (), acts=decision.acts or ())

    def settled(self, p: Phrase) -> Phrase:
        """``p``, accepted, with the co-text, acts and licence that its decision gives, or the one that put it in place of
        another."""
        return _conditioned(p, self.on(p.kind, p.text) or self._edits.get((p.kind, p.text)) or self._edits.get((None, p.text)))


def _conditioned(p: Phrase, decision: Decision | None) -> Phrase:
    given = {name: value for name in ("beside", "acts", "licence") if decision and (value := getattr(decision, name)) is not None}
    if decision and decision.by_statement:
        given = {"beside": (), "acts": (), **given, "by_statement": True}
    if decision and decision.situations:
        given = {"beside": (), "acts": (), "licence": (), **given, "situations": decision.situations}
    return replace(p, status=Status.ACCEPTED, **given)


_ROW = Record(
    (
        Key("说法", Text("用语本身；全角半角、空格、引号和末尾标点不论")),
        Key("类", Text("只管这一类；不写就哪一类都管", tuple(Kind))),
        Key("含", Text("凡含有这几个字的用语，只用于不收")),
        Key("决定", Text("收、改、不收、再议", tuple(Verdict)), required=True, doc="收、改、不收、再议"),
        Key("改成", Text("决定是“改”时，改成的说法")),
        Key("理由", Text("为什么；“含”的一定要写")),
        Key("伴", Many(Text("改写这一条的“伴”"))),
        Key("事类", Many(Text("改写这一条的“事类”；写 不论，就是哪类事旁边都行"))),
        Key("限", Many(Text("改写这一条的“限”；写 不限，就是没有要说到的词"))),
        Key("凭", Text("本句：“限”只凭它跟在后面的那句话", (BY_STATEMENT,))),
        Key("情形", Many(Text("只用在哪几种情形，见 情形.yaml；此外什么也不问"))),
        Key("备注", Text("给人看的，不用")),
    ),
    "一行一个决定",
)


def load_ledger(source: Source) -> Ledger:
    """The ledger of one file, in its order. Raises ``Faults`` with every fault."""
    problems: list[Problem] = []
    decisions: list[Decision] = []
    for item in rows(source):
        given: Given | None = read(item, _ROW, problems)
        if given is None or "决定" not in given:
            continue
        problems += _misfits(given)
        decisions.append(_decision(given))
    if problems:
        raise Faults(problems)
    return Ledger(tuple(decisions))


def _said(given: Given, key: str) -> str:
    value: Scalar | None = given.get(key)
    return value.text.strip() if value is not None else ""


def _decision(given: Given) -> Decision:
    kind = _said(given, "类")
    mended = (_mended(given, key) for key in ("伴", "事类", "限"))
    beside, acts, licence = mended
    return Decision(
        Verdict(_said(given, "决定")), _said(given, "说法"), Kind(kind) if kind else None,
        _said(given, "含"), _said(given, "改成"), _said(given, "理由"),
        beside=None if beside is None else tuple(map(counted, beside)),
        acts=None if acts is None else tuple(map(counted, acts)),
        licence=None if licence is None else tuple(map(group, licence)),
        by_statement="凭" in given,
        situations=tuple(s.text for s in given.get("情形") or ()),
    )  # fmt: skip


NONE_OF = {"事类": "不论", "限": "不限"}
"""What a row says where a phrase shall have no acts, or no licence."""


def _mended(given: Given, key: str) -> list[str] | None:
    if key not in given:
        return None
    texts = [s.text for s in given.get(key)]
    return [] if texts == [NONE_OF.get(key)] else texts


def _misfits(given: Given) -> Iterable[Problem]:
    verdict = Verdict(_said(given, "决定"))
    if bool(_said(given, "说法")) == bool(_said(given, "含")):
        yield Problem(given.place, "ledger-key", "一行要有“说法”或“含”之一", "整条写 说法，凡含有的写 含")
    if _said(given, "含") and verdict is not Verdict.REJECT:
        yield Problem(given.place, "ledger-part", f"“含”只能不收，不能“{verdict}”", "写出整条的 说法")
    if _said(given, "含") and not _said(given, "理由"):
        yield Problem(given.place, MISSING_KEY, "缺少“理由”", "一行管许多条，写明为什么", keys=("理由",))
    if bool(_said(given, "改成")) != (verdict is Verdict.EDIT):
        yield Problem(given.place, "ledger-edit", "“改成”和决定“改”要一起写", "改的写 改成，不改的不写")
    if not whole_slots(_said(given, "改成")):
        yield Problem(given.place, "slot-braces", "花括号没有配对", "槽写成 {名}")


def ledger_row(decision: Decision) -> str:
    """The row of ``decision`` as the file has it, one line."""
    row = {
        "说法": decision.text,
        "类": str(decision.kind or ""),
        "含": decision.part,
        "决定": str(decision.verdict),
        "改成": decision.instead,
        "理由": decision.reason,
        "伴": counted_texts(decision.beside or ()),
        "事类": counted_texts(decision.acts or ()) if decision.acts != () else [NONE_OF["事类"]],
        "限": [OR.join(g) for g in decision.licence or ()] if decision.licence != () else [NONE_OF["限"]],
        "凭": BY_STATEMENT if decision.by_statement else "",
        "情形": list(decision.situations),
    }
    return dump_rows([{key: value for key, value in row.items() if value}])


def combined(ledgers: Sequence[Ledger]) -> Ledger:
    """The decisions of ``ledgers``, later ones on top."""
    return sum(ledgers, Ledger())


def ledger_plain(ledger: Ledger) -> list[list[Any]]:
    """``ledger`` as lists that JSON can hold; ``ledger_of`` gives it back."""
    return [
        [d.verdict, d.text, d.kind, d.part, d.instead, d.reason, d.by_statement, d.situations, d.beside, d.acts, d.licence] for d in ledger.decisions
    ]


def ledger_of(plain: Iterable[list[Any]]) -> Ledger:
    return Ledger(tuple(map(_restored, plain)))


def _restored(row: list[Any]) -> Decision:
    verdict, text, kind, part, instead, reason, by_statement, situations, *mended = row
    beside, acts, licence = (None if pairs is None else tuple(map(tuple, pairs)) for pairs in mended)
    held = (by_statement, tuple(situations))
    return Decision(Verdict(verdict), text, Kind(kind) if kind else None, part, instead, reason, beside, acts, licence, *held)
