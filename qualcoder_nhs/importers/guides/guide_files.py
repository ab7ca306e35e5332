"""Topic guides from files: Word, text, or a sheet with questions and probes."""

from pathlib import Path

from qualcoder_nhs.domain.attribute_draft import key_of
from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.domain.guide_draft import QuestionDraft
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.cells.sheet import SHEETS, Sheet, read_sheet
from qualcoder_nhs.importers.cells.table_text import decoded
from qualcoder_nhs.importers.format import Problem
from qualcoder_nhs.importers.guides.guide_docx import guide_text
from qualcoder_nhs.importers.guides.guide_lines import ParsedGuide, guide_of

WORD = ".docx"
SUFFIXES = (WORD, ".txt", ".md", *SHEETS)

_NAME = ("name", "no", "number", "nr", "id")
_TEXT = ("text", "question_text", "wording", "words")
_QUESTION = "question"
_PROBES = ("probes", "probe", "prompts", "prompt")


def read_guide(path: Path) -> ParsedGuide:
    """The questions in a file, and what of it was not taken.

    Raises:
        BadFile: when it cannot be read or holds no question.
    """
    suffix = path.suffix.casefold()
    if suffix in SHEETS:
        parsed = _of_sheet(path.name, read_sheet(path))
    else:
        parsed = guide_of(guide_text(path) if suffix == WORD else decoded(path)[0])
    if not parsed.drafts:
        raise BadFile(path.name, _("no question was found in it."))
    return parsed


def _of_sheet(name: str, sheet: Sheet) -> ParsedGuide:
    """Where one column holds the words, another called `question` holds their number."""
    keys = [key_of(title) for title in sheet.columns]
    text = _column(keys, _TEXT) if _column(keys, _TEXT) is not None else _column(keys, (_QUESTION,))
    if text is None:
        raise BadFile(name, _("no column is called “question” or “text”."))
    numbered = (_QUESTION, *_NAME) if keys[text] != _QUESTION else _NAME
    names, probes = _column(keys, numbered), _column(keys, _PROBES)
    drafts: list[QuestionDraft] = []
    problems: list[Problem] = []
    for line, cells in sheet.rows:
        words = "" if probes is None else cells[probes].replace("\n", ";")
        asked = tuple(one.strip() for one in words.split(";") if one.strip())
        if cells[text]:
            called = "" if names is None else cells[names]
            called = f"Q{called}" if called.isdigit() else called
            taken = {draft.name for draft in drafts}
            drafts.append(QuestionDraft(cells[text], asked, "" if called in taken else called))
        elif drafts and asked:
            last = drafts[-1]
            drafts[-1] = QuestionDraft(last.text, (*last.probes, *asked), last.name)
        else:
            problems.append(Problem(line, _("There is no question in this row.")))
    return ParsedGuide(tuple(drafts), tuple(problems))


def _column(keys: list[str], names: tuple[str, ...]) -> int | None:
    return next((keys.index(one) for one in names if one in keys), None)
