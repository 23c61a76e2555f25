"""New pages of a source that hold no article, where its new pages used to: one that shows nothing without scripts."""

from collections import Counter
from collections.abc import Sequence

from archive.readings import Reading
from archive.runs import FirstEnd, Runs
from crawler.models import OutcomeKind
from jobs.baseline import Baseline, find_lapse, section_of

_ARTICLE = "article"
# The ends of a page that was read. What failed or is blocked is a trouble by itself.
_READ = (OutcomeKind.APPENDED, OutcomeKind.DUPLICATE, OutcomeKind.NOT_AN_ARTICLE)
# Of a source crawled twice a day a month, more than the test below compares.
_RUNS_MOST = 60


def unread_note(runs: Runs, source: str) -> str | None:
    """A sentence on the newest new pages, where so few of them hold an article that the site is read no more."""
    ends = runs.first_ends(source, _READ, _RUNS_MOST)
    readings = [_reading(number, source, one) for number, one in enumerate(ends)]
    if not readings:
        return None
    *others, last = readings
    lapse = find_lapse([Baseline(tuple(others), tuple(one for one in others if one.run < last.run))], last, [_ARTICLE])
    if lapse is None:
        return None
    holds = (
        f"{lapse.well or 'none'} of the last {lapse.pages} new pages {'holds' if lapse.well < 2 else 'hold'} an article"
    )
    before = f"{lapse.well_before} of the {lapse.pages_before} before did"
    return f"{holds}, {before}; since {lapse.since:%Y-%m-%d %H:%M} UTC ({_usual_reason(ends[-lapse.pages :])})"


def _reading(number: int, source: str, end: FirstEnd) -> Reading:
    """The end as a reading that lacks the article or has it: where articles vanish is tested as of any field."""
    lacks = (_ARTICLE,) if end.outcome.kind is OutcomeKind.NOT_AN_ARTICLE else ()
    url = end.outcome.url
    return Reading(number, "", source, url, section_of(url), end.run, "", end.started_at, {}, 0, lacks)


def _usual_reason(ends: Sequence[FirstEnd]) -> str:
    reasons = Counter(one.outcome.reason for one in ends if one.outcome.kind is OutcomeKind.NOT_AN_ARTICLE)
    return reasons.most_common(1)[0][0]
