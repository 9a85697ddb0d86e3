"""The styles of an office's own file: how they are called, what each is based on, what it says of size and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.limits import LARGEST_FONT
from generator.render.shown import W


def styles_in(root: Any) -> list[Any]:
    """The styles of ``root``, an element ``w:styles``."""
    return list(root.findall(f"{W}style"))


def name_of(style: Any) -> str:
    """What ``style`` is called."""
    name = style.find(f"{W}name")
    return "" if name is None else str(name.get(f"{W}val", ""))


def normal_of(root: Any) -> Any | None:
    """The style that running text is based on; None where there is none."""
    return next((style for style in styles_in(root) if name_of(style).lower() == "normal"), None)


def chain(root: Any, identity: str) -> Iterator[Any]:
    """The style of that id and those it is based on."""
    by_id = {style.get(f"{W}styleId"): style for style in styles_in(root)}
    seen: set[str] = set()
    while identity in by_id and identity not in seen:
        seen.add(identity)
        yield by_id[identity]
        based = by_id[identity].find(f"{W}basedOn")
        identity = "" if based is None else based.get(f"{W}val", "")


def size(root: Any, identity: str) -> int:
    """Half-points; 0 where the style says nothing of its size, or no size that a font has."""
    sizes = (style.find(f"{W}rPr/{W}sz") for style in chain(root, identity))
    said = next((found.get(f"{W}val", "") for found in sizes if found is not None), "")
    half_points = round(float(said)) if re.fullmatch(r"[0-9]{1,4}(\.[0-9]+)?", said) else 0
    return half_points if half_points <= 2 * LARGEST_FONT else 0


def numbers(root: Any, identity: str) -> bool:
    """Whether Word numbers the paragraphs of a style by itself: the style says so, or the nearest one it is based on that says anything."""
    said = (style.find(f"{W}pPr/{W}numPr/{W}numId") for style in chain(root, identity))
    return next((bool(number.get(f"{W}val", "").strip().strip("0")) for number in said if number is not None), False)


def default_numbers(root: Any) -> list[Any]:
    """What makes Word number every paragraph of a file that does not say otherwise (ECMA-376 part 1, 17.7.5.2 pPrDefault; 17.7.4.17: the style of
    paragraphs that name none, on which those of a draft are based)."""
    usual = [style for style in styles_in(root) if style is normal_of(root) or style.get(f"{W}default") in ("1", "true", "on")]
    return [*root.iterfind(f"{W}docDefaults/{W}pPrDefault/{W}pPr/{W}numPr"), *(n for style in usual for n in style.iterfind(f"{W}pPr/{W}numPr"))]


def lacking_faces(root: Any) -> Iterator[str]:
    """What a draft needs of the styles and they do not say: Chinese faces by name."""
    normal = normal_of(root)
    looks = [] if normal is None else [normal.find(f"{W}rPr/{W}rFonts")]
    looks += [fonts for defaults in root.findall(f"{W}docDefaults") for fonts in defaults.iter(f"{W}rFonts")]
    faces = [look for look in looks if look is not None and (look.get(f"{W}eastAsia") or look.get(f"{W}eastAsiaTheme"))]
    if not faces:
        yield "参考文件的“正文”没有指定中文字体，换一台电脑可能变样"
    elif not faces[0].get(f"{W}eastAsia") or faces[0].get(f"{W}eastAsiaTheme"):
        yield "参考文件的“正文”用的是主题字体，换一台电脑可能变样"
