"""What a look asks of a file, as rules of layout measure it."""

from __future__ import annotations

from generator.check.wanted import Margins, Type, Wanted
from generator.render.looks import Look, Style


def wanted(style: Style) -> Wanted:
    """What ``style`` asks for."""
    page, body = style.page, style.body
    first, second, third, fourth = map(_type, style.headings)
    return Wanted(
        width=page.width,
        height=page.height,
        margins=(Margins(page.top, page.bottom, page.left, page.right),),
        line=body.line,
        rows=page.text_height // body.line,
        characters=page.text_width // (body.size * 10 + body.spacing),
        title=_type(style.title),
        addressee=_type(style.addressee),
        headings=(first, second, third, fourth),
        body=_type(body),
        page_number=_type(style.page_number),
    )


def _type(look: Look) -> Type:
    return Type(look.east_asian, look.size, look.bold)
