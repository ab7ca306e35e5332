"""The report page: the headline, three figures, the tree of codes, and the words behind each."""
