"""Codebooks as Markdown: to read and to put on a web page, not to import again."""

import re
from collections.abc import Iterator
from pathlib import Path

from qualcoder_nhs.domain.codebook_draft import CodebookDraft, CodeDraft, SetDraft
from qualcoder_nhs.exporters.codebooks.codebook_format import CodebookFormat
from qualcoder_nhs.i18n import N_, _

DEEPEST_HEADING = 6
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&])")
_AT_START = re.compile(r"^([-+=]|\d+(?=[.)]))", re.MULTILINE)


def write(draft: CodebookDraft, path: Path) -> None:
    """A heading a code with what its card says, then the sets."""
    path.write_text("\n\n".join(_blocks(draft)) + "\n", encoding="utf-8", newline="\n")


def _blocks(draft: CodebookDraft) -> Iterator[str]:
    yield f"# {_on_one_line(draft.title or _('Codebook'))}"
    if draft.about:
        yield _escaped(draft.about)
    depths = draft.depths()
    for code in draft.codes:
        yield from _card(code, depths[code.slug])
    if draft.sets:
        yield f"## {_('Sets')}"
        yield "\n".join(map(_set, draft.sets))


def _card(code: CodeDraft, depth: int) -> Iterator[str]:
    marks = "#" * min(depth + 1, DEEPEST_HEADING)
    archived = f" ({_('archived')})" if code.archived else ""
    yield f"{marks} {_on_one_line(code.name)} `{code.slug}`{archived}"
    if code.definition:
        yield _escaped(code.definition)
    labelled = [
        (_("Use"), code.use),
        (_("Do not use"), code.do_not_use),
        (_("Expected beside it"), ", ".join(code.companions)),
        (_("Serves"), code.serves),
    ]
    items = [f"- **{label}:** {_on_one_line(words)}" for label, words in labelled if words]
    if items:
        yield "\n".join(items)
    if code.example:
        yield "> " + _escaped(code.example).replace("\n", "\n> ")


def _set(group: SetDraft) -> str:
    members = ", ".join(f"`{member}`" for member in group.members)
    why = f" {_on_one_line(group.why)}" if group.why else ""
    return f"- **{_on_one_line(group.name)}** ({group.kind}): {members}.{why}"


def _escaped(words: str) -> str:
    return _AT_START.sub(r"\\\1", _SPECIAL.sub(r"\\\1", words))


def _on_one_line(words: str) -> str:
    return " ".join(_SPECIAL.sub(r"\\\1", words).split())


FORMAT = CodebookFormat(
    "markdown", N_("Codebook to read, Markdown"), (".md",), write, comes_back=False
)
