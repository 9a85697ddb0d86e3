"""``nigao bank mine`` and ``nigao bank forget``: evidence beside the bank, and the bank distilled from it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from generator.bank.files import store_phrases
from generator.bank.ledger import load_ledger
from generator.bank.words import WORDS, dump_words
from generator.cli import again, reports, shelf
from generator.cli.chinese import Command
from generator.cli.fileset import ready, settle
from generator.cli.locks import locked
from generator.cli.progress import bar, doing
from generator.cli.renew import renew
from generator.cli.reports import Given
from generator.files import read_text, resource_dir
from generator.mining import store
from generator.mining.store import Stored
from generator.problems import Faults, Place, Problem, nearest

EVIDENCE = ".凭据"
_OUTPUT = click.option("-o", "--output", required=True, type=click.Path(path_type=Path), metavar="文件夹", help="用语写到哪个文件夹")
_LEDGER = click.option(
    "--ledger", type=click.Path(path_type=Path, dir_okay=False), metavar="文件",
    help="审过的决定；默认用自带的，上面叠“用语库”和目标文件夹里的 审阅.yaml",
)  # fmt: skip
_FORCE = click.option("--force", is_flag=True, help="目标文件夹里的同名文件不是本命令写的，也覆盖")


@click.command(
    cls=Command,
    help="从过去的报告里挖用语，写成一组 YAML 供人审阅。语料是 .txt、.docx（装了 LibreOffice 还可以是 .doc、.wps、.pdf）文件，或装着它们的文件夹。"
    "每份报告的凭据留在目标文件夹的 .凭据 里：以后只给新报告，旧的仍然算数，结果与一次全挖一字不差。自带的用语库不留凭据，每次从头挖。",
)
@click.argument("corpus", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="语料…")
@_OUTPUT
@click.option("--only", is_flag=True, help="只留这次给的报告：从前挖过、这次没有给的，一概去掉")
@_LEDGER
@_FORCE
def mine(corpus: tuple[Path, ...], output: Path, only: bool, ledger: Path | None, force: bool) -> None:
    with reports.tolerant() as unread:
        _mine(corpus, output, only, ledger, force, unread)


def _mine(corpus: Sequence[Path], output: Path, only: bool, ledger: Path | None, force: bool, unread: list[Problem]) -> None:
    files = {store.file_key(given.name, given.data): given for given in reports.given(corpus, unread)}
    with locked(output):
        settle(output)
        said, told = _said_before(files, output, only, ledger, force) or _mined(files, output, only, ledger, force, unread)
    click.echo(said)
    if told:
        click.echo(told, err=True)


def _said_before(files: Mapping[str, Given], output: Path, only: bool, ledger: Path | None, force: bool) -> tuple[str, str] | None:
    return again.said_before(output, _stamp(files, output, only, ledger, force))


def _mined(files: Mapping[str, Given], output: Path, only: bool, ledger: Path | None, force: bool, unread: list[Problem]) -> tuple[str, str]:
    """Mines ``files`` into ``output``; what is to be said of it, and on stderr."""
    before = stored(output)
    fresh = [key for key in files if key not in before or not before[key].current]
    read = reports.each([files[key] for key in fresh], "读报告", lambda g: store.gathered(g.report()), unread)
    gathered = {store.file_key(given.name, given.data): part for given, part in read}
    mined = {key: part for key in files if (part := gathered.get(key) or (before.get(key) if key not in fresh else None))}
    reports.require(mined, unread)
    others = {} if only else {key: part for key, part in before.items() if key not in files}
    count = _distilled(output, before, mined | others, ledger, force)
    said = f"读了 {len(mined)} 份报告，挖出 {count} 条用语，写在 {output}"
    told = _kept({given.name for given in files.values()}, [part.found.name for part in others.values()]) if others else ""
    if not unread:
        again.remember(output, _stamp(files, output, only, ledger, force), said, told)
    return said, told


def _stamp(files: Mapping[str, Given], output: Path, only: bool, ledger: Path | None, force: bool) -> str:
    """What a run rests on, the bank as it stands among it."""
    own = shelf.named_banks(())
    order = (str(output), only, force, sorted((key, given.name) for key, given in files.items()), list(map(str, own)))
    return again.stamp(order, (resource_dir("phrasebank"), *own, output), [ledger] if ledger else [])


def _kept(given: set[str], others: Sequence[str]) -> str:
    """What the bank holds of reports not given now; one that goes by the name of a given one may be its older version."""
    older = sorted(given & set(others))
    doubt = f"；其中 {'、'.join(older)} 与这次给的同名不同文，改过的话旧的也还算数" if older else ""
    return f"从前挖过的 {len(others)} 份这次没有给，照样算数{doubt}（不要了用 nigao bank forget，或加 --only）"


@click.command(cls=Command, help="忘掉挖过的报告：撤掉它的凭据，用语库里它的支持随之减去。报告写文件或报告名；文件已经删了，写报告名。")
@click.argument("names", nargs=-1, required=True, metavar="报告…")
@_OUTPUT
@_LEDGER
@_FORCE
def forget(names: tuple[str, ...], output: Path, ledger: Path | None, force: bool) -> None:
    with locked(output):
        settle(output)
        before = stored(output)
        gone = _named(names, before, output)
        count = _distilled(output, before, {key: part for key, part in before.items() if key not in gone}, ledger, force)
    click.echo(f"忘掉 {len(gone)} 份报告，还有 {len(before) - len(gone)} 份，{count} 条用语，写在 {output}")


def _named(names: Sequence[str], known: Mapping[str, Stored], output: Path) -> set[str]:
    """The keys of the evidence that ``names`` mean: of a file its bytes' own, else of every report of that name."""
    gone: set[str] = set()
    problems: list[Problem] = []
    for name in names:
        path = Path(name)
        exact = store.file_key(path.stem, path.read_bytes()) if path.is_file() else ""
        meant = {exact} & known.keys() or {key for key, part in known.items() if part.found.name in (name, path.stem)}
        gone |= meant
        if not meant:
            near = nearest(path.stem, {part.found.name for part in known.values()})
            hint = f"是不是“{near}”？" if near else "挖过的报告见用语的“出处”"
            problems.append(Problem(Place(name), "unknown-report", f"{output} 里没有这份报告的凭据", hint))
    if problems:
        raise Faults(problems)
    return gone


