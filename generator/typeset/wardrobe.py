"""The styles that a look gives, each whole in itself, so that nothing of the file they are put into shows through, nor they through it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import deepcopy

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from generator.printed import STYLED, LineKind
from generator.reading.elements import Element, attribute, child, tag, value, written
from generator.render.looks import Style
from generator.render.ooxml import Indent, element, fonts, paragraph_look, run_look
from generator.render.parts import FOOTER_STYLE, SIGNER_NAME_STYLE, styles_part
from generator.typeset.schema import PARAGRAPH_ORDER, parsed, put

SUBTITLE_STYLE, ASIDE_STYLE = "NigaoSubtitle", "NigaoAside"
HEAD_STYLES = {level: f"NigaoHead{level}" for level in (1, 2)}
"""Character styles of a heading that its text follows on the same line. Third and fourth levels look like the text."""

_NAMES = {SUBTITLE_STYLE: "公文副标题", ASIDE_STYLE: "公文其他", HEAD_STYLES[1]: "段首小标题1", HEAD_STYLES[2]: "段首小标题2"}
_OWN = frozenset({*STYLED, *(f"Heading{n}" for n in range(1, 5)), FOOTER_STYLE, SIGNER_NAME_STYLE})


class Wardrobe(Struct, frozen=True):
    """Elements ``w:style`` by our own id for them."""

    styles: Mapping[str, Element]

    @classmethod
    def of(cls, style: Style) -> Wardrobe:
        """The styles of one of the tool's own looks."""
        made = etree.fromstring(styles_part(style)).findall(tag("style"))
        own = {identity: each for each in made if (identity := attribute(each, "styleId") or "") in _OWN}
        return cls({key: _alone(each) for key, each in {**own, **_further(style)}.items()})

    def indent(self, key: str) -> Element | None:
        """The indent that a style gives, to be said by a paragraph itself: a list would put its own over that of the style."""
        return deepcopy(child(self.styles[key], "pPr", "ind"))

    def changing(self, root: Element) -> list[Element]:
        """The paragraph styles of the part ``root`` that are about to look otherwise."""
        ours = {_identified(own): own for own in self._put_into(root).values()}
        named = ((style, ours.get(_identified(style))) for style in root.findall(tag("style")) if attribute(style, "type") != "character")
        return [style for style, own in named if own is not None and not _alike(style, own)]

    def hung(self, root: Element) -> dict[str, str]:
        """Put the styles into the part ``root``, each in the place of one of its name: our ids → the ids they have there. Where its defaults number
        every paragraph (ECMA-376 part 1, 17.7.5.2), the styles say that they do not."""
        known = {_identified(each): each for each in root.findall(tag("style"))}
        taken = {attribute(each, "styleId") for each in known.values()}
        ids: dict[str, str] = {}
        for key, own in self.styles.items():
            theirs = known.get(_identified(own))
            ids[key] = (attribute(theirs, "styleId") if theirs is not None else _free(key, taken)) or key
        for own in self._put_into(root).values():
            _hang(own, ids, known.get(_identified(own)), root)
        return ids

    def _put_into(self, root: Element) -> Mapping[str, Element]:
        """The styles as they are to be in ``root``."""
        if child(root, "docDefaults", "pPrDefault", "pPr", "numPr") is None:
            return self.styles
        return {key: _unnumbered(own) for key, own in self.styles.items()}


def _unnumbered(style: Element) -> Element:
    made = deepcopy(style)
    properties = child(made, "pPr")
    if properties is not None and child(properties, "numPr") is None:
        none = parsed(element("numPr", element("numId", val=0)))
        put(properties, none, PARAGRAPH_ORDER)
    return made


def _alike(theirs: Element, own: Element) -> bool:
    return child(theirs, "basedOn") is None and all(written(child(theirs, name)) == written(child(own, name)) for name in ("pPr", "rPr"))


def _identified(style: Element) -> tuple[str, str]:
    return attribute(style, "type") or "paragraph", (value(style, "name") or "").strip().lower()


def _free(key: str, taken: Iterable[str | None]) -> str:
    known = set(taken)
    return next(identity for identity in (key, *(f"{key}{n}" for n in range(2, len(known) + 3))) if identity not in known)


def _hang(own: Element, ids: Mapping[str, str], theirs: Element | None, root: Element) -> None:
    if theirs is None:
        made = deepcopy(own)
        made.set(tag("styleId"), ids[attribute(own, "styleId") or ""])
        following = child(made, "next")
        if following is not None:
            following.set(tag("val"), ids.get(attribute(following, "val") or "", attribute(following, "val") or ""))
        root.append(made)
        return
    for name in ("basedOn", "pPr", "rPr"):
        if (old := child(theirs, name)) is not None:
            theirs.remove(old)
    theirs.extend(deepcopy(part) for name in ("pPr", "rPr") if (part := child(own, name)) is not None)


def _alone(style: Element) -> Element:
    based = child(style, "basedOn")
    if based is not None:
        style.remove(based)
    return style


def _further(style: Style) -> dict[str, Element]:
    """What only files of others hold: a line below the title, captions and the like, a heading that its text follows."""
    below = replace(style.headings[1], align="center", indent=0, bold=False)
    aside = replace(style.body, align="left", indent=0)
    made = {key: (paragraph_look(look, Indent()), run_look(look)) for key, look in ((SUBTITLE_STYLE, below), (ASIDE_STYLE, aside))}
    heads = {key: (element("rPr", fonts(style.headings[n - 1].east_asian, style.headings[n - 1].latin)),) for n, key in HEAD_STYLES.items()}
    return {key: further(key, *looks) for key, looks in {**made, **heads}.items()}


def further(key: str, *looks: str) -> Element:
    """One of the styles that only files of others need, with ``looks`` as its properties."""
    kind = "character" if key in HEAD_STYLES.values() else "paragraph"
    head = element("name", val=_NAMES[key])
    return parsed(element("style", head, *looks, type=kind, customStyle=1, styleId=key))


BODY_STYLE = LineKind.BODY.style
