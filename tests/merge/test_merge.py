"""Facts files merged: sums against Python's own, nothing hedged added up, nothing lost, and a file that loads again."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from generator.cli.main import nigao
from generator.facts.load import load_facts
from generator.facts.model import Facts
from generator.files import read_text
from generator.merge.amounts import amount, counted, why_not
from generator.merge.join import joined
from generator.merge.total import summed
from generator.merge.voices import Merged, Voice, voice
from generator.problems import Source
from generator.report import plain
from generator.yamlfile import dump
from tests.conftest import EXAMPLES

HEAD = "文种: 年度总结\n单位: {{全称: {unit}}}\n时段: 2025年\n做法:\n  - 主题: 支部建设\n    要点:\n      - 事项: 主题党日\n        事实:\n"


def facts_file(unit: str, *facts: str) -> str:
    return HEAD.format(unit=unit) + "".join(f"          - {fact}\n" for fact in facts)


def said(who: str, *facts: str) -> Voice:
    return voice(Source(f"{who}.yaml", facts_file("云州市水务局", *facts)), who)


def loaded(made: Merged) -> Facts:
    return load_facts(Source("合.yaml", dump(made.tree)))


def numbered(made: Merged) -> dict[str, str]:
    """What was done and the number printed with it."""
    return {plain(f.done): plain(f.number) for p in loaded(made).practices for i in p.items for f in i.facts}


def fact(done: str, number: str, measure: str = "次") -> str:
    return f'{{做了: {done}, 数: "{number}", 量: "{measure}"}}'


NUMBERS = st.one_of(st.integers(0, 10**6).map(str), st.integers(1000, 10**7).map("{:,}".format), st.decimals(0, 999, places=1).map(str))
HEDGED = st.sampled_from(["约40", "300余", "近3.2万", "3—5", "20多", "超百", "待补", "××", "三十", "5左右"])


@given(st.lists(NUMBERS, min_size=2, max_size=5))
def test_exact_numbers_are_added_up_and_every_one_is_named(numbers: Sequence[str]) -> None:
    units = [said(f"局{n}", fact("党课", number)) for n, number in enumerate(numbers)]
    made = summed(units)
    assert Decimal(numbered(made)["党课"]) == sum(Decimal(n.replace(",", "")) for n in numbers)
    (source,) = [f.source for p in loaded(made).practices for i in p.items for f in i.facts]
    assert source == "、".join(f"局{n} {number}" for n, number in enumerate(numbers))
    assert not made.notes


@given(st.lists(NUMBERS, max_size=3), HEDGED, st.integers(0, 3))
def test_a_hedged_number_is_never_added_up(numbers: list[str], hedged: str, at: int) -> None:
    numbers.insert(at, hedged)
    made = summed([said(f"局{n}", fact("党课", number)) for n, number in enumerate(numbers)])
    assert numbered(made) == {"党课": "〔待补〕"}
    (note,) = made.notes
    assert f"局{min(at, len(numbers) - 1)} {hedged}" in note
    assert all(f"局{n} {number}" in dump(made.tree) for n, number in enumerate(numbers))


@pytest.mark.parametrize(
    ("done", "measure", "one", "other"),
    [
        ("参训率", "%", "95", "96"),
        ("满意度测评", "分", "95", "96"),
        ("考核排名第", "位", "1", "2"),
        ("党员平均年龄", "岁", "41", "43"),
        ("增长", "人", "1", "2"),
    ],
)
def test_rates_and_ranks_are_not_added_up(done: str, measure: str, one: str, other: str) -> None:
    made = summed([said("甲局", fact(done, one, measure)), said("乙局", fact(done, other, measure))])
    assert numbered(made) == {done: "〔待补〕"}
    assert f"甲局 {one}、乙局 {other}" in dump(made.tree)


def test_numbers_in_ten_thousands_are_not_mixed_with_others() -> None:
    assert numbered(summed([said("甲局", fact("种树", "3.2万", "棵")), said("乙局", fact("种树", "18", "棵"))])) == {"种树": "〔待补〕"}
    assert numbered(summed([said("甲局", fact("种树", "3.2万", "棵")), said("乙局", fact("种树", "1万", "棵"))])) == {"种树": "4.2万"}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_what_two_say_alike_is_joined_to_what_one_says(example: Path) -> None:
    alone = load_facts(read_text(example))
    made = loaded(joined([voice(read_text(example), who) for who in ("甲科", "乙科")]))

    def told(facts: Facts) -> list[tuple[str, ...]]:
        return [(plain(f.done), plain(f.number), plain(f.measure)) for p in facts.practices for i in p.items for f in i.facts]

    assert told(made) == told(alone)
    assert [p.topic for p in made.practices] == [p.topic for p in alone.practices]
    assert [i.text for i in made.intentions] == [i.text for i in alone.intentions]
    assert made.masthead == alone.masthead
    assert loaded(summed([voice(read_text(example), who) for who in ("甲局", "乙局")])).kind == alone.kind


def test_one_that_a_unit_did_not_do_is_told() -> None:
    made = summed([said("甲局", fact("党课", "3")), said("乙局", fact("党日", "4"))])
    assert numbered(made) == {"党课": "3", "党日": "4"}
    assert "没有这一项：乙局" in dump(made.tree)


def _last(made: Merged) -> list[str]:
    return [f.last for p in loaded(made).practices for i in p.items for f in i.facts]


def test_last_year_is_added_up_where_every_unit_gives_it_and_joined_where_offices_do() -> None:
    one, other, without = (f"{{做了: 党课, 数: {n}, 量: 次{last}}}" for n, last in ((9, ", 去年: 7"), (8, ", 去年: 5"), (6, "")))
    assert _last(summed([said("甲", one), said("乙", other)])) == ["12"]
    assert _last(summed([said("甲", one), said("乙", without)])) == [""]
    assert _last(summed([said("甲", one), said("乙", other.replace("5}", "约5}"))])) == [""]
    assert _last(joined([said("甲", one), said("乙", one)])) == ["7"]
    assert _last(joined([said("甲", one), said("乙", other)])) == ["7、5"]


def test_another_measure_is_another_fact() -> None:
    made = summed([said("甲局", fact("党课", "3", "次")), said("乙局", fact("党课", "4", "场"))])
    assert [plain(f.measure) for p in loaded(made).practices for i in p.items for f in i.facts] == ["次", "场"]


@pytest.mark.parametrize(
    ("one", "other", "whole"),
    [
        ("集中学习12次、研讨4次", "集中学习3次、研讨１次", "集中学习15次、研讨5次"),
        ("发放资料1,200份", "发放资料300份", "发放资料1500份"),
        ("发放资料约200份", "发放资料300份", None),
        ("3月开展党日2次", "3月开展党日4次", None),
        ("第3季度开展党日2次", "第3季度开展党日4次", None),
        ("发放资料200份以上", "发放资料300份以上", None),
        ("办结率提高2个百分点", "办结率提高3个百分点", None),
        ("修订《细则》", "修订《细则》", None),
    ],
)
def test_sentences_that_differ_in_their_counts_alone(one: str, other: str, whole: str | None) -> None:
    made = summed([said("甲局", one), said("乙局", other)])
    if whole is not None:
        assert list(numbered(made)) == [whole]
        return
    assert list(numbered(made)) == ["〔待补〕"]
    assert all(text in made.notes[n] for n, text in enumerate((one, other)))
    assert all(f"{who}：{text}" in dump(made.tree) for who, text in (("甲局", one.replace("１", "1")), ("乙局", other)))


def test_offices_are_joined_with_who_gave_what() -> None:
    made = joined([said("组织科", fact("党课", "3"), "修订《细则》"), said("办公室", fact("党课", "3"), fact("接访", "7"))])
    found = {plain(f.done): f.source for p in loaded(made).practices for i in p.items for f in i.facts}
    assert found == {"党课": "组织科、办公室", "修订《细则》": "组织科", "接访": "办公室"}
    assert not made.conflicts


def test_a_source_of_its_own_stays() -> None:
    made = joined([said("组织科", "{做了: 党课, 数: 3, 量: 次, 来源: 台账}"), said("办公室", "修订《细则》")])
    assert "来源: 组织科（台账）" in dump(made.tree)


@given(st.lists(NUMBERS, min_size=2, max_size=4, unique=True))
def test_contradictions_stand_there_to_the_letter(numbers: Sequence[str]) -> None:
    made = joined([said(f"科{n}", fact("党课", number)) for n, number in enumerate(numbers)])
    assert numbered(made) == {"党课": "〔待补〕"}
    (conflict,) = made.conflicts
    for n, number in enumerate(numbers):
        assert f"科{n}“{number}”" in conflict.message
        assert f"科{n}“{number}”" in dump(made.tree)


def test_other_words_in_contradiction_are_left_out_and_told() -> None:
    one = Source("甲", facts_file("云州市水务局", "修订《细则》").replace("时段: 2025年", "时段: 2025年\n字数: 1400\n主送: 市委"))
    other = Source("乙", facts_file("云州市水务局", "修订《细则》").replace("时段: 2025年", "时段: 2025年\n字数: 3000\n主送: 市委"))
    made = joined([voice(one, "甲科"), voice(other, "乙科")])
    assert "字数" not in made.tree
    assert made.tree["主送"] == "市委"
    assert "甲科“1400”" in dump(made.tree)
    loaded(made)


@pytest.mark.parametrize(
    ("text", "reason"), [("12", ""), ("1,246", ""), ("18.6", ""), ("3.2万", ""), ("", "还没报"), ("待补", "还没报"), ("近30", "是约数、区间或文字")]
)
def test_why_a_number_is_not_added_up(text: str, reason: str) -> None:
    assert why_not(text) == reason
    assert (amount(text) is None) is bool(reason)


@given(st.text(st.sampled_from("党课12,.次第年约余、《》%万份待补 "), max_size=14))
def test_a_sentence_that_counts_is_what_its_parts_say(text: str) -> None:
    found = counted(text)
    if found is not None:
        assert len(found.between) == len(found.amounts) + 1
        assert counted(found.filled(found.amounts)) == found


# --- the command ---------------------------------------------------------------------------------------------------------------------------


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(nigao, ["merge", *map(str, words)])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "各局"
    made.mkdir()
    for unit, count in (("水务局", "3"), ("教育局", "4")):
        (made / f"{unit}.yaml").write_text(facts_file(f"云州市{unit}", fact("党课", count)), encoding="utf-8")
    return made


def test_units_are_summed_to_a_file_that_drafts(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "云州市.yaml"
    done = run(folder, "-o", out, "--unit", "云州市")
    assert done.exit_code == 0, done.output
    drafted = CliRunner().invoke(nigao, ["draft", str(out), "-o", "-"])
    assert drafted.exit_code == 0, drafted.output
    assert "党课7次" in drafted.output
    assert "没有覆盖" in str(run(folder, "-o", out).exception)


def test_what_lies_in_folders_within_is_told_unless_it_is_given(folder: Path, tmp_path: Path) -> None:
    (folder / "下级").mkdir()
    (folder / "下级" / "民政局.yaml").write_text(facts_file("云州市民政局", fact("党课", "9")), encoding="utf-8")
    alone = run(folder, "-o", tmp_path / "甲.yaml", "--unit", "云州市")
    assert f"子文件夹里的事实表没有读：{folder / '下级' / '民政局.yaml'}；" in alone.stderr
    both = run(folder, folder / "下级", "-o", tmp_path / "乙.yaml", "--unit", "云州市")
    assert "没有读" not in both.stderr
    assert "3 张事实表相加" in both.output


def test_offices_that_contradict_each_other_are_told(folder: Path, tmp_path: Path) -> None:
    done = run(folder / "水务局.yaml", folder / "教育局.yaml", "--join", "-o", tmp_path / "合.yaml")
    assert done.exit_code == 1
    assert "各说各的" in done.output


def test_every_faulty_file_is_told_and_nothing_written(folder: Path, tmp_path: Path) -> None:
    for name in ("甲", "乙"):
        (folder / f"{name}.yaml").write_text("文种: 年度总节\n", encoding="utf-8")
    done = run(folder, "-o", tmp_path / "合.yaml")
    assert all(f"{name}.yaml" in str(done.exception) for name in ("甲", "乙"))
    assert not (tmp_path / "合.yaml").exists()


def test_files_that_are_neither_of_one_unit_nor_of_many(folder: Path, tmp_path: Path) -> None:
    (folder / "又.yaml").write_text((folder / "水务局.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    done = run(folder, "-o", tmp_path / "合.yaml")
    assert "--sum" in str(done.exception)
    assert run(folder, "--sum", "-o", tmp_path / "合.yaml").exit_code == 0


def test_many_units_are_named_in_a_table_beside(tmp_path: Path) -> None:
    folder, out = tmp_path / "各局", tmp_path / "全市.yaml"
    folder.mkdir()
    for n in range(120):
        facts = (fact("党课", str(n)), fact("慰问党员", "约9" if n % 40 == 7 else "2", "名"), "修订《细则》", f"集中学习{n}次")
        (folder / f"{n}.yaml").write_text(facts_file(f"云州市第{n}局", *facts), encoding="utf-8")
    done = run(folder, "-o", out, "--unit", "云州市")
    assert done.exit_code == 0, done.output
    text = out.read_text(encoding="utf-8")
    assert f"数: '{sum(range(120))}'" in text
    assert f"集中学习{sum(range(120))}次" in text
    assert "等 3 个单位 是约数" in text
    assert len(text) < 3000
    rows = [row.split(",") for row in (tmp_path / "全市.明细.csv").read_text(encoding="utf-8-sig").splitlines()[1:]]
    assert len(rows) == 4 * 120
    assert ["支部建设", "主题党日", "党课", "次", "云州市第77局", "77", "相加"] in rows
    assert ["支部建设", "主题党日", "慰问党员", "名", "云州市第47局", "约9", "没有相加"] in rows
    assert CliRunner().invoke(nigao, ["draft", str(out), "-o", "-"]).exit_code == 0


def test_a_sum_that_lies_beside_what_it_was_made_of_is_not_added_up_again(folder: Path) -> None:
    assert run(folder, "-o", folder / "全市.yaml", "--unit", "云州市").exit_code == 0
    done = run(folder, "-o", folder / "又.yaml")
    assert "全市.yaml 是由这里的表合成的，没有再算进去" in done.output
    assert "党课\n      数: '7'" in (folder / "又.yaml").read_text(encoding="utf-8")


def test_what_was_joined_elsewhere_counts(folder: Path, tmp_path: Path) -> None:
    """The offices of a unit are joined in its own folder, and the units summed in another."""
    unit = tmp_path / "民政局"
    unit.mkdir()
    for office in ("一科", "二科"):
        (unit / f"{office}.yaml").write_text(facts_file("云州市民政局", fact("党课", "5")), encoding="utf-8")
    assert run(unit, "-o", folder / "民政局.yaml").exit_code == 0
    assert run(folder, "-o", tmp_path / "全市.yaml").exit_code == 0
    assert "数: '12'" in (tmp_path / "全市.yaml").read_text(encoding="utf-8")


def test_what_the_tool_keeps_beside_facts_files_is_none(folder: Path, tmp_path: Path) -> None:
    for name in ("检查.yaml", "水务局.保留.yaml", "水务局.弃用.yaml", ".水务局.yaml", "~$水务局.yaml"):
        (folder / name).write_text("不查: []\n", encoding="utf-8")
    assert run(folder, "-o", tmp_path / "全市.yaml").exit_code == 0


def test_over_a_file_that_is_there_no_option_is_promised(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "全市.yaml"
    out.write_text("# 我的\n", encoding="utf-8")
    said = str(run(folder, "-o", out).exception)
    assert "移走" in said
    assert "--force" not in said
