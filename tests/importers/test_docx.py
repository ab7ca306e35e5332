"""Word documents: labels by bold, tables of speakers, and what a document says elsewhere."""

from pathlib import Path
from typing import Any

import docx
import pytest
from importers.word_material import bold_labels, raw, run, saved, table

from qualcoder_nhs.importers.format import Parsed, ReadingOptions
from qualcoder_nhs.importers.transcript_formats import read_transcript

Talk = list[tuple[str, str]]


@pytest.fixture
def document() -> Any:
    return docx.Document()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "group.docx"


def read(document: Any, path: Path, options: ReadingOptions | None = None) -> Parsed:
    return read_transcript(saved(document, path), options or ReadingOptions())


def talk(parsed: Parsed) -> Talk:
    for turn in parsed.turns:
        assert turn.label_at is not None
        assert turn.label_at.of(parsed.text) == turn.label
    return [(turn.label, turn.words.of(parsed.text)) for turn in parsed.turns]


def test_bold_labels_before_tabs_and_a_witness_who_speaks_once(document: Any, path: Path) -> None:
    bold_labels(
        document,
        [
            ("MOD:", "\tWho?"),
            ("P1:", "\tMe."),
            ("MOD:", "\tSo."),
            ("P1:", "\tYes."),
            ("Dr Roe:", "\tOnce."),
        ],
    )
    assert talk(read(document, path))[-1] == ("Dr Roe", "Once.")


def test_bold_labels_without_a_colon(document: Any, path: Path) -> None:
    bold_labels(
        document, [("MOD\t", "Who?"), ("P1\t", "Me."), ("MOD\t", "So."), ("Anna\t", "Once.")]
    )
    assert talk(read(document, path)) == [
        ("MOD", "Who?"),
        ("P1", "Me."),
        ("MOD", "So."),
        ("Anna", "Once."),
    ]


def test_bold_names_alone_on_their_line(document: Any, path: Path) -> None:
    bold_labels(document, [("Interview in March", "")])
    for name, words in [
        ("Ann Roe", "One."),
        ("Ben Poe", "Two."),
        ("Ann Roe", "Three."),
        ("Cleo", "Once."),
    ]:
        bold_labels(document, [(name, "")])
        document.add_paragraph(words)
    bold_labels(document, [("Ben Poe", "")])
    document.add_paragraph("Four.")
    assert talk(read(document, path)) == [
        ("Ann Roe", "One."),
        ("Ben Poe", "Two."),
        ("Ann Roe", "Three."),
        ("Cleo", "Once."),
        ("Ben Poe", "Four."),
    ]


def test_otter(document: Any, path: Path) -> None:
    bold_labels(document, [("SUMMARY KEYWORDS", "")])
    document.add_paragraph("beds, trust, nights")
    bold_labels(document, [("SPEAKERS", "")])
    document.add_paragraph("BSR01, Sara Roe, Ben")
    for name, time, words in [
        ("BSR01", "  00:00", "Hello all."),
        ("Sara Roe", "  59:59", "Hello."),
        ("BSR01", "  1:00:07", "So."),
        ("Ben", "  1:00:09", "Once."),
    ]:
        bold_labels(document, [(name, time)])
        document.add_paragraph(words)
    parsed = read(document, path)
    assert talk(parsed) == [
        ("BSR01", "Hello all."),
        ("Sara Roe", "Hello."),
        ("BSR01", "So."),
        ("Ben", "Once."),
    ]
    assert [turn.time for turn in parsed.turns] == [0, 3599, 3607, 3609]


