"""Rules for taking in other programs' studies: codes find their places, cases their speakers."""

from hypothesis import given
from hypothesis import strategies as st

from qualcoder_nhs.domain.codebook import Code, Codebook
from qualcoder_nhs.domain.foreign import (
    ForeignCase,
    ForeignCode,
    ForeignStudy,
    Kind,
    TableRow,
)
from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.taking.account import Account, summed
from qualcoder_nhs.domain.taking.cases import plan_cases
from qualcoder_nhs.domain.taking.codes import plan_codes
from qualcoder_nhs.domain.taking.ids import kept_id
from tests.builders import turns_of

GUID = "39633935-3331-3962-6162-636465666768"
KEYS = st.sampled_from(["a", "b", "c", "d", GUID])
TREES = st.lists(
    st.builds(
        ForeignCode,
        KEYS,
        st.sampled_from(["Trust", "trust", "  Two  words ", "", "Trust > Doubt"]),
        st.one_of(st.none(), KEYS, st.just("gone")),
    ),
    unique_by=lambda code: code.key,
)


def of(*cases: ForeignCase) -> ForeignStudy:
    return ForeignStudy("", "", cases=cases)


@given(TREES)
def test_every_code_has_a_place_and_siblings_have_names_of_their_own(
    codes: list[ForeignCode],
) -> None:
    known = Codebook((Code(CodeId("k"), "trust", "Trust"),))
    plan = plan_codes(codes, known)
    after = plan.change.applied(known)
    assert plan.places.keys() == {code.key for code in codes}
    assert len(set(plan.places.values())) == len(codes)
    assert len(after.codes) == 1 + len(codes) - len(plan.known)
    assert len(list(after.walk())) == len(after.codes)
    for code in after.codes:
        names = [one.name.casefold() for one in after.children(code.parent)]
        assert len(names) == len(set(names))
    again = plan_codes(codes, after)
    assert not again.change or GUID in {code.key for code in codes}


def test_a_code_is_known_by_its_id_and_stays_as_the_study_has_it() -> None:
    known = Codebook((Code(CodeId(GUID), "t", "Trust here", definition="Ours."),))
    plan = plan_codes([ForeignCode(GUID, "Trust", definition="Theirs.")], known)
    assert (plan.places[GUID], plan.known, bool(plan.change)) == (GUID, {GUID}, False)
    assert [how for _key, how in plan.changed] == [
        "the study has it with another definition, which stays"
    ]


def test_a_guid_stays_where_it_is_free() -> None:
    assert kept_id(GUID, ()) == GUID
    assert kept_id(GUID, (GUID,)) != GUID
    assert kept_id("code:7", ()) != "code:7"


def test_an_interview_has_one_who_answers() -> None:
    turns = {"t": turns_of("I: How?\nB: So.\nI: Why?\nB: Thus.")}
    plan = plan_cases(of(ForeignCase("c", "Anna", {}, ("t",))), turns)
    assert plan.people == {"c": (("t", "B"),)}


def test_a_passage_within_a_turn_makes_nobody_its_speaker() -> None:
    turns = {"t": turns_of("P1: We trust them.\nP2: No.")}
    plan = plan_cases(of(ForeignCase("c", "Trust", {}, (), (("t", Span(7, 12)),))), turns)
    assert plan.left_out == {"c": "its passages are not the turns of one speaker"}


def test_one_speaker_is_one_case() -> None:
    turns = {"t": turns_of("P1: Yes.\nP2: No.")}
    cases = [
        ForeignCase("a", "P1", {}, ("t",)),
        ForeignCase("b", "p1", {}, (), (("t", Span(4, 8)),)),
    ]
    plan = plan_cases(of(*cases), turns)
    assert plan.people == {"a": (("t", "P1"),)}
    assert plan.left_out == {"b": "another case is the same speaker"}


def test_a_case_may_have_several_labels_and_share_one_that_names_several() -> None:
    turns = {"t": turns_of("P1: Yes.\nSpeaker 1: So.\nP2: No.\nP1 and P2: Well.")}
    [first, again, second, both] = [("t", turn.words) for turn in turns["t"]]
    doctors = ForeignCase("d", "Doctors", {}, (), (first, again, second, both))
    anna = ForeignCase("a", "Anna", {}, (), (first, again, both))
    ben = ForeignCase("b", "Ben", {}, (), (second, both))
    plan = plan_cases(of(doctors, anna, ben), turns)
    assert {case: [label for _text, label in labels] for case, labels in plan.people.items()} == {
        "a": ["P1", "Speaker 1", "P1 and P2"],
        "b": ["P2", "P1 and P2"],
    }
    assert plan.left_out == {"d": "another case is the same speaker"}


def test_a_name_without_a_text_is_a_speaker_where_one_text_has_it() -> None:
    case = ForeignCase("a", "P1")
    once = {"t": turns_of("P1: Yes.")}
    assert plan_cases(of(case), once).people == {"a": (("t", "P1"),)}
    assert plan_cases(of(case), {**once, "u": turns_of("P1: No.")}).people == {}


def test_tables_are_summed() -> None:
    one = TableRow(Kind.TEXTS, 3, 1, 1, 1, "why")
    assert summed([[one], [one]]) == tuple(
        TableRow(kind, 6, 2, 2, 2, "why") if kind is Kind.TEXTS else TableRow(kind, 0, 0, 0, 0)
        for kind in Kind
    )
    assert summed([]) == ()


def test_what_is_changed_and_stays_out_stays_out() -> None:
    account = Account(ForeignStudy("", "", codes=(ForeignCode("a", "A"),)))
    account.change(Kind.CODES, "a", "tidy")
    account.change(Kind.CODES, "gone", "never there")
    account.leave(Kind.CODES, "a", "no place")
    [row] = [row for row in account.rows() if row.in_file]
    assert (row.taken, row.changed, row.left_out, row.why) == (0, 0, 1, "tidy; no place")
