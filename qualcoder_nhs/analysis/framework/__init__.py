"""The framework matrix of Ritchie and Spencer: cases by codes or themes, with written cells."""
