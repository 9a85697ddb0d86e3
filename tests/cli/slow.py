"""Work for a cluster, in a module that its workers load in no time."""

from __future__ import annotations

import os
import time


def slow(shared: int, item: int) -> tuple[int, int]:
    """What is wanted, and the process that did it."""
    time.sleep(0.05)
    return shared * item, os.getpid()
