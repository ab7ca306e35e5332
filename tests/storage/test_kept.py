"""What was read of a study is read once, until anything in it changes."""

from pathlib import Path

from builders import a_coded_study, coder, transcript

from qualcoder_nhs.actions.codebook import AddCode
from qualcoder_nhs.actions.codings import CodePassage
from qualcoder_nhs.domain.coding import OPEN
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.queries.material import MaterialWish, material
from qualcoder_nhs.storage.kept import MOST, Kept
from qualcoder_nhs.study import Study


def test_what_is_read_twice_is_read_once(tmp_path: Path) -> None:
    with a_coded_study(tmp_path / "a.qnhs") as study:
        first = study.ask(material)
        assert study.ask(material) is first
        assert study.ask(material, MaterialWish(layer=OPEN)) is first
        assert study.ask(material, MaterialWish(joined=False)) is not first


def test_every_step_lets_it_go_undo_and_redo_too(tmp_path: Path) -> None:
    path = tmp_path / "a.qnhs"
    with a_coded_study(path) as study:
        lead = coder(study)
        fresh = study.run(AddCode("Never used"), lead)
        counts = [len(study.ask(material).codings)]
        study.run(CodePassage(transcript(study), Span(0, 4), fresh), lead)
        counts.append(len(study.ask(material).codings))
        study.undo(lead)
        counts.append(len(study.ask(material).codings))
        study.redo(lead)
        counts.append(len(study.ask(material).codings))
    assert counts == [counts[0], counts[0] + 1, counts[0], counts[0] + 1]


def test_who_only_reads_sees_what_another_writes(tmp_path: Path) -> None:
    path = tmp_path / "a.qnhs"
    with a_coded_study(path) as study, Study.read(path) as looking:
        before = looking.ask(material)
        study.run(AddCode("Never used"), coder(study))
        assert len(looking.ask(material).codebook.by_id) == len(before.codebook.by_id) + 1


def test_only_a_few_are_kept_and_the_newest() -> None:
    kept, made = Kept(), list[int]()

    def get(key: int) -> int:
        return kept.get(1, key, lambda: made.append(key) or key)  # type: ignore[func-returns-value]

    for key in (*range(MOST), 0, MOST, 0, 1):
        assert get(key) == key
    assert made == [*range(MOST), MOST, 1]
