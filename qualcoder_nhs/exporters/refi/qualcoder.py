"""A study as QualCoder looks for it in a project, within what the schema allows.

QualCoder takes the description of a passage for the memo of its coding, or for a note in the margin
where nothing is coded; a passage without either becomes an empty note. Its cases have words where
these are coded by a code of the case's own GUID. It keeps the codings of one code of a name.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import replace

from qualcoder_nhs.domain.foreign import (
    About,
    ForeignCode,
    ForeignLink,
    ForeignMemo,
    ForeignStudy,
    ForeignText,
)
from qualcoder_nhs.domain.naming import unique_name
from qualcoder_nhs.i18n import _

BY_DESCRIPTION = (About.CASE, About.CODING, About.PASSAGE, About.TEXT)
"""What QualCoder describes: memos on other things are entries of its journal."""

_LONGEST_QUOTE = 60


def for_qualcoder(study: ForeignStudy) -> ForeignStudy:
    """The study with no two codes of one name, and links told as memos on the answering turns.

    A memo that would seem to be somebody else's there says whose it is.
    """
    return replace(
        study,
        codes=tuple(_named_apart(study.codes)),
        memos=(*_by_whom(study), *_told_links(study)),
    )


def case_codes(study: ForeignStudy, names: Mapping[str, str]) -> Iterator[ForeignCode]:
    """A code for each case that says something; QualCoder takes it for the case itself."""
    taken = {code.name for code in study.codes}
    for case in study.cases:
        if case.passages:
            name = unique_name(names[case.key], taken)
            taken.add(name)
            yield ForeignCode(case.key, name)


def _named_apart(codes: tuple[ForeignCode, ...]) -> Iterator[ForeignCode]:
    """Each of a name that came before bears that of the code above it too."""
    by_key = {code.key: code for code in codes}
    taken: set[str] = set()
    for code in codes:
        above = by_key.get(code.parent or "")
        name = code.name
        if name in taken and above is not None:
            name = f"{name} ({above.name})"
        name = unique_name(name, taken)
        taken.add(name)
        yield replace(code, name=name)


def _by_whom(study: ForeignStudy) -> Iterator[ForeignMemo]:
    coders = {coder.key: coder.name for coder in study.coders}
    gave = {coding.key: coding.coder for coding in study.codings}
    for memo in study.memos:
        seems = gave.get(memo.on) if memo.about is About.CODING else None
        if memo.about in (About.CODING, About.TEXT) and memo.coder != seems:
            words = f"{coders.get(memo.coder or '', '')}: {memo.words}"
            yield replace(memo, words=words.removeprefix(": "))
        else:
            yield memo


def _told_links(study: ForeignStudy) -> Iterator[ForeignMemo]:
    texts = {text.key: text for text in study.texts}
    for link in study.links:
        text, span = link.origin
        yield ForeignMemo(
            key=f"{link.key} told",
            words=_in_words(link, texts[link.target[0]]),
            about=About.PASSAGE,
            on=text,
            span=span,
            coder=link.coder,
            made=link.made,
        )


def _in_words(link: ForeignLink, text: ForeignText) -> str:
    _text, span = link.target
    turns = text.turns or ()
    at = bisect_right(turns, span.start, key=lambda turn: turn.whole.start) - 1
    words = span.of(text.text).strip()
    return _("{kind} → {label}: “{quote}”").format(
        kind=link.name,
        label=turns[at].label if at >= 0 else "",
        quote=words if len(words) <= _LONGEST_QUOTE else words[: _LONGEST_QUOTE - 1] + "…",
    )
