"""Codebooks as YAML: read node by node, so that every fault is named with its line."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from yaml.nodes import Node

from qualcoder_nhs.domain.codebook import Applicable, SetKind
from qualcoder_nhs.domain.codebook_draft import (
    CODE_KEYS,
    DEEPEST,
    FILE_KEYS,
    SCOPES,
    SET_KEYS,
    CodebookDraft,
    CodeDraft,
    SetDraft,
)
from qualcoder_nhs.domain.codebook_text import colour_of, is_slug
from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.i18n import N_, _
from qualcoder_nhs.importers.codebooks.codebook_entries import Entry, drafts
from qualcoder_nhs.importers.codebooks.codebook_format import CodebookFormat, ParsedCodebook
from qualcoder_nhs.importers.format import Problem
from qualcoder_nhs.importers.safety import content_of
from qualcoder_nhs.importers.yaml_nodes import NodeReading, composed, line_of

LARGEST = 2_000_000
SHOWN = 50


def read(path: Path) -> ParsedCodebook:
    """The codebook, when every line of it is right.

    Raises:
        BadFile: when the file is no YAML, or names every fault with its line.
    """
    content = content_of(path, LARGEST)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadFile(path.name, _("it is not written in UTF-8.")) from error
    draft, problems = checked(text)
    if problems:
        raise BadFile(path.name, _told(problems))
    return ParsedCodebook(draft)


def checked(text: str) -> tuple[CodebookDraft, list[Problem]]:
    """What stands in the text, and every fault in the order of lines; never raises."""
    root = composed(text)
    if isinstance(root, Problem):
        return CodebookDraft(), [root]
    reading = _Reading()
    draft = reading.file(root)
    return draft, sorted(reading.problems, key=lambda problem: problem.line or 0)


def _told(problems: Sequence[Problem]) -> str:
    lines = [
        _("line {line}: {what}").format(line=problem.line, what=problem.what)
        if problem.line
        else problem.what
        for problem in problems[:SHOWN]
    ]
    if len(problems) > SHOWN:
        lines.append(_("and {n} more").format(n=len(problems) - SHOWN))
    return "\n".join(lines)


class _Reading(NodeReading):
    """The codes and sets, and whatever is wrong with them."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[Entry] = []

    def file(self, node: Node) -> CodebookDraft:
        fields = self.fields(node, FILE_KEYS)
        for code in self.items(fields.get("codes")):
            self._code(code, above=None, depth=1)
        self._slugs_apart()
        codes = drafts(self.entries)
        known = {code.slug for code in codes}
        groups = self.items(fields.get("sets"))
        sets = tuple(self._set(group, known) for group in groups)
        self._sets_apart(groups, sets)
        return CodebookDraft(
            codes=codes,
            sets=sets,
            title=self.text(fields.get("title")),
            about=self.text(fields.get("about")),
        )

    def _code(self, node: Node, above: int | None, depth: int) -> None:
        if depth > DEEPEST:
            self.wrong(node, _("the tree is deeper than {n} levels.").format(n=DEEPEST))
            return
        fields = self.fields(node, CODE_KEYS)
        name = self.text(fields.get("name"))
        if not name:
            self.wrong(node, _("a code needs a name."))
        code = CodeDraft(
            slug=self._slug(fields.get("slug")),
            name=name,
            colour=self._colour(fields.get("colour")),
            applicable=self.choice(fields.get("applicable"), Applicable, Applicable.YES),
            definition=self.text(fields.get("definition")),
            use=self.text(fields.get("use")),
            do_not_use=self.text(fields.get("do_not_use")),
            example=self.text(fields.get("example")),
            serves=self.text(fields.get("serves")),
            companions=self._slugs(fields.get("companions"), prefixes=True),
            aliases=self._slugs(fields.get("aliases")),
            archived=self.yes(fields.get("archived")),
        )
        number = len(self.entries)
        self.entries.append(Entry(code, above, line_of(node)))
        for child in self.items(fields.get("children")):
            self._code(child, above=number, depth=depth + 1)

    def _set(self, node: Node, known: set[str]) -> SetDraft:
        fields = self.fields(node, SET_KEYS)
        name, scope = self.text(fields.get("name")), self.text(fields.get("scope"))
        if not name:
            self.wrong(node, _("a set needs a name."))
        if scope and scope not in SCOPES:
            self.unknown(fields["scope"], scope, SCOPES)
        if "kind" not in fields:
            self.wrong(node, _("a set needs a kind: exclusive or core."))
        return SetDraft(
            kind=self.choice(fields.get("kind"), SetKind, SetKind.EXCLUSIVE),
            name=name,
            scope=scope,
            why=self.text(fields.get("why")),
            members=self._members(fields.get("members"), known),
        )

    def _members(self, node: Node | None, known: set[str]) -> tuple[str, ...]:
        members = []
        for item in self.items(node):
            slug = self.text(item)
            members.append(slug)
            if slug not in known:
                self.wrong(item, _("“{slug}” is no code of this file.").format(slug=slug))
        return tuple(dict.fromkeys(members))

    def _sets_apart(self, nodes: Sequence[Node], sets: Sequence[SetDraft]) -> None:
        """Note every set of a kind and name that stands further up."""
        seen = set()
        for item, group in zip(nodes, sets, strict=True):
            if (group.kind, group.name.casefold()) in seen:
                self.wrong(item, _("there is a set “{name}” already.").format(name=group.name))
            seen.add((group.kind, group.name.casefold()))

    def _slugs_apart(self) -> None:
        """Note every slug or alias that an earlier line has already."""
        seen: Counter[str] = Counter()
        for entry in self.entries:
            for slug in filter(None, (entry.code.slug, *entry.code.aliases)):
                seen[slug] += 1
                if seen[slug] == 2:
                    what = _("the slug “{slug}” is taken already.").format(slug=slug)
                    self.problems.append(Problem(entry.line, what))

    def _slug(self, node: Node | None) -> str:
        slug = self.text(node)
        if node is not None and slug and not is_slug(slug):
            self.wrong(node, _(NO_SLUG).format(slug=slug))
        return slug

    def _slugs(self, node: Node | None, *, prefixes: bool = False) -> tuple[str, ...]:
        slugs = []
        for item in self.items(node):
            slug = self.text(item)
            if not is_slug(slug.removesuffix("-") if prefixes else slug):
                self.wrong(item, _(NO_SLUG).format(slug=slug))
            slugs.append(slug)
        return tuple(slugs)

    def _colour(self, node: Node | None) -> str | None:
        words = self.text(node)
        colour = colour_of(words) if words else None
        if node is not None and words and colour is None:
            what = _('“{colour}” is not a colour; write it as "#RRGGBB", in quotes.')
            self.wrong(node, what.format(colour=words))
        return colour


NO_SLUG = N_("“{slug}” is no slug: small letters, digits and single hyphens, such as tru-bond.")


FORMAT = CodebookFormat("yaml", N_("Codebook in YAML"), (".yaml", ".yml"), read)
