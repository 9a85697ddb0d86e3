"""What every test room may use: the shipped bank, templates and examples, and the corpus where there is one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

from generator import cache
from generator.bank.bank import Bank
from generator.cli import shelf

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))

_CACHE = ROOT / ".pytest_cache" / "nigao"
"""One compiled bank for the whole session: for every worker, and for the commands that tests start."""
os.environ.setdefault(cache.VARIABLE, str(_CACHE))

settings.register_profile("steady", deadline=None)  # no test may depend on how busy the machine is
settings.load_profile("steady")


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Only the shipped bank and its ledger stay compiled for the next session; those of the tests' own folders go."""
    if not hasattr(session.config, "workerinput"):
        for path in set(_CACHE.glob("*")) - {*_CACHE.glob(f"{shelf.compiled_name(())}.*"), *_CACHE.glob("审阅-*")}:
            path.unlink(missing_ok=True)


@pytest.fixture(scope="session")
def bank() -> Bank:
    """The shipped bank."""
    return shelf.bank()


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of past reports; tests that need it are skipped where there is none."""
    folder = Path(os.environ.get("NIGAO_CORPUS", ROOT.parent / "shared" / "corpus"))
    if not folder.is_dir():
        pytest.skip("no corpus on this machine (NIGAO_CORPUS)")
    return folder
