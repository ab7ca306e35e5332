"""Theme packs and hand-outs from the command line: choices, preview, numbers and refusals."""

import pytest
from cli.conftest import Shell
from docx import Document

from qualcoder_nhs.actions.themes import AddTheme
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study


@pytest.fixture
def themed(coded: Shell) -> Shell:
    """A study in which P1 speaks of money, which is a theme."""
    assert coded("code", "s.qnhs", "FG9", 23, 43, "money").status == 0
    with Study.open(coded.folder / "s.qnhs") as study:
        codes = (study.ask(Reader.codebook).find("money").id,)
        study.run(AddTheme("Money gives", codes), study.ask(Reader.coders)[0].id)
    return coded


def test_the_preview_tells_what_would_be_in_it(themed: Shell) -> None:
    found = themed("export", "s.qnhs", "themes", "--json")
    assert (found.status, found.err) == (0, "")
    assert found.json["export"] == 1
    (theme,) = found.json["themes"]
    assert (theme["name"], theme["codes"], theme["participants"]) == (
        "Money gives",
        ["money"],
        [1, 2],
    )
    assert found.json["excerpts"] == theme["excerpts"] == 1
    assert (found.json["identifying"], found.json["left_out"]) == ([], [])


def test_packs_are_numbered_and_noted(themed: Shell) -> None:
    first = themed("export", "s.qnhs", "themes", "one.docx", "--no-audit", "--cleaned")
    assert first.out == "1 excerpt of 1 theme exported to one.docx; export no. 1.\n"
    assert "no. 2" in themed("export", "s.qnhs", "themes", "two.md", "--theme", "Money gives").out
    with Study.read(themed.folder / "s.qnhs") as study:
        noted = study.ask(Reader.exports)
    assert [one.what for one in noted] == ["themes", "themes"]
    assert all(one.file_hash and one.transcripts for one in noted)
    texts = [one.text for one in Document(str(themed.folder / "one.docx")).paragraphs]
    assert "Theme 1. Money gives" in texts
    assert not any("Appendix B" in text for text in texts)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("themes",), "Either --json or a file to write."),
        (("themes", "x.docx", "--theme", "Nothing"), "Nothing"),
        (("themes", "x.docx", "--role", "bishop"), "bishop"),
        (("themes", "x.docx", "--group", "FG7"), "FG7"),
        (("themes", "x.docx", "--template", "said"), "“said” says of no words whose they are"),
        (("themes", "--json", "--template", ""), "put some of {transcript}"),
        (("themes", "x.docx", "--template", "({rle})"), "“{rle}” cannot be chosen"),
        (("handout", "x.pptx", "--template", "(P)"), "“(P)” says of no words whose they are"),
        (("handout", "x.docx", "--template", "({rle})"), "{role}"),
        (("themes", "x.pdf"), ".odt"),
        (("handout", "x.csv"), ".pptx"),
        (("extract", "x.docx", "--participant", "FG9/P7"), "FG9/P7"),
    ],
)
def test_wrong_requests_are_refused(themed: Shell, words: tuple[str, ...], said: str) -> None:
    found = themed("export", "s.qnhs", *words)
    assert (found.status, found.out) == (2, "")
    assert said in found.err
    assert not (themed.folder / "x.docx").exists()


def test_hand_outs_and_extracts(themed: Shell) -> None:
    assert themed("export", "s.qnhs", "handout", "h.pptx").status == 0
    assert themed("export", "s.qnhs", "handout", "h.docx").status == 0
    found = themed("export", "s.qnhs", "extract", "p1.md", "--participant", "FG9/P1")
    assert found.out == "2 turns of FG9 P1 exported to p1.md.\n"
    text = (themed.folder / "p1.md").read_text(encoding="utf-8")
    assert "I’d say time." in text
    assert "No." not in text.split("FG9")[-1]
