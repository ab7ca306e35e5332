"""The page of the topic guide: its questions, its versions, and where each was asked."""
