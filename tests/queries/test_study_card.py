"""The Study desk's card counts what the study holds."""

from pathlib import Path

from builders import a_coded_study, coder

from qualcoder_nhs.queries.study_card import study_card


def test_the_card_counts_everything_once(tmp_path: Path) -> None:
    with a_coded_study(tmp_path / "study.qnhs") as study:
        card = study.ask(study_card)
        assert card.study.name == "Trust"
        assert [one.name for one in card.coders] == ["HL", "AB"]
        assert card.codings == {coder(study): 2, coder(study, "AB"): 1}
        assert (card.transcripts, card.codes) == (2, 4)
        assert card.words > 0
