"""The Analyse desk: its list of pages, and the pages that show tables."""
