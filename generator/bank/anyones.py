"""Which claims of past reports name nothing that belongs to one office or one year: any other may be asked for the like."""

from __future__ import annotations

from generator.bank.phrase import SLOT
from generator.bank.slots import OF_THE_UNIT, type_of
from generator.patterns import late

_DOCUMENT_VERBS = late("制定|印发|制发|修订|出台|建立")
_PARTICULAR = late(r"[0-9０-９]|[〇零一二三四五六七八九十]{2,}|疫情|重要讲话")
_SHORTEST, _LONGEST = 4, 24


def is_anyones_plan(text: str) -> bool:
    """Whether ``text``, a commitment, names nothing that belongs to one office or one year."""
    own = any(name in OF_THE_UNIT for name in SLOT.findall(text)) and not text.startswith("{主体}")
    return not own and len(SLOT.sub("", text)) >= _SHORTEST and not _PARTICULAR.search(SLOT.sub("", text))


def is_anyones_count(text: str) -> bool:
    """Whether ``text`` asks for counts or a document, and names nothing that belongs to one office or one year."""
    kinds = {type_of(name)[0] for name in SLOT.findall(text)}
    bare = SLOT.sub("", text)
    asks = "数" in kinds or ("文件" in kinds and _DOCUMENT_VERBS.search(bare) is not None)
    plain = kinds <= {"数", "文件"} and not any(name in OF_THE_UNIT for name in SLOT.findall(text))
    return asks and plain and _SHORTEST <= len(bare) <= _LONGEST and not _PARTICULAR.search(bare)
