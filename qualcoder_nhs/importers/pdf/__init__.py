"""PDF pages to paragraphs: letters at their places, lines, and what is printed around the talk."""
