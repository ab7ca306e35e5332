"""The codebook pane: find a code, see what it means, arrange the tree."""
