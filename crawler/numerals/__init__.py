"""Numbers in digits and words, with the units, currencies and blanks that stand beside them."""
