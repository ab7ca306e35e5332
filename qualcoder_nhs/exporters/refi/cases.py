"""Participants as cases, with their attributes as variables and their turns as selections."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from qualcoder_nhs.domain.foreign import About, ForeignStudy
from qualcoder_nhs.domain.naming import unique_name
from qualcoder_nhs.exporters.refi.markup import Markup, guid_of, passage_guid
from qualcoder_nhs.exporters.refi.notes import Notes


class Variables:
    """The attributes of a study as variables: all of them words."""

    def __init__(self, study: ForeignStudy, make: Markup) -> None:
        told = (*(one.attributes for one in study.cases), *study.group_attributes.values())
        names = (*study.attributes, *(name for each in told for name in each))
        self._names = tuple(dict.fromkeys(names))
        self._make = make

    def elements(self) -> Iterator[Any]:
        """One for each name."""
        for name in self._names:
            yield self._make.element(
                "Variable", {"guid": _variable(name), "name": name, "typeOfVariable": "Text"}
            )

    def values(self, attributes: Mapping[str, str]) -> Iterator[Any]:
        """What is known; an unknown value is left out."""
        for name, words in attributes.items():
            if words:
                value = self._make.element("VariableValue")
                value.append(self._make.element("VariableRef", {"targetGUID": _variable(name)}))
                value.extend(self._make.words("TextValue", words))
                yield value


def cases(study: ForeignStudy, variables: Variables, notes: Notes, make: Markup) -> Iterator[Any]:
    """The cases, described by the memos on them, which cannot be referred to there.

    No two are called alike, since some programs take the second of a name for the first.
    """
    names = case_names(study)
    for one in study.cases:
        made = make.element("Case", {"guid": guid_of(one.key), "name": names[one.key]})
        made.extend(make.words("Description", notes.words_on(About.CASE, one.key)))
        made.extend(variables.values(one.attributes))
        made.extend(make.element("SourceRef", {"targetGUID": guid_of(text)}) for text in one.texts)
        made.extend(
            make.element("SelectionRef", {"targetGUID": passage_guid(*passage)})
            for passage in one.passages
        )
        yield made


def case_names(study: ForeignStudy) -> dict[str, str]:
    """The name of each case; of a name that several bear, behind that of the text they speak in."""
    texts = {one.key: one.name for one in study.texts}
    bearing = Counter(one.name for one in study.cases)
    found: dict[str, str] = {}
    taken: set[str] = set()
    for one in study.cases:
        where = next((texts[text] for text, _span in one.passages), "")
        called = one.name if bearing[one.name] == 1 else f"{where} {one.name}".strip()
        found[one.key] = unique_name(called, taken)
        taken.add(found[one.key])
    return found


def _variable(name: str) -> str:
    return guid_of(f"variable {name}")
