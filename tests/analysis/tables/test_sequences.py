"""One thing near another: worked by hand, by force, and in the sample where it was planted."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcoder_nhs.analysis.counting.material import Material
from qualcoder_nhs.analysis.tables import report_named
from qualcoder_nhs.analysis.tables.finder import passages
from qualcoder_nhs.domain.coding import OPEN, SETTLED, Flag
from qualcoder_nhs.domain.errors import NoSuch, NotAChoice
from qualcoder_nhs.domain.links import LinkKind
from qualcoder_nhs.domain.table_options import Value, wish
from qualcoder_nhs.domain.tabled import Tabled
from qualcoder_nhs.domain.talk_pattern import Side, TalkPattern, Voice, sought
from qualcoder_nhs.queries.tables import table_material
from qualcoder_nhs.study import Study
from tests.talk import coded, linked, session, talk

FG = session(
    "FG",
    [
        "MOD: How are things?",
        "P1: Very good. We are courteous.",
        "P2: [laughs] Book a room.",
        "P1: [pause, 7 secs] Courteously so.",
        "MOD: Say more?",
        "P3: It is good (pause) as it goes.",
        "P2: No.",
        "P2: It's a very   good thing.",
    ],
    asked={"Q1": 1, "Q2": 5},
)
MATERIAL = talk(
    [FG],
    [
        coded(FG, "praise", 2),
        replace(coded(FG, "strain", 4), flags=(Flag.STRONG,)),
        coded(FG, "praise", 6),
    ],
    [linked(FG, 7, 6, LinkKind.CHALLENGE)],
)
REPORT = report_named("sequences")


def found(first: str, then: str, **more: object) -> list[tuple[int, int]]:
    pattern = TalkPattern((sought(first),), (sought(then),), **more)  # type: ignore[arg-type]
    return [(one.first, one.last) for one in passages(MATERIAL, pattern)]


def made(material: Material = MATERIAL, **said: Value) -> Tabled:
    return REPORT.run(material, wish(REPORT.options, said))


def test_each_kind_of_sign_is_found_where_it_stands() -> None:
    assert found("code:praise", "direction:laughter") == [(2, 3)]
    assert found("code:praise", "flag:strong") == [(2, 4)]
    assert found("code:praise", "link:challenge") == [(6, 7)]
    assert found("words:very good", "pause:5") == [(2, 4)]
    assert found("words:courteous*", "words:book a") == [(2, 3)]


def test_a_pause_is_as_long_as_it_says_and_a_star_is_the_rest_of_a_word() -> None:
    assert found("code:praise", "pause:0") == [(2, 4), (6, 6)]
    assert found("code:praise", "pause:8") == []
    assert found("words:courteous", "pause:0", within=0) == []
    assert found("words:courteous*", "pause:0", within=0, side=Side.AROUND) == [(4, 4)]


def test_within_is_counted_in_turns_and_after_is_not_before() -> None:
    assert found("code:praise", "code:strain", within=1) == []
    assert found("code:praise", "code:strain", within=2) == [(2, 4)]
    assert found("code:strain", "code:praise") == [(4, 6)]
    assert found("code:strain", "direction:laughter") == []
    assert found("code:strain", "direction:laughter", side=Side.AROUND) == [(3, 4)]


def test_by_the_same_or_by_another_speaker() -> None:
    assert found("code:praise", "code:strain", voice=Voice.SAME) == [(2, 4)]
    assert found("code:praise", "code:strain", voice=Voice.OTHER) == []
    assert found("code:praise", "direction:laughter", voice=Voice.OTHER) == [(2, 3)]


def test_what_overlaps_is_one_passage_and_keeps_its_signs() -> None:
    pattern = TalkPattern(
        (sought("code:praise"), sought("code:strain")),
        (sought("direction:laughter"), sought("pause:0")),
        1,
        Side.AROUND,
    )
    one, other = passages(MATERIAL, pattern)
    assert (one.name, other.name) == ("FG t.2–4", "FG t.6")
    assert [sign.told for sign in one.signs] == ["Praise", "[laughs]", "[pause, 7 secs]", "Strain"]
    assert [sign.told for sign in one.begun] == ["Praise", "Strain"]


def test_the_table_shows_the_sequence_its_words_and_its_question() -> None:
    table = made(first=("code:praise",), then=("direction:laughter", "pause:5"), side="after")
    assert [row.name for row in table.rows] == ["FG t.2–4"]
    question, sequence, words = (one.words for one in table.rows[0].entries)
    assert question == "Q1"
    assert sequence == "t.2 P1: Praise → t.3 P2: [laughs] → t.4 P1: [pause, 7 secs]"
    assert words.splitlines()[1] == "P2: [laughs] Book a room."
    assert table.rows[0].entries[0].turns == (("FG", 2), ("FG", 3), ("FG", 4))
    assert table.notes[0].startswith("Found 1 time, in 1 of 1 groups; 1 of 3 participants")
    assert made(first=("code:praise",), then=("pause:0",), question="Q2").rows[0].name == "FG t.4–6"


def test_a_preset_says_what_this_codebook_lacks() -> None:
    table = made()
    assert table.title == "Praise within three turns of soft dissent, laughter or a pause"
    assert any("passed over: rel-genuine" in note for note in table.notes)
    assert [row.name for row in table.rows] == ["FG t.2–4"]
    assert made(preset="twins").rows == ()


def test_half_a_pattern_or_an_unknown_code_is_refused() -> None:
    with pytest.raises(NotAChoice):
        made(first=("code:praise",))
    with pytest.raises(NoSuch):
        made(first=("code:prays",), then=("pause:0",))


@given(
    firsts=st.sets(st.integers(1, 8), max_size=3),
    thens=st.sets(st.integers(1, 8), max_size=3),
    within=st.integers(0, 4),
    around=st.booleans(),
)
def test_passages_cover_just_the_turns_of_every_pair(
    firsts: set[int], thens: set[int], within: int, around: bool
) -> None:
    codings = [coded(FG, "a", turn) for turn in firsts] + [coded(FG, "b", turn) for turn in thens]
    pattern = TalkPattern(
        (sought("code:a"),),
        (sought("code:b"),),
        within,
        Side.AROUND if around else Side.AFTER,
    )
    material = talk([FG], [*codings, coded(FG, "c", 1)])
    if {"a", "b"} <= material.codebook.by_slug.keys():
        covered = {
            turn for one in passages(material, pattern) for turn in range(one.first, one.last + 1)
        }
        pairs = [
            (min(one, two), max(one, two))
            for one in firsts
            for two in thens
            if (abs(two - one) <= within if around else 0 <= two - one <= within)
        ]
        assert covered == {turn for low, high in pairs for turn in range(low, high + 1)}


# ── the sample: read in the files, not counted ───────────────────────────────────────────────────


@pytest.mark.parametrize("layer", [SETTLED, OPEN])
def test_it_finds_kind_words_that_nobody_has_time_to_fall_out_over(
    sample_study: Study, layer: str
) -> None:
    """FG1: P6 says everybody is polite because nobody has the time; P3 and P1 laugh it off."""
    words = passage_with(sample_study, layer, "FG1", 27)
    assert "Soft dissent" in words
    assert "t.28 P3: [laughs]" in words
    assert "t.29 P1: (laughter)" in words


@pytest.mark.parametrize("layer", [SETTLED, OPEN])
def test_it_finds_the_careful_praise_and_the_pause_behind_it(
    sample_study: Study, layer: str
) -> None:
    """FG4: the doctors are praised all round; P5 says “courteous”, and after a pause just that."""
    words = passage_with(sample_study, layer, "FG4", 22)
    assert "t.19 P5: " in words
    assert "“courteous”" in words
    assert "t.22 P5: [pause, 3 secs]" in words


def passage_with(study: Study, layer: str, transcript: str, turn: int) -> str:
    """The sequence of the passage that holds this turn."""
    chosen = wish(REPORT.options, {"layer": layer, "transcripts": (transcript,)})
    table = REPORT.run(study.ask(table_material, chosen), chosen)
    [row] = [
        one for one in table.rows if any(number == turn for _id, number in one.entries[0].turns)
    ]
    return row.entries[1].words


def test_it_finds_what_is_told_of_work_beside_its_twin_in_the_room(sample_study: Study) -> None:
    """FG2: P4 owns up to a softened board paper, and a long pause follows."""
    chosen = wish(REPORT.options, {"preset": "twins", "layer": OPEN, "transcripts": ("FG2",)})
    table = REPORT.run(sample_study.ask(table_material, chosen), chosen)
    assert any("Holding back" in row.entries[1].words for row in table.rows)
    assert not any("passed over" in note for note in table.notes)
