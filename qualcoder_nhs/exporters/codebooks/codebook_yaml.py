"""Codebooks as YAML: a tree to read and edit by hand; fields that say nothing are left out."""

from collections.abc import Iterable
from pathlib import Path

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from qualcoder_nhs.domain.codebook_draft import PLAIN_FIELDS, CodebookDraft, CodeDraft, SetDraft
from qualcoder_nhs.exporters.codebooks.codebook_format import CodebookFormat
from qualcoder_nhs.i18n import N_

WIDTH = 92
_TAG = "tag:yaml.org,2002:"


def write(draft: CodebookDraft, path: Path) -> None:
    """The whole codebook as one YAML file in UTF-8 with LF."""
    path.write_text(as_yaml(draft), encoding="utf-8", newline="\n")


def as_yaml(draft: CodebookDraft) -> str:
    """The text of the file."""
    below: dict[str | None, list[CodeDraft]] = {}
    for code in draft.codes:
        below.setdefault(code.parent, []).append(code)
    fields = {
        "title": _words(draft.title),
        "about": _words(draft.about),
        "codes": _sequence(_code(code, below) for code in below.get(None, [])),
        "sets": _sequence(map(_set, draft.sets)),
    }
    root = _mapping(fields)
    root.value = root.value or [(ScalarNode(f"{_TAG}str", "codes"), SequenceNode(f"{_TAG}seq", []))]
    return str(yaml.serialize(root, Dumper=yaml.SafeDumper, allow_unicode=True, width=WIDTH))


def _code(code: CodeDraft, below: dict[str | None, list[CodeDraft]]) -> Node:
    fields = {
        "slug": _words(code.slug),
        "name": _words(code.name),
        "colour": _words(code.colour or ""),
        "applicable": ScalarNode(f"{_TAG}{_plain_tag(code.applicable)}", str(code.applicable)),
        **{field: _words(getattr(code, field)) for field in PLAIN_FIELDS},
        "companions": _line(code.companions),
        "aliases": _line(code.aliases),
        "archived": ScalarNode(f"{_TAG}bool", "yes") if code.archived else None,
        "children": _sequence(_code(child, below) for child in below.get(code.slug, [])),
    }
    return _mapping(fields)


def _set(group: SetDraft) -> Node:
    fields = {
        "name": _words(group.name),
        "kind": _words(str(group.kind)),
        "scope": _words(group.scope),
        "why": _words(group.why),
        "members": _line(group.members),
    }
    return _mapping(fields)


def _plain_tag(applicable: str) -> str:
    """Yes and no are written without quotes only where YAML knows them for what they are."""
    return "bool" if applicable in {"yes", "no"} else "str"


def _words(words: str) -> Node | None:
    style = "|" if "\n" in words else None
    return ScalarNode(f"{_TAG}str", words, style=style) if words else None


def _line(slugs: Iterable[str]) -> Node | None:
    words = [ScalarNode(f"{_TAG}str", slug) for slug in slugs]
    return SequenceNode(f"{_TAG}seq", words, flow_style=True) if words else None


def _sequence(nodes: Iterable[Node]) -> Node | None:
    listed = list(nodes)
    return SequenceNode(f"{_TAG}seq", listed, flow_style=False) if listed else None


def _mapping(fields: dict[str, Node | None]) -> Node:
    said = [(ScalarNode(f"{_TAG}str", key), node) for key, node in fields.items() if node]
    return MappingNode(f"{_TAG}map", said, flow_style=False)


FORMAT = CodebookFormat("yaml", N_("Codebook in YAML"), (".yaml", ".yml"), write)
