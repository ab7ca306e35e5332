"""The pilot round of the sample: held and over, plausible, and with agreement that is known."""

import re
import shutil
from collections import Counter
from pathlib import Path

import pytest
from pilot_round import Pilot

from qualcoder_nhs.analysis.agreement.figure import NEVER_APPLIED
from qualcoder_nhs.analysis.agreement.kinds import Kind
from qualcoder_nhs.analysis.exclusive import clashes
from qualcoder_nhs.domain.coding import SETTLED, Flag
from qualcoder_nhs.domain.coding_draft import CodingDraft, draft_of
from qualcoder_nhs.domain.people import CoderRole
from qualcoder_nhs.domain.rounds import Measure, Unit
from qualcoder_nhs.domain.settling import Cause, Choice
from qualcoder_nhs.importers.ready_codebooks import shipped_folder
from qualcoder_nhs.importers.tables.codings_csv import read_codings
from qualcoder_nhs.queries.coding_list import coding_list
from qualcoder_nhs.queries.excerpts import ExcerptFilter, excerpt_book
from qualcoder_nhs.queries.layers import layers, shown_layer
from qualcoder_nhs.queries.queue import disagreement_queue
from qualcoder_nhs.queries.rounds import round_board
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.import_files import ImportFiles
from qualcoder_nhs.tasks.sample import build_sample
from qualcoder_nhs.tasks.task import silent

TABLE = shipped_folder("transcripts_sample") / "pilot.csv"

# Names and dates that would lead to somebody.
DETAILS = re.compile(
    "Cadwen Unit|Third of March|going. Easter|Wenderby|third of October|Ashgill|ninth of February"
    "|stopping in September|Ellerwick|ninth of June"
)

ALPHA = {
    "fin-cost-access": (0.8680, 0.8738),
    "tru-motive": (0.5466, 0.6031),
    "rel-masked": (0.1981, 0.1707),
    "grp-rank": (-0.0011, -0.0032),
}


def test_the_round_was_declared_held_ended_and_opened(pilot: Pilot) -> None:
    held = pilot.round
    assert held.name == "Pilot"
    assert [pilot.coders[one] for one in held.coders] == ["DM", "AW"]
    assert (held.unit, held.blind) == (Unit.CHARACTER, True)
    assert (held.criterion.measure, held.criterion.at_least) == (Measure.ALPHA, 0.667)
    assert held.frozen
    assert held.opened is not None
    assert all(portion.turns is None for portion in held.portions)
    board = pilot.study.ask(round_board, "Pilot")
    assert list(board.transcripts.values()) == ["FG1", "FG2", "FG3", "FG4"]
    assert board.finished == 8
    assert board.version == 1


def test_the_lead_of_the_sample_leads_it(pilot: Pilot) -> None:
    roles = {one.name: one.role for one in pilot.study.ask(Reader.coders)}
    assert roles == {
        "RO": CoderRole.LEAD,
        "HL": CoderRole.LEAD,
        "DM": CoderRole.CODER,
        "AW": CoderRole.CODER,
    }
    assert pilot.coders[pilot.round.made_by] == "HL"
    assert {pilot.coders[one.coder] for one in pilot.settled} == {"HL"}


def test_how_much_was_coded_and_settled(pilot: Pilot) -> None:
    assert (len(pilot.by("DM")), len(pilot.by("AW")), len(pilot.settled)) == (355, 388, 385)


def test_the_study_holds_what_the_table_says(pilot: Pilot) -> None:
    parsed = read_codings(TABLE)
    assert parsed.problems == ()
    held = [draft_of(one) for one in pilot.study.ask(coding_list, layer="Pilot")]
    assert Counter(map(_row, held)) == Counter(map(_row, parsed.drafts))


def _row(draft: CodingDraft) -> tuple[object, ...]:
    span = (draft.start, draft.end)
    return (draft.layer, draft.transcript, draft.coder, draft.code, span, draft.memo, draft.flags)


@pytest.mark.parametrize("code", ALPHA)
def test_agreement_is_what_was_planted(pilot: Pilot, code: str) -> None:
    found = tuple(
        pilot.figures(unit)[code].figures["alpha"].value for unit in ("character", "turn")
    )
    assert found == pytest.approx(ALPHA[code], abs=5e-5)


def test_high_middling_and_low_are_what_these_words_say() -> None:
    assert min(ALPHA["fin-cost-access"]) > 0.80
    assert all(0.45 < value < 0.70 for value in ALPHA["tru-motive"])
    assert max(ALPHA["rel-masked"]) < 0.30


@pytest.mark.parametrize("unit", ["character", "turn"])
def test_a_code_of_one_coder_is_not_agreed_on(pilot: Pilot, unit: str) -> None:
    found = pilot.figures(unit)["grp-rank"]
    assert dict(found.applications)["DM"] == 0
    assert dict(found.applications)["AW"] == 6
    (pair,) = found.pairs
    assert pair.figures["kappa"].value == 0
    assert pair.figures["positive_agreement"].value == 0
    alpha = found.figures["alpha"].value
    assert alpha is not None
    assert -0.01 < alpha < 0


@pytest.mark.parametrize("unit", ["character", "turn"])
def test_a_code_of_nobody_has_no_agreement_but_a_reason(pilot: Pilot, unit: str) -> None:
    found = pilot.figures(unit)["grp-silence"]
    assert found.figures["alpha"].value is None
    assert found.figures["alpha"].why == NEVER_APPLIED
    (pair,) = found.pairs
    assert pair.figures["kappa"].why == NEVER_APPLIED


