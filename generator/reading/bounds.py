"""How much of a Word file is read. A file within these bounds takes less than 20 s and 1 GB on a plain machine; Word's own writers stay far below."""

from __future__ import annotations

LARGEST_PART = 32 * 2**20
"""Bytes of one part unpacked. A report of a thousand pages has some 15 MB; a zip bomb of 4 GB is cut here before it fills the memory."""

MOST_TAGS = 4_000_000
"""Tags of one part: its tree takes some 130 bytes for each. A hundred thousand paragraphs have 600,000."""

MOST_PARAGRAPHS = 200_000
"""Paragraphs of the text: six thousand pages. What follows is told and not read."""

MOST_TOLD = 20
"""Problems of one kind that are told one by one: more than that nobody mends from a list, and a hundred thousand lines take a minute to print."""
