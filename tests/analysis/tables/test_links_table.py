"""How the group answers itself, worked by hand on two short discussions."""

from qualcoder_nhs.analysis.tables import report_named
from qualcoder_nhs.domain.links import LinkKind
from qualcoder_nhs.domain.table_options import wish
from qualcoder_nhs.domain.tabled import Mark, Tabled
from tests.talk import linked, session, talk

FG1 = session(
    "FG1",
    ["MOD: So?", "P1: Never closer.", "P2: Well.", "P1: Never.", "P2: Quite.", "P3: No."],
    asked={"Q1": 1},
)
FG2 = session("FG2", ["MOD: So?", "P1: They lie.", "P2: No.", "P1: Yes."], asked={"Q1": 4})
LINKS = [
    linked(FG1, 3, 2, LinkKind.SOFT),
    linked(FG1, 4, 3, LinkKind.SOFT),
    linked(FG1, 5, 4, LinkKind.AGREE),
    linked(FG2, 3, 2, LinkKind.SOFT),
    linked(FG2, 4, 3, LinkKind.SOFT),
]


def table(**given: str) -> Tabled:
    report = report_named("links")
    return report.run(talk([FG1, FG2], links=LINKS), wish(report.options, given))


def words(found: Tabled, kind: str) -> list[str]:
    return [found.entry(kind, head.key).words for head in found.heads]


def test_each_kind_is_told_over_its_denominators() -> None:
    found = table()
    assert words(found, "soft dissent")[:4] == ["4", "2 of 2", "4 of 5", "2 of 2"]
    assert words(found, "agree") == ["1", "1 of 2", "1 of 5", "1 of 2", "FG1 P2, 100%"]
    assert words(found, "all")[:4] == ["5", "2 of 2", "4 of 5", "2 of 2"]


def test_one_voice_is_marked_and_leads_to_its_turns() -> None:
    entry = table().entry("agree", "voice")
    assert entry.mark is Mark.ONE_VOICE
    assert entry.turns == ((FG1.id, 5),)


def test_what_was_never_done_says_so() -> None:
    found = table()
    assert found.entry("challenge", "links").mark is Mark.NOTHING
    assert words(found, "challenge") == ["0", "0 of 2", "0 of 5", "0 of 2", "–"]


def test_of_a_question_only_answers_while_it_was_open_count() -> None:
    found = table(question="Q1")
    assert words(found, "soft dissent")[:2] == ["3", "2 of 2"]
