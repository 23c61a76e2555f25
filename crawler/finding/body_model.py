"""How likely a block is of the article's body: a logistic model of the numbers in `crawler.finding.body_features`.

`body_weights.json` beside this file holds one weight for each feature, by name. They were learned by
`bench/train_body.py` from article pages with hand-made gold: the fundus tests (MIT), WCXB (CC-BY-4.0). Split by
publisher, five-fold, the model does on pages of unseen publishers what it does on its own (docs/decisions.md).
"""

import json
import math
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.resources import files
from operator import mul

from crawler.finding.body_features import FEATURES, is_plainly_body, row_of
from crawler.finding.page_view import PageView

_SCORE_MOST = 30.0  # math.exp stays far from overflow


@lru_cache(maxsize=1)
def _weights() -> tuple[float, ...]:
    by_name = json.loads(files("crawler.finding").joinpath("body_weights.json").read_text(encoding="utf-8"))
    return tuple(float(by_name[name]) for name in FEATURES)


def body_probability(row: Sequence[float]) -> float:
    """Between 0 and 1, for a row of `crawler.finding.body_features.body_rows`."""
    score = sum(map(mul, _weights(), row))
    return 1 / (1 + math.exp(-max(-_SCORE_MOST, min(score, _SCORE_MOST))))


# Half of the blocks around an article are links, a fifth of them paragraphs like all others: neither needs weighing.
# A heading may be a link to what its section tells of.
_LINK_SHARE = 0.9


def judge_blocks(numbers: Iterable[int], view: PageView) -> dict[int, float]:
    """How likely each of the blocks is of the body."""
    return {number: _judge(number, view) for number in numbers}


def _judge(number: int, view: PageView) -> float:
    block = view.shape.blocks[number]
    if block.link_share >= _LINK_SHARE and not block.level:
        return 0.0
    return 1.0 if is_plainly_body(number, view) else body_probability(row_of(number, view))
