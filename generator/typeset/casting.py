"""What each paragraph is to wear, by what it is: places and faces of GB/T 9704-2012, clauses 7 and 10, as a look gives them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from generator.check.closings import side_by_side
from generator.check.document import Align
from generator.check.forms import Form
from generator.check.measure import right_gap
from generator.check.roles import Part, Role
from generator.check.rule import Laid
from generator.check.rules.faces import article, articled
from generator.check.run_in import run_in_heads
from generator.check.set_off import bold_throughout, stands_out
from generator.printed import LineKind
from generator.reading.elements import Element
from generator.render.closing import Closing
from generator.render.filling import rows
from generator.render.looks import Style
from generator.render.masthead import issuer_fit, issuer_spacing, red_line
from generator.render.ooxml import CHARACTER, Indent
from generator.render.parts import SIGNER_NAME_STYLE
from generator.render.pieces import characters
from generator.report import Report, Text
from generator.typeset.asides import aside, stands_in_line
from generator.typeset.gaps import Ending
from generator.typeset.imprint import at_foot, behind_foot
from generator.typeset.imprint import spread as spread_date
from generator.typeset.masthead import lined, spread, stops
from generator.typeset.paragraphs import RED, Setting, Stop
from generator.typeset.runs import Worn
from generator.typeset.signs import BLANKS, Sign, bounded, leading, signs, starting_runs
from generator.typeset.wardrobe import HEAD_STYLES, SUBTITLE_STYLE

_LABEL = re.compile(r"(附\s*件?\s*(\d{1,2}(?=\s*[：:]))?\s*[：:]?\s*)?(\d{1,2}(?!\d|年)\s*[.．、]?)?\s*")
_LOOSE = re.compile(r"(?<=[：:.．、])\s+")
_FAR_APART = 1.0
"""Characters by which the two layouts of a closing must differ for one to be told from the other."""
_OFF = 0.5
_FROM_RIGHT = 4.0
"""Characters between the right edge and the signature and date of an order (7.3.5.3)."""
_LONG_PARAGRAPH = 6
"""Rows of a last paragraph that may part from the signature rather than leave half a page empty."""


class Casting(Struct, frozen=True, dict=True):
    """Chooses the setting of the paragraphs of ``laid``; ``ids`` are the ids of our styles in the file; ``stamped``: the picture of a seal
    hangs on what closes it."""

    laid: Laid
    style: Style
    ids: Mapping[str, str]
    stamped: bool = False

    def setting(self, part: Part, element: Element) -> Setting:
        """How ``part``, which is ``element``, is to be set. Runs of ``element`` may be cut where a heading ends within one."""
        found = self._by_role(part, element)
        kept = part.at in self.kept
        return replace(found, spacing=self._spacing(element, part) or found.spacing, keep_next=found.keep_next or kept)

    def _by_role(self, part: Part, element: Element) -> Setting:
        match part.role:
            case Role.BODY | Role.ATTENDANCE:
                worn = Worn(bold=part.at in self.bold)
                return self._worn(LineKind.BODY, worn=worn, heads=self._heads(part, element), tabbed=_tabbed(part))
            case Role.HEADING:
                return self._heading(part)
            case Role.SUBTITLE:
                return Setting(self.ids[SUBTITLE_STYLE])
            case Role.ATTACHMENT:
                return self._worn(LineKind.ATTACHMENT, indent=self._attachment(part))
            case Role.SIGNATURE:
                return self._worn(LineKind.SIGNATURE, indent=Indent(right=self._closing_of(part).signature))
            case Role.DATE:
                return self._worn(LineKind.DATE, indent=Indent(right=self.closing.date))
            case Role.ISSUER:
                return self._issuer(part)
            case Role.DOCUMENT_NUMBER | Role.SIGNER:
                return self._number(part, element)
            case Role.COPIED | Role.PRINTED:
                return self._imprint(part, element)
            case Role.EMPTY if behind_foot(element):
                return self._worn(LineKind.BODY, indent=Indent(), flat=True)
            case Role.OTHER | Role.CONTENTS:
                return aside(part, element, self.laid.section(part), self.ids, self.style.page.text_width)
            case Role.EMPTY as role:
                return self._worn(role.kind, ruled=True)
            case (
                Role.COVER
                | Role.COPY_NUMBER
                | Role.SECRECY
                | Role.URGENCY
                | Role.TITLE
                | Role.ADDRESSEE
                | Role.NOTE
                | Role.ANNEX_LABEL
                | Role.ANNEX_TITLE
            ) as role:
                return self._worn(role.kind)

    def _worn(self, kind: LineKind, **more: object) -> Setting:
        return Setting(self.ids[kind.style], **more)  # type: ignore[arg-type]

    def _heading(self, part: Part) -> Setting:
        """A chapter may stand in the middle."""
        style = self.ids[f"Heading{min(part.level, 4)}"]
        centred = part.number is not None and part.number.chapter and part.paragraph.shape.align is Align.CENTER
        return Setting(style, Indent(), "center") if centred else Setting(style)

    @cached_property
    def bold(self) -> frozenset[int]:
        """Where a line of running text is bold from end to end in a text that is not: it may head something, and stays bold."""
        if bold_throughout([part.paragraph for part in self.laid.parts]):
            return frozenset()
        return frozenset(part.at for part in self.laid.of(Role.BODY) if stands_out(part.paragraph))

    # --- what opens a paragraph --------------------------------------------------------------------------------------------------------------

    def _heads(self, part: Part, element: Element) -> dict[int, Worn]:
        """The runs that are a heading, or 出席：, or the number of an article set so, before the text of their paragraph."""
        if part.role is Role.ATTENDANCE:
            length = re.search("[：:]|$", part.text)
            return self._first(element, length.end() if length else 0, HEAD_STYLES[1])
        if articled(part, self.laid.wanted.headings[0]):
            return self._first(element, article(part) - self._label_length(part, element), HEAD_STYLES[1])
        if part.heading is None or not part.heading.rest or part.level not in HEAD_STYLES or part.at not in self._run_in:
            return {}
        return self._first(element, part.heading.rest_at - self._label_length(part, element), HEAD_STYLES[part.level])

    @cached_property
    def _run_in(self) -> frozenset[int]:
        return run_in_heads(self.laid)

    def _first(self, element: Element, length: int, style: str) -> dict[int, Worn]:
        offset = len(leading(signs(element))) + length
        bounded(element, offset)
        return dict.fromkeys(starting_runs(element, offset), Worn(self.ids[style]))

    @staticmethod
    def _label_length(part: Part, element: Element) -> int:
        """How much of the text of ``part`` is no character of its own: the number that a list gives it."""
        return max(0, len(part.text) - len("".join(sign.text for sign in signs(element)).strip(BLANKS + "\n")))

    # --- attachments and closing -------------------------------------------------------------------------------------------------------------

    def _attachment(self, part: Part) -> Indent:
        """What runs over stands under the first character of the name (7.3.4)."""
        look = self.style.attachment
        found = _LABEL.match(part.text)
        label = _LOOSE.sub("", found.group()) if found else ""
        start = look.indent + (0 if label.startswith("附") else characters("附件：", look))
        opening = characters(label, look)
        return Indent(left=start + opening, hanging=opening)

    @staticmethod
    def loose(found: Sequence[Sign]) -> list[Sign]:
        """The blanks behind the marks of the label that a row of attachments begins with."""
        text = "".join(sign.text for sign in found)
        start = len(leading(found))
        label = _LABEL.match(text, start)
        return [found[n] for gap in _LOOSE.finditer(text, start, label.end()) for n in range(*gap.span())] if label else []

    @cached_property
    def ending(self) -> Ending:
        """How the paper ends."""
        signed = self.laid.form is Form.ORDER
        return Ending(self._sealed and not signed, signed)

    @cached_property
    def _sealed(self) -> bool:
        """Whether there is a seal, or signature and date stand as over one (7.3.5.1) and could not be taken for the layout without; or names stand
        side by side, a seal on each."""
        signatures, dates = self.laid.of(Role.SIGNATURE), self.laid.of(Role.DATE)
        if self.stamped or any(side_by_side(part.text) for part in signatures):
            return True
        if len(signatures) != 1 or not dates:
            return False
        gaps = [right_gap(part.paragraph, self.laid.section(part)) for part in (signatures[0], dates[0])]
        found = [None if gap is None else gap / CHARACTER for gap in gaps]
        with_seal = self._closing(signatures[0].text, dates[0].text, sealed=True)
        without = self._closing(signatures[0].text, dates[0].text, sealed=False)
        return _near(found, with_seal, _OFF) and not _near([without.signature, without.date], with_seal, _FAR_APART)

    def _closing(self, signature: str, date: str, sealed: bool) -> Closing:
        if self.laid.form is Form.ORDER:
            return Closing(_FROM_RIGHT, _FROM_RIGHT)
        last = (side_by_side(signature) or (signature,))[-1]
        return Closing.of(Report(signature=_inlines(last), date=_inlines(date), sealed=sealed), self.style)

    @cached_property
    def closing(self) -> Closing:
        signatures, dates = self.laid.of(Role.SIGNATURE), self.laid.of(Role.DATE)
        return self._closing(signatures[-1].text if signatures else "", dates[0].text if dates else "", self.ending.sealed)

    def _closing_of(self, part: Part) -> Closing:
        """Each of several signatures stands where it would alone."""
        dates = self.laid.of(Role.DATE)
        return self._closing(part.text, dates[0].text if dates else "", self.ending.sealed)

    @cached_property
    def kept(self) -> frozenset[int]:
        """Where that stands which must be on one page with the date (7.3.5.5): the short last paragraph of the text, and what is below it."""
        closing = self.laid.of(Role.SIGNATURE, Role.DATE)
        kept: list[Part] = []
        for above in self.laid.before(closing[-1]) if closing else ():
            kept.append(above)
            if above.role not in (Role.EMPTY, Role.ATTACHMENT, Role.SIGNATURE):
                break
        flowing = [part for part in kept if part.role is Role.BODY and self._flows(part)]
        return frozenset(part.at for part in kept if part not in flowing)

    def _flows(self, part: Part) -> bool:
        """Whether a last paragraph is left to break over pages: a long one, or the only one, which the first page must show."""
        alone = not any(other is not part for other in self.laid.of(Role.BODY))
        return alone or rows(part.text, self.style.body, self.style.page.text_width) > _LONG_PARAGRAPH

    # --- above the title, below the date -----------------------------------------------------------------------------------------------------

    def _issuer(self, part: Part) -> Setting:
        """Only in the common form does its place follow from the type area."""
        size, scale = issuer_fit(part.text, self.style)
        marks = sum(above.role in (Role.COPY_NUMBER, Role.SECRECY, Role.URGENCY) for above in self.laid.before(part))
        spacing = issuer_spacing(size, marks if self.laid.form is Form.DOCUMENT else None, self.style)
        return self._worn(LineKind.ISSUER, spacing=spacing, worn=Worn(size=size, scale=scale), ruled=True, rule=RED)

    def _number(self, part: Part, element: Element) -> Setting:
        """Centred; at the left where 签发人 stands on its line, at the right in a letter (10.1)."""
        if part.role is Role.DOCUMENT_NUMBER and any(above.role is Role.TITLE for above in self.laid.before(part)):
            return Setting(self.ids[SUBTITLE_STYLE])
        spaced = spread(element)
        _, _, name = part.text.partition("签发人")
        heads = self._signer(element) if name else {}
        border = red_line(self.style) if part.at == self.lined else ""
        ruled = {"ruled": not border, "rule": RED, "border": border, "heads": heads, "tabbed": True}
        if self.laid.form is Form.LETTER and part.paragraph.shape.align is Align.RIGHT:
            return self._worn(LineKind.NUMBER, indent=Indent(), align="right", **ruled)
        if part.role is Role.SIGNER:
            return self._worn(LineKind.NUMBER, indent=Indent(right=1), align="right", **ruled)
        if spaced:
            return self._worn(LineKind.NUMBER, **{**ruled, "tabbed": False}, stops=stops(self.style), indent=Indent(), align="left")
        if "签发人" in part.text or "\t" in part.text:
            tabbed = part.paragraph.text.startswith("\t")
            return self._worn(LineKind.NUMBER, indent=Indent(left=0 if tabbed else 1), align="left", **ruled)
        return self._worn(LineKind.NUMBER, **ruled)

    @cached_property
    def lined(self) -> int | None:
        return lined(self.laid)

    def _signer(self, element: Element) -> dict[int, Worn]:
        """The names behind 签发人：."""
        text = "".join(sign.text for sign in signs(element))
        found = re.search(r"签发人\s*[：:]?\s*", text)
        at = found.end() if found else len(text)
        bounded(element, at)
        first = starting_runs(element, at)
        every = starting_runs(element, len(text))
        return dict.fromkeys(every - first, Worn(self.ids[SIGNER_NAME_STYLE]))

    def _imprint(self, part: Part, element: Element) -> Setting:
        """One character free on either side; what runs over stands behind the colon (7.4.2)."""
        copied = part.role is Role.COPIED
        look = self.style.imprint.copies if copied else self.style.imprint.printer
        label = re.match(r"抄\s*[送报]\s*[：:]?", part.text)
        hanging = characters(label.group(), look) if label else 0.0
        em = look.size * 10 / CHARACTER
        indent = Indent(left=em + hanging, hanging=hanging) if hanging else Indent(left=em)
        kind = LineKind.COPIES if copied else LineKind.PRINTER
        if not at_foot(element):
            return self._worn(kind, indent=replace(indent, right=em), tabbed=True, ruled=True, widths=self._lines(part))
        edge = Stop(self.style.page.text_width - look.size * 10, "right")
        stops = (edge,) if not copied and spread_date(element) else ()
        return self._worn(kind, indent=replace(indent, right=em), tabbed=not stops, stops=stops)

    def _lines(self, part: Part) -> dict[str, int]:
        """The first and the last line of 版记 are thick, those between thin (7.4.1)."""
        found, look = self.laid.of(Role.COPIED, Role.PRINTED), self.style.imprint
        return {"top": look.thick if part is found[0] else look.thin, "bottom": look.thick if part is found[-1] else look.thin}

    # --- lines that hold more than characters ------------------------------------------------------------------------------------------------

    def _spacing(self, element: Element, part: Part) -> dict[str, str | int]:
        """An exact pitch would cut off a picture or a formula that stands in the line."""
        if not stands_in_line(element):
            return {}
        line: dict[str, str | int] = {"line": self.style.line, "lineRule": "atLeast"} if part.text else {"line": 240, "lineRule": "auto"}
        return {"before": 0, "after": 0, **line}


def _tabbed(part: Part) -> bool:
    return "\t" in part.text


def _inlines(text: str) -> tuple[Text, ...]:
    return (Text(text),) if text else ()


def _near(found: list[float | None] | list[float], wanted: Closing, by: float) -> bool:
    places = (wanted.signature, wanted.date)
    return all(gap is not None and abs(gap - place) <= by for gap, place in zip(found, places, strict=True))
