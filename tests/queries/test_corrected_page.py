"""The page after a correction, made of what is by the changed words and of the page before."""

from pathlib import Path

from hypothesis import HealthCheck, given
from hypothesis import settings as tried
from hypothesis import strategies as st

from qualcoder_nhs.actions.correcting import CorrectTranscript, CorrectTurn
from qualcoder_nhs.domain.coding import OPEN
from qualcoder_nhs.domain.correcting.plan import Losing
from qualcoder_nhs.domain.errors import NothingToCorrect
from qualcoder_nhs.domain.transcript import Transcript
from qualcoder_nhs.queries.coding_page import CodingPage, coding_page
from qualcoder_nhs.queries.corrected_page import corrected_page, whole_page
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from tests.builders import a_coded_study, coder, transcript, turns_of


def brought_up_to_date(study: Study, before: CodingPage) -> CodingPage:
    here = before.transcript
    places = (0, len(here.text))
    found = study.ask(corrected_page, here.id, OPEN, here.text, places)
    assert all(0 <= one <= len(found.page.transcript.text) for one in found.places)
    return whole_page(found, before)


@tried(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(1, 5), st.integers(0, 9), st.integers(0, 9)), max_size=4))
def test_it_equals_one_that_is_loaded_afresh(
    tmp_path: Path, deeds: list[tuple[int, int, int]]
) -> None:
    path = tmp_path / "study.qnhs"
    path.unlink(missing_ok=True)
    with a_coded_study(path) as study:
        page = study.ask(coding_page, transcript(study))
        for deed in deeds:
            try:
                do(study, *deed)
            except NothingToCorrect:
                continue
            page = brought_up_to_date(study, page)
            assert page == study.ask(coding_page, page.transcript.id)
        for _each in deeds:
            if study.ask(Reader.history, 1)[0].label == "Correct {}":
                study.undo(coder(study))
                page = brought_up_to_date(study, page)
                assert page == study.ask(coding_page, page.transcript.id)


def do(study: Study, turn: int, start: int, length: int) -> None:
    """Other words in a turn; or, of the first, the whole turn away."""
    here = study.ask(Reader.transcript, transcript(study))
    if turn == 1 and len(here.turns) > 2:
        study.run(without(here, 1 + start % len(here.turns)), coder(study))
        return
    said = here.turns[min(turn, len(here.turns)) - 1].words.of(here.text)
    words = f"{said[:start]}🩺{said[start + length :]}"
    number = min(turn, len(here.turns))
    study.run(CorrectTurn(here.id, number, words, Losing.KEEP), coder(study))


def without(here: Transcript, turn: int) -> CorrectTranscript:
    lines = here.text.split("\n")
    text = "\n".join([*lines[: turn - 1], *lines[turn:]])
    return CorrectTranscript(here.id, text, turns_of(text), "f", "h", "text", losing=Losing.KEEP)
