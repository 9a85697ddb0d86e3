"""Small invented reports for laws over any of them."""

from __future__ import annotations

from hypothesis import strategies as st

from generator.reading.text import read_text
from generator.report import Report

_CLAUSES = (
    "坚持以观测质量为先", "推动站网提质增效", "严格执行选点规范", "召开论证会3次", "巡检站点86个", "其中专家论证5次", "持续办好观测培训",
    "确保人人过关",     "认真履行“一岗双责”", "压实值守责任", "虽然有所进步", "印发《云州物候规程》", "以样带为抓手",
)  # fmt: skip
_SENTENCES = st.lists(st.sampled_from(_CLAUSES), min_size=1, max_size=4).map(lambda cs: "，".join(cs) + "。")
_SECTIONS = st.builds(
    lambda part, heading, said: f"{part}\n（一）{heading}。{''.join(said)}\n",
    st.sampled_from(["一、主要做法", "二、存在问题", "三、下一步打算"]),
    st.sampled_from(["建强站网，筑牢根基", "抓好值守，严守纪律"]),
    st.lists(_SENTENCES, min_size=1, max_size=3),
)
TEXTS = st.lists(_SECTIONS, min_size=1, max_size=2).map("".join)


def report(name: str, text: str) -> Report:
    """The report that ``text`` holds."""
    return read_text(name, text)[0]
