"""Sheets of workbooks: their cells, and many rows at once."""
