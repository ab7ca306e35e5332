"""Each thing a screen asks for, ready to show."""
