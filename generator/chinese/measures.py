"""Measure words of official prose, longest first, as they follow a number."""

from __future__ import annotations

import re

from generator.patterns import late

PERSONS = ("人次", "名", "人", "位")
OTHERS = (
    "万元", "亿元", "元", "万吨", "吨", "公里", "平方米", "平方公里", "万亩", "亩", "家次", "篇次", "课次", "场次", "批次", "车次",
    "个百分点", "个工作日", "件次", "户次", "台（套）", "台套", "万件", "万份", "万人", "万人次", "万户", "小时", "课时", "学时", "周年",
    "次", "场", "期", "篇", "份", "条", "项", "件", "个", "家", "户", "处", "起", "座", "台", "套", "支", "块", "批", "部", "本", "册",
    "天", "年", "月", "日", "周", "届", "轮", "类", "组", "班", "例", "宗", "封", "幅", "张", "辆", "架", "所", "间", "层", "点", "分", "秒",
    "堂", "节", "门", "对", "双", "步", "站", "里", "米", "升", "度", "倍", "成", "档", "单", "笔", "幢", "栋", "株", "头", "只", "%", "％",
)  # fmt: skip
ECONOMIC = (
    "美元", "欧元", "斤", "公斤", "公顷", "亩", "千瓦时", "千瓦", "立方米", "辆", "平方公里", "标准箱", "标箱", "床位", "张", "千米", "海里",
    "吨标准煤", "度", "千伏安",
)  # fmt: skip
"""Units of economic reports, in the order in which they are tried behind a number."""
MEASURES = tuple(sorted({*PERSONS, *OTHERS}, key=lambda m: (-len(m), m)))
MEASURE = late("|".join(map(re.escape, MEASURES)))
COUNTS_NOUN = (
    "(?:名(?!单|称|录|额|牌|片|字|义|列|师|校|优|城|企|家|医|品)|家次|件(?!事|件)|项(?!目|项)|户(?!籍|外|户|均)|篇(?!章|幅|篇)"
    "|起(?!草|到|步|来|点|航|诉|因|重)"
    "|人次|万元|亿元|万人|公里)[\u4e00-\u9fff]"
)
"""In a pattern: a measure word with what it counts, where neither begins another word."""
