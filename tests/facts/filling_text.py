"""Filling a facts file from a list of answers, shared by the cases and the laws of filling."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.facts.fill import filled
from generator.facts.reread import Refused
from generator.facts.steps import Asker
from generator.facts.wanted import Wanted
from generator.problems import Source

LISTS = frozenset({"做法", "问题", "打算"})
KINDS = {"年度总结": Wanted("年度总结", LISTS), "述职报告": Wanted("述职报告", LISTS, ("报告人",), True)}
ASKER = Asker(tuple(KINDS), KINDS.get)


def answered(text: str, answers: Iterable[str]) -> tuple[str, list[str]]:
    """``text`` with its gaps filled in their order (an empty answer leaves one open), and what was asked and refused."""
    told: list[str] = []
    passed: set[tuple[str, str, int]] = set()
    given = iter(answers)
    while step := ASKER.next(Source("f", text), passed):
        answer = next(given, None)
        if answer is None:
            break
        done = filled(step.source, step.now, step.gap, answer, ASKER.read) if answer else Refused("")
        told.append(
            f"{step.gap.path} {step.gap.sentence[0]}＿{step.gap.sentence[1]}" + (f"｜{done.why}" if isinstance(done, Refused) and answer else "")
        )
        if isinstance(done, Refused):
            passed.add(step.id)
        else:
            text = done
    return text, told


def cases(path: Path) -> list[tuple[str, str, list[str], str]]:
    """Title, file, answers and what comes of it: ``## title``, then three fenced blocks."""
    found = []
    for block in path.read_text(encoding="utf-8").split("\n## ")[1:]:
        title, _, rest = block.partition("\n")
        given, answers, expected = (part.partition("\n")[2] for part in rest.split("```")[1:6:2])
        found.append((title, given, answers.splitlines(), expected))
    return found


def outcome(given: str, answers: list[str]) -> str:
    text, told = answered(given, answers)
    return "".join(f"? {line}\n" for line in told) + text


def rewrite(path: Path) -> None:
    """Write what filling gives now into the cases of ``path``."""
    head = path.read_text(encoding="utf-8").split("\n## ")[0]
    fence = "```"
    blocks = [
        f"\n## {title}\n\n{fence}yaml\n{given}{fence}\n\n{fence}\n"
        + "".join(f"{a}\n" for a in answers)
        + f"{fence}\n\n{fence}\n{outcome(given, answers)}{fence}\n"
        for title, given, answers, _ in cases(path)
    ]
    path.write_text(head + "".join(blocks), encoding="utf-8")


if __name__ == "__main__":
    rewrite(Path(__file__).parent / "filling.md")
