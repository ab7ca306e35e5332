"""The revisions in order; the file name begins with the number the study file carries."""
