"""Small invented tables, and a reader by them."""

from __future__ import annotations

from generator.bank.phrase import Counted, Group, Kind, Layer, Nature, Phrase, Position, Status
from generator.fit.classes import Classes
from generator.fit.common import Common
from generator.fit.gist import Reader
from generator.fit.tables import Tables
from generator.report import Move

ACTS = Classes(
    {
        "虚": ("开展", "组织", "举办", "推进"),
        "检查": ("检查", "抽查", "查处"),
        "培训": ("培训", "轮训"),
        "慰问": ("慰问", "走访慰问"),
        "发放": ("发放",),
        "制定": ("制定", "修订", "办法"),
        "建设": ("建设", "改造"),
    }
)
THINGS = Classes({"群众": ("群众", "居民", "困难群众"), "企业": ("企业", "商户"), "职工": ("职工", "困难职工")})
TOPICS = Classes({"站网建设": ("站网", "水尺", "样带"), "民生": ("低保", "救助")})
COMMON = Common(frozenset({"坚持", "推动", "落实", "责任"}), frozenset({"四季值守"}))
TABLES = Tables(ACTS, THINGS, COMMON, TOPICS)
WORDS = {
    "观测": 3,
    "业务培训": 1,
    "慰问金": 2,
    "救助金": 1,
    "违规": 2,
    "线索": 4,
    "票据": 1,
    "坚持": 9,
    "推动": 9,
    "落实": 9,
    "责任": 9,
    "云岭": 1,
    "学员": 1,
}
READER: Reader = TABLES.reader(WORDS)


def phrase(
    text: str = "把关怀送到心坎上",
    *,
    beside: tuple[Counted, ...] = (),
    acts: tuple[Counted, ...] = (),
    licence: tuple[Group, ...] = (),
    units: int = 1,
    status: Status = Status.CURATED,
    layer: Layer = Layer.CURATED,
    position: Position | None = Position.WHOLE,
    kind: Kind = Kind.CLAUSE,
    move: Move = Move.MEASURE,
    by_statement: bool = False,
) -> Phrase:
    """A formula that stood beside ``beside``."""
    return Phrase(
        text, kind, Nature.FORMULA, move=move, position=position, beside=beside, acts=acts, licence=licence, units=units, status=status, layer=layer,
        by_statement=by_statement,
    )  # fmt: skip