@pytest.mark.parametrize("separate", [True, False], ids=["paragraphs", "soft line breaks"])
def test_teams_older_layout(document: Any, path: Path, separate: bool) -> None:
    for times, name, words in [
        ("0:0:5.100 --> 0:0:8.250", "Roe, Ann", "Hello all."),
        ("0:0:9.0 --> 0:0:10.5", "Ben Poe", "Hello."),
        ("0:0:11.0 --> 0:0:12.5", "Roe, Ann", "So."),
    ]:
        lines = [times, name, words]
        for text in lines if separate else ["\n".join(lines)]:
            document.add_paragraph(text)
    parsed = read(document, path)
    assert talk(parsed) == [("Roe, Ann", "Hello all."), ("Ben Poe", "Hello."), ("Roe, Ann", "So.")]
    assert [turn.time for turn in parsed.turns] == [5.1, 9, 11]


def test_teams_newer_layout(document: Any, path: Path) -> None:
    for name, words in [
        ("Roe, Ann   0:05", "Hello."),
        ("Ben   0:09", "Yes."),
        ("Roe, Ann   1:02:03", "So."),
    ]:
        document.add_paragraph(f"{name}\n{words}")
    parsed = read(document, path)
    assert talk(parsed) == [("Roe, Ann", "Hello."), ("Ben", "Yes."), ("Roe, Ann", "So.")]
    assert parsed.turns[-1].time == 3723


def test_soft_line_breaks_separate_turns(document: Any, path: Path) -> None:
    document.add_paragraph("P1: One.\nP2: Two.\nP1: Three.\nstill three.\nP2: Four.")
    assert talk(read(document, path)) == [
        ("P1", "One."),
        ("P2", "Two."),
        ("P1", "Three.\nstill three."),
        ("P2", "Four."),
    ]


def test_headings_and_lists_are_kept(document: Any, path: Path) -> None:
    document.add_heading("Focus group 1")
    for words in ("P1: One.", "P2: Two."):
        document.add_paragraph(words)
    document.add_paragraph("First point", style="List Bullet")
    document.add_paragraph("Second point", style="List Number")
    for words in ("P1: Three.", "P2: Four."):
        document.add_paragraph(words)
    parsed = read(document, path)
    assert parsed.text.startswith("Focus group 1\n")
    assert talk(parsed)[1] == ("P2", "Two.\nFirst point\nSecond point")


def test_bold_questions_are_no_speakers(document: Any, path: Path) -> None:
    bold_labels(document, [("How did it begin?", "")])
    document.add_paragraph("With a letter.")
    bold_labels(document, [("Tell me about the letter.", "")])
    document.add_paragraph("It was short.")
    assert read(document, path).turns == ()


def test_bold_words_beside_colons_are_said_louder(document: Any, path: Path) -> None:
    for label, words in [
        ("", "MOD: So?"),
        ("Never", " would I."),
        ("", "P1: Hm."),
        ("", "MOD: And?"),
    ]:
        bold_labels(document, [(label, words)])
    bold_labels(document, [("", "P1: No."), ("Never", " again.")])
    assert talk(read(document, path)) == [
        ("MOD", "So?\nNever would I."),
        ("P1", "Hm."),
        ("MOD", "And?"),
        ("P1", "No.\nNever again."),
    ]


def test_a_moderator_whose_questions_are_bold(document: Any, path: Path) -> None:
    for label, words in [
        ("MOD: So?", ""),
        ("", "P1: Hm."),
        ("MOD: And?", ""),
        ("", "P2: No: none."),
    ]:
        bold_labels(document, [(label, words)])
    bold_labels(document, [("Relations", ""), ("MOD: Right.", ""), ("", "P1: Yes.")])
    assert talk(read(document, path)) == [
        ("MOD", "So?"),
        ("P1", "Hm."),
        ("MOD", "And?"),
        ("P2", "No: none.\nRelations"),
        ("MOD", "Right."),
        ("P1", "Yes."),
    ]


SPEAKERS = [
    ["Speaker", "Text"],
    ["MOD", "Who begins?"],
    ["P1", "Me."],
    ["", "And more."],
    ["Several", "[laughter]"],
    ["MOD", "So."],
    ["P1", "Yes."],
    ["Note-taker", "P2 leaves."],
]


