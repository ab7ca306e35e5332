"""Undisturbed: counting without Python's collector going through everything again and again."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def undisturbed() -> Iterator[None]:
    """What is made within is looked through once, afterwards.

    A table is hundreds of thousands of values that stay. The collector takes them for a reason to
    look through all that the program holds, several times: a third of the time of a large table.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
