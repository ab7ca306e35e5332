"""The texts of a project with everything that lies on passages of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from qualcoder_nhs.domain.foreign import (
    About,
    ForeignCoding,
    ForeignMemo,
    ForeignStudy,
    ForeignText,
)
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.exporters.refi.cases import Variables
from qualcoder_nhs.exporters.refi.markup import Markup, guid_of, inside, moment, passage_guid
from qualcoder_nhs.exporters.refi.notes import Notes, references
from qualcoder_nhs.exporters.refi.target import LaidText, Leaving, Target
from qualcoder_nhs.exporters.refi.users import user_of
from qualcoder_nhs.i18n import _


class Sources:
    """Makes the element of each text; every coding has a selection of its own, as NVivo's have."""

    def __init__(
        self,
        study: ForeignStudy,
        notes: Notes,
        variables: Variables,
        make: Markup,
        leaving: Leaving,
        target: Target,
    ) -> None:
        """What has no date of its own is of when the study leaves."""
        self._study = study
        self._notes = notes
        self._variables = variables
        self._make = make
        self._target, self._at, self._leaver = target, leaving.at, leaving.coder
        self._saying = _saying(study) if target is Target.QUALCODER else {}
        self._codings: dict[str, list[ForeignCoding]] = defaultdict(list)
        for one in study.codings:
            self._codings[one.text].append(one)
        self._pointed = _pointed(study)

    def elements(self) -> Iterator[Any]:
        """The texts, in order."""
        return map(self._source, self._study.texts)

    def _source(self, text: ForeignText) -> Any:
        laid = LaidText(text.text, self._target)
        made = self._make.element(
            "TextSource",
            {
                "guid": guid_of(text.key),
                "name": text.name,
                "plainTextPath": inside(text.key),
                "creationDateTime": moment(text.added or self._at),
            },
        )
        made.extend(self._make.words("Description", self._notes.words_on(About.TEXT, text.key)))
        made.extend(self._coded(one, laid) for one in self._codings[text.key])
        # Some readers stumble over a passage that does not say when it was made.
        since = moment(text.added or self._at)
        made.extend(
            self._said(passage_guid(text.key, span), (text.key, span), laid, since)
            for span in sorted(self._pointed[text.key])
        )
        made.extend(self._noted(text, laid))
        made.extend(references(self._make, self._notes.on(About.TEXT, text.key)))
        made.extend(self._variables.values(self._study.group_attributes.get(text.key, {})))
        return made

    def _coded(self, coding: ForeignCoding, laid: LaidText) -> Any:
        who, made = user_of(coding.coder, coding.layer), moment(coding.made or self._at)
        selection = self._selection(
            guid_of(f"selection of {coding.key}"), coding.span, laid, who, made
        )
        told = self._notes.words_on(About.CODING, coding.key)
        selection.extend(self._make.words("Description", told))
        element = self._coding(guid_of(coding.key), coding.code, who, made)
        element.extend(references(self._make, self._notes.on(About.CODING, coding.key)))
        selection.append(element)
        return selection

    def _coding(self, guid: str, code: str, who: str | None, made: str | None) -> Any:
        element = self._make.element(
            "Coding", {"guid": guid, "creatingUser": who, "creationDateTime": made}
        )
        element.append(self._make.element("CodeRef", {"targetGUID": guid_of(code)}))
        return element

    def _said(self, guid: str, passage: tuple[str, Span], laid: LaidText, since: str | None) -> Any:
        """A passage that cases and links refer to; for QualCoder coded by the cases themselves."""
        text, span = passage
        if self._target is not Target.QUALCODER:
            return self._selection(guid, span, laid, None, since)
        cases = self._saying.get(passage, ())
        # A passage that nobody made: a coder's own note there is refused where one is already.
        who = user_of(self._leaver) if cases else None
        selection = self._selection(guid, span, laid, who, since)
        if not cases:
            selection.extend(self._make.words("Description", _("A turn that others answer.")))
        for case in cases:
            key = guid_of(f"{case} says {text} {span.start}-{span.end}")
            selection.append(self._coding(key, case, who, since))
        return selection

    def _noted(self, text: ForeignText, laid: LaidText) -> Iterator[Any]:
        """The memos on passages; those of one coder on one passage stand together."""
        together: dict[tuple[Span, str | None], list[ForeignMemo]] = defaultdict(list)
        for memo in self._notes.passages(text.key):
            together[memo.span or Span(0, 0), memo.coder].append(memo)
        for (span, coder), memos in together.items():
            selection = self._selection(
                guid_of(f"selection of {memos[0].key}"),
                span,
                laid,
                user_of(coder),
                moment(memos[0].made or self._at),
            )
            selection.extend(self._make.words("Description", self._notes.words(memos)))
            notes = [] if len(selection) else [guid_of(memo.key) for memo in memos]
            selection.extend(references(self._make, notes))
            yield selection

    def _selection(
        self, guid: str, span: Span, laid: LaidText, who: str | None = None, made: str | None = None
    ) -> Any:
        start, end = laid.positions(span)
        return self._make.element(
            "PlainTextSelection",
            {
                "guid": guid,
                "startPosition": str(start),
                "endPosition": str(end),
                "creatingUser": who,
                "creationDateTime": made,
            },
        )


def _saying(study: ForeignStudy) -> dict[tuple[str, Span], list[str]]:
    """The cases by the passages that are theirs."""
    found: dict[tuple[str, Span], list[str]] = defaultdict(list)
    for case in study.cases:
        for passage in case.passages:
            found[passage].append(case.key)
    return found


def _pointed(study: ForeignStudy) -> dict[str, set[Span]]:
    """The passages that cases and links refer to, each once."""
    found: dict[str, set[Span]] = defaultdict(set)
    ends: Iterable[tuple[str, Span]] = (
        *(passage for case in study.cases for passage in case.passages),
        *(end for link in study.links for end in (link.origin, link.target)),
    )
    for text, span in ends:
        found[text].add(span)
    return found
