"""Every test process, and every Python child of one, talks to loopback only: see loopback_only/sitecustomize.py."""

import importlib.util
import os
from pathlib import Path

GUARD = Path(__file__).parent / "loopback_only"
os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(GUARD), os.environ.get("PYTHONPATH")]))

# Loaded by its path: some systems have a sitecustomize of their own, which Python has imported already.
_spec = importlib.util.spec_from_file_location("loopback_only", GUARD / "sitecustomize.py")
assert _spec is not None
assert _spec.loader is not None
_spec.loader.exec_module(importlib.util.module_from_spec(_spec))
