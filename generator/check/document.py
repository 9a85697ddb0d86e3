"""A Word file as rules see it: effective formatting resolved, lengths in twips (1/20 pt), sizes in half-points."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct, field


class Align(StrEnum):
    """Where the lines of a paragraph stand."""

    LEFT = "居左"
    CENTER = "居中"
    RIGHT = "居右"
    BOTH = "两端对齐"
    SPREAD = "分散对齐"


class LineRule(StrEnum):
    """What a line pitch means; the values are Word's."""

    AUTO = "auto"
    EXACT = "exact"
    LEAST = "atLeast"


class Edges(StrEnum):
    """Which pages a footer stands on; the values are Word's."""

    DEFAULT = "default"
    EVEN = "even"
    FIRST = "first"


class Font(Struct, frozen=True):
    """A face by name (None: nothing names one) and whether the theme names it."""

    name: str | None = None
    theme: bool = False


class Dress(Struct, frozen=True):
    """What is laid over characters. ``scale`` is their width in percent; ``highlight`` and ``shade`` are colours, empty where there is none;
    ``effects`` are what else is drawn around or under them, as a user calls it."""

    slanted: bool = False
    underlined: bool = False
    struck: bool = False
    raised: bool = False
    scale: int = 100
    highlight: str = ""
    shade: str = ""
    effects: frozenset[str] = frozenset()


class Face(Struct, frozen=True):
    """How characters look. ``latin`` is for letters and digits, ``high`` (hAnsi) for signs such as “ where no ``hint`` sends them to ``east_asian``.

    ``colour`` is six hexadecimal digits or ``auto``; ``spacing`` is what is added to each advance.
    """

    east_asian: Font
    latin: Font
    high: Font
    size: int
    bold: bool
    colour: str
    spacing: int
    hint: bool
    dress: Dress = Dress()


class Run(Struct, frozen=True):
    """Characters of one face."""

    text: str
    face: Face


class Line(Struct, frozen=True):
    """A border: its width in eighths of a point and its colour."""

    width: int
    colour: str


class Shape(Struct, frozen=True):
    """How a paragraph is laid out. ``pitch`` is in twips, or in 240ths of a line where ``rule`` is auto; ``outline`` 0–8, None for running text;
    ``framed``: a border stands on any of its sides."""

    align: Align
    left: float
    right: float
    first: float
    before: float
    after: float
    pitch: int
    rule: LineRule
    widow: bool
    snap: bool
    outline: int | None
    top: Line | None = None
    bottom: Line | None = None
    framed: bool = False


class Paragraph(Struct, frozen=True):
    """A paragraph of the body. ``number`` is 1-based; ``text`` has its automatic number before it and ``\\n`` where a line is broken.

    ``opens`` and ``closes`` count the known beginnings of pages up to its first and its last character. ``section`` is an index.
    ``hidden`` is what it says that no page shows; ``prompt`` what a control waiting to be filled shows; ``shade`` the colour behind it,
    ``ground`` that of the cell or box it stands in.
    ``holds``: it holds a picture or the like; ``apart``: it stands in or beside a table; ``listed``: in a 目录 that Word made; ``line``: where it
    was broken by hand, which of its lines this is.
    """

    number: int
    text: str
    runs: tuple[Run, ...]
    shape: Shape
    style: str = ""
    section: int = 0
    opens: int = 0
    closes: int = 0
    hidden: str = ""
    prompt: str = ""
    shade: str = ""
    ground: str = ""
    holds: bool = False
    apart: bool = False
    listed: bool = False
    line: int = 0

    @property
    def empty(self) -> bool:
        return not self.text.strip() and not self.holds

    @property
    def face(self) -> Face:
        """The face of most of its characters."""
        if len(self.runs) == 1:
            return self.runs[0].face
        lengths: dict[Face, int] = {}
        for run in self.runs:
            lengths[run.face] = lengths.get(run.face, 0) + len(run.text.strip())
        return max(lengths, key=lambda face: lengths[face])


class Footer(Struct, frozen=True):
    """The paragraph of a footer that holds the page number, which its ``text`` shows as ``#``.

    ``number`` is the face of the number; ``anchor`` is where the frame or box around it stands, if one does (``right``, ``outside``, ``?``…);
    ``below`` are the twips that further paragraphs take below it.
    """

    text: str
    runs: tuple[Run, ...]
    number: Face
    shape: Shape
    anchor: str = ""
    below: float = 0


class Header(Struct, frozen=True):
    """What stands above the text of a page: words, a picture, a rule across it, a watermark behind the text."""

    text: str = ""
    picture: bool = False
    ruled: bool = False
    watermark: bool = False


class Grid(Struct, frozen=True):
    """``w:docGrid``; ``kind`` is empty where there is none."""

    kind: str = ""
    pitch: int = 0
    characters: int = 0


class Section(Struct, frozen=True):
    """A run of pages laid out alike. ``left`` includes the gutter; ``continuous``: it begins on the page where the one before ends.

    ``start`` is the number that its first page is given, None where it counts on; ``extras`` is what its pages have that the text does not need, as a
    user calls it.
    """

    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int
    footer: int
    grid: Grid
    footers: dict[Edges, Footer | None]
    continuous: bool
    title_page: bool
    start: int | None
    number_format: str
    headers: Mapping[Edges, Header] = field(default_factory=dict)
    columns: int = 1
    extras: frozenset[str] = frozenset()

    @property
    def text_width(self) -> int:
        return self.width - self.left - self.right

    @property
    def text_height(self) -> int:
        return self.height - self.top - self.bottom

    @property
    def landscape(self) -> bool:
        return self.width > self.height


class Traces(Struct, frozen=True):
    """What its making left in a file: ``changes`` not yet accepted or refused by what they are, ``comments``, who made either, and the ``people``
    that its properties name, by what each is there."""

    changes: Mapping[str, int] = field(default_factory=dict)
    comments: int = 0
    authors: tuple[str, ...] = ()
    people: Mapping[str, str] = field(default_factory=dict)


class Document(Struct, frozen=True):
    """A Word file. ``language`` is that of East Asian text by default, empty where it is not said.

    ``boxed`` are the paragraphs in tables and text boxes; each has the number of the paragraph of the body before it.
    """

    name: str
    paragraphs: tuple[Paragraph, ...]
    boxed: tuple[Paragraph, ...]
    sections: tuple[Section, ...]
    even_and_odd: bool
    language: str
    traces: Traces = Traces()

    def section(self, paragraph: Paragraph) -> Section:
        return self.sections[min(paragraph.section, len(self.sections) - 1)]
