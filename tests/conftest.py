"""Every test process, and every Python child of one, talks to loopback only: see loopback_only/sitecustomize.py."""

import importlib.util
import os
import signal
from pathlib import Path

from hypothesis import settings

GUARD = Path(__file__).parent / "loopback_only"
os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(GUARD), os.environ.get("PYTHONPATH")]))

# Loaded by its path: some systems have a sitecustomize of their own, which Python has imported already.
_spec = importlib.util.spec_from_file_location("loopback_only", GUARD / "sitecustomize.py")
assert _spec is not None
assert _spec.loader is not None
_spec.loader.exec_module(importlib.util.module_from_spec(_spec))

# Where the suite itself was started in the background, SIGINT is ignored, and would be by every process it starts.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_make_parametrize_id(config: object, val: object, argname: str) -> str | None:
    """Bytes by their length: gzip writes the time into its header, and every worker must name a test alike."""
    return f"{argname} of {len(val)} bytes" if isinstance(val, bytes) else None


# A slow machine is no failure: nothing here is timed.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
