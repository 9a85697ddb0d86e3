"""去年 is declared, read, kept, and never printed: a draft with it is the draft without it, in every form a draft is written in."""

from __future__ import annotations

import re
import zipfile
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.cli import shelf
from generator.compose.draft import Draft, compose
from generator.facts.load import load_facts
from generator.printed import lines
from generator.problems import Faults, Source
from generator.yamlfile import dump
from tests.compose.made import files
from tests.conftest import shipped
from tests.streams import ran

TEMPLATES = {kind: shelf.template(kind) for kind in shelf.kinds()}
_LISTS = {"做法": "主题", "要点": "事项", "事实": "做了", "问题": "表现", "打算": "举措"}
old = st.integers(10**5, 10**6).map(lambda n: f"{n}人次") | st.integers(10**5, 10**6).map(str)


def drafted(data: dict[str, Any]) -> Draft:
    facts = load_facts(Source("事实.yaml", dump(data)))
    return compose(facts, TEMPLATES[facts.kind], shipped(), seed=1)


def remembering(data: dict[str, Any], draw: st.DrawFn) -> dict[str, Any]:
    """``data`` with a value of last year in every record that takes one, short forms written out."""
    made = deepcopy(data)
    for name, short in _LISTS.items():
        if name in made:
            records = [entry if isinstance(entry, dict) else {short: entry} for entry in made[name]]
            made[name] = [remembering(record, draw) for record in records]
    return {**made, "去年": draw(old)}


@st.composite
def pairs(draw: st.DrawFn) -> tuple[dict[str, Any], dict[str, Any]]:
    data = draw(files)
    return data, remembering(data, draw)


@given(pairs())
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
def test_a_draft_is_the_same_with_last_year_and_without(pair: tuple[dict[str, Any], dict[str, Any]]) -> None:
    bare, remembered = map(drafted, pair)
    assert remembered.report == bare.report


@given(pairs())
@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
def test_no_figure_of_last_year_is_printed(pair: tuple[dict[str, Any], dict[str, Any]]) -> None:
    """Told without the equality above: the figures printed are those given this year."""
    given_now, remembered = pair
    printed = "".join(line.text for line in lines(drafted(remembered).report))
    assert set(re.findall(r"\d{6,}", printed)) <= set(re.findall(r"\d{6,}", dump(given_now)))


_FACTS = """文种: 年度总结
单位: {全称: 云州市物候局, 去年: 730001}
时段: 2025年
做法:
  - 主题: 政治建设
    去年: [去年的总领730002]
    要点:
      - 事项: 学习
        去年: 另一句730003
        事实:
          - {做了: 集中学习, 数: 12, 量: 次, 去年: 730004}
          - {做了: 走访××次, 去年: 走访730005次}
      - 事项: 培训
        事实: [{做了: 待补, 去年: 培训730006人}]
问题: [{表现: 待补, 去年: 人手少了730007名}, 经费不足]
打算: [{主题: 支部建设, 举措: 配强力量, 去年: 招录730008名}]
附件: [{名称: 台账, 台账: 做法}]
去年: [去年的导语730009]
"""


@pytest.mark.parametrize(
    "command",
    [
        "draft f.yaml -o d.docx --annotate",
        "draft f.yaml -o d.md --annotate",
        "draft f.yaml -o d.json",
        "draft f.yaml -o d.txt --suggest",
        "preview f.yaml --why --all",
    ],
)
def test_no_form_of_a_draft_prints_it(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "f.yaml").write_text(_FACTS.replace(", 去年: 730001", ""), encoding="utf-8")
    done = ran(*command.split())
    assert done.code == 0, done.stderr.decode()
    written = [done.stdout.decode(), done.stderr.decode(), *(_text(path) for path in tmp_path.glob("d.*"))]
    assert "集中学习" in "".join(written)
    assert not re.search(r"73000\d", "".join(written))


def _text(path: Path) -> str:
    if path.suffix != ".docx":
        return path.read_text(encoding="utf-8")
    with zipfile.ZipFile(path) as package:
        return "".join(package.read(name).decode(errors="ignore") for name in package.namelist())


def test_it_is_no_key_of_the_unit() -> None:
    """Only what is reported has a last year; who reports is asked for once."""
    with pytest.raises(Faults, match="去年"):
        load_facts(Source("f", _FACTS))
