"""Tables of codings, links, people, answers and summaries."""
