"""The keys of a facts file, declared once: what loads it, its JSON Schema and its scaffold all derive from ``FACTS``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import chain

from generator.declared import Key, Many, Record, Shape, Text

NOTE = Key("备注", Many(Text()), doc="给自己看的话，从不印出")
LAST = Key("去年", Many(Text()), doc="去年的稿子在这里写的话，对照用，从不印出")

FACT = Record(
    (
        Key("做了", Text("做了什么；{数} 表示数和量的位置"), doc="做了什么；{数} 表示数和量的位置"),
        Key("数", Text("数，可带约、余、近或起止：约40、300余、3—5；没有的写 待补"), doc="数，可带约、余、近或起止；没有的写 待补"),
        Key("量", Text("量词：次、人次、名……"), doc="量词：次、人次、名……"),
        Key("时间", Text("什么时候"), doc="什么时候"),
        Key("地点", Text("在哪里"), doc="在哪里"),
        Key("对象", Text("对谁、为谁"), doc="对谁、为谁"),
        Key("文件", Text("依据或印发的文件"), doc="依据或印发的文件"),
        Key("来源", Text("谁提供的，不印出"), doc="谁提供的；--why 时显示，不印出"),
        Key("去年", Text("去年的数或原话，不印出"), doc="去年的数；做了里有空缺或全空着的，是去年的原话。对照用，从不印出"),
        NOTE,
    ),
    doc="一件事：一句话，或做了、数、量分开写",
    short="做了",
)

MEASURES = Key("举措", Many(Text(), "自己的话，照印"), doc="自己的话，一条一句，照印")
FACTS_OF_ITEM = Key("事实", Many(FACT, "做了的事"), doc="做了的事，词和数一字不改")

ITEM = Record(
    (
        Key("事项", Text("这个要点说什么事"), doc="这个要点说什么事"),
        MEASURES,
        FACTS_OF_ITEM,
        Key("成效", Text("结果，自己的话"), doc="结果，自己的话"),
        LAST,
        NOTE,
    ),
    doc="要点：只写事项的，可以就写一句话",
    short="事项",
)

PRACTICE = Record(
    (
        Key("主题", Text("用语库里的主题（nigao bank topics）或自己的说法"), doc="用语库里的主题（nigao bank topics）或自己的说法"),
        Key("小标题", Text("自己的小标题"), doc="自己的小标题；不写则自动拟"),
        Key("总领", Text("小标题下的第一句"), doc="小标题下的第一句"),
        Key("要点", Many(ITEM, "一是、二是……"), doc="一是、二是……"),
        MEASURES,
        FACTS_OF_ITEM,
        LAST,
        NOTE,
    ),
    doc="板块：主题和小标题至少写一个",
)

SHORTCOMING = Record(
    (
        Key("主题", Text("哪方面的问题"), doc="哪方面的问题；只写主题的留空待补"),
        Key("表现", Text("问题是什么"), doc="问题是什么"),
        Key("原因", Text("为什么"), doc="为什么"),
        LAST,
        NOTE,
    ),
    doc="问题：只写表现的，可以就写一句话",
    short="表现",
)

INTENTION = Record(
    (
        Key("主题", Text("哪方面的打算"), doc="哪方面的打算；只写主题的用套语拟"),
        Key("小标题", Text("自己的小标题"), doc="自己的小标题"),
        MEASURES,
        LAST,
        NOTE,
    ),
    doc="打算：只写举措的，可以就写一句话",
    short="举措",
)

PLAN_RESULTS = ("完成", "继续", "未提")
PROBLEM_RESULTS = ("解决", "继续", "未提")
"""What became of a plan, and of a problem, of last year's."""
_RESULTS_ONCE = (("延续", "继续"), ("不再提", "未提"))
_SEEN = Key("见", Text("今年的哪件事、哪条打算，写路径"), doc="由今年的哪件事、哪条打算回应，写它的路径，如 做法[0].要点[1].事实[0]（从 0 数起）")

LAST_PLAN = Record(
    (
        Key("打算", Text("去年的打算，照抄"), required=True, doc="去年的打算，照去年的稿子抄"),
        Key("结果", Text("完成、继续、未提", PLAN_RESULTS, _RESULTS_ONCE), required=True, doc="完成、继续或未提"),
        _SEEN,
        NOTE,
    ),
    doc="去年的一条打算和它的结果",
)

