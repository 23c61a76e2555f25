"""What is kept back, and when it is let go: once its source has another template, or what its pages lacked is back."""

from collections.abc import Iterator
from dataclasses import replace

from archive.readings import KeptBack
from crawler.sites import Site
from jobs.baseline import find_lapse
from jobs.checking import read_baselines
from jobs.derivation import Derivation

# Later than any entry of a ledger: the reading is looked at as if it were made now.
_LAST = 2**62


def find_released(derivation: Derivation, site: Site, run: int) -> Iterator[KeptBack]:
    """What may be derived anew in that run, in the order it was captured.

    That a template was changed is enough: whether the pages are whole under it shows when they are derived.
    """
    for kept in derivation.archive.kept_back(site.name):
        if _has_new_template(derivation, site, kept) or not _still_lacks(derivation, kept, run):
            yield kept


def _has_new_template(derivation: Derivation, site: Site, kept: KeptBack) -> bool:
    day = kept.captured_at.date()
    before = derivation.site_of(derivation.evidence.entry(kept.sequence))
    return before.template_on(day) != site.template_on(day)


def _still_lacks(derivation: Derivation, kept: KeptBack, run: int) -> bool:
    """True where a page like it would be kept back today."""
    reading = derivation.archive.reading_of(kept.sequence, kept.side)
    if reading is None:
        return False
    reading = replace(reading, sequence=_LAST, run=run)
    return find_lapse(read_baselines(derivation.archive, reading), reading, [kept.field]) is not None
