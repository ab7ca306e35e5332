"""The Code desk: the transcript with its codings, and the hands to put codes on words."""
