"""Timing in milliseconds: of the processor, and, where the disk is waited for, of the wall."""

from collections.abc import Callable
from statistics import median
from time import perf_counter, process_time

Work = Callable[[], object]


def cpu(work: Work, times: int = 5) -> float:
    """What the processor spends on it, the median of a few."""
    return median(_spent(process_time, work) for _ in range(times))


def wall(work: Work, times: int = 5) -> float:
    """What a person waits for it, the median of a few."""
    return median(waited(work) for _ in range(times))


def waited(work: Work) -> float:
    """What a person waits for it this once."""
    return _spent(perf_counter, work)


def _spent(clock: Callable[[], float], work: Work) -> float:
    begun = clock()
    work()
    return (clock() - begun) * 1000
