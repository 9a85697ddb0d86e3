"""For the person who edits next: origins beside the text, no final copy with blanks, pages to look at, what an edit changed."""

from __future__ import annotations

import io
import re
import shutil
import sys
import zipfile
from pathlib import Path

import docx
import pytest

from generator.cli import fonts, office, pages
from tests.running import entered

FACTS = """\
文种: 年度总结
单位: {全称: 云州市档案馆, 自称: 我馆}
时段: 2031年
做法:
  - 主题: 安全生产
    要点:
      - 事项: 库房巡查
        事实:
          - 巡查库房36次
          - {做了: 排查隐患, 数: 待补, 量: 处}
      - 事项: 消防演练
        事实: [演练消防预案2次]
问题: [巡查记录不够细]
打算: [新建库房1间]
套语上限: {做法: 5}
"""
OFFICE = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")


@pytest.fixture
def facts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = Path("事实表.yaml")
    path.write_text(FACTS, encoding="utf-8")
    return path


@pytest.fixture
def nigao(capsys: pytest.CaptureFixture[str]) -> object:
    def run(*args: str) -> tuple[int, str, str]:
        code = entered(*args)
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def parts(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name).decode() for name in package.namelist()}


# --- draft -------------------------------------------------------------------------------------------------------------------------------


def test_no_final_copy_while_something_is_blank(facts: Path, nigao) -> None:  # type: ignore[no-untyped-def]
    code, out, err = nigao("draft", str(facts), "--clean")
    assert (code, out) == (1, "")
    assert "事实表.yaml:10:" in err
    assert "还空着：做法[0].要点[0].事实[1]" in err
    assert err.endswith("共 1 处没有落实，什么也没有写。\n")
    assert [p.name for p in Path().iterdir()] == ["事实表.yaml"]


def test_a_final_copy_has_no_highlight(facts: Path, nigao) -> None:  # type: ignore[no-untyped-def]
    facts.write_text(FACTS.replace("待补", "12"), encoding="utf-8")
    assert nigao("draft", str(facts), "--clean")[0] == 0
    assert "w:highlight" not in parts(Path("事实表.docx"))["word/document.xml"]


def test_origins_as_comments_or_notes(facts: Path, nigao) -> None:  # type: ignore[no-untyped-def]
    assert nigao("draft", str(facts), "--annotate")[0] == 0
    assert "事实 做法[0].要点[0].事实[0]（第9行）　事实表.yaml" in parts(Path("事实表.docx"))["word/comments.xml"]
    assert "（第9行）　事实表.yaml" in nigao("draft", str(facts), "--annotate", "--format", "md")[1].partition("[^1]:")[2]
    assert "\n注：\n［1］" in nigao("draft", str(facts), "--annotate", "--format", "text")[1]


# --- diff --------------------------------------------------------------------------------------------------------------------------------


def edited(path: Path, *changes: tuple[str, str]) -> Path:
    document = docx.Document(str(path))
    for old, new in changes:
        (found,) = (p for p in document.paragraphs if old in p.text)
        said = found.text.replace(old, new)
        for run in found.runs[1:]:
            run._r.getparent().remove(run._r)
        found.runs[0].text = said
    document.save("改过.docx")
    return Path("改过.docx")


def test_an_untouched_draft_is_no_different(facts: Path, nigao) -> None:  # type: ignore[no-untyped-def]
    nigao("draft", str(facts), "--annotate")
    assert nigao("diff", str(facts), "事实表.docx") == (0, "没有变化\n", "")
    assert nigao("diff", "事实表.docx", "事实表.docx")[0] == 0


def test_an_edit_is_told_by_sentence_and_fact(facts: Path, nigao) -> None:  # type: ignore[no-untyped-def]
    nigao("draft", str(facts))
    new = edited(Path("事实表.docx"), ("36次", "38次"), ("〔待补〕", "12"), ("演练消防预案2次", "演练消防预案多次"))
    code, out, _ = nigao("diff", str(facts), str(new))
    assert code == 1
    assert "[-36-]{+38+}次" in out
    assert "数字：36次 → 38次、12处" in out
    assert "第 9 行 做法[0].要点[0].事实[0] 改动了：巡查库房[-36-]{+38+}次" in out
    assert "第 10 行 做法[0].要点[0].事实[1] 补上了：排查隐患[-〔待补〕-]{+12+}处" in out
    assert "第 12 行 做法[0].要点[1].事实[0] 改动了：演练消防预案[-2-]{+多+}次" in out


def test_what_cannot_be_compared(facts: Path, nigao) -> None:  # type: ignore[no-untyped-def]
    assert nigao("diff", str(facts), "没有.docx")[0] == 2
    assert nigao("diff", "没有.yaml")[0] == 2


# --- pages -------------------------------------------------------------------------------------------------------------------------------


