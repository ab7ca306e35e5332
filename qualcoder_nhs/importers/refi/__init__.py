"""REFI-QDA: projects (`.qdpx`) and codebooks (`.qdc`) as other programs exchange them."""
