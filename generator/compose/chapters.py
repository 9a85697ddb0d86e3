"""A chapter: a block or plan under its heading, and what stands where the clerk gave nothing."""

from __future__ import annotations

from collections.abc import Sequence

from generator.chinese.numerals import section_number
from generator.compose.bodies import heads
from generator.compose.heads import Head
from generator.facts.model import Intention, Practice, Shortcoming
from generator.fit.gist import Reader
from generator.report import Blank, Block, Inlines, Move, Origin, OriginKind, Paragraph, Section, Text, broken
from generator.template.model import Division, Feeding


def head_of(block: Practice | Intention, where: str, points: Sequence[tuple[str, str]], reader: Reader) -> Head:
    """What a heading for ``block`` is chosen by; ``points`` are the head of each thing it would stand over, and all that is said there."""
    free = bool(block.topic) and block.topic not in reader.topics.members
    beside, whole = (reader.gists(texts) for texts in (zip(*points, strict=True) if points else ((), ())))
    said, topic = heads(reader, block.topic, block.text), heads(reader, block.topic)
    return Head(where, block.text, beside, whole, said, topic, block.heading, name_of(block), free)


def chapter(n: int, block: Practice | Intention, title: Inlines, part: Section, feeding: Feeding, blocks: tuple[Block, ...]) -> Section:
    """The ``n``-th chapter of ``part``; a blank stands for the heading that there is none for."""
    heading = title or (missing(block.path, "小标题", block.line),)
    run_in = feeding.division is Division.RUN_IN_HEADED
    return Section(2, section_number(2, n), heading, part.roles, blocks, run_in=run_in, topic=block.topic)


def name_of(block: Practice | Shortcoming | Intention) -> Inlines:
    """What its topic is called, in the clerk's words."""
    return (Text(block.topic, Origin(OriginKind.FACT, f"{block.path}.主题", block.line)),) if block.topic else ()


def missing(path: str, key: str, line: int) -> Blank:
    """The mark of something that the clerk has not given."""
    return Blank("", Origin(OriginKind.BLANK, f"{path}.{key}", line))


def paragraphs(inlines: Inlines, move: Move) -> tuple[Paragraph, ...]:
    """``inlines`` in as many paragraphs as they have lines."""
    return tuple(Paragraph(line, move) for line in broken(inlines))
