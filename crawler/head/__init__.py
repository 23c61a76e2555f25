"""What a page says of itself for machines: its titles, dates, tags and structured data."""
