"""Charts as SVG, PNG and PDF: the one room that knows matplotlib, and loads it when it draws."""
