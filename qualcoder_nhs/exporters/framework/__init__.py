"""The framework matrix, to write in and to print."""
