"""What the command line prints: one JSON document, lines for people, one sentence for an error."""

import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress

import click

from qualcoder_nhs.domain.errors import Culprit, Refusal
from qualcoder_nhs.i18n import _
from qualcoder_nhs.tasks.task import Progress

WRONG_REQUEST, FAILED = 2, 1


def json_out(document: Mapping[str, object]) -> None:
    """Print one JSON document and nothing else."""
    click.echo(json.dumps(document, ensure_ascii=False, indent=2))


def utf8() -> None:
    """Standard output speaks UTF-8 on every system; names that are no text come as escapes."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Callable[..., None] | None = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def flush() -> None:
    """Hand over what was printed, so that trouble with it shows now and not when Python ends."""
    if sys.stdout is not None:
        sys.stdout.flush()


def let_go_of_output() -> None:
    """Print to nowhere from now on: what cannot be handed over would be tried again at the end."""
    with suppress(OSError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def refusals() -> Iterator[None]:
    """Turn a refusal into one sentence on standard error and the exit status it calls for."""
    try:
        yield
    except Refusal as refusal:
        click.echo(str(refusal), err=True)
        wrong = refusal.culprit is Culprit.REQUEST
        raise SystemExit(WRONG_REQUEST if wrong else FAILED) from refusal
    except UnicodeEncodeError as error:
        # Bytes of the command line that are no UTF-8 reach us as halves of letters.
        told = _("“{name}” holds characters that are no text.").format(name=error.object)
        click.echo(told, err=True)
        raise SystemExit(WRONG_REQUEST) from error


@contextmanager
def progress_bar(title: str) -> Iterator[Progress]:
    """A bar on standard error where that is a terminal; nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda _done, _total, _words: None
        return
    with click.progressbar(length=1000, label=title, file=sys.stderr) as bar:

        def told(done: int, total: int, words: str) -> None:
            bar.label = words or title
            bar.update(int(1000 * done / max(1, total)) - bar.pos)

        yield told
