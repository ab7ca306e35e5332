"""Anything a coder may do in a pack, drawn at random: work that is merged, and what stays."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from qualcoder_nhs.actions.codebook import CodeNewIdea
from qualcoder_nhs.actions.codings import (
    ChangeCode,
    CodePassage,
    MoveEnds,
    RemoveCodings,
    SetFlags,
)
from qualcoder_nhs.actions.finishing import FinishTranscript, ReopenTranscript
from qualcoder_nhs.actions.links import ChangeLink, LinkTurns, Unlink
from qualcoder_nhs.actions.memos import ChangeMemo, WriteMemo
from qualcoder_nhs.actions.presence import SayPresence
from qualcoder_nhs.actions.quotes import BeginWithQuote, DropQuotes
from qualcoder_nhs.domain.coding import Coding, Flag, Memo
from qualcoder_nhs.domain.errors import Refusal
from qualcoder_nhs.domain.ids import CodeId, CoderId, ParticipantId, TranscriptId
from qualcoder_nhs.domain.links import Link, LinkKind
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.themes import Quote
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study

MOVES = ("code", "code", "code", "idea", "move", "recode", "remove", "flag", "memo", "rewrite")
MOVES += ("link", "link", "relink", "unlink", "away", "quote", "unquote")
MOVES += ("finish", "reopen", "undo", "undo", "redo")

Draw = Callable[..., Any]
Deeds = dict[str, Callable[[], object]]


@dataclass(frozen=True)
class Ids:
    """What is the same in all files and histories: read once, asked for at each move."""

    layer: str
    coders: Mapping[str, CoderId]
    codes: tuple[CodeId, ...]
    people: tuple[ParticipantId, ...]
    lengths: Mapping[TranscriptId, int]
    turns: Mapping[TranscriptId, int]


@dataclass(frozen=True)
class Own:
    """What a coder has done so far, oldest first, to be done something with."""

    codings: list[Coding]
    memos: list[Memo]
    links: list[Link]
    quotes: list[Quote]


def own_work(read: Reader, me: CoderId) -> Own:
    """A coder's work, oldest first, in an order that a second run finds again."""
    return Own(
        sorted(read.codings(coder=me), key=lambda one: (one.made, one.id)),
        sorted((one for one in read.memos() if one.coder == me), key=lambda m: (m.made, m.id)),
        sorted(read.links(coder=me), key=lambda one: (one.made, one.id)),
        sorted(read.quotes(), key=lambda one: (one.theme, one.position)),
    )


def act(study: Study, name: str, ids: Ids, draw: Draw) -> None:
    """Do anything; a refusal is an answer, too."""
    me, within = ids.coders[name], ids.layer
    own = study.ask_as(me, own_work, me)
    text = draw(st.sampled_from(sorted(ids.lengths)))
    start = draw(st.integers(0, ids.lengths[text] - 2))
    span = Span(start, draw(st.integers(start + 1, ids.lengths[text])))
    code = draw(st.sampled_from(ids.codes))
    deeds: Deeds = {
        "code": lambda: study.run(CodePassage(text, span, code, within), me),
        "idea": lambda: study.run(CodeNewIdea(text, span, f"Idea {start}", within), me),
        "quote": lambda: study.run(BeginWithQuote(f"Theme {start}", text, span), me),
        "finish": lambda: study.run(FinishTranscript(text, within), me),
        "reopen": lambda: study.run(ReopenTranscript(text, within), me),
        "undo": lambda: study.undo(me),
        "redo": lambda: study.redo(me),
        **_of_talk(study, me, ids, text, draw),
    }
    for more in (_with_coding, _with_memo, _with_link, _with_quote):
        deeds |= more(study, me, own, (span, code), draw)
    try:
        deeds.get(draw(st.sampled_from(MOVES)), deeds["code"])()
    except Refusal:
        return


def _of_talk(study: Study, me: CoderId, ids: Ids, text: TranscriptId, draw: Draw) -> Deeds:
    last = ids.turns[text]
    turn, target = draw(st.integers(2, last)), draw(st.integers(1, last))
    kind, who = draw(st.sampled_from(list(LinkKind))), draw(st.sampled_from(ids.people))
    return {
        "link": lambda: study.run(LinkTurns(text, turn, target, kind, ids.layer), me),
        "away": lambda: study.run(SayPresence(text, who, None, turn), me),
    }


Where = tuple[Span, CodeId]


def _with_coding(study: Study, me: CoderId, own: Own, where: Where, draw: Draw) -> Deeds:
    if not own.codings:
        return {}
    one, (span, code) = draw(st.sampled_from(own.codings)), where
    flags = frozenset(draw(st.sets(st.sampled_from(list(Flag)))))
    return {
        "move": lambda: study.run(MoveEnds(one.id, span), me),
        "recode": lambda: study.run(ChangeCode(one.id, code), me),
        "remove": lambda: study.run(RemoveCodings((one.id,)), me),
        "flag": lambda: study.run(SetFlags(one.id, flags), me),
        "memo": lambda: study.run(WriteMemo("Why?", coding=one.id), me),
    }


def _with_memo(study: Study, me: CoderId, own: Own, _where: Where, draw: Draw) -> Deeds:
    if not own.memos:
        return {}
    memo, text = draw(st.sampled_from(own.memos)), draw(st.sampled_from("ab "))
    return {"rewrite": lambda: study.run(ChangeMemo(memo.id, text), me)}


def _with_link(study: Study, me: CoderId, own: Own, _where: Where, draw: Draw) -> Deeds:
    if not own.links:
        return {}
    one, kind = draw(st.sampled_from(own.links)), draw(st.sampled_from(list(LinkKind)))
    target = draw(st.none() | st.integers(1, one.turn))
    return {
        "relink": lambda: study.run(ChangeLink(one.id, kind, target), me),
        "unlink": lambda: study.run(Unlink((one.id,)), me),
    }


def _with_quote(study: Study, me: CoderId, own: Own, _where: Where, draw: Draw) -> Deeds:
    if not own.quotes:
        return {}
    quote = draw(st.sampled_from(own.quotes))
    return {"unquote": lambda: study.run(DropQuotes((quote.id,)), me)}


def worked(pack: Study, name: str, ids: Ids, draw: Draw, most: int = 8) -> None:
    """Some of it, one after the other."""
    for _ in range(draw(st.integers(0, most))):
        act(pack, name, ids, draw)
