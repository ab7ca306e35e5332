"""Packs that left before a transcript was corrected come back: every coding on its own words."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcoder_nhs.actions.codings import CodePassage
from qualcoder_nhs.actions.correcting import CorrectTranscript, CorrectTurn
from qualcoder_nhs.actions.links import LinkTurns
from qualcoder_nhs.actions.memos import WriteMemo
from qualcoder_nhs.domain.correcting.plan import Losing
from qualcoder_nhs.domain.ids import CodingId
from qualcoder_nhs.domain.links import LinkKind
from qualcoder_nhs.domain.merge.plan import MergePlan
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from tests.builders import an_import, code, coder, transcript
from tests.packs import a_pack, a_team, layer, merged, opened


@pytest.fixture
def team(tmp_path: Path) -> Iterator[Study]:
    with a_team(tmp_path / "trust.qnhs") as study:
        yield study


def coded(path: Path, words: str, name: str = "Warm") -> CodingId:
    """A passage of FG1 that AB codes in a file by its words."""
    with opened(path) as pack:
        text = pack.ask(Reader.transcript, transcript(pack)).text
        start = text.index(words)
        span = Span(start, start + len(words))
        made = CodePassage(transcript(pack), span, code(pack, name), layer(pack))
        return pack.run(made, coder(pack, "AB")).coding


def quote(study: Study, coding: CodingId) -> str:
    found = study.ask_as(coder(study, "AB"), Reader.coding, coding)
    return found.span.of(study.ask(Reader.transcript, found.transcript).text)


def longer(study: Study) -> None:
    """FG1 with a turn at its start, and a word of turn 2 that is another."""
    old = study.ask(Reader.transcript, transcript(study))
    text = "MOD: Welcome to you all.\n" + old.text.replace("board", "committee")
    new = an_import("again", text)
    action = CorrectTranscript(old.id, text, new.turns, "a.txt", "h", "text", losing=Losing.KEEP)
    study.run(action, coder(study))


def told(plan: MergePlan) -> dict[str, str]:
    return {row.what: row.why for row in (*plan.matched, *plan.refused, *plan.conflicting)}


def test_work_on_words_that_stand_comes_in_and_no_other(team: Study) -> None:
    pack = a_pack(team)
    stands, other = coded(pack, "asked once"), coded(pack, "board does", "Cold")
    with opened(pack) as file:
        who, it = coder(file, "AB"), transcript(file)
        file.run(LinkTurns(it, 3, 2, LinkKind.AGREE, layer(file)), who)
        place = file.ask(Reader.transcript, it).text.index("Never")
        file.run(WriteMemo("Bitter", transcript=it, span=Span(place, place + 11)), who)
    longer(team)
    plan = merged(team, pack)
    assert quote(team, stands) == "asked once"
    known = {one.id for one in team.ask_as(coder(team, "AB"), Reader.codings)}
    assert other not in known
    assert any("words it was made on were corrected" in why for why in told(plan).values())
    assert "its words were corrected (text differs at turn 1)" in told(plan)["FG1"]
    [link] = team.ask_as(coder(team, "AB"), Reader.links)
    assert (link.turn, link.target) == (4, 3)
    memo = next(one for one in team.ask_as(coder(team, "AB"), Reader.memos) if one.text == "Bitter")
    assert memo.span is not None
    assert memo.span.of(team.ask(Reader.transcript, transcript(team)).text) == "Never again"
    assert team.faults() == []


def test_what_came_before_the_correction_is_known_and_its_edits_arrive(team: Study) -> None:
    pack = a_pack(team)
    known, grown = coded(pack, "asked once"), coded(pack, "Never", "Cold")
    merged(team, pack)
    longer(team)
    with opened(pack) as file:
        text = file.ask(Reader.transcript, transcript(file)).text
        span = Span(text.index("Never"), text.index("Never again") + len("Never again"))
        again = CodePassage(transcript(file), span, code(file, "Cold"), layer(file))
        assert file.run(again, coder(file, "AB")).coding == grown
    plan = merged(team, pack)
    assert (len(plan.codings.added), len(plan.codings.changed)) == (0, 1)
    assert quote(team, known) == "asked once"
    assert quote(team, grown) == "Never again"
    twice = merged(team, pack)
    assert (len(twice.codings.added), len(twice.codings.changed)) == (0, 0)


def test_a_pack_whose_coder_corrected_a_word_still_arrives(team: Study) -> None:
    pack = a_pack(team)
    with opened(pack) as file:
        file.run(CorrectTurn(transcript(file), 1, "Who, then, decides?"), coder(file, "AB"))
    stands = coded(pack, "asked once")
    merged(team, pack)
    assert quote(team, stands) == "asked once"
    text = team.ask(Reader.transcript, transcript(team)).text
    assert text.startswith("MOD: Who decides?")


def test_a_correction_that_was_undone_is_none(team: Study) -> None:
    team.run(CorrectTurn(transcript(team), 1, "Who, then, decides?"), coder(team))
    pack = a_pack(team)
    team.undo(coder(team))
    stands = coded(pack, "asked once")
    merged(team, pack)
    assert quote(team, stands) == "asked once"
    assert team.faults() == []


@pytest.fixture(scope="module")
def laptops(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A study and a pack of it, to be copied for each example."""
    folder = tmp_path_factory.mktemp("laptops")
    with a_team(folder / "trust.qnhs") as study:
        a_pack(study)
    return folder


def test_whatever_is_corrected_no_coding_comes_to_stand_on_other_words(laptops: Path) -> None:
    @settings(deadline=None, max_examples=max(5, settings.default.max_examples // 5))
    @given(st.data())
    def holds(data: st.DataObject) -> None:
        with TemporaryDirectory() as folder:
            copied = Path(folder) / "laptops"
            shutil.copytree(laptops, copied)
            pack = copied / "AB.qnhs"
            made = dict(passage(pack, data) for _ in range(3))
            with Study.open(copied / "trust.qnhs") as study:
                recast(study, data)
                merged(study, pack)
                came = study.ask_as(coder(study, "AB"), Reader.codings, layer=layer(study))
                text = study.ask(Reader.transcript, transcript(study)).text
                for one in came:
                    assert one.span.of(text) == made[one.id]
                assert study.faults() == []

    holds()


def passage(path: Path, data: st.DataObject) -> tuple[CodingId, str]:
    """A passage of FG1 that AB codes in a pack, whatever it is, and its words."""
    with opened(path) as pack:
        text = pack.ask(Reader.transcript, transcript(pack)).text
        start = data.draw(st.integers(0, len(text) - 1))
        span = Span(start, data.draw(st.integers(start + 1, min(len(text), start + 30))))
        made = CodePassage(transcript(pack), span, code(pack, "Warm"), layer(pack))
        coded = pack.run(made, coder(pack, "AB"))
        return coded.coding, coded.span.of(text)


def recast(study: Study, data: st.DataObject) -> None:
    """FG1 with lines dropped, said twice, in another order, or with other words."""
    old = study.ask(Reader.transcript, transcript(study))
    lines = old.text.split("\n")
    picked = data.draw(st.lists(st.sampled_from(lines), min_size=1, max_size=7))
    word = data.draw(st.sampled_from(("board", "we", "asked", "P1", "never here")))
    text = "\n".join(picked).replace(word, "other")
    if text == old.text:
        return
    new = an_import("again", text)
    action = CorrectTranscript(old.id, text, new.turns, "a.txt", "h", "text", losing=Losing.KEEP)
    study.run(action, coder(study))
