"""REFI-QDA out: projects (`.qdpx`) and codebooks (`.qdc`) that other programs open."""
