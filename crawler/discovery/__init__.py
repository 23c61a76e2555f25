"""Where a site lists its articles: feeds, sitemaps, list pages, and what its addresses say."""