def test_every_other_code_is_used_by_both(pilot: Pilot) -> None:
    used = {name: {one.code for one in pilot.by(name)} for name in ("DM", "AW")}
    slugs = pilot.slugs
    assert {slugs[code] for code in slugs if code not in used["DM"]} == {"grp-rank", "grp-silence"}
    assert {slugs[code] for code in slugs if code not in used["AW"]} == {"grp-silence"}


def test_passages_begin_and_end_where_words_do(pilot: Pilot) -> None:
    texts = {one.id: one.text for one in pilot.transcripts()}
    for coding in (*pilot.codings, *pilot.settled):
        text, (start, end) = texts[coding.transcript], (coding.span.start, coding.span.end)
        assert not re.match(r"\w\w", text[start - 1 : start + 1])
        assert not re.match(r"\w\w", text[end - 1 : end + 1])
        assert text[start:end] == text[start:end].strip()


def test_no_coder_puts_codes_together_that_exclude_each_other(pilot: Pilot) -> None:
    codebook = pilot.study.ask(Reader.codebook)
    for transcript in pilot.transcripts():
        for own in (pilot.by("DM"), pilot.by("AW"), pilot.settled):
            here = [one for one in own if one.transcript == transcript.id]
            for one in here:
                others = [other for other in here if other is not one]
                assert clashes(codebook, transcript, others, one.code, one.span) == []


def test_every_settled_coding_comes_of_a_decision_by_the_lead(pilot: Pilot) -> None:
    made = [one for one in pilot.decisions if one.settles]
    assert {coding for one in made for coding in one.codings} == {one.id for one in pilot.settled}
    assert {pilot.coders[one.made_by] for one in pilot.decisions} == {"HL"}
    assert Counter(one.choice is Choice.AGREED for one in made) == {True: 102, False: 275}


def test_every_decision_has_a_cause_and_a_reason_of_its_own(pilot: Pilot) -> None:
    made = [one for one in pilot.decisions if one.settles and one.choice is not Choice.AGREED]
    assert {one.cause for one in made} == set(Cause)
    reasons = [one.reason for one in made]
    assert len(set(reasons)) == len(reasons)
    assert all(10 < len(reason) < 200 and reason.endswith(".") for reason in reasons)


def test_a_dozen_of_every_kind_is_left_to_settle(pilot: Pilot) -> None:
    queue = pilot.study.ask(disagreement_queue, "Pilot")
    assert (queue.settled, len(queue.items)) == (274, 286)
    assert (queue.agreed, queue.agreed_settled) == ((), 103)
    left = [one for one in queue.items if not one.settled]
    assert Counter(one.name for one in left) == dict.fromkeys(("FG1", "FG2", "FG3", "FG4"), 3)
    assert {one.kind for one in left} == set(Kind) - {Kind.EXACT}
    slugs = Counter(queue.codebook[code].slug for one in left for code in one.codes)
    assert (slugs["tru-motive"], slugs["rel-masked"]) == (3, 3)
    assert sum(one.decision is not None for one in left) == 2  # put off, with a reason


def test_there_is_something_to_discuss_and_something_was_decided(pilot: Pilot) -> None:
    flagged = [one for one in pilot.codings if Flag.DISCUSS in one.flags]
    assert len(flagged) >= 15
    assert sum(one.id in pilot.memos for one in pilot.codings) >= 20
    assert sum(one.id in pilot.memos for one in pilot.settled) == 7
    assert all(Flag.DISCUSS not in one.flags for one in pilot.settled)


def test_whatever_is_settled_and_names_somebody_is_flagged(pilot: Pilot) -> None:
    texts = {one.id: one.text for one in pilot.transcripts()}
    naming = [one for one in pilot.settled if DETAILS.search(one.span.of(texts[one.transcript]))]
    assert naming
    assert [one for one in naming if Flag.IDENTIFYING not in one.flags] == []


def test_excerpts_show_what_was_settled_and_the_open_layer_on_request(pilot: Pilot) -> None:
    study = pilot.study
    assert study.ask(shown_layer) == SETTLED
    assert [one.name for one in study.ask(layers)] == ["open", "settled", "Pilot"]
    trust = study.ask(Reader.codebook).find("tru").id
    settled = study.ask(excerpt_book, ExcerptFilter(codes=(trust,)))
    assert settled.layer == SETTLED
    assert ("FG2", [37]) in [
        (one.transcript, [piece.turn for piece in one.said]) for one in settled.excerpts
    ]
    coded = study.ask(excerpt_book, ExcerptFilter(codes=(trust,), layer="open"))
    assert {one.coder for one in coded.excerpts} == {"HL"}
    assert len(coded.excerpts) > len(settled.excerpts)


@pytest.mark.parametrize("who", ["RO", "DM"])
def test_its_tables_come_in_again_without_a_change(sample: Path, tmp_path: Path, who: str) -> None:
    again = shutil.copy(sample, tmp_path / "again.qnhs")
    with Study.open(again) as study:
        files = [TABLE.with_name("codings.csv"), TABLE]
        report = ImportFiles(files).run(study, study.ask(Reader.coder, who).id, silent)
    assert [(one.codings, one.known) for one in report.imported] == [(0, 725), (0, 355 + 388)]
    assert report.refused == ()


def test_somebody_called_like_a_coder_of_it_can_open_the_sample(tmp_path: Path) -> None:
    with build_sample(tmp_path / "sample.qnhs", "AW", silent) as study:
        own = study.ask(Reader.coder, "AW")
        assert own.role is CoderRole.LEAD
        assert len(study.ask(Reader.codings, coder=own.id)) == 388