LAST_PROBLEM = Record(
    (
        Key("问题", Text("去年的问题，照抄"), required=True, doc="去年的问题，照去年的稿子抄"),
        Key("结果", Text("解决、继续、未提", PROBLEM_RESULTS, _RESULTS_ONCE), required=True, doc="解决、继续或未提"),
        _SEEN,
        NOTE,
    ),
    doc="去年的一个问题和它的结果",
)

UNIT = Record(
    (
        Key("全称", Text("单位全称"), required=True, doc="单位全称，如 云州市发展和改革局"),
        Key("简称", Text("单位简称"), doc="单位简称；不写用全称"),
        Key("自称", Text("单位怎样称自己"), doc="单位怎样称自己；不写用 我单位"),
        Key("党组织", Text("党组、党委"), doc="照印；不写用 党组"),
        Key("支部", Many(Text(), "党支部"), doc="党支部，一个或几个"),
        Key("业务", Text("主管什么"), doc="主管什么，如 发展改革"),
        Key("上级", Text("上级机关"), doc="上级机关，如 市委、市政府"),
        NOTE,
    ),
    doc="报告的单位",
)

REPORTER = Record(
    (
        Key("姓名", Text("姓名"), required=True, doc="姓名"),
        Key("职务", Text("职务"), required=True, doc="职务，如 党组书记、局长"),
        Key("分工", Text("分管的事"), doc="分管的事，如 主持全面工作，分管财务审计；写进导语"),
        NOTE,
    ),
    doc="述职的人",
)

MASTHEAD = Record(
    (
        Key("份号", Text("6 位数字"), doc="涉密的才写，6 位数字，如 000001"),
        Key("密级", Text("密级和保密期限"), doc="如 秘密★1年"),
        Key("紧急程度", Text("紧急程度"), doc="特急、加急"),
        Key("发文机关", Text("发文机关标志"), doc="红头上的机关名，后面自动加“文件”二字"),
        Key("发文字号", Text("发文字号"), doc="机关代字、年份、序号，如 云水发〔2025〕3号"),
        Key("签发人", Many(Text(), "签发人"), doc="上行文写，一名或几名"),
        NOTE,
    ),
    doc="版头（红头）",
)

IMPRINT = Record(
    (
        Key("抄送", Text("抄送机关"), doc="抄送机关，末尾不用写句号"),
        Key("印发机关", Text("印发机关"), doc="一般是办公室"),
        Key("印发日期", Text("印发日期"), doc="2025-12-22 或 2025年12月22日，后面自动加“印发”二字"),
        NOTE,
    ),
    doc="版记",
)

ALL_PRACTICES = "做法"
ATTACHMENT = Record(
    (
        Key("名称", Text("附件名称"), required=True, doc="附件名称"),
        Key("台账", Many(Text(), "做法，或其中几个板块"), doc="附一张事实的表：做法（各板块都列），或写板块的主题、小标题"),
        Key("表格", Many(Text(), "一行，各格用｜隔开"), doc="附自己的一张表，一行一条，第一行是表头，各格用｜隔开，如 nigao diff 写的同比表"),
        NOTE,
    ),
    doc="附件：一个名称；要附台账的，写 {名称: …, 台账: 做法}，附自己的表写 表格",
    short="名称",
)

CEILINGS = Record(
    (
        Key("各部分", Text("各部分都用的上限"), doc="各部分都用这个上限"),
        Key("做法", Text("做法的上限"), doc="做法里套语至多占百分之几"),
        Key("问题", Text("问题的上限"), doc="问题里套语至多占百分之几"),
        Key("打算", Text("打算的上限"), doc="打算里套语至多占百分之几"),
        NOTE,
    ),
    doc="套语至多占百分之几：一个数各部分都用，或分开写 {做法: 60, 打算: 70}",
    short="各部分",
)

