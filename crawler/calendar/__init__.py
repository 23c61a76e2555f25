"""Dates as sites spell them: calendars, month names, relative words, zones, and the verdict over all candidates."""
