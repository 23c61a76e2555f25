"""How likely a block is of the article's body: a logistic model of the numbers in `crawler.body_features`.

`body_weights.json` beside this file holds one weight for each feature, by name. They were learned by
`bench/train_body.py` from article pages with hand-made gold: the fundus tests (MIT), WCXB (CC-BY-4.0). Split by
publisher, five-fold, the model does on pages of unseen publishers what it does on its own (docs/decisions.md).
"""

import json
import math
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from operator import mul

from crawler.body_features import FEATURES

_SCORE_MOST = 30.0  # math.exp stays far from overflow


@lru_cache(maxsize=1)
def _weights() -> tuple[float, ...]:
    by_name = json.loads(files("crawler").joinpath("body_weights.json").read_text(encoding="utf-8"))
    return tuple(float(by_name[name]) for name in FEATURES)


def body_probability(row: Sequence[float]) -> float:
    """Between 0 and 1, for a row of `crawler.body_features.body_rows`."""
    score = sum(map(mul, _weights(), row))
    return 1 / (1 + math.exp(-max(-_SCORE_MOST, min(score, _SCORE_MOST))))
