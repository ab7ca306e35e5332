"""Cutting a coded transcript: no letter is lost, and each mark covers exactly its words."""

from datetime import UTC, datetime

from hypothesis import example, given
from hypothesis import strategies as st

from qualcoder_nhs.domain.coded_transcript import CodedTranscript, Mark
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.transcript import Turn
from qualcoder_nhs.exporters.coded.coded_pieces import Cutter, Part, Piece

NOW = datetime(2026, 5, 12, tzinfo=UTC)


def coded(text: str, *spans: tuple[int, int], turns: tuple[Turn, ...] = ()) -> CodedTranscript:
    """A transcript with a mark on each span."""
    marks = (
        Mark(Span(*span), "Trust", "Trust", 0, None, "AB", "AB", NOW)
        for span in sorted(spans, key=lambda span: (span[0], -span[1]))
    )
    return CodedTranscript("Study", "FG1", "open", text, turns, {}, tuple(marks), "AB", NOW)


def cut(transcript: CodedTranscript) -> list[list[Piece]]:
    """The pieces of each line."""
    cutter = Cutter(transcript)
    return [list(cutter.pieces(line)) for line in transcript.lines()]


@example("a\n", [(1, 1)])
@given(
    st.text(alphabet="ab \n😀é", max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(1, 12)), max_size=8),
)
def test_every_letter_once_and_every_mark_on_its_words(
    text: str, wanted: list[tuple[int, int]]
) -> None:
    spans = [(start, start + long) for start, long in wanted if start + long <= len(text)]
    transcript = coded(text, *spans)
    lines = cut(transcript)
    assert "\n".join("".join(p.text for p in line) for line in lines) == text.removesuffix("\n")
    pieces = [piece for line in lines for piece in line]
    for at, mark in enumerate(transcript.marks):
        under = ["".join(piece.text for piece in line if at in piece.marks) for line in lines]
        assert "".join(under) == mark.span.of(text).replace("\n", "")
        assert sum(at in piece.opens for piece in pieces) == 1
        assert sum(at in piece.closes for piece in pieces) == 1
        opened = next(n for n, piece in enumerate(pieces) if at in piece.opens)
        closed = next(n for n, piece in enumerate(pieces) if at in piece.closes)
        assert [n for n, piece in enumerate(pieces) if at in piece.marks] == list(
            range(opened, closed + 1)
        )


def test_label_time_and_words_are_told_apart() -> None:
    text = "Notes\nP4 [00:12]: I stayed.\nSo did I.\n"
    turn = Turn(1, "P4", Span(18, 37), Span(6, 8), Span(9, 16), 12.0)
    [before, first, second] = cut(coded(text, (20, 26), turns=(turn,)))
    assert [(one.text, one.part) for one in before] == [("Notes", Part.PLAIN)]
    assert [(one.text, one.part) for one in first] == [
        ("P4", Part.LABEL),
        (" ", Part.PLAIN),
        ("[00:12]", Part.TIME),
        (": ", Part.PLAIN),
        ("I ", Part.WORDS),
        ("stayed", Part.WORDS),
        (".", Part.WORDS),
    ]
    assert [one.text for one in first if one.marks] == ["stayed"]
    assert [(one.text, one.part) for one in second] == [("So did I.", Part.WORDS)]
