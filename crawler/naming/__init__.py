"""Names and titles with their renderings on the other side: what the glossary is mined from."""
