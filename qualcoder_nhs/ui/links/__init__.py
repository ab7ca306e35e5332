"""The page of links between turns: a list, the exchanges, codes without a link, suggestions."""
