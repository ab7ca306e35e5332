"""How far coders agree: sections of the text, coefficients over them, kinds of disagreement."""
