"""Work spread over a real cluster of worker processes on this machine, one of which is killed in mid-run."""

from __future__ import annotations

import os
import shutil
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import engine
from generator.cli.evidence import EVIDENCE
from generator.cli.main import nigao
from generator.mining import store
from generator.problems import Faults
from generator.work import in_turn
from tests.cli.slow import slow
from tests.cli.test_mine import _state
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """The address of a cluster that an engine has of its own, which ends with the engine."""
    with engine.engine(engine.DASK) as run:
        yield run.args[0].scheduler.address  # type: ignore[attr-defined] - the client that ``run`` was made with
        workers = {worker for _, worker in run(slow, 1, range(8))}
    deadline = time.monotonic() + 120
    while any(map(_lives, workers)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(_lives, workers))


def test_a_worker_killed_in_mid_run_loses_nothing(scheduler: str) -> None:
    with engine.engine(engine.DASK, scheduler) as run:
        done, workers = [], set()
        for result, worker in run(slow, 3, range(60)):
            done.append(result)
            workers.add(worker)
            if len(done) == 10:
                os.kill(worker, signal.SIGKILL)
    assert done == [result for result, _ in in_turn(slow, 3, range(60))]
    assert len(workers) > 1
    assert os.getpid() not in workers


def test_a_bank_mined_on_a_cluster_has_the_same_bytes(scheduler: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "examples" / "往年报告" / "云州市水务局", "往年")
    for name, more in (("本机", []), ("集群", ["--engine", "dask", "--scheduler", scheduler])):
        assert "读了 3 份报告" in _mine(Path("往年"), Path(name), *more)
    assert _state(tmp_path / "集群") == _state(tmp_path / "本机")
    assert (tmp_path / "集群" / EVIDENCE).is_file()


def test_a_batch_drafted_on_a_cluster_has_the_same_bytes(scheduler: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in "甲乙":
        Path("表").mkdir(exist_ok=True)
        shutil.copy(ROOT / "examples" / "年度总结.yaml", f"表/{name}.yaml")
    for name, more in (("本机", ["--jobs", "1"]), ("集群", ["--scheduler", scheduler])):
        done = CliRunner().invoke(nigao, ["batch", "表", "-o", name, *more], catch_exceptions=False)
        assert "写成 2 份" in done.stdout
    assert {p.name: p.read_bytes() for p in Path("集群").glob("*.docx")} == {p.name: p.read_bytes() for p in Path("本机").glob("*.docx")}
    assert len(list(Path("集群").glob("*.docx"))) == 2


def _mine(corpus: Path, output: Path, *more: str) -> str:
    return CliRunner().invoke(nigao, ["bank", "mine", str(corpus), "-o", str(output), *more], catch_exceptions=False).stdout


def test_another_version_at_the_workers_is_refused(scheduler: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "甲.txt").write_text("一、主要做法\n压实值守责任，确保人人过关。\n", encoding="utf-8")
    monkeypatch.setattr(store, "rules", lambda: "别的规则")
    with pytest.raises(Faults) as caught:
        _mine(tmp_path / "甲.txt", tmp_path / "库", "--scheduler", scheduler)
    assert [p.code for p in caught.value.problems] == ["other-version"]
    assert not (tmp_path / "库").exists()


def test_a_scheduler_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_CONNECT", "100ms")
    with pytest.raises(Faults) as caught, engine.engine(engine.DASK, "tcp://127.0.0.1:9"):
        pass
    assert [p.code for p in caught.value.problems] == ["no-scheduler"]


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True
