"""The shapes of Word files that were tried, kind by kind, as the tests name them: ``python benchmarks/shapes.py`` rewrites ``shapes.md``."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent), *(str(HERE.parent / "tests" / room) for room in ("render", "facts"))]

KINDS = (
    ("自动编号的格式", "reading.test_numbering", "FORMATS"),
    ("自动编号怎么数", "reading.test_numbering", "COUNTED"),
    ("没有编号的段落（numId 是 0 等）", "reading.test_numbering", "UNNUMBERED"),
    ("公式", "reading.test_word_text", "EQUATIONS"),
    ("段落之间的公式", "reading.test_word_text", "BETWEEN"),
    ("段落之间、不印的公式", "reading.test_word_text", "NOWHERE"),
    ("符号字体", "reading.test_word_text", "SYMBOLS"),
    ("域", "reading.test_word_text", "FIELDS"),
    ("AlternateContent", "reading.test_word_text", "ALTERNATIVES"),
    ("后来的软件写的元素", "reading.test_word_text", "PASSED"),
    ("隐藏的字", "reading.test_word_text", "HIDDEN_BY"),
    ("看不见的字符", "reading.test_word_text", "UNSEEN"),
    ("包在别的东西里的字", "reading.test_word_text", "WRAPPED"),
    ("别的软件套错了层的字", "reading.test_word_text", "NESTED"),
    ("随日子、页数变的字", "reading.test_word_text", "RECKONED"),
    ("修订、超链接、控件里的字", "reading.test_word_edits", "WRAPPED"),
    ("读不了、要说的", "reading.test_word_text", "LEFT_OUT"),
    ("文字文件：编码和换行，读得了的", "cli.test_encodings", "READ"),
    ("文字文件：当稿子读得了的", "cli.test_encodings", "LINED"),
    ("文字文件：读不了、要说的", "cli.test_encodings", "TOLD"),
    ("文字文件：空的", "cli.test_encodings", "EMPTY"),
    ("要写在来读的文件上面的", "cli.test_clobbered", "COMMANDS"),
    ("Markdown 的记号", "reading.test_markdown", "WRITTEN"),
    ("Markdown 开头说标题的", "reading.test_front_matter", "TITLED"),
    ("Markdown 开头的标题怎么写", "reading.test_front_matter", "AS_IT_IS"),
    ("Markdown 开头不是说自己的", "reading.test_front_matter", "TEXT"),
    ("Word 的目录", "reading.test_contents", "WORDS_OWN"),
    ("稿子的写法：标题、序号、角色、版头、落款", "reading.test_outline", "CASES"),
    ("打出来的目录", "reading.test_contents", "TYPED"),
    ("像目录、不是目录的", "reading.test_contents", "READ"),
    ("包：读得了的", "reading.test_package", "READ"),
    ("包：各样部件说成什么类型", "reading.test_repack", "STATED"),
    ("包：坏了一处的", "reading.test_package", "DAMAGED"),
    ("不是 .docx 的", "reading.test_package", "FOREIGN"),
    ("没有哪个软件会写、有心人会写的", "hostile.test_word_files", "SHAPES"),
    ("别人的做法做成的稿子", "check.others", "FILES"),
    ("做坏一处的稿子", "check.violations", "VIOLATIONS"),
    ("借样式的单位文件", "render.test_render_reference", "LENT"),
    ("借样式的单位文件：样式怎么写", "render.test_render_lenders", "LENDERS"),
    ("事实表里读着不顺的", "facts.test_marks", "TOLD"),
    ("事实表里的标点和数", "facts.test_facts_laws", "TYPED"),
    ("公文的各种写法", "check.test_shapes", "_CASES"),
    ("章、条的序号后面打了半角标点", "check.test_divisions", "MENDED"),
    ("章、条的序号后面，不动的", "check.test_divisions", "KEPT"),
    ("版式上不算毛病的写法", "check.test_harmless", "HARMLESS"),
    ("重排时留着的样子", "typeset.test_carried", "KEPT"),
    ("重排时去掉的样子", "typeset.test_carried", "GONE"),
    ("比稿：起止的号换了写法，数没有变", "compare.test_ranges", "SAME"),
    ("比稿：起止的数变了", "compare.test_ranges", "OTHER"),
    ("比稿：事实和表格里的行后来怎样", "compare.test_changes", "EDITS"),
    ("重排时接受、拒绝的修订", "typeset.test_changes", "CASES"),
)
HEAD = """\
# 试过的形状

每一类毛病，除了当初出毛病的那份文件，还试过哪些别的形状。名字就是测试里的名字，每次跑测试都试。`tests/test_faulty_files.py` 是当初那些文件本身。
任意改动的（改标签、改属性、改字节、任意的事实表和正文）见 `tests/reading/test_any_xml.py`、`tests/hostile/`、`tests/typeset/test_laws.py`。
自动编号另拿 120 份随机做的多级列表和 LibreOffice 转出的文字比过：1229 个编号，1203 个一样；不同的 26 个，看过的都是 lvlRestart（LibreOffice 不照办）
和十以上的带圈数字。isLgl、没写的 start、startOverride 两边办法不同，不在比的里面，照标准的文字（ECMA-376 第一部分 17.9）。

头一回就对的有多少（2026 年 12 月，新写的形状，先照标准的文字定下对的结果，再跑；写错了的结果、两可的不算）：

| 类 | 头一回 | 没对的 | 改后又写的 |
|---|---:|---|---:|
| numbering | 17/17 | | |
| structure | 19/19 | | |
| hidden | 16/16 | | |
| kangxi | 18/18 | | |
| package | 24/24 | | |
| reference | 19/19 | | |
| diff | 25/25 | | |
| toc | 14/14 | | |
| softbreak | 11/11 | | |
| layout | 17/17 | | |
| stops | 16/18 | V2.1.3 版，起草出错；“我说'水'”的半角单引号 | 11/11 |
| reading | 15/17 | 署名、日期字间有空格；问题前面说到计划的判成打算 | 10/12 |
| leftover | 31/32 | 〔　　〕 | 11/16，又改，11/15 |
| runin | 16/17 | 一段里两个段首小标题（没有改） | 9/10 |
| pagebreak | 8/9 | 附件标题和“附件”不在一页 | 9/9 |
| hostile | 78/81 | 几段各两万个数、顿号，查 49 秒；十万段，查 35 秒；两份一起挖，58 秒（机器忙） | 250 份样子像数的事实表，没有出错 |

改后又写的里面没对的，“（一）压实责任　修订…”、各机关署名字间有空格、20  年、某某同志、达  %、（补）、一串点，也改了；
没有改的：N个泵站、〇〇年（查稿的 `blank` 报，只查版式不报）。

    python benchmarks/shapes.py      # 重写这一页

"""


def names(module: str, table: str) -> list[str]:
    """What the tests of ``module`` call the shapes in ``table``."""
    found: Iterable[object] = getattr(import_module(f"tests.{module}"), table)
    return [(" ".join(map(str, shape)) if isinstance(shape, tuple) else str(shape)).splitlines()[0] for shape in found]


def page() -> Iterator[str]:
    yield HEAD
    total = 0
    for kind, module, table in KINDS:
        found = [name.replace("|", "｜") for name in names(module, table)]
        total += len(found)
        yield f"**{kind}**（{len(found)}，`tests/{module.replace('.', '/')}.py`）：{'；'.join(found)}\n\n"
    yield f"共 {total} 样。\n"


if __name__ == "__main__":
    (HERE / "shapes.md").write_text("".join(page()), encoding="utf-8")
