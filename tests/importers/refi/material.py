"""REFI-QDA projects as programs write them, made up, and a count of what is in their XML."""

import zipfile
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

from qualcoder_nhs.domain.foreign import ForeignStudy, Kind

SELECTED = ("TextSource", "Representation", "TextDescription", "Transcript")


def guid(number: int) -> str:
    """A GUID of its own for each number."""
    return f"{number:08x}-0000-4000-8000-00000000{number:04x}"


def project(inner: str, origin: str = "NVivo for Windows 12.6", more: str = "") -> str:
    """The XML of a project."""
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<Project xmlns="urn:QDA-XML:project:1.0" name="Trust" origin="{origin}" {more}>'
        f"{inner}</Project>"
    )


def qdpx(
    path: Path,
    xml: str,
    sources: Mapping[str, str | bytes] | None = None,
    heart: str = "project.qde",
    folder: str = "sources/",
) -> Path:
    """A project as a file."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(heart, xml)
        for name, content in (sources or {}).items():
            archive.writestr(f"{folder}{name}", content)
    return path


def text_source(number: int, inner: str, words: str = "", more: str = "") -> str:
    """A text whose words stand in the XML."""
    content = f"<PlainTextContent>{words}</PlainTextContent>" if words else ""
    return (
        f'<TextSource guid="{guid(number)}" name="Group {number}" {more}>{content}{inner}'
        "</TextSource>"
    )


def selection(number: int, start: int, end: int, inner: str = "", name: str = "") -> str:
    """A passage of a text."""
    return (
        f'<PlainTextSelection guid="{guid(number)}" name="{name}" startPosition="{start}"'
        f' endPosition="{end}">{inner}</PlainTextSelection>'
    )


def coding(number: int, code: int, more: str = "", inner: str = "") -> str:
    """A code on what it stands in."""
    return (
        f'<Coding guid="{guid(number)}" {more}><CodeRef targetGUID="{guid(code)}"/>{inner}</Coding>'
    )


def code(number: int, name: str, inner: str = "", more: str = 'isCodable="true"') -> str:
    """A node of the code tree."""
    return f'<Code guid="{guid(number)}" name="{name}" {more}>{inner}</Code>'


def codebook(*codes: str) -> str:
    """The code tree of a project."""
    return f"<CodeBook><Codes>{''.join(codes)}</Codes></CodeBook>"


def in_file(xml: str) -> Counter[Kind]:
    """How many things of each kind stand in the XML, counted by names of elements alone."""
    root = ET.fromstring(xml)  # noqa: S314 (made by the test)
    every = [(name(one), one) for one in root.iter()]
    found: Counter[Kind] = Counter()
    tops = {"Code": Kind.CODES, "User": Kind.CODERS, "Case": Kind.CASES, "Set": Kind.SETS}
    tops |= {"Variable": Kind.ATTRIBUTES, "Link": Kind.LINKS}
    for called, one in every:
        if called in tops:
            found[tops[called]] += 1
        elif called == "Coding":
            found[Kind.CODINGS] += max(1, len(named(one, "CodeRef")))
    references = Counter(key(one) for called, one in every if called == "NoteRef")
    notes = {one.get("guid", "").strip("{}").lower() for called, one in every if called == "Note"}
    found[Kind.MEMOS] = sum(max(1, references[note]) for note in notes) + said_of(root)
    for source in named(root, "Sources")[0] if named(root, "Sources") else []:
        bodies = [one for one in source if name(one) in SELECTED]
        found[Kind.TEXTS] += 1 if name(source) == "TextSource" else max(1, len(bodies))
    return found


def said_of(root: ET.Element) -> int:
    """How many descriptions are memos: all but those of codes, sets, variables and notes."""
    parents = {inner: outer for outer in root.iter() for inner in outer}
    described = [
        one for one in root.iter() if name(one) == "Description" and (one.text or "").strip()
    ]
    without = {"Code", "Set", "Variable", "Note"}
    return sum(name(parents[one]) not in without for one in described)


def named(element: ET.Element, wanted: str) -> list[ET.Element]:
    return [one for one in element if name(one) == wanted]


def name(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


def key(element: ET.Element) -> str:
    return element.get("targetGUID", "").strip("{}").lower()


def read_or_left(study: ForeignStudy) -> Counter[Kind]:
    """How many things of each kind a reader says there are: those that are here, and left out."""
    found = Counter(one.kind for one in study.left_out if one.kind is not Kind.OTHER)
    here: dict[Kind, Iterable[object]] = {
        Kind.TEXTS: study.texts,
        Kind.CODES: study.codes,
        Kind.CODINGS: study.codings,
        Kind.MEMOS: study.memos,
        Kind.CASES: study.cases,
        Kind.ATTRIBUTES: study.attributes,
        Kind.CODERS: study.coders,
        Kind.SETS: study.sets,
        Kind.LINKS: study.links,
    }
    for kind, things in here.items():
        found[kind] += len(list(things))
    return +found
