"""The texts of a project with everything that lies on passages of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from qualcoder_nhs.domain.foreign import About, ForeignCoding, ForeignStudy, ForeignText
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.exporters.refi.cases import Variables
from qualcoder_nhs.exporters.refi.markup import Markup, guid_of, inside, moment, passage_guid
from qualcoder_nhs.exporters.refi.notes import Notes, references
from qualcoder_nhs.exporters.refi.target import LaidText, Target
from qualcoder_nhs.exporters.refi.users import user_of


class Sources:
    """Makes the element of each text; every coding has a selection of its own, as NVivo's have."""

    def __init__(
        self,
        study: ForeignStudy,
        notes: Notes,
        variables: Variables,
        make: Markup,
        laid: tuple[Target, datetime],
    ) -> None:
        """`laid` says for whom, and when: what has no date of its own is of then."""
        self._study = study
        self._notes = notes
        self._variables = variables
        self._make = make
        self._target, self._at = laid
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
        made.extend(self._coded(one, laid) for one in self._codings[text.key])
        # Some readers stumble over a passage that does not say when it was made.
        since = moment(text.added or self._at)
        made.extend(
            self._selection(passage_guid(text.key, span), span, laid, None, since)
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
        element = self._make.element(
            "Coding",
            {"guid": guid_of(coding.key), "creatingUser": who, "creationDateTime": made},
        )
        element.append(self._make.element("CodeRef", {"targetGUID": guid_of(coding.code)}))
        element.extend(references(self._make, self._notes.on(About.CODING, coding.key)))
        selection.append(element)
        return selection

    def _noted(self, text: ForeignText, laid: LaidText) -> Iterator[Any]:
        for memo in self._notes.passages(text.key):
            span = memo.span or Span(0, 0)
            selection = self._selection(
                guid_of(f"selection of {memo.key}"),
                span,
                laid,
                user_of(memo.coder),
                moment(memo.made or self._at),
            )
            selection.extend(references(self._make, [guid_of(memo.key)]))
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
