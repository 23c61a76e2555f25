"""Templates, learned from the pages of a site and written as selectors that a person can edit."""
