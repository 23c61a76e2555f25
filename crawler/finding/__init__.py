"""Finding the article's part of a page: where its prose stands, and how likely each block is of its body."""
