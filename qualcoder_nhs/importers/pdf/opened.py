"""A PDF opened within bounds: its pages, or the reason why it is refused."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdf

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.format import Endless
from qualcoder_nhs.importers.safety import content_of

MOST_PAGES = 1_500
"""Pages of a transcript; a day of an inquiry has 200."""

_LARGEST_STREAM = 12_000_000
_BOUNDS = pypdf.Configuration(
    maximum_declared_stream_length=64_000_000,
    array_based_stream_maximum_output_length=_LARGEST_STREAM,
    lzw_maximum_output_length=_LARGEST_STREAM,
    run_length_maximum_output_length=_LARGEST_STREAM,
    zlib_maximum_output_length=_LARGEST_STREAM,
    zlib_maximum_recovery_input_length=1_000_000,
    brotli_maximum_output_length=_LARGEST_STREAM,
    stream_filters_maximum_length=4,
    stream_decoding_work_maximum_length=4 * _LARGEST_STREAM,
    stream_parsing_work_maximum_count=500_000,
    page_tree_maximum_entries=2 * MOST_PAGES,
    page_tree_maximum_depth=50,
    page_tree_maximum_page_entries=100_000,
    jbig2dec_binary=None,  # no picture is looked at, and no program started
    disable_legacy_handling=True,
)
# What a reader goes through one by one where the list of contents is broken.
_MOST = {b" obj": 150_000, b"trailer": 2_000, b"xref": 4_000}

_LIBRARY = logging.getLogger("pypdf")
_LIBRARY.propagate = False  # what is wrong in a file is told beside its words, not on the console
_LIBRARY.addHandler(logging.NullHandler())


class Complaints(logging.Handler):
    """Counts what a reader had to mend or pass over in a file."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:  # noqa: ARG002  (it is one more)
        """Count one."""
        self.count += 1

    @classmethod
    @contextmanager
    def heard(cls) -> Iterator["Complaints"]:
        """Those of this while."""
        handler = cls()
        _LIBRARY.addHandler(handler)
        try:
            yield handler
        finally:
            _LIBRARY.removeHandler(handler)


@contextmanager
def opened(path: Path) -> Iterator[pypdf.PdfReader]:
    """The document while it is read; whatever its reader stumbles on refuses it by name.

    Raises:
        BadFile: when it is none, is damaged, or is protected by a password.
        Endless: when it has more pages than any transcript.
    """
    content = content_of(path)
    if any(content.count(mark) > most for mark, most in _MOST.items()):
        raise Endless
    with pypdf.apply_configuration(_BOUNDS):
        try:
            reader = pypdf.PdfReader(BytesIO(content), strict=False)
            _refuse_encrypted(path, reader)
            _refuse_endless(reader)
            yield reader
        except (BadFile, Endless):
            raise
        except pypdf.errors.LimitReachedError as error:
            raise Endless from error
        except Exception as error:  # a hostile document raises whatever its reader stumbles on
            why = _("it is damaged, or not what its name says.")
            raise BadFile(path.name, why) from error


def _refuse_encrypted(path: Path, reader: pypdf.PdfReader) -> None:
    if reader.is_encrypted:
        raise BadFile(path.name, _("it is protected by a password. Save it anew without."))


def _refuse_endless(reader: pypdf.PdfReader) -> None:
    if len(reader.pages) > MOST_PAGES:
        raise Endless


def told(dictionary: Any, key: str) -> Any:
    """What stands under a key, wherever in the file it lies; None where nothing does."""
    found: Any = dictionary.get(key) if hasattr(dictionary, "get") else None
    return found.get_object() if hasattr(found, "get_object") else found
