"""The zip writer against Python's own reader."""

from __future__ import annotations

import zipfile
from io import BytesIO

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.render.archive import zipped

NAMES = st.text(st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\\/"), min_size=1, max_size=20)


@settings(deadline=None)
@given(st.dictionaries(NAMES, st.binary(max_size=300), max_size=6))
def test_what_goes_in_comes_out(members: dict[str, bytes]) -> None:
    data = zipped(members)
    assert zipped(members) == data
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == members
        assert archive.namelist() == list(members)


def test_a_large_member_comes_out_too() -> None:
    content = "推动工作落到实处。".encode() * 50_000
    with zipfile.ZipFile(BytesIO(zipped({"甲.xml": content}))) as archive:
        assert archive.read("甲.xml") == content
        assert archive.getinfo("甲.xml").external_attr >> 16 == 0o644
