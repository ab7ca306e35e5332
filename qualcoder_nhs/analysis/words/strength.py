"""How strong a pair of words is: the measures by name."""

LIKELIHOOD, PMI = "log-likelihood", "pmi"
