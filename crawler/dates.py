"""Dates as pages state them: reading a phrase, knowing a dateline, weighing the statements. The public names.

Nothing is guessed: what the text leaves open is None, and says why.
"""

from crawler.calendar.date_candidates import candidates_in_metadata, candidates_in_text, note_beside_headline
from crawler.calendar.date_orders import settle_orders
from crawler.calendar.date_readings import DateReading, read_date, read_dates
from crawler.calendar.date_verdict import decide
from crawler.calendar.datelines import is_dateline, is_relative_date, is_time_of_day, is_updated_label
from crawler.calendar.stated_dates import Setting

__all__ = [
    "DateReading",
    "Setting",
    "candidates_in_metadata",
    "candidates_in_text",
    "decide",
    "is_dateline",
    "is_relative_date",
    "is_time_of_day",
    "is_updated_label",
    "note_beside_headline",
    "read_date",
    "read_dates",
    "settle_orders",
]
