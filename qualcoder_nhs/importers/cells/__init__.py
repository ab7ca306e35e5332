"""Tables of words, from workbooks and from text with delimiters."""
