"""What the desk wishes to be done; the room that holds the study does it and patches the page."""

from PySide6.QtCore import QObject, Signal


class Wishes(QObject):
    """One signal a wish. Spans are of the stored text; ids are those of `domain.ids`.

    code_wanted(Span, CodeId)          put the code on the words
    new_code_wanted(Span, str)         make a code of this name under New ideas and put it on them
    in_vivo_wanted(Span, str)          the same, named in the speaker's words
    recode_wanted(CodingId, CodeId)    the coding takes another code
    ends_wanted(CodingId, Span)        the coding takes other ends
    remove_wanted(CodingId)            the coding goes
    flag_wanted(CodingId, Flag)        the flag goes on, or off where it is on
    memo_wanted(CodingId, Span)        open the memo of the coding; of the span where the id is ""
    theme_wanted(Span)                 the words shall go to a theme
    link_wanted(int, int, LinkKind)    the first turn answers the second
    relink_wanted(LinkId, LinkKind)    the link takes another kind
    unlink_wanted(LinkId)              the link goes
    asked_wanted(int, QuestionId)      the question is open from the turn on; none where it is ""
    not_asked_wanted(QuestionId)       the question was not asked in this transcript
    unmark_wanted(AskingId)            what was marked of a question goes
    voice_wanted(int)                  the turn shall be said to voice a proposition
    correct_wanted(int)                the words of the turn are to be corrected
    correct_passage_wanted(Span)       those of a paragraph that nobody speaks
    chosen(CodingId)                   a coding was opened, "" for none: its memo may be shown
    caret_moved(int) · passage_selected(Span or None)
    hidden_changed(frozenset of CodeId, bool)   codes switched off here; whether all are
    text_size_changed(int)             pixels, to be kept in the settings
    recent_changed(tuple of CodeId)    latest first
    missing(str)                       words that were looked for are not in this transcript
    said(str)                          a line for the status bar
    keys_wanted()                      show the list of keys
    card_wanted()                      the card is out of sight and has to be read
    """

    code_wanted = Signal(object, str)
    new_code_wanted = Signal(object, str)
    in_vivo_wanted = Signal(object, str)
    recode_wanted = Signal(str, str)
    ends_wanted = Signal(str, object)
    remove_wanted = Signal(str)
    flag_wanted = Signal(str, object)
    memo_wanted = Signal(str, object)
    theme_wanted = Signal(object)
    link_wanted = Signal(int, int, object)
    relink_wanted = Signal(str, object)
    unlink_wanted = Signal(str)
    asked_wanted = Signal(int, str)
    not_asked_wanted = Signal(str)
    unmark_wanted = Signal(str)
    voice_wanted = Signal(int)
    correct_wanted = Signal(int)
    correct_passage_wanted = Signal(object)
    chosen = Signal(str)
    caret_moved = Signal(int)
    passage_selected = Signal(object)
    hidden_changed = Signal(object, bool)
    text_size_changed = Signal(int)
    recent_changed = Signal(object)
    missing = Signal(str)
    said = Signal(str)
    keys_wanted = Signal()
    card_wanted = Signal()
