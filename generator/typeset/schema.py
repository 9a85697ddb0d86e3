"""The order in which the schema of WordprocessingML has the children of an element (ECMA-376 part 1, annex A)."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from generator.reading.elements import Element, local
from generator.render.ooxml import NAMESPACES

PARAGRAPH_ORDER = tuple(
    """
    pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap
    overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc
    textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr
    """.split()
)
RUN_ORDER = tuple(
    """
    rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern
    position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath
    """.split()
)
SECTION_ORDER = tuple(
    """
    headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg
    textDirection bidi rtlGutter docGrid printerSettings sectPrChange
    """.split()
)
BEFORE_EVEN_AND_ODD = frozenset(
    """
    writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries displayBackgroundShape printPostScriptOverText
    printFractionalCharacterWidth printFormsData embedTrueTypeFonts embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins
    alignBordersAndEdges bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors
    activeWritingStyle proofState formsDesign attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge
    revisionView trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride styleLockTheme styleLockQFSet
    defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle
    defaultTableStyle
    """.split()
)
"""What stands before ``evenAndOddHeaders`` in the settings."""


def parsed(xml: str) -> Element:
    """The element that ``xml`` is, whose names have the prefixes of ``NAMESPACES``."""
    return etree.fromstring(f"<w:body {NAMESPACES}>{xml}</w:body>")[0]


def put(properties: Element, part: Element, order: Sequence[str]) -> None:
    """Put ``part`` among ``properties``, in the place of those of its name, where ``order`` has it; what later programs added stays last."""
    for old in [each for each in properties if local(each) == local(part)]:
        properties.remove(old)
    before = order[: order.index(local(part))]
    properties.insert(sum(local(each) in before for each in properties), part)
