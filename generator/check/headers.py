"""What a header holds: words, a picture, a rule, a watermark. What stands in it for nobody to see, such as an empty line, is nothing."""

from __future__ import annotations

from generator.check.cascade import Cascade
from generator.check.document import Header
from generator.reading.elements import Element, local, tag

_PICTURES = frozenset({"blip", "imagedata"})
_SIZE = 18


def header(root: Element, cascade: Cascade) -> Header:
    """The header ``root``. Words in a text box count; those of a watermark do not."""
    parts = [part for part in root.iter() if not any(local(above) == "Fallback" for above in part.iterancestors())]
    paragraphs = [part for part in parts if local(part) == "p" and part.tag == tag("p")]
    return Header(
        text="".join(part.text or "" for part in parts if part.tag == tag("t")).strip(),
        picture=any(local(part) in _PICTURES for part in parts),
        ruled=any(cascade.shape(p, _SIZE, 0).bottom is not None for p in paragraphs),
        watermark=any(
            local(part) == "textpath" or "watermark" in (part.get("id") or part.get("name") or "").lower() for part in parts if local(part)
        ),
    )
