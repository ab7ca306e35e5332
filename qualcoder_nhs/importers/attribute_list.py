"""Lists of attributes that come with a codebook, as YAML: read line by line, faults named."""

from collections.abc import Iterator
from pathlib import Path

from yaml.nodes import Node

from qualcoder_nhs.domain.attribute_draft import AttributeDraft
from qualcoder_nhs.domain.attributes import Subject
from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.format import Problem
from qualcoder_nhs.importers.ready_codebooks import shipped_folder
from qualcoder_nhs.importers.safety import content_of
from qualcoder_nhs.importers.yaml_nodes import NodeReading, composed

FOLDER = "attributes"
GENERAL = "general.yaml"
LARGEST = 200_000

_SUBJECTS = {"participants": Subject.PARTICIPANT, "groups": Subject.GROUP}
_KEYS = ("key", "name", "values", "identifying")


def general_attributes() -> tuple[AttributeDraft, ...]:
    """The short list for studies that bring none."""
    return read_attributes(shipped_folder("codebooks") / FOLDER / GENERAL)


def attributes_beside(codebook: Path) -> tuple[AttributeDraft, ...]:
    """The list that lies beside a codebook: in `attributes`, under the codebook's own name."""
    beside = codebook.parent / FOLDER / codebook.with_suffix(".yaml").name
    return read_attributes(beside) if beside.is_file() else ()


def read_attributes(path: Path) -> tuple[AttributeDraft, ...]:
    """The attributes of people, then of groups.

    Raises:
        BadFile: when the file is no such list; it names the first fault with its line.
    """
    text = content_of(path, LARGEST).decode("utf-8-sig", errors="replace")
    root = composed(text)
    problems = [root] if isinstance(root, Problem) else []
    reading = NodeReading()
    drafts = () if isinstance(root, Problem) else tuple(_drafts(reading, root))
    for problem in (*problems, *reading.problems):
        why = _("line {line}: {what}").format(line=problem.line or 1, what=problem.what)
        raise BadFile(path.name, why)
    return drafts


def _drafts(reading: NodeReading, root: Node) -> Iterator[AttributeDraft]:
    for name, node in reading.fields(root, tuple(_SUBJECTS)).items():
        for item in reading.items(node):
            yield _draft(reading, item, _SUBJECTS[name])


def _draft(reading: NodeReading, item: Node, subject: Subject) -> AttributeDraft:
    fields = reading.fields(item, _KEYS)
    if not (name := reading.text(fields.get("name"))):
        reading.wrong(item, _("an attribute has a name."))
    values = tuple(reading.text(one) for one in reading.items(fields.get("values")))
    hidden = reading.yes(fields.get("identifying"))
    return AttributeDraft(subject, name, values, hidden, reading.text(fields.get("key")))
