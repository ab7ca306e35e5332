"""The themes of the sample study: statements with their history, quotes, counter-cases, memos."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import yaml

from qualcoder_nhs.actions.memos import WriteMemo
from qualcoder_nhs.actions.quotes import ChooseQuote
from qualcoder_nhs.actions.themes import AddTheme, SayServes, StateTheme
from qualcoder_nhs.domain.ids import CoderId, ThemeId, TranscriptId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.importers.ready_codebooks import shipped_folder
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study

THEMES = "themes.yaml"


def write_themes(study: Study, lead: CoderId, folder: str, coder: Callable[[str], CoderId]) -> None:
    """Make the themes as their lead would; `coder` gives the coder of a name, for memos.

    Raises:
        RuntimeError: when a quote's words are not those that stand at its place.
    """
    codebook = study.ask(Reader.codebook)
    texts = {one.name: (one.id, one.text) for one in study.ask(Reader.transcripts)}
    for told in _listed(shipped_folder(folder) / THEMES):
        codes = tuple(codebook.find(slug).id for slug in told["codes"])
        theme = study.run(AddTheme(told["name"], codes), lead)
        study.run(SayServes(theme, told["serves"]), lead)
        for words in told["statements"]:
            study.run(StateTheme(theme, words), lead)
        for quote in told["quotes"]:
            study.run(chosen(theme, quote, texts), lead)
        for memo in told["memos"]:
            study.run(WriteMemo(memo["text"], theme=theme), coder(memo["by"]))


def _listed(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return found


def chosen(
    theme: ThemeId, told: Mapping[str, Any], texts: Mapping[str, tuple[TranscriptId, str]]
) -> ChooseQuote:
    """A quote as the file tells it.

    Raises:
        RuntimeError: when its words are not those that stand at its place.
    """
    name, start, end = told["at"]
    transcript, text = texts[name]
    span = Span(start, end)
    if span.of(text) != told["words"]:
        raise RuntimeError(f"{THEMES}: at {name} {start}–{end} stands “{span.of(text)}”")
    against, note = bool(told.get("against")), str(told.get("note", ""))
    return ChooseQuote(theme, transcript, span, against, note)
