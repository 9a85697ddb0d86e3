"""A page to print, as HTML that needs nothing beside it; a line of words as Markdown."""

from __future__ import annotations

import re
from html import escape

_STYLE = (
    "@page{size:A4;margin:20mm}body{font-family:'Songti SC',SimSun,serif;font-size:11pt;line-height:1.6}"
    "h1{font-size:16pt;text-align:center}h2{font-size:13pt}table{border-collapse:collapse;width:100%}"
    "td,th{border:.5pt solid #444;padding:3pt 5pt;vertical-align:top;text-align:left}tr{page-break-inside:avoid}td:first-child{white-space:nowrap}"
)
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~])")


def page(title: str, body: str) -> str:
    """A whole page with ``title`` over ``body``, which is HTML; it needs nothing beside it."""
    head = f'<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>{escape(title)}</title><style>{_STYLE}</style></head>'
    return f"{head}<body><h1>{escape(title)}</h1>{body}</body></html>\n"


def safe(text: str) -> str:
    """``text`` on one line, nothing in it acting as Markdown."""
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))
