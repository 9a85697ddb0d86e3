"""Paragraphs of a Word file: their characters run by run, and where pages are known to begin."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from generator.check.cascade import Cascade
from generator.check.document import Paragraph, Run
from generator.check.grounds import ground
from generator.reading.elements import Element, attribute, child, local, tag
from generator.reading.wrappers import waiting

_WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "hyperlink", "smartTag", "fldSimple", "dir", "bdo"})
_OBJECTS = frozenset({"drawing", "pict", "object", "oMath"})
_BOXES = frozenset({"tc", "txbxContent"})


class Pages(Struct):
    """Beginnings of pages met so far: asked for, or where Word last laid one out."""

    count: int = 0
    printed: int = 0
    """The count when the last character was printed."""

    def turn(self) -> str:
        """A page begins; nothing is printed for it."""
        self.count += 1
        return ""

    def say(self, text: str) -> str:
        """``text`` stands on the page that has begun."""
        if text:
            self.printed = self.count
        return text


def body(parent: Element) -> Iterator[Element]:
    """The paragraphs of the body, those in content controls too, tables left out."""
    for part in parent:
        if local(part) == "p":
            yield part
        elif local(part) in _WRAPPERS:
            yield from body(part)


def boxes(root: Element) -> Iterator[tuple[int, Element]]:
    """The paragraphs in tables and text boxes, each with the number of the paragraph of the body before it. Word's fallback drawings are left out."""
    outer = {element: number for number, element in enumerate(body(root), 1)}
    number = 1
    for part in root.iter(tag("p")):
        number = outer.get(part, number)
        boxed = part not in outer and local(part.getparent()) in _BOXES
        if boxed and not any(local(above) == "Fallback" for above in part.iterancestors()):
            yield number, part


def paragraph(
    element: Element, number: int, cascade: Cascade, label: str = "", section: int = 0, grid_pitch: int = 0, pages: Pages | None = None
) -> Paragraph:
    """One paragraph, ``label`` (its number in a list of Word) before its text in the face of its first run."""
    pages = pages or Pages()
    if cascade.starts_page(element):
        pages.turn()
    opens = pages.printed = pages.count + _opens_page(element)
    style = cascade.style(element)
    mark = cascade.face(style, child(element, "pPr", "rPr"))
    runs = tuple(_Runs(element, style, cascade, pages).read(element))
    labelled = (Run(label, runs[0].face if runs else mark), *runs) if label else runs or (Run("", mark),)
    size = max(labelled, key=lambda run: len(run.text)).face.size
    return Paragraph(
        number=number,
        text="".join(run.text for run in labelled),
        runs=labelled,
        shape=cascade.shape(element, size, grid_pitch),
        style=cascade.style_name(element),
        section=section,
        opens=opens,
        closes=pages.printed,
        hidden="".join(_hidden(element, cascade)),
        prompt="".join(_prompts(element)),
        shade=cascade.shade(element),
        ground=ground(element, cascade.styles),
        holds=any(local(part) in _OBJECTS for part in element.iter()),
        apart=any(local(beside) in ("tbl", "tc") for beside in (element.getprevious(), element.getnext(), element.getparent())),
    )


def _hidden(paragraph: Element, cascade: Cascade) -> Iterator[str]:
    """What ``paragraph`` says in runs that no page shows."""
    for run in paragraph.iter(tag("r")):
        if cascade.hidden(paragraph, run):
            yield from (text.text or "" for text in run.findall(tag("t")))


def _prompts(paragraph: Element) -> Iterator[str]:
    """What controls that nobody has filled show in ``paragraph``, or around it."""
    around = [paragraph] if any(map(waiting, paragraph.iterancestors(tag("sdt")))) else []
    for control in around or filter(waiting, paragraph.iter(tag("sdt"))):
        yield from (text.text or "" for text in control.iter(tag("t")))


def _opens_page(element: Element) -> bool:
    """Whether a page begins before the first character of ``element``, by Word's last layout or a break."""
    for part in element.iter():
        if local(part) == "lastRenderedPageBreak" or (local(part) == "br" and attribute(part, "type") == "page"):
            return True
        if local(part) == "t" and part.text:
            return False
    return False


class _Runs(Struct, frozen=True):
    """What is needed to read the runs of one paragraph."""

    paragraph: Element
    style: str
    cascade: Cascade
    pages: Pages

    def read(self, parent: Element) -> Iterator[Run]:
        for part in parent:
            match local(part):
                case name if name in _WRAPPERS:
                    yield from self.read(part)
                case "AlternateContent":
                    yield from self.read(_chosen(part))
                case "r" if not self.cascade.hidden(self.paragraph, part):
                    text = "".join(_printed(sign, self.pages) for sign in part)
                    if text:
                        yield Run(text, self.cascade.face(self.style, child(part, "rPr")))


def _chosen(alternate: Element) -> Element:
    """What Word shows of content that there are several versions of: the first."""
    return next(iter(alternate), ())


def _printed(sign: Element, pages: Pages) -> str:
    match local(sign):
        case "t":
            return pages.say(sign.text or "")
        case "tab" | "ptab":
            return pages.say("\t")
        case "noBreakHyphen":
            return pages.say("-")
        case "br" if attribute(sign, "type") == "page":
            return pages.turn()
        case "br" | "cr":
            return pages.say("\n")
        case "lastRenderedPageBreak":
            return pages.turn()
        case "AlternateContent":
            return "".join(_printed(part, pages) for part in _chosen(sign))
        case _:
            return ""
