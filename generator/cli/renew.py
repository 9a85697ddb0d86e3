"""A bank that the tool mined, written anew: what a person added to its files goes into a file of his own first, or nothing is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import click
from msgspec import Struct

from generator.bank.files import MINED_OPENING, load_phrases
from generator.bank.phrase import Layer
from generator.cli.append import appended
from generator.cli.fileset import replace_set
from generator.cli.locks import locked
from generator.cli.signed import Edits, Hand, dump_records, edits, hand, line_record, load_records, signed
from generator.files import decode, make_folder, read_bytes
from generator.problems import Faults, Place, Problem

OWN = "我的.yaml"
"""The file that a person's lines go into; ``nigao bank add`` writes there too."""
RECORD = ".清单.txt"
"""Which lines the tool wrote, file by file."""


_HEAD = f"{MINED_OPENING}从语料挖出，重挖时整个重写；添改的行会移到 {OWN}。\n"


class _Standing(Struct, frozen=True):
    """What stands in the folder before: the YAML files there that the tool wrote, with whose hand is in each, the bytes of those that someone
    changed, and what the tool wrote into them."""

    hands: Mapping[str, Hand]
    data: Mapping[str, bytes]
    records: Mapping[str, str]

    @classmethod
    def of(cls, folder: Path, names: Iterable[str]) -> _Standing:
        """Looks at the files called ``names`` and at those that the tool may have written before. What it never wrote under its name is a
        person's, a copy too."""
        path = folder / RECORD
        records = load_records(path.read_text("utf-8")) if path.is_file() else {}
        found = {p.relative_to(folder).as_posix() for pattern in ("*.yaml", "*/*.yaml") for p in folder.glob(pattern)}
        there = [name for name in sorted({*found, *records, *names}) if (folder / name).exists()]
        hands = {name: hand(name, MINED_OPENING, read_bytes(folder / name)) for name in there}
        known = {*records, *names}
        data = {name: read_bytes(folder / name) for name, whose in hands.items() if whose is Hand.BOTH}
        return cls({n: Hand.PERSON if h is Hand.BOTH and n not in known else h for n, h in hands.items()}, data, records)

    def edited(self) -> dict[str, Edits | None]:
        """What a person did to each file that both wrote; None where it cannot be told any more."""
        both = [name for name, whose in self.hands.items() if whose is Hand.BOTH]
        return {name: edits(self.records[name], self.data[name], name) if name in self.records else None for name in both}


@dataclass(frozen=True, slots=True, eq=False)
class _Made(Mapping[str, bytes]):
    """Files by their paths within the folder, each made when it is asked for: a bank need not fit into memory."""

    makers: Mapping[str, Callable[[], bytes]]

    def __getitem__(self, name: str) -> bytes:
        return self.makers[name]()

    def __iter__(self) -> Iterator[str]:
        return iter(self.makers)

    def __len__(self) -> int:
        return len(self.makers)


def renew(folder: Path, texts: Mapping[str, Callable[[], str]], keep: Callable[[], None] | None, force: bool, gone: Sequence[str] = ()) -> None:
    """Writes ``texts`` (path within ``folder`` → YAML) in place of what was written so before and of what is ``gone``, all at once.

    ``keep`` is called once nothing stands in the way, to keep the evidence: where a run is killed after that, the next one writes the bank that the
    evidence supports. A bank without evidence (None) keeps no record of its lines either.

    Lines that a person added to the tool's files move to ``OWN``. Raises ``Faults``, with nothing written, where they cannot be moved or a file of
    a person's is in the way, unless ``force`` lets it be replaced. Call it under the lock of ``folder``.
    """
    files = _Made({name: partial(_signed, name, text) for name, text in texts.items()})
    standing = _Standing.of(folder, files)
    changed = standing.edited()
    _refuse(folder, standing, files, changed, force)
    record = dump_records({name: line_record(data) for name, data in files.items()}).encode()
    beside = {RECORD: record} if files and keep is not None else {}
    ours = {name for name, whose in standing.hands.items() if whose is Hand.TOOL or name in changed}
    make_folder(folder)
    with locked(folder / OWN):
        moved = _moved(folder, {name: done for name, done in changed.items() if done is not None})
        new = _Made({**files.makers, **{name: partial(bytes, data) for name, data in (beside | moved).items()}})
        if keep is not None:
            keep()
        replace_set(folder, new, [*({*ours, RECORD} - new.keys()), *gone])
    _tell(folder, changed)


def _signed(name: str, text: Callable[[], str]) -> bytes:
    return signed(name, _HEAD, text())


def _refuse(folder: Path, standing: _Standing, files: Mapping[str, bytes], changed: Mapping[str, Edits | None], force: bool) -> None:
    """Raises ``Faults`` with every file that may not be replaced."""
    if force:
        return
    foreign = [name for name in files if standing.hands.get(name) is Hand.PERSON]
    unknown = [name for name, done in changed.items() if done is None and standing.data[name] != files.get(name)]
    problems = [_problem(folder / n, "would-overwrite", "这个文件已经有了，不是本命令写的", "换一个文件夹，或给它改名") for n in foreign]
    hint = "把添改的行移到自己的文件里，再加 --force 重写"
    problems += [_problem(folder / n, "edited", "这个文件写好后有人改过，看不出改了哪几行", hint) for n in unknown]
    if problems:
        raise Faults(problems)


def _moved(folder: Path, changed: Mapping[str, Edits]) -> dict[str, bytes]:
    """The person's own file with the lines added to others behind its own; none where nothing was added."""
    path = folder / OWN
    data = read_bytes(path) if path.exists() else b""
    before, problems = data, []
    for name, done in changed.items():
        if not done.added:
            continue
        try:
            longer = appended(str(path), data, "\n".join([f"# 原来写在 {name} 里", *(line for _, line in done.added)]))
            load_phrases(decode(str(path), longer).source, Layer.USER)
            data = appended(str(path), longer, "")  # a list still, to which more can be added
        except Faults:
            numbers = "、".join(str(number) for number, _ in done.added)
            message = f"第 {numbers} 行是后来添改的，不是整条的用语，移不进 {path}"
            problems.append(_problem(folder / name, "edited", message, "移到自己的文件里，或改回去，再挖", done.added[0][0]))
    if problems:
        raise Faults(problems)
    return {OWN: data} if data != before else {}


def _tell(folder: Path, changed: Mapping[str, Edits | None]) -> None:
    for name, done in changed.items():
        if done is not None and done.added:
            click.echo(f"{folder / name} 里添改的 {len(done.added)} 行移到了 {folder / OWN}", err=True)
        if done is not None and done.struck:
            click.echo(f"{folder / name} 里有 {done.struck} 行删去或改过，重挖又写了出来；不要的用 nigao bank review 记下“不收”", err=True)


def _problem(path: Path, code: str, message: str, hint: str, line: int = 0) -> Problem:
    return Problem(Place(str(path), line, 1 if line else 0), code, message, hint)
