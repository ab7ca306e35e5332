"""How widely each code is spoken of, worked by hand on three short discussions."""

from qualcoder_nhs.analysis.counting.material import Material
from qualcoder_nhs.analysis.tables import REPORTS, report_named
from qualcoder_nhs.domain.codebook import Code, Codebook
from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.domain.table_options import Value, wish
from qualcoder_nhs.domain.tabled import Mark, Tabled
from tests.talk import coded, session, talk

FG1 = session(
    "FG1",
    ["MOD: So?", "P1: We were never closer.", "P2: Well.", "P1: Never.", "P3: [sighs]"],
    asked={"Q1": 1},
)
FG2 = session("FG2", ["MOD: So?", "P1: They lie to us.", "P2: No."], asked={"Q1": None})


def tree(material: Material) -> Material:
    """The same with `masked` and `genuine` under `tone`."""
    tone = Code(CodeId("tone"), "tone", "Tone")
    below = [
        Code(code.id, code.slug, code.name, CodeId("tone"), at)
        for at, code in enumerate(material.codebook.codes)
        if code.slug != "silence"
    ]
    rest = [code for code in material.codebook.codes if code.slug == "silence"]
    book = Codebook((tone, *below, *rest), material.codebook.sets)
    return Material(**{**vars_of(material), "codebook": book})


def vars_of(material: Material) -> dict[str, object]:
    return {name: getattr(material, name) for name in material.__dataclass_fields__}


MATERIAL = tree(
    talk(
        [FG1, FG2],
        [
            coded(FG1, "masked", 2),
            coded(FG1, "masked", 4),
            coded(FG1, "genuine", 2),
            coded(FG2, "masked", 2),
            coded(FG1, "silence", 3),
        ],
    )
)


def made(**said: Value) -> Tabled:
    report = report_named("frequencies")
    return report.run(MATERIAL, wish(report.options, said))


def words(tabled: Tabled, row: str) -> list[str]:
    return [one.words for one in next(line for line in tabled.rows if line.key == row).entries]


def test_each_count_stands_over_those_who_could_have_said_it() -> None:
    assert words(made(), "masked") == [
        "2 of 2",
        "2 of 5",
        "3 of 5",
        "9 of 11",
        "3 by 2 of 5",
        "FG1 P1, 67%",
    ]
    assert made().entry("masked", "voice").mark is Mark.ONE_VOICE


def test_a_parent_counts_a_turn_and_a_person_once() -> None:
    tone = made().rows[0]
    assert (tone.key, tone.depth, tone.distinct) == ("tone", 1, True)
    assert words(made(), "tone")[:4] == ["2 of 2", "2 of 5", "3 of 5", "9 of 11"]
    assert made().rows[1].depth == 2


def test_a_pause_is_told_in_events_and_groups() -> None:
    assert words(made(), "silence")[:3] == ["1 of 2", "1 event, 1 of 2 groups", "0 of 5"]
    assert made().entry("silence", "voice").words == "–"


def test_of_a_question_the_groups_that_were_not_asked_leave_the_denominator() -> None:
    assert words(made(question="Q1"), "masked")[:2] == ["1 of 1", "1 of 3"]
    assert any("Not asked in FG2" in note for note in made(question="Q1").notes)


def test_only_some_codes_and_only_the_upper_levels() -> None:
    assert [row.key for row in made(codes=("masked",)).rows] == ["masked"]
    assert [row.key for row in made(level=1).rows] == ["tone", "silence"]


def test_an_entry_leads_to_its_codings_and_turns() -> None:
    entry = made().entry("genuine", "participants")
    assert entry.turns == (("FG1", 2),)
    assert [coding.split("/")[1] for coding in entry.codings] == ["genuine"]
    assert len(entry.there) == 5


def test_notes_say_the_layer_who_is_left_out_and_what_counts_are_not() -> None:
    notes = " ".join(made().notes)
    assert "layer “open”; 2 groups, 5 participants; moderators" in notes, notes
    assert "do not estimate prevalence" in notes
    assert made().caption.startswith("How widely each code is spoken of.")


def test_every_report_has_a_name_of_its_own_and_one_sentence() -> None:
    ids = [one.id for one in REPORTS]
    assert len(set(ids)) == len(ids)
    for one in REPORTS:
        assert one.purpose.count(".") == 1
        assert one.purpose.endswith(".")
        options = [option.id for option in one.options]
        assert len(set(options)) == len(options)
