"""A document as JSON, for other programs."""

import json
from collections.abc import Mapping
from pathlib import Path

from qualcoder_nhs.exporters.whole_file import whole_file


def write_plain_json(path: Path, document: Mapping[str, object]) -> None:
    """Write it in UTF-8.

    Raises:
        NotWritten: when the file cannot be put there.
    """
    with whole_file(path) as beside:
        text = json.dumps(document, ensure_ascii=False, indent=2)
        beside.write_text(f"{text}\n", encoding="utf-8", newline="\n")
