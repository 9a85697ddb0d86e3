"""The theme of a draft: Word and WPS miss it where there is none, though nothing in a draft refers to it."""

from __future__ import annotations

from functools import cache

from generator.render.parts import written

_COLOURS = {"dk2": "44546A", "lt2": "E7E6E6"} | {f"accent{n}": colour for n, colour in enumerate(
    ("4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47"), 1)} | {"hlink": "0563C1", "folHlink": "954F72"}  # fmt: skip
_LINES = (6350, 12700, 19050)


@cache
def theme_part() -> bytes:
    """``word/theme/theme1.xml``: the least that its schema allows, and 宋体 for Chinese, as Word has it."""
    system = '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>'
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLOURS.items())
    face = '<a:latin typeface="Times New Roman"/><a:ea typeface=""/><a:cs typeface=""/><a:font script="Hans" typeface="宋体"/>'
    faces = "".join(f"<a:{name}>{face}</a:{name}>" for name in ("majorFont", "minorFont"))
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    lines = "".join(f'<a:ln w="{width}">{fill}</a:ln>' for width in _LINES)
    effects = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    return written(
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Office"><a:themeElements>'
        f'<a:clrScheme name="Office">{system}{colours}</a:clrScheme><a:fontScheme name="Office">{faces}</a:fontScheme>'
        f'<a:fmtScheme name="Office"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{lines}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effects}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )
