"""Every published worked example comes out as published."""

import numpy as np
import pytest
from published_agreement import Judgements, expectations, of_table

from qualcoder_nhs.analysis.agreement import linearised, many_coders, two_coders
from qualcoder_nhs.analysis.agreement.blocks import blocks
from qualcoder_nhs.analysis.agreement.cells import cells
from qualcoder_nhs.analysis.agreement.continuum import Continuum
from qualcoder_nhs.domain.span import Span

TWO = {
    "percent_agreement": two_coders.percent_agreement,
    "cohen_kappa": two_coders.cohen_kappa,
    "kappa_max": two_coders.kappa_max,
    "scott_pi": two_coders.scott_pi,
    "krippendorff_alpha": two_coders.krippendorff_alpha,
    "gwet_ac1": two_coders.gwet_ac1,
    "brennan_prediger": two_coders.brennan_prediger,
}
MANY = {
    "percent_agreement": many_coders.percent_agreement,
    "fleiss_kappa": many_coders.fleiss_kappa,
    "fleiss_kappa_missing": many_coders.fleiss_kappa,
    "krippendorff_alpha": many_coders.krippendorff_alpha,
    "gwet_ac1": many_coders.gwet_ac1,
    "brennan_prediger": many_coders.brennan_prediger,
}
ERRORS = {
    "gwet_ac1_se": linearised.ac1_error,
    "fleiss_kappa_se": linearised.fleiss_error,
    "fleiss_kappa_missing_se": linearised.fleiss_error,
    "scott_pi_se": linearised.fleiss_error,
    "brennan_prediger_se": linearised.brennan_prediger_error,
    "krippendorff_alpha_se": linearised.alpha_error,
}
# What many coders have for what two coders have.
SAME = {"cohen_kappa": "conger_kappa", "scott_pi": "fleiss_kappa"}


def check(value, expected):
    """As published, and as an independent computation says to more digits."""
    assert value == pytest.approx(expected["brute_force_value"], abs=1e-9)
    if expected.get("reproduces", True):
        assert value == pytest.approx(expected["value"], abs=expected["tolerance"])
    else:
        assert abs(value - expected["value"]) > expected["tolerance"], expected["why"]


def declared(expected, profiles):
    """The categories that were declared are those that occur, in every case that says."""
    assert expected.get("q", profiles.shape[1]) == profiles.shape[1]


@pytest.mark.parametrize(("case", "expected"), expectations("contingency"))
def test_tables_of_two_coders(case, expected):
    table = np.array(case["data"]["table"], float)
    name = expected["coefficient"]
    declared(expected, table)
    if name == "positive_agreement_category":
        check(two_coders.specific_agreement(table, expected["category"]), expected)
    elif name == "cohen_kappa_se":
        check(linearised.kappa_error(table), expected)
    elif name in ERRORS:
        assert expected["se_denominator"] == "n"
        said = of_table(case["data"]["table"], case["data"]["categories"])
        check(ERRORS[name](said.profiles, said.weights, spare=0), expected)
    else:
        check(TWO[name](table), expected)


@pytest.mark.parametrize(("case", "expected"), expectations("contingency"))
def test_two_coders_are_many_coders_too(case, expected):
    said = of_table(case["data"]["table"], case["data"]["categories"])
    name = SAME.get(expected["coefficient"], expected["coefficient"])
    if name in MANY:
        check(MANY[name](said.profiles, said.weights), expected)
    elif name == "conger_kappa":
        check(many_coders.conger_kappa(said.profiles, said.weights, said.given), expected)
    else:
        assert name.endswith(("_se", "_category")) or name == "kappa_max"


@pytest.mark.parametrize(("case", "expected"), expectations("counts"))
def test_counts_of_many_coders(case, expected):
    counts = np.array(case["data"]["counts"], float)
    weights = np.ones(len(counts))
    name = expected["coefficient"]
    declared(expected, counts)
    if name == "fleiss_kappa_category":
        one = counts[:, [expected["category"]]]
        rest = counts.sum(axis=1, keepdims=True) - one
        check(many_coders.fleiss_kappa(np.hstack([one, rest]), weights), expected)
    elif name in ERRORS:
        check(ERRORS[name](counts, weights), expected)
    else:
        check(MANY[name](counts, weights), expected)


@pytest.mark.parametrize(("case", "expected"), expectations("ratings"))
def test_judgements_of_many_coders(case, expected):
    said = Judgements(case["data"]["units"])
    name = expected["coefficient"]
    declared(expected, said.profiles)
    if name in ("conger_kappa", "hubert_kappa"):
        check(many_coders.conger_kappa(said.profiles, said.weights, said.given), expected)
    elif name == "light_kappa":
        check(many_coders.light_kappa(said.tables), expected)
    elif name in ERRORS:
        check(ERRORS[name](said.profiles, said.weights), expected)
    else:
        check(MANY[name](said.profiles, said.weights), expected)


# The rest of these cases is of the unitizing family; alpha-U of 1995 is superseded by its authors.
UNITIZING = frozenset(
    {"alpha_u_1995_do", "u_alpha", "bar_u_alpha", "cu_alpha", "k_u_alpha", "k_coverage"}
)


@pytest.mark.parametrize(("case", "expected"), expectations("unitizing", without=UNITIZING))
def test_characters_as_units_of_spans(case, expected):
    length = case["data"]["length"]
    marks = {
        coder: {"A": tuple(Span(start, end) for _, start, end in units)}
        for coder, units in case["data"]["units"].items()
    }
    talk = Continuum("published", length, (Span(0, length),), marks)
    found = cells(blocks([talk], tuple(marks)), ["A"])
    table = found.tables[0, 0, 0]
    check(TWO[expected["coefficient"].removeprefix("char_")](table), expected)
    if expected["coefficient"] == "char_krippendorff_alpha":
        check(many_coders.krippendorff_alpha(found.profiles, found.weights[0, 0]), expected)


@pytest.mark.parametrize(("case", "expected"), expectations("tables"))
def test_kappa_pooled_over_codes(case, expected):
    tables = np.array(case["data"]["tables"], float).reshape(-1, 2, 2)
    check(two_coders.pooled_kappa(tables), expected)