def test_a_table_of_speakers(document: Any, path: Path) -> None:
    document.add_paragraph("Before.")
    table(document, SPEAKERS)
    document.add_paragraph("After.")
    parsed = read(document, path)
    assert parsed.text == (
        "Before.\nSpeaker\tText\nMOD: Who begins?\nP1: Me.\nAnd more.\nSeveral: [laughter]\n"
        "MOD: So.\nP1: Yes.\nNote-taker: P2 leaves.\nAfter.\n"
    )
    assert talk(parsed)[:3] == [
        ("MOD", "Who begins?"),
        ("P1", "Me.\nAnd more."),
        ("Several", "[laughter]"),
    ]


def test_a_named_column_of_speakers_who_speak_once(document: Any, path: Path) -> None:
    table(document, [["Name", "Transcript"], ["Anna", "One."], ["Ben", "Two."]])
    assert talk(read(document, path)) == [("Anna", "One."), ("Ben", "Two.")]


@pytest.mark.parametrize(
    ("rows", "times"),
    [
        ([["P1 00:12:44", "One."], ["P2 00:12:50", "Two."], ["P1", "Three."]], [764, 770, None]),
        ([["00:01", "P1", "One."], ["00:05", "P2:", "Two."], ["", "P1", "Three."]], [1, 5, None]),
        (
            [["P1", "[00:01]", "One."], ["P2", "[00:05]", "Two."], ["P1", "", "Three."]],
            [1, 5, None],
        ),
    ],
    ids=["in the cell", "ahead", "between"],
)
def test_times_in_tables(
    document: Any, path: Path, rows: list[list[str]], times: list[float | None]
) -> None:
    table(document, rows)
    parsed = read(document, path)
    assert talk(parsed) == [("P1", "One."), ("P2", "Two."), ("P1", "Three.")]
    assert [turn.time for turn in parsed.turns] == times
    assert all(turn.time is None or turn.time_at for turn in parsed.turns)


def test_merged_cells(document: Any, path: Path) -> None:
    made = table(document, [["", "", ""], *([who, "", what] for who, what in SPEAKERS[1:])])
    made.cell(0, 0).merge(made.cell(0, 2)).text = "Part one"
    made.cell(2, 1).merge(made.cell(2, 2))
    made.cell(1, 0).merge(made.cell(1, 0))
    parsed = read(document, path)
    assert parsed.text.startswith("Part one\nMOD: Who begins?\nP1: Me.\nAnd more.\n")
    assert [label for label, _words in talk(parsed)] == [
        "MOD",
        "P1",
        "Several",
        "MOD",
        "P1",
        "Note-taker",
    ]


def test_cells_merged_downwards_go_on(document: Any, path: Path) -> None:
    made = table(document, SPEAKERS)
    made.cell(2, 0).merge(made.cell(3, 0))
    assert talk(read(document, path))[1] == ("P1", "Me.\nAnd more.")


def test_a_remark_over_all_columns_belongs_to_the_turn_before(document: Any, path: Path) -> None:
    made = table(document, [*SPEAKERS[:3], ["", ""], *SPEAKERS[5:]])
    made.cell(3, 0).merge(made.cell(3, 1)).text = "(A short break)"
    assert talk(read(document, path))[1] == ("P1", "Me.\n(A short break)")


def test_a_table_in_two_pieces(document: Any, path: Path) -> None:
    table(document, SPEAKERS)
    document.add_paragraph("")
    table(document, [["P1", "Again."]])
    assert talk(read(document, path))[-1] == ("P1", "Again.")


@pytest.mark.parametrize(
    "rows",
    [
        [["Participant", "Role"], ["P1", "surgeon"], ["P2", "manager"]],
        [["surgeon", "P1"], ["surgeon", "P2"], ["manager", "P3"], ["manager", "P4"]],
        [["1", "one"], ["2", "two"], ["3", "three"]],
    ],
)
def test_a_table_that_is_none_of_speakers(document: Any, path: Path, rows: list[list[str]]) -> None:
    table(document, rows)
    for words in ("P1: One.", "P2: Two.", "P1: Three.", "P2: Four.", "P1: Five."):
        document.add_paragraph(words)
    parsed = read(document, path)
    assert talk(parsed)[0] == ("P1", "One.")
    assert len(parsed.turns) == 5
    assert "\t".join(rows[1]) in parsed.text


