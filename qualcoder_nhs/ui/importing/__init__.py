"""The import page: files, who speaks, lines to look at."""
