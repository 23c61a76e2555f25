"""What a page is that is no article: a wall, a challenge, a soft 404, a list, an empty template."""
