"""How far coders agree: sections of the text, coefficients over them, and the kinds of disagreement."""
