"""Load a facts file: from its text to ``Facts``, or to every fault that it holds."""

from __future__ import annotations

from collections.abc import Collection

from msgspec.structs import replace

from generator.chinese.lookalikes import folded
from generator.declared import KEYS_THERE_ARE, Given, read
from generator.facts.build import Builder
from generator.facts.habits import examine
from generator.facts.keys import FACTS, homes
from generator.facts.marks import mark_hints
from generator.facts.mend import Mended, clean
from generator.facts.model import Facts
from generator.facts.recover import compose_all
from generator.foreign_forms import foreign_forms
from generator.limits import FACTS_CHARACTERS
from generator.problems import UNKNOWN_KEY, Faults, Place, Problem, Source


def load_facts(source: Source, kinds: Collection[str] | None = None) -> Facts:
    """What the facts file ``source`` says. ``kinds`` are the known 文种; None accepts any.

    Raises ``Faults`` with every fault of the file at once: slips of an input method, then YAML's own faults, then what the keys do not allow.
    """
    facts, found = examined(source, kinds)
    if found or facts is None:
        raise Faults(found)
    return replace(facts, hints=(*foreign_forms(clean(source)), *mark_hints(clean(source))))


def examined(source: Source, kinds: Collection[str] | None = None) -> tuple[Facts | None, list[Problem]]:
    """What can be read of the facts file ``source``, and every fault of it. Raises ``Faults`` where it is too big to be one."""
    source = clean(source)
    if len(source.text) > FACTS_CHARACTERS:
        message = f"这张事实表有 {len(source.text)} 个字符，太大了"
        raise Faults([Problem(Place(source.name), "too-big", message, f"最多 {FACTS_CHARACTERS} 个；分成几份报告来写")])
    source = Source(source.name, folded(source.text))
    habits, edits = examine(source)
    mended = Mended(source, edits)
    recovered = compose_all(mended.source)
    levelled = Mended(mended.source, recovered.edits)
    problems = list(recovered.problems)
    given = read(recovered.node, FACTS, problems)
    builder = Builder(source.name, kinds)
    facts = builder.facts(given) if isinstance(given, Given) else None
    problems += builder.problems
    return facts, [*habits, *(_with_home(mended.at_home(levelled.at_home(p))) for p in problems if not recovered.removed.explains(p))]


def _with_home(problem: Problem) -> Problem:
    """An unknown key that is known elsewhere: say where. One that is near nothing may be a sentence with a colon in it."""
    if problem.code != UNKNOWN_KEY:
        return problem
    (name,) = problem.keys
    if name in FACTS.names():
        return replace(problem, hint=f"“{name}”写在最外层，顶格")
    places = "、".join(f"“{place}”" for place in homes(name))
    if places:
        return replace(problem, hint=f"“{name}”写在{places}里")
    if problem.hint.startswith(KEYS_THERE_ARE):
        return replace(problem, hint=f"{problem.hint}；本是一句话的，改用全角冒号")
    return problem