def test_a_table_between_paragraphs_stands_in_order_and_once(document: Any, path: Path) -> None:
    document.add_paragraph("P1: One.")
    outer = table(document, [["a", "b"], ["c", ""]])
    table_inside = outer.cell(1, 1).add_table(rows=1, cols=1)
    table_inside.cell(0, 0).text = "inside"
    for words in ("P2: Two.", "P1: Three.", "P2: Four."):
        document.add_paragraph(words)
    words = " ".join(read(document, path).text.split())
    assert words == "P1: One. a b c inside P2: Two. P1: Three. P2: Four."


def test_links_and_content_controls_are_read(document: Any, path: Path) -> None:
    raw(
        document,
        f"<w:p>{run('P1: See ')}<w:hyperlink>{run('this page')}</w:hyperlink>{run('.')}</w:p>",
    )
    raw(document, f"<w:sdt><w:sdtContent><w:p>{run('P2: Two.')}</w:p></w:sdtContent></w:sdt>")
    raw(
        document,
        f"<w:p><w:sdt><w:sdtContent>{run('P1: Th')}</w:sdtContent></w:sdt>{run('ree.')}</w:p>",
    )
    raw(document, f"<w:p><w:smartTag>{run('P2')}</w:smartTag>{run(': Four.')}</w:p>")
    assert talk(read(document, path)) == [
        ("P1", "See this page."),
        ("P2", "Two."),
        ("P1", "Three."),
        ("P2", "Four."),
    ]


def test_what_is_left_out_is_named_with_its_words(document: Any, path: Path) -> None:
    document.sections[0].header.paragraphs[0].text = "Strictly confidential"
    document.sections[0].footer.paragraphs[0].text = "Page"
    box = f"<w:txbxContent><w:p>{run('in a bo')}{run('x')}</w:p></w:txbxContent>"
    raw(
        document,
        f"<w:p>{run('Read ')}<w:ins w:id='1'>{run('only ins')}{run('erted now')}</w:ins>"
        f"<w:del w:id='2'><w:r><w:delText>gone</w:delText></w:r></w:del>"
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'>{box}</mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>{run('this')}</w:p>",
    )
    document.add_comment(document.paragraphs[-1].runs[0], text="a remark aside", author="x")
    parsed = read(document, path)
    assert parsed.text.strip() == "Read only inserted nowthis"
    assert {problem.what for problem in parsed.problems} == {
        "1 tracked insertion is read as text.",
        "Tracked deletions: 1 word was left out.",
        "Text boxes: 3 words were left out.",
        "Page headers: 2 words were left out.",
        "Page footers: 1 word was left out.",
        "Comments: 3 words were left out.",
    }


def test_a_text_box_in_a_cell_is_left_out_once(document: Any, path: Path) -> None:
    box = f"<w:r><w:pict><w:txbxContent><w:p>{run('boxed')}</w:p></w:txbxContent></w:pict></w:r>"
    raw(document, f"<w:tbl><w:tr><w:tc><w:p>{run('cell')}{box}</w:p></w:tc></w:tr></w:tbl>")
    parsed = read(document, path)
    assert parsed.text.strip() == "cell"
    assert [problem.what for problem in parsed.problems] == ["Text boxes: 1 word was left out."]


def test_no_table_no_speakers_by_choice(document: Any, path: Path) -> None:
    table(document, SPEAKERS)
    assert read(document, path, ReadingOptions(convention="none")).turns == ()
    speech = read(document, path, ReadingOptions(as_speech=frozenset({"several"})))
    assert ("P1", "Me.\nAnd more.\nSeveral\n[laughter]") in talk(speech)
