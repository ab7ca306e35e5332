"""Word files: their looks, paragraphs, tables and contents."""
