"""Shapes that rows of the word lists share."""

from __future__ import annotations

from generator.declared import Key, Many, Record, Text

SOURCE = Key("出处", Text(), required=True, doc="依据的文件、辞书或标准")
SET = Record(
    (
        *(Key(k, Text(), required=True) for k in ("名称", "起")),
        Key("成员", Many(Text()), required=True),
        Key("止", Text()),
        *(Key(k, Many(Text())) for k in ("可缺", "也")),
        SOURCE,
    )
)
HANDLED = Record((Key("来", Many(Text()), required=True), Key("去", Many(Text()), required=True), SOURCE))
WITHIN = ("相连", "分句", "句")
WORD = Record((Key("词", Text(), required=True), SOURCE))
KINDS = Record((Key("分", Many(Text()), required=True), SOURCE))
LEFT = ("软件", "助手", "写法", "写法题", "自注", "两可")
CHARACTERS = Record((Key("误", Text(), required=True), Key("正", Text(), required=True), SOURCE))
