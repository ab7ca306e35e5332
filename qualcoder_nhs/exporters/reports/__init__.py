"""Reports and tables of the talk, in every kind of file."""
