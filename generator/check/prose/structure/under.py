"""What stands under a head."""

from __future__ import annotations

from generator.report import Section, plain


def text_under(section: Section) -> str:
    """All that stands under a head, heads below it too."""
    return "\n".join([*(plain(b.inlines) for b in section.blocks), *(plain(s.title) + "\n" + text_under(s) for s in section.sections)])
