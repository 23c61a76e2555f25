"""Aligning two sides: what they share by segment, beads and their scores, what moved and what was left out."""
