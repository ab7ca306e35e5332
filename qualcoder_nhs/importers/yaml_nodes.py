"""YAML as nodes with lines: reading that notes every fault and goes on."""

from collections.abc import Sequence
from enum import StrEnum
from typing import TypeVar, cast

import yaml
from yaml.error import Mark
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from qualcoder_nhs.domain.codebook_text import clean
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.format import Problem

NULL = "tag:yaml.org,2002:null"
Choice = TypeVar("Choice", bound=StrEnum)


def composed(text: str) -> Node | Problem:
    """The node of the whole text, or what keeps it from being YAML; never raises."""
    try:
        root: Node | None = yaml.compose(text, Loader=_NoAliases)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return Problem(mark.line + 1 if mark else None, error.problem or str(error))
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        return Problem(None, _("this is not YAML: {why}").format(why=error))
    return root or Problem(1, _("there is nothing in it."))


def line_of(node: Node) -> int:
    """The line the node begins on, counted from 1."""
    return int(node.start_mark.line) + 1


class NodeReading:
    """Fields, lists and words out of nodes; whatever is wrong is noted in `problems`."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def fields(self, node: Node, keys: Sequence[str]) -> dict[str, Node]:
        """The values of a mapping by their keys, of those that are known."""
        if not isinstance(node, MappingNode):
            self.wrong(node, _("here belong lines such as “name: …”."))
            return {}
        fields: dict[str, Node] = {}
        for key, value in node.value:
            name = key.value if isinstance(key, ScalarNode) else "[…]"
            if name in fields:
                self.wrong(key, _("“{key}” stands here twice.").format(key=name))
            elif name in keys:
                fields[name] = value
            else:
                self.unknown(key, name, keys)
        return fields

    def items(self, node: Node | None) -> list[Node]:
        """The nodes of a list; none where it is left out."""
        if node is None or _is_null(node):
            return []
        if not isinstance(node, SequenceNode):
            self.wrong(node, _("here belongs a list: lines that begin with “- ”."))
            return []
        return list(node.value)

    def text(self, node: Node | None) -> str:
        """The words of a node, cleaned; none where it is left out or null."""
        if node is None or _is_null(node):
            return ""
        if not isinstance(node, ScalarNode):
            self.wrong(node, _("here belong words, no list and no further lines."))
            return ""
        return clean(node.value)

    def choice(self, node: Node | None, kind: type[Choice], otherwise: Choice) -> Choice:
        """One of a few words; `otherwise` where it is left out."""
        words = self.text(node).casefold()
        if words in set(kind):
            return kind(words)
        if node is not None and words:
            self.unknown(node, words, list(kind))
        return otherwise

    def yes(self, node: Node | None) -> bool:
        """Yes or no; no where it is left out."""
        words = self.text(node).casefold()
        if node is not None and words not in {"", "yes", "no", "true", "false"}:
            self.unknown(node, words, ("yes", "no"))
        return words in {"yes", "true"}

    def unknown(self, node: Node, words: str, known: Sequence[str]) -> None:
        """Note that these words are none of the known ones."""
        what = _("“{words}” is not known here; known are {known}.")
        self.wrong(node, what.format(words=words, known=", ".join(known)))

    def wrong(self, node: Node, what: str) -> None:
        """Note a fault on the line of the node."""
        self.problems.append(Problem(line_of(node), what))


def _is_null(node: Node) -> bool:
    return isinstance(node, ScalarNode) and node.tag == NULL


class _NoAliases(yaml.SafeLoader):
    """YAML without aliases: a few lines of them can stand for more codes than there is memory."""

    def compose_node(self, parent: Node | None, index: int) -> Node | None:
        if self.check_event(yaml.AliasEvent):
            event: yaml.Event = self.get_event()  # type: ignore[no-untyped-call]
            why = _("aliases (*name) are not read here")
            raise yaml.composer.ComposerError(None, None, why, cast("Mark", event.start_mark))
        return super().compose_node(parent, index)
