"""How much is taken of anything: every size, depth and count in one place, with its reason.

Each lies far above what reports need and low enough that a file made to do harm costs seconds and megabytes, not minutes and gigabytes. What goes
beyond is told as a problem; nothing is cut off silently.
"""

from __future__ import annotations

FILE_BYTES = 100 * 2**20
"""A file that is read whole. A report with photographs has some tens of megabytes."""

PACKAGE_BYTES = 64 * 2**20
"""An office's own Word file, unpacked: all of its parts are read and written again. One with photographs has some tens of megabytes."""

TEXT_BYTES = 20 * 2**20
"""A text file. The shipped bank, all files together, has 0.7 MB; a report as text some tens of kilobytes."""

YAML_VALUES = 500_000
"""Values of one YAML file, keys included. The largest shipped bank file has some ten thousand; half a million take half a gigabyte."""

YAML_DEPTH = 24
"""Lists and mappings within one another. A facts file uses seven; what reads them goes down by recursion."""

FACTS_CHARACTERS = 100_000
"""A facts file. A long annual report has twenty thousand characters; faults are looked for by reading what is left again and again."""

WORD_LENGTH = 60
"""Characters of a user's word that a message repeats, and up to which a near name is looked for."""

NUMBER_DIGITS = 9
"""Digits of a whole number: a draft, a page, a count of reports in nine digits is a slip."""

PASSAGE_CHARACTERS = 20_000
"""A passage of a template. The longest shipped one has three hundred; Jinja compiles it to Python."""

PASSAGE_STEPS = 10_000
"""Pieces that a passage may yield and rounds that its loops may make. The shipped ones need some dozens; loops within loops multiply them."""

PASSAGE_PARTS = 10_000
"""Parts of one value within a passage: {% set %} in a loop can double a value each time round."""

PACKAGE_PARTS = 65_535
"""Parts of a Word file that is written again: more than an archive without extensions can list. One with photographs has some dozens."""

PAGE_MILLIMETRES = 558
"""A side of a page and each of its margins: 22 inches, the most that Word takes."""

LINE_POINTS = 1584
"""Line pitch and spacing of characters: the most that Word takes."""

LARGEST_FONT = 1638
"""Points of a font: the most that Word takes."""

RULE_MILLIMETRES = 2.1
"""Thickness of a rule: 6 points, the most that Word takes."""

LINE_CHARACTERS = 60
"""Indents and gaps in characters: a line of the widest page has about as many."""

EMPTY_LINES = 40
"""Empty lines in a row, each a paragraph of its own: more than a page has."""

TERMINAL_COLUMNS = 1000
"""A terminal's width: wider ones are taken for this wide, since what is centred is filled up with spaces."""

PROBLEMS_SHOWN = 200
"""Problems printed in one run: more than anyone mends before the next."""

WORD_PART_BYTES = 32 * 2**20
"""One part of a Word file that is read, unpacked: its text, its styles. A report of a thousand pages has some 15 MB; a zip bomb ends here."""

WORD_PART_TAGS = 1_000_000
"""Tags of one part. A hundred thousand paragraphs have 600,000; four million, empty ones, took 1.5 GB and over a minute to check."""

WORKBOOK_CELLS = 2_000_000
"""Cells of a page of a workbook, up to its last row and column: three thousand units with six hundred facts. Twenty million took a minute; a single
one in the last row and column ends the process that reads it."""

WORKBOOK_BYTES = 128 * 2**20
"""A workbook, unpacked. A page of a million cells has some 60 MB."""

SET_RUNS = 60_000
"""Paragraphs and runs of a text that is set anew, which rewrites each of them and judges the whole before and after. A report of five hundred pages
has some 30,000; twice as many take half a minute."""

PARAGRAPHS = 12_000
"""Paragraphs of a report that is read: a book of four hundred pages. Of public Word files the longest had eight thousand. A hundred and fifty rules
that read each of them take ten seconds."""

CHARACTERS = 1_000_000
"""Characters of a report that is read: fifteen hundred pages. Three million, in one paragraph, took forty seconds to check or to set anew."""

NOTE_CHARACTERS = 2_000
"""Characters of a clerk's statement that is looked through for words to supply. The longest of real facts files has two hundred; ninety thousand in
one took over a minute."""

PARAGRAPH_CHARACTERS = 5_000
"""Characters of a paragraph that rules of prose read: eight pages without an end. The longest in reports has three thousand. Rules look back and
forth in a paragraph, so that their time grows with its square: one of twenty thousand took up to a minute and a half."""

LONG_PARAGRAPH = 1_000
"""Characters from which a paragraph is long: two pages."""

LONG_PARAGRAPHS = 60_000
"""Characters of all long paragraphs of a report that rules of prose read: a hundred pages. Two hundred paragraphs at the bound took a minute."""

REFERENCE_TAGS = 200_000
"""Tags of one part of an office's own file that is written in. One of a hundred pages has some 30,000; taking six hundred thousand out again took
over a minute, opening four million styles 2 GB."""

PROBLEMS_OF_A_KIND = 20
"""Problems of one kind told one by one about a report that is read: more than that nobody mends from a list."""

REMARKS_OF_A_RULE = 200
"""Remarks of one rule on one report: more than anyone mends before the next check. Lone quotes alone may be a million."""
