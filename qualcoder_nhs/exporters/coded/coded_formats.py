"""The formats that coded transcripts are written in, and the one door to them."""

from pathlib import Path

from qualcoder_nhs.domain.coded_transcript import CodedTranscript
from qualcoder_nhs.exporters.by_suffix import by_suffix
from qualcoder_nhs.exporters.coded import coded_docx, coded_html
from qualcoder_nhs.exporters.coded.coded_format import CodedFormat
from qualcoder_nhs.exporters.whole_file import whole_file

CODED: tuple[CodedFormat, ...] = (coded_docx.FORMAT, coded_html.FORMAT)


def coded_format(path: Path) -> CodedFormat:
    """The format that the suffix of a name asks for, in any case of letters.

    Raises:
        UnknownSuffix: when it asks for none of them.
    """
    return by_suffix({one.suffix: one for one in CODED}, path)


def write_coded(coded: CodedTranscript, path: Path) -> None:
    """Write the transcript in the format that the suffix of `path` names.

    Raises:
        UnknownSuffix: when no format has this suffix.
        NotWritten: when the file cannot be put there.
    """
    chosen = coded_format(path)
    with whole_file(path) as beside:
        chosen.write(coded, beside)
