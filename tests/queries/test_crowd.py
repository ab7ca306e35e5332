"""Words that leave a study: in a cell of two nobody's role is told, on the screen it is."""

from qualcoder_nhs.actions.links import LinkTurns
from qualcoder_nhs.domain.links import LinkKind
from qualcoder_nhs.domain.widened import widened_dialogues, widened_excerpts
from qualcoder_nhs.exporters.excerpts.excerpt_format import EVERYTHING
from qualcoder_nhs.exporters.excerpts.excerpt_rows import row
from qualcoder_nhs.exporters.excerpts.excerpt_words import notes
from qualcoder_nhs.queries.crowd import crowd
from qualcoder_nhs.queries.excerpts import ExcerptFilter, excerpt_book
from qualcoder_nhs.queries.exchanges import exchange_book
from tests.queries.conftest import Known


def test_two_chief_executives_and_a_director_are_only_participants(known: Known) -> None:
    known.code(known.fg1, "Money gives", "Money")
    known.code(known.fg2, "Nobody asked me which", "Money")
    book = known.study.ask(excerpt_book, ExcerptFilter(context=1))
    assert [one.attribution for one in book.excerpts] == [
        "(FG1, P1, chief executive)",
        "(FG2, P1, medical director)",
    ]
    told = widened_excerpts(book, known.study.ask(crowd))
    assert [one.attribution for one in told.excerpts] == ["(FG1, P1)", "(FG2, P1)"]
    assert [row(one, EVERYTHING).role for one in told.excerpts] == ["", ""]
    roles = {
        piece.voice.role
        for one in told.excerpts
        for piece in (*one.before, *one.after)
        if piece.voice
    }
    assert roles == {""}
    # The one before or after the first excerpt is the third person of whom less is told.
    assert notes(told, EVERYTHING) == [
        "3 people are described more widely, because too few people share their descriptions."
    ]


def test_where_two_are_enough_they_are_described(known: Known) -> None:
    known.code(known.fg1, "Money gives", "Money")
    book = known.study.ask(excerpt_book, ExcerptFilter())
    told = widened_excerpts(book, known.study.ask(crowd, minimum=2))
    assert told == book


def test_exchanges_are_told_in_the_same_way(known: Known) -> None:
    known.study.run(LinkTurns(known.fg1, 3, 2, LinkKind.CHALLENGE), known.coder)
    book = known.study.ask(exchange_book)
    assert book.dialogues[0].attribution == "(FG1, P1, P2: chief executive)"
    told = widened_dialogues(book, known.study.ask(crowd))
    assert (told.dialogues[0].attribution, told.widened) == ("(FG1, P1, P2)", 2)
