"""Blocks as editions: the role of each block on its side, captions and credits with their pictures, and the residue."""
