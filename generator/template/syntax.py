"""Jinja's English syntax messages as a clerk reads them."""

from __future__ import annotations

import re

_HALF_WIDTH = dict(zip("“”‘’（）｛｝［］，：。｜＝％", "\"\"''(){}[],:.|=%", strict=True))
_BRACES = "每个 {{ 配一个 }}，每个 {% 配一个 %}"

_SAID = (
    (r"unexpected char '(.)' at", "花括号里不能有“{0}”", "花括号里的标点用半角；文字加引号，引号成对"),
    (r"[Uu]nexpected end of template.*that needs to be closed is '(\w+)'", "{{% {0} %}} 没有写完", "后面补上 {{% end{0} %}}"),
    (r"unknown tag '(\w+)'.*that needs to be closed is '(\w+)'", "{{% {1} %}} 还没有写完，不能接 {{% {0} %}}", "先写 {{% end{1} %}}"),
    (r"unknown tag '(end\w+|else|elif)'", "{{% {0} %}} 前面没有对应的开头", "如 {{% if 专题 %}}…{{% endif %}}"),
    (r"unknown tag '(\w+)'", "没有 {{% {0} %}} 这种标签", "可用：if、else、elif、endif、for、endfor、set"),
    (r"Missing end of comment", "{{# 没有 #}} 结尾", "补上 #}}"),
    (r"Missing end of raw", "{{% raw %}} 没有写完", "后面补上 {{% endraw %}}"),
    (r"Expected an expression", "花括号里是空的，或少写了一半", "写上一个名字，如 {{{{ 单位.全称 }}}}"),
    (r"expected name or number", "点后面缺名字", "如 单位.全称"),
    (r"expected token 'name'", "这里缺一个名字", "竖线后面写过滤器：顿号、序、接"),
    (r"expected token 'in'", "{{% for %}} 里缺 in", "如 {{% for 一个 in 专题 %}}"),
    (r"expected token 'end of [\w ]+', got '(.+?)'", "这里多了“{0}”", "一对花括号里只写一个值；并列的用逗号，如 用语(\"导语\", \"抓手\")"),
    (r"unexpected end of template, expected '(.+?)'", "花括号没有配对", _BRACES),
    (r"unexpected '(.+?)'", "这里多了“{0}”，或前面少了一半", _BRACES),
)  # fmt: skip


def told(message: str) -> tuple[str, str]:
    """What Jinja's ``message`` says, and what to do about it, in Chinese."""
    for pattern, said, hint in _SAID:
        match = re.search(pattern, message)
        if match:
            return said.format(*match.groups()), _half_width(match) or (hint.format(*match.groups()) if hint is not _BRACES else hint)
    return "这里不合模板的写法", "对照 nigao template show 工作总结 里的段落检查花括号和标签"


def _half_width(match: re.Match[str]) -> str:
    half = _HALF_WIDTH.get(match[1]) if match.lastindex else None
    return f"改成半角的 {half}" if half else ""
