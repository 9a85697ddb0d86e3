"""补字: the table of forms by which a clerk's note is made whole. The head of ``phrasebank/补字.yaml`` explains its keys."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.chinese.counted import NOTHING_COUNTED, Counted
from generator.chinese.forms import LEARNED, Element, Form, Rule, Use, Where, element_names, form
from generator.chinese.fronted import NOTHING_FRONTED, Fronted
from generator.chinese.meanings import Kind
from generator.chinese.notes import Completions
from generator.chinese.singles import NO_SINGLES, Singles
from generator.declared import Given, Key, Many, Record, Text, whole
from generator.problems import Faults, Problem, Source, did_you_mean
from generator.yamlfile import Scalar, parse

ARROW = " → "
SUPPLIED = "补字"
"""The class that lists every word which may be supplied."""

_YES = "是"
_CLASS = Record((Key("名", Text(), required=True, doc="式里〈〉中的名字"), Key("词", Text(), required=True, doc="用空格隔开")))
_RULE = Record(
    (
        Key("编号", Text(), required=True, doc="--why 里说的名字"),
        Key("式", Text(), required=True, doc="原来的样子 → 补好的样子"),
        Key("用于", Many(Text(choices=tuple(Use))), doc="不写就是都用"),
        Key("不含", Text(), doc="句子里有这些词就不补，用空格隔开"),
        Key("处", Text(choices=tuple(Where)), doc="句首：只补一句的头一个分句；独句：一句只有它；有下文：后面的分句接着说做了什么；不写就是哪里都补"),
        Key("只提议", Text(choices=(_YES,)), doc="没有把握的，只提示，不补"),
        Key("例", Many(Text()), required=True, doc="要补的，补的字放在[]里；挪动的写成 原 → 成"),
        Key("反例", Many(Text()), doc="像而不补的"),
    )
)
_SHAPE = Record((Key("词类", Many(_CLASS), required=True, doc="一列词"), Key("规则", Many(_RULE), required=True, doc="一列规则")))


def load_completions(
    source: Source, counted: Counted = NOTHING_COUNTED, fronted: Fronted = NOTHING_FRONTED, singles: Singles = NO_SINGLES
) -> Completions:
    """The table in ``source``, with what is ``counted`` and ``fronted`` and the ``singles``. Raises ``Faults`` with every fault: misfits of shape, a
    form that does not read, an unknown class, a word of the note dropped, doubled or moved that may not be, a word supplied that is not on the list
    of those that may."""
    given: Given = whole(parse(source), _SHAPE)
    problems: list[Problem] = []
    classes = {row.get("名").text: tuple(row.get("词").text.split()) for row in given.get("词类")}
    problems += _missing_classes(given, classes)
    problems += _unlisted(given, classes, counted.verbs | fronted.words)
    rules = [_rule(row, classes, problems) for row in given.get("规则")]
    problems += _doubled(given.get("规则"))
    if problems:
        raise Faults(problems)
    return Completions(tuple(r for r in rules if r), classes, source.name, counted, fronted, singles)


def _rule(row: Given, classes: dict[str, tuple[str, ...]], problems: list[Problem]) -> Rule | None:
    forms = _forms(row.get("式"), problems)
    if forms is None:
        return None
    uses = frozenset(Use(item.text) for item in row.get("用于") or ()) or frozenset(Use)
    barred = tuple(row.get("不含").text.split()) if "不含" in row else ()
    where = Where(row.get("处").text) if "处" in row else None
    rule = Rule(row.get("编号").text, *forms, uses, barred, where, "只提议" in row, row.place.line)
    problems += _form_problems(row.get("式"), rule, classes)
    return rule


def _forms(written: Scalar, problems: list[Problem]) -> tuple[Form, Form] | None:
    """The two forms of a rule; None, with a problem, where they cannot be read."""
    try:
        before, after = map(form, written.text.split(ARROW))
    except ValueError:
        problems.append(Problem(written.place, "form", f"看不懂这个式：{written.text}", "写成“〈物〉列为〈文〉 → [将]〈物〉列为〈文〉”"))
        return None
    return before, after


def _form_problems(written: Scalar, rule: Rule, classes: dict[str, tuple[str, ...]]) -> Iterator[Problem]:
    """What is wrong with the two forms of ``rule``; one that turns a note round may move a verb as well."""
    known = element_names(classes)
    for element in rule.before:
        if element.is_class and element.text not in known:
            yield Problem(written.place, "unknown-class", f"没有“{element.text}”这个词类", did_you_mean(element.text, known, "在“词类”里写上"))
    kept = tuple(e for e in rule.after if not e.supplied)
    moved = not rule.turning and _fixed(kept) != _fixed(rule.before)
    if any(e.supplied for e in rule.before) or Counter(kept) != Counter(rule.before) or moved:
        yield Problem(written.place, "form-changes", "补好的样子改动了原来的话", "原来的每一项照原次序各写一次；只有数量可以挪动")
    for element in rule.after:
        if element.supplied and element.text not in (LEARNED, *classes.get(SUPPLIED, ())):
            yield Problem(written.place, "not-supplied", f"“{element.text}”不在可以补的字里", f"在词类“{SUPPLIED}”里写上")


def _fixed(elements: Form) -> list[Element]:
    """What keeps its place: all but a number and its measure, which go before their noun."""
    return [e for e in elements if not (e.is_class and e.text.endswith(("数", "量")))]


def _missing_classes(given: Given, classes: dict[str, tuple[str, ...]]) -> Iterator[Problem]:
    for name in (*Kind, SUPPLIED):
        if name not in classes:
            yield Problem(given.place, "missing-class", f"缺少词类“{name}”", "在“词类”里写上")


def _unlisted(given: Given, classes: dict[str, tuple[str, ...]], learned: frozenset[str]) -> Iterator[Problem]:
    for verb in sorted(learned - {*classes.get(SUPPLIED, ())}):
        yield Problem(given.place, "not-supplied", f"学来的“{verb}”不在可以补的字里", f"在词类“{SUPPLIED}”里写上")


def _doubled(rows: list[Given]) -> Iterator[Problem]:
    seen: set[str] = set()
    for row in rows:
        name: Scalar = row.get("编号")
        if name.text in seen:
            yield Problem(name.place, "duplicate", f"编号“{name.text}”重复", "换一个编号")
        seen.add(name.text)


def examples(source: Source) -> Iterator[tuple[str, str, str]]:
    """The examples of the table in ``source`` as (rule's id, note, whole sentence); where it must be left alone the two are the same."""
    given: Given = whole(parse(source), _SHAPE)
    for row in given.get("规则"):
        for item in row.get("例"):
            note, arrow, told = item.text.partition(ARROW)
            yield row.get("编号").text, note if arrow else _without_supplied(note), (told if arrow else note).replace("[", "").replace("]", "")
        for item in row.get("反例") or ():
            yield row.get("编号").text, item.text, item.text


def _without_supplied(text: str) -> str:
    return "".join(e.text for e in form(text) if not e.supplied)
