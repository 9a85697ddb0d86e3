"""What a file is that goes by the name of a Word file and is none, and what a person can do about it."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from typing import NamedTuple


class Foreign(NamedTuple):
    """What the file is, and what to do; both as a user reads them."""

    what: str
    remedy: str


_SAVE_AS = "用 Word 或 WPS 打开，另存为 .docx"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENTRY = 128
"""Bytes of an entry in the directory of a compound file; its name stands at the beginning, in UTF-16 ([MS-CFB] 2.6.1)."""

_STREAMS = (
    ("EncryptedPackage", Foreign("这个 Word 文件设了打开密码", "用 Word 打开，在“文件—信息—保护文档”里清空密码，另存一份")),
    (
        "WordDocument",
        Foreign("这是旧版 Word 或 WPS 文件（.doc、.wps），只是后缀写成了 .docx", f"{_SAVE_AS}；装了 LibreOffice，把后缀改回 .doc 也能读"),
    ),
    ("Workbook", Foreign("这是旧版 Excel 表格（.xls），不是 Word 文件", "要里面的文字，复制到 Word 里存成 .docx")),
    ("Book", Foreign("这是旧版 Excel 表格（.xls），不是 Word 文件", "要里面的文字，复制到 Word 里存成 .docx")),
    ("PowerPoint Document", Foreign("这是旧版演示文稿（.ppt），不是 Word 文件", "要里面的文字，复制到 Word 里存成 .docx")),
)
_COMPOUND = Foreign("这是旧版的 Office 文件，不是 .docx", f"{_SAVE_AS}；装了 LibreOffice，把后缀改回原来的（.doc、.wps）也能读")
EMPTY = Foreign("这个文件是空的", "多半没有下载完，或存盘时出了错：从原处再取一份")
OTHER = Foreign("不是能读的 Word 文件", "用 Word 打开看看；能打开的，另存为 .docx 后重试")
TEXT = Foreign("这是文字文件，只是后缀写成了 .docx", "把后缀改成 .txt")
_MAIL = Foreign("这是邮件（.eml），不是 Word 文件", "用邮件软件打开，把里面的附件另存出来")
_OWNER = Foreign("这是 Word 打开稿子时临时写的文件（名字以 ~$ 开头），里面没有稿子", "给名字里没有 ~$ 的那一份")
_OWNER_BYTES = (162, 165)
"""What Word and Excel write beside a file while somebody has it open: the length of his name, the name, filled up; then both again in UTF-16, so that
no text of so many bytes is taken for one."""
_LONGEST_OWNER = 53
_WEB = Foreign("这是网页，只是后缀写成了 .docx", _SAVE_AS)

_HEADS: tuple[tuple[re.Pattern[bytes], Foreign], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE | re.DOTALL), found)
    for pattern, found in (
        (rb"%TSD-Header|.{0,16}E-SafeNet", Foreign("这个文件被加密软件加了密", "在装了加密软件、有权限的电脑上解密，或另存为明文，再给")),
        (rb"\{\\rtf", Foreign("这是 RTF 文件（.rtf），只是后缀写成了 .docx", _SAVE_AS)),
        (rb"%PDF", Foreign("这是 PDF 文件，不是 Word 文件", "把后缀改回 .pdf（要装 LibreOffice），或用 Word 打开另存为 .docx；扫描件先识别文字")),
        (
            rb"(MIME-Version|From|Content-Type|X-Document-Type|Date|Subject):.{0,2000}multipart/related",
            Foreign("这是单个文件的网页（.mht）", _SAVE_AS),
        ),
        (rb"(<\?xml[^>]*\?>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body|meta|table|div|p)\b", _WEB),
        (rb"<\?xml.{0,4000}<(\w+:)?wordDocument\b", Foreign("这是 Word 2003 的 XML 文件", _SAVE_AS)),
        (rb"<\?xml.{0,4000}<pkg:package\b", Foreign("这是 Word 的 XML 文件（单个文件，没有压缩）", _SAVE_AS)),
        (rb"<\?xml.{0,4000}<(\w+:)?UOF\b", Foreign("这是标文通文件（.uof）", _SAVE_AS)),
        (rb"<\?xml", Foreign("这是 XML 文件，不是 Word 文件", "用写它的软件打开，另存为 .docx 或 .txt")),
        (rb"Rar!|7z\xbc\xaf\x27\x1c|\x1f\x8b|.{257}ustar", Foreign("这是压缩包，不是 Word 文件", "解开压缩包，给里面的 .docx")),
        (rb"((From|To|Date|Subject|Received|Return-Path|Message-ID|X-[\w-]+):[^\n]*\n){2}", _MAIL),
        (
            rb"\x89PNG|\xff\xd8\xff|GIF8|BM.{4}\0\0\0\0|II\*\0|MM\0\*|RIFF.{4}WEBP|.{4}ftyp(hei|mif|avif)",
            Foreign("这是图片，不是 Word 文件", "先识别成文字，另存为 .docx 或 .txt"),
        ),
        (rb"MZ\x90\0|\x7fELF", Foreign("这是程序，不是 Word 文件", "不要打开它；从原处再取一份")),
        (rb"L\0\0\0\x01\x14\x02\0", Foreign("这是快捷方式，不是文件本身", "找到它指着的文件，给那一份")),
        (rb"Founder CEB|CAJ|HN\0|KDH", Foreign("这是 CEB、CAJ 一类的版式文件，不是 Word 文件", "用它的阅读器导出成文字，再给 .docx 或 .txt")),
    )
)


def foreign(data: bytes) -> Foreign | None:
    """What ``data`` is, if it is no package of any kind; None for what may be one."""
    if not data.strip(b"\0 \t\r\n"):
        return EMPTY
    if data.startswith(_OLE):
        return next((found for stream, found in _STREAMS if _has_stream(data, stream)), _COMPOUND)
    if data.startswith(b"PK"):
        return None
    if len(data) in _OWNER_BYTES and 0 < data[0] <= _LONGEST_OWNER and b"\0" in data:
        return _OWNER
    head = data[:8192].removeprefix(b"\xef\xbb\xbf").lstrip()
    return next((found for pattern, found in _HEADS if pattern.match(head)), None) or _by_text(data)


_MISNAMED = "，只是后缀写成了 .docx"
_OWN = {"网页": (".html", ".htm"), "RTF": (".rtf",), "旧版 Word": (".doc", ".wps"), "文字文件": (".txt", ".md")}
"""How the files end that are rightly called so."""
_SUFFIX = re.compile(r"\.[a-z]{2,5}$", re.IGNORECASE)


def called(what: str, name: str) -> str:
    """``what`` a file is, as it is said of one of that ``name``: that it is misnamed only where it is, and by the suffix it has."""
    suffix = _SUFFIX.search(name)
    if suffix is None or not what.endswith(_MISNAMED):
        return what
    own = any(kind in what and suffix[0].lower() in ends for kind, ends in _OWN.items())
    return what.removesuffix(_MISNAMED) + ("，不是 .docx" if own else f"，只是后缀写成了 {suffix[0]}")


def _has_stream(data: bytes, name: str) -> bool:
    """Whether the directory of the compound file ``data`` names ``name``: an entry begins at every 128th byte."""
    written = f"{name}\0".encode("utf-16-le")
    at = data.find(written)
    while at >= 0:
        if at % _ENTRY == 0:
            return True
        at = data.find(written, at + 1)
    return False


def _by_text(data: bytes) -> Foreign:
    """What neither is a package nor begins as any known kind: plain text, or nothing that can be told."""
    for encoding in ("utf-16",) if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else ("utf-8", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not _CONTROL.search(text):
            return TEXT
    return OTHER


_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")

_PACKAGES: tuple[tuple[tuple[str, ...], Foreign], ...] = (
    (("xl/",), Foreign("这是 Excel 表格（.xlsx），不是 Word 文件", "要里面的文字，复制到 Word 里存成 .docx")),
    (("ppt/",), Foreign("这是演示文稿（.pptx），不是 Word 文件", "要里面的文字，复制到 Word 里存成 .docx")),
    (("visio/",), Foreign("这是 Visio 图（.vsdx），不是 Word 文件", "要里面的文字，复制到 Word 里存成 .docx")),
    (("index/document.iwa", "index.zip"), Foreign("这是苹果 Pages 文件（.pages），不是 Word 文件", "用 Pages 打开，导出成 .docx")),
    (("meta-inf/container.xml",), Foreign("这是电子书（.epub），不是 Word 文件", "要里面的文字，复制到 Word 里存成 .docx")),
    (("uof.xml",), Foreign("这是标文通文件（.uof）", _SAVE_AS)),
    (("ofd.xml",), Foreign("这是 OFD 版式文件，不是 Word 文件", "用 OFD 阅读器导出成文字或 Word，再给 .docx 或 .txt")),
    (
        ("meta-inf/manifest.xml", "content.xml"),
        Foreign("这是 OpenDocument 文件（.odt），不是 .docx", f"{_SAVE_AS}；装了 LibreOffice，把后缀改回 .odt 也能读"),
    ),
    (("word/",), Foreign("这个 Word 文件里没有正文", "用 Word 打开看看，另存一份")),
)


REPACKED = Foreign("这是解开以后又压缩的 Word 文件，外面多了一层文件夹", "从原处再取一份；没有了，进到那层文件夹里，选中全部再压缩，后缀写成 .docx")


def foreign_package(holds: Callable[..., bool]) -> Foreign:
    """What a package is that has no text of Word in it; ``holds`` says whether it has parts in certain folders."""
    return next((found for folders, found in _PACKAGES if holds(*folders)), Foreign("这是压缩包，不是 Word 文件", "解开压缩包，给里面的 .docx"))
