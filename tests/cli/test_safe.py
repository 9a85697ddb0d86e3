"""Nothing of the user's is lost: what he added to the tool's files, what two runs write at once, what a killed run leaves half done."""

from __future__ import annotations

import os
import pickle
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.bank.files import load_phrases
from generator.bank.phrase import Layer
from generator.cli.fileset import STAGE, ready, replace_set, settle
from generator.cli.main import nigao
from generator.cli.renew import OWN
from generator.files import read_text, write_new
from generator.problems import Faults
from tests.conftest import ROOT

FIRST = "一、主要做法\n（一）建强站网，筑牢根基。坚持以观测质量为先，逐片看护南坡样带，推动站网提质增效。召开论证会3次，其中专家论证5次。\n"
SECOND = (
    "一、主要做法\n（一）抓好值守，严守纪律。认真履行“一岗双责”，逐片看护北湖样带，推动站网提质增效。\n"
    "二、下一步打算\n持续办好观测培训，确保人人过关。\n"
)


@pytest.fixture
def bank(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in (("甲", FIRST), ("乙", SECOND)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    assert mine("甲.txt").exit_code == 0
    return tmp_path / "库"


def mine(*reports: str) -> Result:
    return CliRunner().invoke(nigao, ["bank", "mine", *reports, "-o", "库"])


def state(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def wordings(path: Path) -> list[str]:
    return [p.text for p in load_phrases(read_text(path), Layer.USER)]


# --- what a person added ----------------------------------------------------------------------------------------------------------------------


def test_a_copy_under_another_name_stays(bank: Path) -> None:
    (bank / "我的分句.yaml").write_bytes((bank / "分句.yaml").read_bytes())
    before = (bank / "我的分句.yaml").read_bytes()
    assert mine("乙.txt").exit_code == 0
    assert (bank / "我的分句.yaml").read_bytes() == before


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030"])
def test_added_lines_move_to_a_file_of_their_own(bank: Path, codec: str) -> None:
    (bank / OWN).write_text("# 我的\n- 让群众满意", encoding="utf-8")
    path = bank / "分句.yaml"
    added = "# 科长说这句好\n- {说法: 把云岭讲堂办到田间, 类: 分句}\n- 说法: 守好青石河\n  类: 分句\n"
    head, row = path.read_text(encoding="utf-8").split("- ", 1)
    path.write_bytes(f"{head}{added}- {row}".replace("\n", "\r\n").encode(codec))
    said = mine("乙.txt")
    assert said.exit_code == 0, said.output
    assert "添改的 4 行移到了" in said.output
    assert wordings(bank / OWN) == ["让群众满意", "把云岭讲堂办到田间", "守好青石河"]
    assert "# 科长说这句好\n" in (bank / OWN).read_text(encoding="utf-8")
    assert "云岭讲堂" not in path.read_text(encoding="utf-8")
    once = state(bank)
    assert "添改" not in mine("甲.txt", "乙.txt").output
    assert state(bank) == once


def test_a_line_that_was_changed_is_kept_beside_the_one_mined_anew(bank: Path) -> None:
    path = bank / "分句.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("推动站网提质增效", "推动站网提质又增效"), encoding="utf-8")
    said = mine("乙.txt")
    assert "里有 1 行删去或改过" in said.output
    assert wordings(bank / OWN) == ["推动站网提质又增效"]
    assert "推动站网提质增效" in wordings(path)


@pytest.mark.parametrize("text", ["云岭\n", "- {说法: 守好, 类: 别的}\n"], ids=["no entry", "a fault in it"])
def test_what_cannot_be_moved_stops_it_all(bank: Path, text: str) -> None:
    with (bank / "分句.yaml").open("a", encoding="utf-8") as file:
        file.write(text)
    before = state(bank)
    said = mine("乙.txt")
    assert isinstance(said.exception, Faults)
    assert [p.code for p in said.exception.problems] == ["edited"]
    assert said.exception.problems[0].place.line > 0
    assert state(bank) == before


def test_a_changed_file_of_which_nothing_is_known_is_refused(bank: Path) -> None:
    (bank / ".清单.txt").unlink()
    (bank / "分句.yaml").write_text((bank / "分句.yaml").read_text(encoding="utf-8") + "- 我添的\n", encoding="utf-8")
    (bank / "过渡.yaml").write_text("- 我自己的\n", encoding="utf-8")
    before = state(bank)
    said = mine("乙.txt")
    assert isinstance(said.exception, Faults)
    assert "edited" in {p.code for p in said.exception.problems}
    assert state(bank) == before
    assert CliRunner().invoke(nigao, ["bank", "mine", "乙.txt", "-o", "库", "--force"]).exit_code == 0


def test_files_that_programs_only_stored_otherwise_are_the_tools(bank: Path) -> None:
    path = bank / "分句.yaml"
    path.write_bytes(path.read_text(encoding="utf-8").replace("\n", "\r\n").encode("utf-8-sig"))
    assert mine("乙.txt").exit_code == 0
    assert not (bank / OWN).exists()


# --- two at once ------------------------------------------------------------------------------------------------------------------------------

_APPENDS = """
import sys
from pathlib import Path
from generator.bank.files import load_phrases
from generator.bank.phrase import Layer
from generator.cli.append import append_row
sys.stdin.readline()
for n in range(12):
    append_row(Path("我的.yaml"), f"- 守好{sys.argv[1]}{n}\\n", lambda source: load_phrases(source, Layer.USER))
"""


def script(text: str, *words: str) -> subprocess.Popen[bytes]:
    piped = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    return subprocess.Popen([sys.executable, "-c", text, *words], **piped, env={"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"})


def test_two_who_add_at_once_lose_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    running = [script(_APPENDS, who) for who in ("山", "河")]
    for process in running:
        process.communicate(b"\n")
    assert [process.returncode for process in running] == [0, 0]
    assert sorted(wordings(Path("我的.yaml"))) == sorted(f"守好{who}{n}" for who in "山河" for n in range(12))
    assert [p.name for p in tmp_path.iterdir()] == ["我的.yaml"]


def test_what_another_program_saved_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    from generator.cli.append import append_row

    path = tmp_path / "我的.yaml"
    path.write_text("- 甲\n", encoding="utf-8")
    with pytest.raises(Faults) as caught:
        append_row(path, "- 乙\n", lambda _: path.write_text("- 丙\n", encoding="utf-8"))
    assert [p.code for p in caught.value.problems] == ["changed-meanwhile"]
    assert path.read_text(encoding="utf-8") == "- 丙\n"


# --- killed half-way --------------------------------------------------------------------------------------------------------------------------

_SWAPS = """
import pickle, sys
from itertools import cycle
from pathlib import Path
from generator.cli.fileset import replace_set
from generator.cli.locks import locked
sets = pickle.load(sys.stdin.buffer)
print(flush=True)
for here, there in cycle([sets, sets[::-1]]):
    with locked(Path("库")):
        replace_set(Path("库"), there, here.keys() - there.keys())
"""
SETS = tuple(
    {f"{where}{n}.yaml": f"{side}{n}\n".encode() * 500 for n in range(size) for where in ("", "里/")} for side, size in (("旧", 5), ("新", 7))
)


def test_a_run_that_is_killed_leaves_the_old_set_or_the_new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    chance = random.Random(1)
    folder = Path("库")
    folder.mkdir()
    (folder / OWN).write_text("- 我的\n", encoding="utf-8")
    replace_set(folder, SETS[0])
    for _ in range(20):
        process = script(_SWAPS)
        assert process.stdin is not None
        assert process.stdout is not None
        pickle.dump(SETS, process.stdin)
        process.stdin.flush()
        process.stdout.readline()
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(chance.uniform(0, 0.03))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        ready(folder)
        left = {name: data for name, data in state(folder).items() if not name.startswith(STAGE)}
        assert left.pop(OWN) == "- 我的\n".encode()
        assert left in SETS
        settle(folder)
        assert not (folder / STAGE).exists()


def test_a_plan_spares_what_was_changed_after_it_was_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from generator.cli import fileset

    replace_set(tmp_path, {"甲.yaml": b"1", "乙.yaml": b"1"})
    with monkeypatch.context() as broken:
        broken.setattr(fileset, "_carry_out", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            replace_set(tmp_path, {"甲.yaml": b"2", "乙.yaml": b"2"})
    (tmp_path / "甲.yaml").write_bytes(b"mine")
    ready(tmp_path)
    assert state(tmp_path) == {"甲.yaml": b"mine", "乙.yaml": b"2"}


def test_what_a_killed_write_left_is_cleared_away(tmp_path: Path) -> None:
    ended = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True)
    (tmp_path / f".[稿].docx.{int(ended.stdout)}.nigao.tmp").write_bytes(b"half")
    (tmp_path / f".另一份.docx.{int(ended.stdout)}.nigao.tmp").write_bytes(b"half of what nobody writes again")
    (tmp_path / ".[稿].docx.1.nigao.tmp").write_bytes(b"another's, still running")
    (tmp_path / f".[稿].docx.{int(ended.stdout)}.tmp").write_bytes(b"another program's")
    write_new(tmp_path / "[稿].docx", b"whole")
    assert {p.name for p in tmp_path.iterdir()} == {f".[稿].docx.{int(ended.stdout)}.tmp", ".[稿].docx.1.nigao.tmp", "[稿].docx"}


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="only Linux tells so")
def test_so_is_what_a_process_left_that_nobody_waits_for(tmp_path: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    os.waitid(os.P_PID, ended.pid, os.WEXITED | os.WNOWAIT)
    (tmp_path / f".稿.docx.{ended.pid}.nigao.tmp").write_bytes(b"half")
    write_new(tmp_path / "稿.docx", b"whole")
    ended.wait()
    assert [p.name for p in tmp_path.iterdir()] == ["稿.docx"]