# --- the folder -------------------------------------------------------------------------------------------------------------------------


def stored(output: Path) -> dict[str, Stored]:
    """The evidence kept beside the bank in ``output``, by file key. Raises ``Faults`` with every file that cannot be read."""
    ready(output)
    problems: list[Problem] = []
    found: dict[str, Stored] = {}
    for path in sorted((output / EVIDENCE).glob("*.json")):
        try:
            found[path.stem] = store.loads(read_text(path))
        except Faults as faults:
            problems.extend(faults.problems)
    if problems:
        raise Faults(problems)
    return found


def _distilled(output: Path, before: Mapping[str, Stored], after: Mapping[str, Stored], ledger: Path | None, force: bool) -> int:
    """Writes the bank that ``after`` supports, then the evidence that changed; how many phrases there are."""
    from generator.mining.distil import distil, is_of_use, word_counts

    _check_rules(output, after)
    own = tuple({folder.resolve(): folder for folder in (*shelf.named_banks(()), output)}.values())
    decided = load_ledger(read_text(ledger)) if ledger else shelf.shipped_ledger() + shelf.ledger(own)
    with doing("炼用语"):
        known = store.union(after)
        phrases = distil(known, shelf.topics(own), shelf.formulations(), decided, shelf.tables(own), bar("炼用语"), _known_words(output))
    kept = [p for p in phrases if is_of_use(p)]
    evidence = None if _is_shipped(output) else _evidence(before, after)
    renew(output, store_phrases(kept, bar("写用语")) | ({WORDS: dump_words(word_counts(known))} if known else {}), evidence, force)
    return len(kept)


def _known_words(output: Path) -> dict[str, int]:
    """The words that the shipped archive knows; none where it is the shipped bank itself that is mined, whose words are those of its reports."""
    return {} if _is_shipped(output) else shelf.words()


def _check_rules(output: Path, parts: Mapping[str, Stored]) -> None:
    old = sorted(part.found.name for part in parts.values() if not part.current)
    if old:
        message = f"有 {len(old)} 份报告是用旧规则挖的：{'、'.join(old)}"
        raise Faults([Problem(Place(str(output / EVIDENCE)), "old-rules", message, "连同这些报告再挖一次；报告不在了，先用 nigao bank forget 忘掉")])


def _evidence(before: Mapping[str, Stored], after: Mapping[str, Stored]) -> dict[str, bytes | None]:
    """What changed of the evidence, by file name; None for what goes."""
    written = {key: store.dumps(part).encode() for key, part in after.items() if before.get(key) != part}
    return {f"{EVIDENCE}/{key}.json": data for key, data in {**dict.fromkeys(before.keys() - after.keys()), **written}.items()}


def _is_shipped(output: Path) -> bool:
    """The bank that comes with the tool holds YAML only."""
    return output.resolve() == (resource_dir("phrasebank") / "mined").resolve()
