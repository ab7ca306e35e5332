"""For each action a builder of random instances that fit a study; mostly they go well."""

import importlib
import inspect
import pkgutil
from typing import Any

from hypothesis import strategies as st

from qualcoder_nhs import actions
from qualcoder_nhs.actions import (
    code_hits as code_hits_room,
)
from qualcoder_nhs.actions import (
    codebook,
    codings,
    exports,
    finishing,
    links,
    memos,
    people,
    recoding,
    rounds,
    settling,
    settling_together,
    transcripts,
)
from qualcoder_nhs.actions import import_codings as import_codings_room
from qualcoder_nhs.actions import import_links as import_links_room
from qualcoder_nhs.actions import merge_pack as merging
from qualcoder_nhs.actions import take_study as take_study_room
from qualcoder_nhs.actions.action import Action
from qualcoder_nhs.domain.codebook import Applicable, SetKind
from qualcoder_nhs.domain.codebook_draft import CodebookDraft, CodeDraft, SetDraft
from qualcoder_nhs.domain.coding import Flag
from qualcoder_nhs.domain.coding_draft import CodingDraft
from qualcoder_nhs.domain.link_draft import LinkDraft
from qualcoder_nhs.domain.links import LinkKind
from qualcoder_nhs.domain.people import CoderRole, Function
from qualcoder_nhs.domain.rounds import Criterion, Measure, Sample, Unit
from tests.actions.correcting_builders import CORRECTING_BUILDERS
from tests.actions.dice import Builder, Dice
from tests.actions.foreign_study import foreign_study
from tests.actions.matrix_builders import MATRIX_BUILDERS
from tests.actions.settling_builders import (
    amend_code,
    keep_codings,
    put_off,
    recode,
    settle,
    settle_together,
    settle_unanimous,
)
from tests.actions.study_of_another_program import take_study
from tests.actions.talk_builders import TALK_BUILDERS
from tests.actions.theme_builders import THEME_BUILDERS
from tests.builders import an_import


def code_passage(dice: Dice) -> Action[Any]:
    transcript = dice.one(dice.known.transcripts)
    layer = dice.one(("open", "open", *(one.layer for one in dice.known.rounds)))
    return codings.CodePassage(transcript.id, dice.span(transcript), dice.applicable().id, layer)


def code_hits(dice: Dice) -> Action[Any]:
    one, other = dice.one(dice.known.transcripts), dice.one(dice.known.transcripts)
    passages = ((one.id, dice.span(one)), (other.id, dice.span(other)))
    layer = dice.one(("open", "open", *(one.layer for one in dice.known.rounds)))
    return code_hits_room.CodeHits(passages, dice.applicable().id, layer)


def remove_codings(dice: Dice) -> Action[Any]:
    chosen = dice.some(dice.known.codings) or [dice.one(dice.known.codings)]
    return codings.RemoveCodings(tuple(coding.id for coding in chosen))


def move_ends(dice: Dice) -> Action[Any]:
    coding = dice.one(dice.known.codings)
    return codings.MoveEnds(coding.id, dice.span(dice.text_of(coding)))


def change_code(dice: Dice) -> Action[Any]:
    return codings.ChangeCode(dice.one(dice.known.codings).id, dice.applicable().id)


def set_flags(dice: Dice) -> Action[Any]:
    return codings.SetFlags(dice.one(dice.known.codings).id, frozenset(dice.some(list(Flag))))


def link_turns(dice: Dice) -> Action[Any]:
    transcript = dice.one([one for one in dice.known.transcripts if len(one.turns) > 1])
    turn = dice.draw(st.integers(2, len(transcript.turns)))
    layer = dice.one(("open", "open", "settled", *(one.layer for one in dice.known.rounds)))
    kind = dice.one(list(LinkKind))
    return links.LinkTurns(transcript.id, turn, dice.draw(st.integers(1, turn)), kind, layer)


def change_link(dice: Dice) -> Action[Any]:
    kind = dice.one((None, *LinkKind))
    return links.ChangeLink(dice.one(dice.known.links).id, kind, dice.one((None, 1, 2)))


def unlink(dice: Dice) -> Action[Any]:
    chosen = dice.some(dice.known.links) or [dice.one(dice.known.links)]
    return links.Unlink(tuple(one.id for one in chosen))


def import_links(dice: Dice) -> Action[Any]:
    """One row fits, the others as luck has it: some name what is not there, one comes twice."""
    name, turn = dice.one(dice.known.transcripts).name, dice.draw(st.integers(2, 4))
    fits = LinkDraft(8, name, turn, turn - 1, dice.one(list(LinkKind)), "")
    rows = [
        LinkDraft(
            line,
            dice.one((dice.one(dice.known.transcripts).name, "nowhere")),
            dice.draw(st.integers(1, 5)),
            dice.draw(st.integers(1, 5)),
            dice.one(list(LinkKind)),
            dice.one(("", "HL", "Newcomer")),
        )
        for line in range(2, 7)
    ]
    return import_links_room.ImportLinks((*rows, fits, rows[0]), "links")


