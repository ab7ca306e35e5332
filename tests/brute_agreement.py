"""Agreement counted unit by unit, straight from the definitions and slowly, to check against."""

from itertools import combinations, permutations

from nltk.metrics.agreement import AnnotationTask


def alpha(units, distance):
    """Krippendorff's alpha of any distance: mean over pairs within units to mean over all pairs."""
    units = [[value for value in unit if value is not None] for unit in units]
    units = [unit for unit in units if len(unit) > 1]
    values = [value for unit in units for value in unit]
    expected = sum(distance(a, b) for a, b in permutations(values, 2))
    if not expected:
        return None
    within = sum(
        distance(a, b) / (len(unit) - 1) for unit in units for a, b in permutations(unit, 2)
    )
    return 1 - within * (len(values) - 1) / expected


def nominal(a, b):
    """0 for the same value, 1 for another."""
    return float(a != b)


def jaccard(a, b):
    """1 less the share of what is in both of what is in either."""
    return 1 - len(a & b) / len(a | b) if a | b else 0.0


def masi(a, b):
    """Passonneau's (2006) measuring agreement on set-valued items."""
    if a == b:
        return 0.0
    if a <= b or b <= a:
        return 1 - (1 - jaccard(a, b)) * 2 / 3
    return 1 - (1 - jaccard(a, b)) / 3


def table(units, first, second):
    """Both, first only, second only, neither, over the units both judged."""
    both = [(unit[first], unit[second]) for unit in units]
    both = [pair for pair in both if None not in pair]
    return [[both.count((1, 1)), both.count((1, 0))], [both.count((0, 1)), both.count((0, 0))]]


def percent(units):
    """The mean over units of the share of pairs of coders that agree."""
    shares = []
    for unit in units:
        pairs = list(combinations([value for value in unit if value is not None], 2))
        if pairs:
            shares.append(sum(a == b for a, b in pairs) / len(pairs))
    return sum(shares) / len(shares)


def task(units):
    """The same in NLTK, which is right where nothing is missing and not all is the same."""
    return AnnotationTask(
        [(coder, at, value) for at, unit in enumerate(units) for coder, value in enumerate(unit)]
    )
