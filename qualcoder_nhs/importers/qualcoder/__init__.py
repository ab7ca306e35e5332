"""QualCoder projects: the folder `NAME.qda` with its database `data.qda`."""
