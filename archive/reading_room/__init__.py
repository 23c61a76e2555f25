"""The reading room: what a browser sees of archive.db, as a Datasette plugin and the command that serves it.

Only `archive.reading_room.plugin` imports Datasette; the rest is plain Python over SQLite and ASGI.
"""
