"""The weights of alignment, as bench/train_alignment.py has learned them; none is set by hand."""

import json
from importlib.resources import files

from crawler.alignment.bead_scores import Weights

_TABLE = files("crawler.alignment").joinpath("alignment_weights.json")
WEIGHTS = Weights.from_table(json.loads(_TABLE.read_text("utf-8")))
