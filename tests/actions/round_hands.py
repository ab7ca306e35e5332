"""What tests of rounds do again and again: begin one, code in it, look at it."""

from typing import Any

from qualcoder_nhs.actions.codings import (
    CodePassage,
)
from qualcoder_nhs.actions.rounds import NewRound
from qualcoder_nhs.domain.ids import CodingId, RoundId
from qualcoder_nhs.domain.rounds import Round
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from tests.builders import code, coder, transcript


def begin(study: Study, name: str = "Pilot", *who: str, **declared: Any) -> RoundId:
    """A round of FG1, by HL and AB where nobody is named."""
    coders = tuple(coder(study, one) for one in who or ("HL", "AB"))
    declared.setdefault("transcripts", (transcript(study),))
    return study.run(NewRound(name, coders, **declared), coder(study))


def put(
    study: Study, layer: str, who: str = "HL", span: tuple[int, int] = (18, 40), name: str = "Warm"
) -> CodingId:
    action = CodePassage(transcript(study), Span(*span), code(study, name), layer)
    return study.run(action, coder(study, who)).coding


def placed(study: Study, layer: str, who: str = "HL") -> list[tuple[int, int]]:
    own = coder(study, who)
    found = study.ask_as(own, Reader.codings, coder=own, layer=layer)
    return [(one.span.start, one.span.end) for one in found]


def found(study: Study, name: str = "Pilot") -> Round:
    return study.ask(Reader.round, name)
