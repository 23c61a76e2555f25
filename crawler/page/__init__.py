"""A page as blocks of visible text, each with the elements it stands in, and what a line by itself is."""
