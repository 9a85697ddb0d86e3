"""Facts files made up at random: invented units, any mixture of short and structured forms, blanks among them."""

from __future__ import annotations

from hypothesis import strategies as st

TOPICS = ("政治建设", "支部建设", "隐患排查", "群众服务", "理论武装", "队伍建设", "古籍保护", "监管执法")
WORDS = "云岭青石山水桥路河堤林田村镇馆校厂站检修巡护整理登记学研讲评访问送建改查管养"
plain_words = st.text(WORDS, min_size=2, max_size=9)
numbers = st.integers(1, 9999).map(str)
measures = st.sampled_from(("次", "场", "人次", "篇", "件", "万元", "家", "处"))
verbs = st.sampled_from(("开展", "召开", "组织", "完成", "修订", "慰问", ""))
blanks = st.sampled_from(("待补", "××", "？？"))


def _text_fact(parts: tuple[str, str, str, str]) -> str:
    verb, thing, number, measure = parts
    return f"{verb}{thing}{number}{measure}"


text_facts = st.tuples(verbs, plain_words, numbers, measures).map(_text_fact)
structured = st.fixed_dictionaries({"做了": st.tuples(verbs, plain_words).map("".join), "数": numbers | blanks, "量": measures})
facts = st.one_of(text_facts, structured, st.tuples(text_facts, plain_words).map("，".join))
items = st.one_of(
    plain_words,
    st.fixed_dictionaries(
        {"事项": plain_words},
        optional={"举措": st.lists(plain_words, max_size=2), "事实": st.lists(facts, max_size=4), "成效": plain_words},
    ),
)
practices = st.fixed_dictionaries(
    {"主题": st.sampled_from(TOPICS)},
    optional={"小标题": plain_words, "总领": plain_words, "要点": st.lists(items, min_size=1, max_size=4), "事实": st.lists(facts, max_size=2)},
)
weak = plain_words | st.sampled_from(
    ("书库面积不足，新书等着上架", "对青年馆员带教不够，“三会一课”落实不到位", "修复进度慢，××架没有排上日程", "停车难；办法少")
)
causes = plain_words | st.sampled_from(("由于编制紧", "忙于事务", "主要是经费少", "对队伍建设缺少谋划"))
meant = plain_words | st.sampled_from(
    ("每月到书库查一次", "针对停车难新建车库", "将补齐修复人手", "青年馆员由老馆员带教", "给书库加装书架，新书及时上架")
)
shortcomings = st.one_of(
    weak,
    st.fixed_dictionaries({"主题": st.sampled_from(TOPICS)}, optional={"表现": weak, "原因": causes}),
)
intentions = st.one_of(
    meant,
    st.fixed_dictionaries({"主题": st.sampled_from(TOPICS)}, optional={"小标题": plain_words, "举措": st.lists(meant, max_size=3)}),
)
units = st.fixed_dictionaries(
    {"全称": st.just("云州市古籍馆")},
    optional={
        "简称": st.just("市古籍馆"),
        "自称": st.just("我馆"),
        "党组织": st.just("馆党委"),
        "业务": st.just("古籍保护"),
        "上级": st.just("市文旅局"),
    },
)
kinds = st.sampled_from(("党建工作总结", "年度总结", "述职报告", "半年总结", "工作思路", "从严治党", "工作总结"))
periods = st.sampled_from(("2016年", "2021年", "2025年上半年", "2026年", "今年以来"))
files = st.fixed_dictionaries(
    {"文种": kinds, "单位": units, "报告人": st.just({"姓名": "江月明", "职务": "馆长"}), "时段": periods}
    | {"做法": st.lists(practices, min_size=1, max_size=4)},
    optional={
        "字数": st.integers(300, 3000).map(str),
        "专题": st.lists(plain_words, max_size=2),
        "导语": plain_words,
        "结语": plain_words,
        "主送": plain_words,
        "问题": st.lists(shortcomings, max_size=3),
        "打算": st.lists(intentions, max_size=3),
        "附件": st.lists(plain_words, max_size=2),
        "成文日期": st.just("2026-01-05"),
    },
)