def write_memo(dice: Dice) -> Action[Any]:
    transcript = dice.one(dice.known.transcripts)
    on: dict[str, Any] = dice.one(
        (
            {},
            {"transcript": transcript.id},
            {"transcript": transcript.id, "span": dice.span(transcript)},
            {"code": dice.code().id},
            {"coding": dice.one(dice.known.codings).id} if dice.known.codings else {},
            {"participant": dice.one(dice.known.participants)},
            {"theme": dice.one(dice.known.themes).id} if dice.known.themes else {},
        )
    )
    return memos.WriteMemo(dice.words() or "…", **on)


def change_memo(dice: Dice) -> Action[Any]:
    return memos.ChangeMemo(dice.one(dice.known.memos).id, dice.words())


def keep_private(dice: Dice) -> Action[Any]:
    return memos.KeepPrivate(dice.one(dice.known.memos).id, dice.draw(st.booleans()))


def add_coder(dice: Dice) -> Action[Any]:
    return people.AddCoder(dice.name(), dice.one(list(CoderRole)))


def rename_coder(dice: Dice) -> Action[Any]:
    return people.RenameCoder(dice.one(dice.known.coders), dice.name())


def add_participant(dice: Dice) -> Action[Any]:
    return people.AddParticipant(dice.name(), {"role": dice.words()})


def describe_participant(dice: Dice) -> Action[Any]:
    attributes = {"role": dice.words(), "nation": "Wales"}
    return people.DescribeParticipant(dice.one(dice.known.participants), dice.name(), attributes)


def set_speaker(dice: Dice) -> Action[Any]:
    return people.SetSpeaker(
        dice.one(dice.known.speakers).id,
        dice.one(list(Function)),
        tuple(dice.some(dice.known.participants[:4])),
    )


def add_transcript(dice: Dice) -> Action[Any]:
    return an_import(dice.name(), dice.one(("", "no labels", "P1: a\nP2: b\nP1 and P2: 🩺")))


def rename_transcript(dice: Dice) -> Action[Any]:
    return transcripts.RenameTranscript(dice.one(dice.known.transcripts).id, dice.name())


def remove_transcript(dice: Dice) -> Action[Any]:
    return transcripts.RemoveTranscript(dice.one(dice.known.transcripts).id)


def add_code(dice: Dice) -> Action[Any]:
    return codebook.AddCode(dice.name(), dice.one((None, dice.code().id)))


def code_new_idea(dice: Dice) -> Action[Any]:
    transcript = dice.one(dice.known.transcripts)
    return codebook.CodeNewIdea(transcript.id, dice.span(transcript), dice.name())


def rename_code(dice: Dice) -> Action[Any]:
    return codebook.RenameCode(dice.code().id, dice.name())


def recolour_code(dice: Dice) -> Action[Any]:
    return codebook.RecolourCode(dice.code().id, dice.one((None, "#123456", "#ABCDEF")))


def describe_code(dice: Dice) -> Action[Any]:
    return codebook.DescribeCode(dice.code().id, dice.words(), example=dice.words())


def allow_code(dice: Dice) -> Action[Any]:
    return codebook.AllowCode(dice.code().id, dice.one(list(Applicable)))


def move_code(dice: Dice) -> Action[Any]:
    return codebook.MoveCode(dice.code().id, dice.one((None, dice.code().id)))


def merge_codes(dice: Dice) -> Action[Any]:
    return codebook.MergeCodes(dice.code().id, dice.code().id)


def archive_code(dice: Dice) -> Action[Any]:
    return codebook.ArchiveCode(dice.code().id)


def bring_back_code(dice: Dice) -> Action[Any]:
    archived = [code for code in dice.known.codes if code.archived] or dice.known.codes
    return codebook.BringBackCode(dice.one(archived).id)


def delete_code(dice: Dice) -> Action[Any]:
    used = {coding.code for coding in dice.known.codings}
    unused = [code for code in dice.known.codes if code.id not in used] or dice.known.codes
    return codebook.DeleteCode(dice.one(unused).id)


def import_codebook(dice: Dice) -> Action[Any]:
    drafts = (
        CodeDraft("trust", "Trust", None, definition=dice.words()),
        CodeDraft("near", dice.name(), "trust"),
        CodeDraft("far", "Far", "trust"),
    )
    group = SetDraft(SetKind.EXCLUSIVE, "Distance", "span", dice.words(), ("near", "far"))
    return codebook.ImportCodebook(CodebookDraft(drafts, (group,)), "Distance")


