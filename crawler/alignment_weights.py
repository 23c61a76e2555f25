"""The weights of alignment, as bench/train_alignment.py has learned them; none is set by hand."""

import json
from importlib.resources import files

from crawler.bead_scores import Weights

WEIGHTS = Weights.from_table(json.loads(files("crawler").joinpath("alignment_weights.json").read_text("utf-8")))