def test_without_libreoffice_there_are_no_pages(facts: Path, nigao, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(office.shutil, "which", lambda _: None)
    code, _, err = nigao("preview", str(facts), "--pages")
    assert code == 2
    assert "装上 LibreOffice 后重试，或用 nigao draft" in err
    assert [p.name for p in Path().iterdir()] == ["事实表.yaml"]


@OFFICE
def test_pages_are_written_again_but_over_nobodys_file(facts: Path, nigao) -> None:  # type: ignore[no-untyped-def]
    code, out, _ = nigao("preview", str(facts), "--pages")
    assert code == 0
    assert out.startswith("已写成 事实表_页：")
    assert "字体" in out
    first = sorted(Path("事实表_页").iterdir())[0]
    Path("稿.pdf").write_bytes(b"%PDF-1.4 mine")
    assert nigao("preview", str(facts), "--pages", "稿.pdf")[0] == 2
    assert Path("稿.pdf").read_bytes() == b"%PDF-1.4 mine"
    assert first.stat().st_size > 1000


def test_pages_of_a_longer_draft_are_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    made = [b"one", b"two", b"three"]
    monkeypatch.setattr(pages, "_pictures", lambda _: made)
    pages._write_folder(tmp_path, b"")
    made.pop()
    (tmp_path / "第9页.png").write_bytes(b"mine")
    pages._write_folder(tmp_path, b"")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["第1页.png", "第2页.png", "第9页.png"]
    made.clear()
    pages._write_folder(tmp_path / "二", b"%PDF")
    assert [p.name for p in (tmp_path / "二").iterdir()] == ["全文.pdf"]
    assert "没有 pdftoppm" in capsys.readouterr().out


# --- fonts -------------------------------------------------------------------------------------------------------------------------------


def test_fonts_of_a_pdf_by_their_names() -> None:
    pdf = b"<</Type/Font/BaseFont/BAAAAA+FangSong#5FGB2312>> <</BaseFont /TimesNewRomanPSMT>> <</BaseFont/BAAAAA+FangSong#5FGB2312>>"
    assert fonts.embedded(pdf) == ("FangSong_GB2312", "TimesNewRomanPSMT")


def test_fonts_that_are_missing_where_nothing_tells_but_the_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts.shutil, "which", lambda _: None)
    used = ("FangSong_GB2312", "TimesNewRomanPSMT", "FandolHei-Regular")
    assert fonts.missing(("Times New Roman", "仿宋_GB2312", "黑体"), used) == ("黑体",)


def test_fonts_that_a_word_file_asks_for() -> None:
    out = io.BytesIO()
    docx.Document().save(out)
    assert "Calibri" in fonts.wanted(out.getvalue())


# --- figures back into the facts file ----------------------------------------------------------------------------------------------------------


def taken(monkeypatch: pytest.MonkeyPatch, nigao, answers: str) -> tuple[int, str, str]:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(sys, "stdin", io.StringIO(answers))
    said: tuple[int, str, str] = nigao("diff", "事实表.yaml", "改过.docx", "--take")
    return said


def test_edited_figures_are_written_back_each_asked(facts: Path, nigao, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    nigao("draft", str(facts))
    edited(Path("事实表.docx"), ("36次", "138次"), ("〔待补〕", "12"), ("演练消防预案2次", "演练消防预案近20次"))
    code, out, _ = taken(monkeypatch, nigao, "y\ny\nn\n")
    assert code == 1
    assert "写回 2 处，已存进 事实表.yaml" in out
    assert facts.read_text(encoding="utf-8") == FACTS.replace("36次", "138次").replace("数: 待补", "数: 12")
    taken(monkeypatch, nigao, "y\n")
    assert "演练消防预案近20次" in facts.read_text(encoding="utf-8")
    nigao("draft", str(facts), "--force")
    code, out, _ = nigao("diff", str(facts), "改过.docx")
    assert code in (0, 1)
    assert "演练消防预案2次" not in out
    assert not re.search("改动了|补上了|没有了", out)  # a figure that grew may leave room for a clause of formula more


def test_a_figure_cut_by_a_blank_is_not_taken(facts: Path, nigao, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    nigao("draft", str(facts))
    edited(Path("事实表.docx"), ("36次", "3 26次"), ("〔待补〕", "1 2"))
    _, out, err = taken(monkeypatch, nigao, "y\ny\n")
    assert "没有可以写回事实表的数字" in out
    assert re.findall("“([^”]+)”中间有空格", err) == ["3 26", "1 2"]
    assert facts.read_text(encoding="utf-8") == FACTS


def test_nothing_is_taken_unasked(facts: Path, nigao, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    nigao("draft", str(facts))
    edited(Path("事实表.docx"), ("36次", "38次"), ("〔待补〕", "12"))
    for answers in ("", "n\nn\n", "q\n"):
        assert "没有写回什么" in taken(monkeypatch, nigao, answers)[1]
    assert facts.read_text(encoding="utf-8") == FACTS
    assert nigao("diff", "事实表.docx", "改过.docx", "--take")[0] == 2