def import_codings(dice: Dice) -> Action[Any]:
    """Some rows fit, some name what is not there, some overlap or come twice."""
    rows = []
    for line in range(2, 8):
        transcript = dice.one(dice.known.transcripts)
        span = dice.span(transcript)
        rows.append(
            CodingDraft(
                line,
                dice.one((transcript.name, transcript.name, "nowhere")),
                dice.one(("", "HL", "Newcomer")),
                dice.one((dice.applicable().slug, "nothing")),
                span.start,
                span.end,
                dice.one(("", dice.words())),
                dice.one(((), (Flag.STRONG,))),
            )
        )
    return import_codings_room.ImportCodings((*rows, rows[0]), "codings")


def new_round(dice: Dice) -> Action[Any]:
    return rounds.NewRound(
        dice.name(),
        tuple(dice.some(dice.known.coders) or dice.known.coders[:1]),
        tuple(one.id for one in dice.some(dice.known.transcripts)),
        dice.one(list(Unit)),
        Criterion(dice.one(list(Measure)), dice.one((0.5, 0.8, 1))),
        dice.draw(st.booleans()),
        dice.one((None, Sample(0.5, 7), Sample(1, -3), Sample(0.5, 7, by_question=True))),
        questions=tuple(one.id for one in dice.some(dice.known.questions)[:1]),
    )


def rename_round(dice: Dice) -> Action[Any]:
    return rounds.RenameRound(dice.one(dice.known.rounds).id, dice.name())


def end_round(dice: Dice) -> Action[Any]:
    return rounds.EndRound(dice.one(dice.known.rounds).id)


def finish_transcript(dice: Dice) -> Action[Any]:
    layer = dice.one(("open", *(one.layer for one in dice.known.rounds)))
    return finishing.FinishTranscript(dice.one(dice.known.transcripts).id, layer)


def reopen_transcript(dice: Dice) -> Action[Any]:
    finish = dice.one(dice.known.finishes)
    return finishing.ReopenTranscript(finish.transcript, finish.layer)


BUILDERS: dict[type, Builder] = {
    codings.CodePassage: code_passage,
    code_hits_room.CodeHits: code_hits,
    codings.RemoveCodings: remove_codings,
    codings.MoveEnds: move_ends,
    codings.ChangeCode: change_code,
    codings.SetFlags: set_flags,
    import_codings_room.ImportCodings: import_codings,
    import_links_room.ImportLinks: import_links,
    links.LinkTurns: link_turns,
    links.ChangeLink: change_link,
    links.Unlink: unlink,
    memos.WriteMemo: write_memo,
    memos.ChangeMemo: change_memo,
    memos.KeepPrivate: keep_private,
    people.AddCoder: add_coder,
    people.RenameCoder: rename_coder,
    people.AddParticipant: add_participant,
    people.DescribeParticipant: describe_participant,
    people.SetSpeaker: set_speaker,
    transcripts.AddTranscript: add_transcript,
    transcripts.RenameTranscript: rename_transcript,
    transcripts.RemoveTranscript: remove_transcript,
    rounds.NewRound: new_round,
    rounds.RenameRound: rename_round,
    rounds.EndRound: end_round,
    finishing.FinishTranscript: finish_transcript,
    merging.MergePack: foreign_study,
    take_study_room.TakeStudy: take_study,
    finishing.ReopenTranscript: reopen_transcript,
    settling.Settle: settle,
    settling.PutOff: put_off,
    settling.SettleUnanimous: settle_unanimous,
    settling_together.SettleTogether: settle_together,
    recoding.AmendCode: amend_code,
    recoding.KeepCodings: keep_codings,
    recoding.Recode: recode,
    codebook.AddCode: add_code,
    codebook.CodeNewIdea: code_new_idea,
    codebook.RenameCode: rename_code,
    codebook.RecolourCode: recolour_code,
    codebook.DescribeCode: describe_code,
    codebook.AllowCode: allow_code,
    codebook.MoveCode: move_code,
    codebook.MergeCodes: merge_codes,
    codebook.ArchiveCode: archive_code,
    codebook.BringBackCode: bring_back_code,
    codebook.DeleteCode: delete_code,
    codebook.ImportCodebook: import_codebook,
    **CORRECTING_BUILDERS,
    **TALK_BUILDERS,
    **MATRIX_BUILDERS,
    **THEME_BUILDERS,
}

WITHOUT_UNDO = {transcripts.ForgetTranscript, exports.NoteExport, rounds.OpenRound}
"""What was forgotten, has left the house, or was seen; each has tests of its own."""


def every_action() -> list[type]:
    """Each class of the room `actions` that has a label and can be applied."""
    modules = pkgutil.walk_packages(actions.__path__, f"{actions.__name__}.")
    return [
        found
        for module in modules
        for _, found in inspect.getmembers(importlib.import_module(module.name), inspect.isclass)
        if found.__module__ == module.name and hasattr(found, "label") and hasattr(found, "apply")
    ]
