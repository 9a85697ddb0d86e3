"""``nigao bank mine`` and its kin, run as a clerk runs them."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result

from generator import cache
from generator.bank.files import load_phrases
from generator.bank.phrase import Layer
from generator.cli import mine, office
from generator.cli.evidence import EVIDENCE
from generator.cli.main import nigao
from generator.files import read_text
from generator.mining import distil, store
from generator.problems import Faults

REPORTS = {
    "甲": "一、主要做法\n（一）建强站网，筑牢根基。坚持以观测质量为先，逐片看护南坡样带，推动站网提质增效。召开论证会3次，其中专家论证5次。\n",
    "乙": "一、主要做法\n（一）抓好值守，严守纪律。认真履行“一岗双责”，逐片看护北湖样带，推动站网提质增效。\n"
    "二、下一步打算\n持续办好观测培训，确保人人过关。\n",
    "丙": "一、工作情况\n（一）抓好值守，严守纪律。压实值守责任，召开论证会2次。\n",
}


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _write(folder: Path, names: str = "甲乙丙") -> list[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{name}.txt" for name in names]
    for path in paths:
        path.write_text(REPORTS[path.stem], encoding="utf-8")
    return paths


def _run(*arguments: object) -> Result:
    return CliRunner().invoke(nigao, ["bank", *map(str, arguments)], catch_exceptions=False)


def _state(folder: Path) -> dict[str, object]:
    """Every file of a bank by its bytes; of the evidence what is kept of each report, whatever the order it came in."""
    files: dict[str, object] = {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}
    return {name: _evidence(folder) if name == EVIDENCE else data for name, data in files.items()}


def _evidence(folder: Path) -> dict[str, object]:
    with closing(sqlite3.connect(folder / EVIDENCE)) as database:
        reports = database.execute("SELECT number, key, name, unit, rules, words, shingles, counts FROM report").fetchall()
        rows = "SELECT kind, text, in_lead, row FROM sighting WHERE report = ? ORDER BY rowid"
        return {key: (kept, database.execute(rows, (number,)).fetchall()) for number, key, *kept in reports}


def test_in_one_go_one_by_one_or_in_halves(tmp_path: Path) -> None:
    _write(tmp_path / "往年")
    assert _run("mine", "往年", "-o", "一次").exit_code == 0
    for path in reversed(_write(tmp_path / "别处" / "更深")):
        _run("mine", path, "-o", "逐份")
    first, second, third = _write(tmp_path / "半")
    _run("mine", third, first, "-o", "两半")
    _run("mine", second, "-o", "两半")
    once = _state(tmp_path / "一次")
    assert once == _state(tmp_path / "逐份") == _state(tmp_path / "两半")
    assert len(_evidence(tmp_path / "一次")) == 3


def test_mined_again_with_nothing_changed_it_does_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "缓存"))
    first, second, third = _write(tmp_path / "往年")
    _run("mine", third, "-o", "库")
    mined = _run("mine", first, second, "-o", "库")
    before, worked = _state(tmp_path / "库"), []
    whole = distil.distilled
    monkeypatch.setattr(distil, "distilled", lambda *given, **more: worked.append(given) or whole(*given, **more))
    again = _run("mine", first, second, "-o", "库")
    assert (again.stdout, again.stderr, _state(tmp_path / "库"), worked) == (mined.stdout, mined.stderr, before, [])
    changes: list[Callable[[], object]] = [
        lambda: second.write_text(REPORTS["乙"] + "压实值守责任。\n", encoding="utf-8"),
        lambda: (tmp_path / "库" / "我的.yaml").write_text("- 守好云岭山水\n", encoding="utf-8"),
        lambda: (tmp_path / "库" / "审阅.yaml").write_text("- {说法: 确保人人过关, 决定: 不收}\n", encoding="utf-8"),
        lambda: next((tmp_path / "库").glob("分句*.yaml")).unlink(),
        lambda: shutil.rmtree(tmp_path / "缓存"),
    ]
    for number, change in enumerate(changes, 1):
        change()
        for _ in range(2):
            _run("mine", first, second, "-o", "库")
            assert len(worked) == number
    _run("mine", first, second, "-o", "库", "--only")
    assert len(worked) == len(changes) + 1


def test_a_new_report_is_the_only_one_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second, _ = _write(tmp_path / "往年")
    _run("mine", first, "-o", "库")
    read, whole = [], store.gathered
    monkeypatch.setattr(store, "gathered", lambda report: read.append(report.name) or whole(report))
    said = _run("mine", first, second, "-o", "库")
    assert read == ["乙"]
    said = _run("mine", second, "-o", "库")
    assert "从前挖过的 1 份这次没有给，照样算数" in said.output


def test_forgotten_reports_leave_no_trace(tmp_path: Path) -> None:
    first, second, third = _write(tmp_path / "往年")
    _run("mine", first, second, "-o", "两份")
    _run("mine", "往年", "-o", "库")
    assert "忘掉 1 份报告，还有 2 份" in _run("forget", third, "-o", "库").output
    assert _state(tmp_path / "库") == _state(tmp_path / "两份")
    third.unlink()
    _run("mine", first, second, "-o", "库", "--only")
    assert _state(tmp_path / "库") == _state(tmp_path / "两份")
    _run("forget", "甲", "乙", "-o", "库")
    assert _state(tmp_path / "库") == {}


def test_only_what_is_given_now(tmp_path: Path) -> None:
    first, second, third = _write(tmp_path / "往年")
    _run("mine", first, "-o", "一份")
    _run("mine", first, second, third, "-o", "库")
    _run("mine", first, "-o", "库", "--only")
    assert _state(tmp_path / "库") == _state(tmp_path / "一份")


def test_a_changed_report_is_told(tmp_path: Path) -> None:
    first, _, _ = _write(tmp_path / "往年")
    _run("mine", first, "-o", "库")
    first.write_text(REPORTS["甲"] + "补记一笔。\n", encoding="utf-8")
    assert "甲 与这次给的同名不同文" in _run("mine", first, "-o", "库").output


def test_unknown_names_and_old_rules_change_nothing(tmp_path: Path) -> None:
    first, second, _ = _write(tmp_path / "往年")
    _run("mine", "往年", "-o", "库")
    with pytest.raises(Faults) as caught:
        _run("forget", "丁", "-o", "库")
    assert [p.code for p in caught.value.problems] == ["unknown-report"]
    _change(tmp_path / "库", "UPDATE report SET rules = '旧规则'")
    before = _state(tmp_path / "库")
    with pytest.raises(Faults) as caught:
        _run("mine", first, second, "-o", "库")
    assert [p.code for p in caught.value.problems] == ["old-rules"]
    assert _state(tmp_path / "库") == before
    assert _run("mine", "往年", "-o", "库").exit_code == 0


def _change(folder: Path, statement: str) -> None:
    with closing(sqlite3.connect(folder / EVIDENCE)) as database:
        database.execute(statement)
        database.commit()


def test_evidence_of_an_earlier_version_wants_its_reports_again(tmp_path: Path) -> None:
    first, second, _ = _write(tmp_path / "往年")
    old = tmp_path / "库" / ".凭据"
    old.mkdir(parents=True)
    for path in (first, second):
        (old / f"{store.file_key(path.stem, path.read_bytes())}.json").write_text(json.dumps({"报告": path.stem}), encoding="utf-8")
    with pytest.raises(Faults) as caught:
        _run("mine", first, "-o", "库")
    assert [(p.code, "有 1 份报告是用旧规则挖的：乙" in p.message) for p in caught.value.problems] == [("old-rules", True)]
    assert len(list(old.iterdir())) == 2
    _run("mine", first, second, "-o", "库")
    _run("mine", first, second, "-o", "新库")
    assert _state(tmp_path / "库") == _state(tmp_path / "新库")


@pytest.mark.parametrize(("damage", "code"), [(b"not a database" * 99, "not-evidence"), ("PRAGMA user_version = 99", "other-evidence")])
def test_evidence_that_cannot_be_used_is_left_as_it_is(tmp_path: Path, damage: bytes | str, code: str) -> None:
    first, second, _ = _write(tmp_path / "往年")
    _run("mine", first, "-o", "库")
    if isinstance(damage, bytes):
        (tmp_path / "库" / EVIDENCE).write_bytes(damage)
    else:
        _change(tmp_path / "库", damage)
    before = (tmp_path / "库" / EVIDENCE).read_bytes()
    for command in (("mine", second, "-o", "库"), ("forget", "甲", "-o", "库"), ("pairs", "库")):
        with pytest.raises(Faults) as caught:
            _run(*command)
        assert [p.code for p in caught.value.problems] == [code]
    assert (tmp_path / "库" / EVIDENCE).read_bytes() == before


def test_what_a_broken_off_run_gathered_is_taken_over_or_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second, third = _write(tmp_path / "往年")
    _run("mine", first, "-o", "库")
    _run("mine", first, third, "-o", "两份")
    whole = store.keep

    def broken_off(database: sqlite3.Connection, key: str, part: store.Stored) -> None:
        if part.found.name == "乙":
            raise MemoryError
        whole(database, key, part)

    monkeypatch.setattr(mine, "_SAVED_EVERY", 0.0)
    monkeypatch.setattr(store, "keep", broken_off)
    with pytest.raises(MemoryError):
        _run("mine", second, third, "-o", "库")
    assert len(_evidence(tmp_path / "库")) == 2
    shutil.copytree("库", "又库")
    _run("mine", third, "-o", "库")
    assert _state(tmp_path / "库") == _state(tmp_path / "两份")
    _run("mine", first, "-o", "又库")
    assert [name for (name, *_), _ in _evidence(tmp_path / "又库").values()] == ["甲"]


def test_coverage_in_tables_and_json(tmp_path: Path) -> None:
    first, second, _ = _write(tmp_path / "往年")
    _run("mine", first, "-o", "库")
    shown = _run("coverage", second, "--bank", "库").output
    assert "认得的字" in shown
    assert "缺的用语" in shown
    data = json.loads(_run("coverage", second, "--bank", "库", "--format", "json", "--top", 3).output)
    assert data["合计"]["原样"] >= 1
    assert data["合计"]["认得的字"] <= data["合计"]["字数"]
    assert 0 < len(data["缺"]) <= 3


def test_pairs_and_bundles_from_reports_or_their_evidence(tmp_path: Path) -> None:
    _write(tmp_path / "往年")
    _run("mine", "往年", "-o", "库")
    found = json.loads(_run("pairs", "库", "--of", "召开", "--format", "json").output)
    assert [(p["verb"], p["object"], p["count"]) for p in found] == [("召开", "论证会", 2)]
    assert found == json.loads(_run("pairs", "往年", "--of", "召开", "--format", "json").output)
    assert _run("bundles", "库", "--of", "没有的词").output == "没有找到\n"


# --- other kinds of file ------------------------------------------------------------------------------------------------------------------

_OFFICE = shutil.which("soffice")


@pytest.mark.skipif(_OFFICE is None, reason="LibreOffice is not installed")
def test_old_word_wps_and_pdf_are_converted(tmp_path: Path) -> None:
    folder = tmp_path / "往年"
    for text, form in zip(_write(tmp_path / "文", "乙丙"), ("doc", "pdf"), strict=True):
        command = [str(_OFFICE), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--infilter=Text (encoded):UTF8"]
        subprocess.run([*command, "--convert-to", form, "--outdir", folder, text], capture_output=True, check=True)
    (folder / "乙.doc").rename(folder / "乙.WPS")  # WPS writes the very format of old Word
    _run("mine", folder, "-o", "库")
    _run("mine", tmp_path / "文", "-o", "原库")
    assert _texts(tmp_path / "库" / "分句.yaml") == _texts(tmp_path / "原库" / "分句.yaml") != []


def _texts(path: Path) -> list[str]:
    return [p.text for p in load_phrases(read_text(path), Layer.MINED)]


def test_without_libreoffice_the_message_says_how(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "旧.wps").write_bytes(b"\xd0\xcf\x11\xe0")
    (tmp_path / "新.pdf").write_bytes(b"%PDF-1.4")
    monkeypatch.setattr(office.shutil, "which", lambda _: None)
    with pytest.raises(Faults) as caught:
        _run("mine", ".", "-o", "库")
    assert [(p.code, Path(p.place.path).name) for p in caught.value.problems] == [("no-libreoffice", "新.pdf"), ("no-libreoffice", "旧.wps")]
    assert all("LibreOffice" in p.hint for p in caught.value.problems)
    assert not (tmp_path / "库").exists()


def _bad(folder: Path) -> None:
    """Files that cannot be read among those that can: one by its bytes, one that cannot be opened."""
    (folder / "坏.docx").write_bytes(b"%PDF-1.7")
    (folder / "断.docx").symlink_to(folder / "没有.docx")


@pytest.mark.parametrize(
    "command", [("mine", "往年", "-o", "库"), ("coverage", "往年"), ("pairs", "往年"), ("bundles", "往年"), ("topics", "--from", "往年")]
)
def test_one_bad_file_stops_no_folder(tmp_path: Path, command: tuple[str, ...]) -> None:
    _write(tmp_path / "往年")
    good = _run(*command)
    assert good.exit_code == 0
    _bad(tmp_path / "往年")
    shutil.rmtree(tmp_path / "库", ignore_errors=True)
    done = _run(*command)
    assert done.exit_code == 1
    assert done.stdout == good.stdout
    assert "往年/坏.docx: 错误：这是 PDF 文件" in done.stderr
    assert "往年/断.docx: 错误：没有这个文件" in done.stderr
    assert "有 2 份没有读，其余的照办了。" in done.stderr


def test_where_nothing_can_be_read_nothing_is_done(tmp_path: Path) -> None:
    (tmp_path / "往年").mkdir()
    _bad(tmp_path / "往年")
    for command in (("mine", "往年", "-o", "库"), ("coverage", "往年"), ("pairs", "往年"), ("topics", "--from", "往年")):
        with pytest.raises(Faults) as caught:
            _run(*command)
        assert len(caught.value.problems) == 2
    assert not list((tmp_path / "库").glob("*.yaml"))


def test_word_files_by_any_suffix(tmp_path: Path) -> None:
    folder = tmp_path / "往年"
    folder.mkdir()
    for name, suffix in zip("甲乙丙", (".docm", ".dotx", ".doc"), strict=True):
        document = docx.Document()
        for line in REPORTS[name].split("\n"):
            document.add_paragraph(line)
        document.save(str(folder / f"{name}{suffix}"))
    _write(tmp_path / "文字")
    assert "读了 3 份报告" in _run("mine", "往年", "-o", "库").output
    assert _run("coverage", "往年").stdout == _run("coverage", "文字").stdout


def test_what_a_folder_holds_besides_is_told(tmp_path: Path) -> None:
    for name in ("甲.txt", "乙.md", "README.md"):
        (tmp_path / name).write_text("一、主要做法\n坚持问题导向，检查9次。\n", encoding="utf-8")
    done = CliRunner().invoke(nigao, ["bank", "mine", str(tmp_path), "-o", str(tmp_path / "用语库")])
    assert f"文件夹里这样的文件没有读：{tmp_path / '乙.md'}；" in done.stderr
    assert "读了 1 份报告" in done.output
