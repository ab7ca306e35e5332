"""The report of agreement as it is printed: method, headline, tables, a paragraph for the paper."""