FACTS = Record(
    (
        Key("文种", Text("年度总结、述职报告……"), required=True, doc="用哪个模板：年度总结、述职报告……"),
        Key("标题", Text("标题"), doc="标题；不写则按模板拟"),
        Key("单位", UNIT, required=True, doc="报告的单位，至少写全称"),
        Key("报告人", REPORTER, doc="述职报告必填：姓名、职务"),
        Key("主送", Text("主送机关"), doc="主送机关，末尾不用写冒号"),
        Key("时段", Text("回顾的时段"), doc="回顾的时段：2025年、2025年上半年、2025年1—11月、2023年1月至2023年6月"),
        Key("成文日期", Text("成文日期"), doc="成文日期：2025-12-22 或 2025年12月22日"),
        Key("落款", Text("落款"), doc="落款；不写则按模板，一般是单位全称"),
        Key("字数", Text("想要的字数"), doc="想要的字数，从导语到结语，按 Word 的算法"),
        Key("套语上限", CEILINGS, doc="套语至多占百分之几；不写则按文种，一般是做法 60、打算 70"),
        Key("专题", Many(Text(), "专题和活动"), doc="这一时期的专题和活动，正文里会写到"),
        Key("导语", Text("开头的话"), doc="开头的话；不写则自动拟"),
        Key("做法", Many(PRACTICE, "各板块"), required=True, doc="做了什么，一个板块一项"),
        Key("问题", Many(SHORTCOMING, "存在的问题"), doc="存在的问题；不会替你编"),
        Key("打算", Many(INTENTION, "下一步打算"), doc="下一步打算"),
        Key("结语", Text("结尾的话"), doc="结尾的话；不写则按模板"),
        Key("附件", Many(ATTACHMENT, "附件名称"), doc="附件名称；台账由事实自动列表"),
        Key("版头", MASTHEAD, doc="红头：份号、密级、紧急程度、发文机关、发文字号、签发人，有什么写什么"),
        Key("版记", IMPRINT, doc="版记：抄送、印发机关、印发日期，有什么写什么"),
        Key("用印", Text("加盖印章", choices=("是", "否")), doc="加盖印章写 是，署名和日期按盖章的规矩排"),
        Key(
            "上年打算",
            Many(LAST_PLAN),
            doc="去年的打算，完成、继续还是未提；nigao check 事实表 --last 去年的稿子 --decide 逐条问过写在这里，从不印出",
        ),
        Key("上年问题", Many(LAST_PROBLEM), doc="去年的问题，解决、继续还是未提；写法同上，从不印出"),
        LAST,
        NOTE,
    ),
    doc="拟稿的事实文件",
)

UNPRINTED = ("文种", "字数", "套语上限", "各部分", "用印", "台账", "来源", "去年", "备注", "打算", "问题", "结果", "见")
"""Keys of a text that is never printed; 打算 and 问题 hold one where last year's are accounted for."""

EVERYDAY = ("结果", "见")
"""Keys that a sentence may well have before a colon (，结果：良好), so that they do not tell a slip."""

LINE_BY_LINE = ("标题", "导语", "结语")
"""Texts in which the lines of a ``|`` block are printed as lines or paragraphs of their own."""

NAME_LISTS = ("专题", "支部", "附件")
"""Lists of names, where ， or 、 between names is a slip; the other lists hold sentences with stops of their own."""


@cache
def declared() -> frozenset[str]:
    """Every key name of the tree."""
    return frozenset(k.name for k in _keys(FACTS))


@cache
def text_keys() -> frozenset[str]:
    """The names of keys that hold one text and nowhere a list."""
    keys = tuple(_keys(FACTS))
    return frozenset(k.name for k in keys if isinstance(k.shape, Text)) - frozenset(k.name for k in keys if not isinstance(k.shape, Text))


@cache
def item_keys(name: str) -> frozenset[str]:
    """The names of keys that an item of the list ``name`` may have, wherever its items have keys."""
    shapes = (k.shape for k in _keys(FACTS) if k.name == name)
    items = (shape.item if isinstance(shape, Many) else shape for shape in shapes)
    return frozenset(chain.from_iterable(item.names() for item in items if isinstance(item, Record)))


def homes(name: str) -> tuple[str, ...]:
    """The keys under which a key ``name`` may stand; empty for a key of the file itself or of no place."""
    return tuple(dict.fromkeys(k.name for k in _keys(FACTS) if name in item_keys(k.name)))


def _keys(shape: Shape) -> Iterator[Key]:
    match shape:
        case Many():
            yield from _keys(shape.item)
        case Record():
            yield from chain.from_iterable((key, *_keys(key.shape)) for key in shape.keys)
