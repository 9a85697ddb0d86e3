"""Passages from their text: read by Jinja's parser, held against what they may say, and turned into the tree that ``passage`` runs.

With ``vetting``, which says what they may say, the only module that imports jinja2.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes

from generator.limits import PASSAGE_CHARACTERS
from generator.problems import Place, Problem, Source
from generator.template.passage import Passage, Tree
from generator.template.syntax import told
from generator.template.vetting import faults, pools

_ENVIRONMENT = Environment(trim_blocks=True, lstrip_blocks=True, autoescape=False)


def compile_passage(name: str, source: Source, problems: list[Problem]) -> Passage | None:
    """The passage in ``source``, or None with every fault appended: syntax, and what a passage may not say."""
    if len(source.text) > PASSAGE_CHARACTERS:
        problems.append(Problem(Place(source.name), "too-big", f"这个段落太长，超过了 {PASSAGE_CHARACTERS} 个字符", "拆成几个段落"))
        return None
    try:
        tree = _ENVIRONMENT.parse(source.text)
        found = list(faults(source, tree))
        if found:
            problems.extend(found)
            return None
        return Passage(name, source.name, pools(source, tree), tuple(_Statements().of(tree.body)))
    except TemplateSyntaxError as error:
        problems.append(Problem(Place(source.name, error.lineno), "template-syntax", *told(error.message or "")))
    except (RecursionError, MemoryError):
        problems.append(Problem(Place(source.name), "template-depth", "括号或标签套得太深", "拆成几个段落，或少套几层"))
    return None


class _Statements:
    """Turns statements into trees. Literal text has the line of the tag or value before it, which is where its line of the file begins."""

    def __init__(self) -> None:
        self.line = 1

    def of(self, body: Sequence[nodes.Node]) -> Iterator[Tree]:
        for node in body:
            match node:
                case nodes.Output():
                    yield from self._put(node)
                case nodes.If():
                    branches = tuple(self._branch(n) for n in (node, *node.elif_))
                    yield "if", node.lineno, branches, tuple(self.of(node.else_))
                case nodes.For():
                    self.line = node.lineno
                    test = _tree(node.test) if node.test is not None else None
                    each = tuple(self.of(node.body))
                    yield "for", node.lineno, _tree(node.target), _tree(node.iter), test, each, tuple(self.of(node.else_))
                case nodes.Assign():
                    self.line = node.lineno
                    yield "set", node.lineno, _tree(node.target), _tree(node.node)
                case _:
                    raise TypeError(node)

    def _branch(self, node: nodes.If) -> tuple[int, Tree, Tree]:
        self.line = node.lineno
        return node.lineno, _tree(node.test), tuple(self.of(node.body))

    def _put(self, output: nodes.Output) -> Iterator[Tree]:
        """Every value printed; literal texts side by side as one."""
        for literal, group in groupby(output.nodes, key=lambda n: isinstance(n, (nodes.TemplateData, nodes.Const))):
            if literal:
                yield "put", self.line, ("text", "".join(_literal(n) for n in group))
                continue
            for node in group:
                self.line = node.lineno
                yield "put", node.lineno, _tree(node)


def _literal(node: nodes.Node) -> str:
    return node.data if isinstance(node, nodes.TemplateData) else str(getattr(node, "value", ""))


def _tree(node: nodes.Node) -> Tree:
    """A value, or what is set, as a tree."""
    match node:
        case nodes.Const():
            return "text", node.value
        case nodes.Name():
            return "name", node.name
        case nodes.Getattr():
            return "part", _tree(node.node), node.attr
        case nodes.Call():
            return "call", getattr(node.node, "name", ""), _texts(node.args)
        case nodes.Filter() if node.node is not None:
            return "filter", node.name, _tree(node.node), _texts(node.args)
        case nodes.List() | nodes.Tuple():
            return "list", tuple(map(_tree, node.items))
        case nodes.And():
            return "and", _tree(node.left), _tree(node.right)
        case nodes.Or():
            return "or", _tree(node.left), _tree(node.right)
        case nodes.Not():
            return "not", _tree(node.node)
        case nodes.CondExpr():
            return "whether", _tree(node.test), _tree(node.expr1), _tree(node.expr2) if node.expr2 is not None else ("name", "")
    raise TypeError(node)


def _texts(arguments: Sequence[nodes.Expr]) -> tuple[Any, ...]:
    return tuple(a.value for a in arguments if isinstance(a, nodes.Const))
