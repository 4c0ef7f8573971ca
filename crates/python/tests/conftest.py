"""What the tests share: the samples, and the command line that answers are compared with."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Callable, List

import pytest

PROJECT = Path(__file__).resolve().parents[3]
SEEDS = sorted((PROJECT / "seeds").glob("*.txt"))


@pytest.fixture(params=SEEDS, ids=lambda seed: seed.stem)
def seed(request: pytest.FixtureRequest) -> Path:
    """Each sample in turn."""
    return request.param


@pytest.fixture
def command_line() -> Callable[..., str]:
    """What the command line prints."""
    program = os.environ["XUSHI_PROGRAM"]

    def answer(*words: object) -> str:
        said: List[str] = [program, *map(str, words)]
        done = subprocess.run(said, capture_output=True, encoding="utf-8")
        assert done.returncode in (0, 1), done.stderr
        return done.stdout

    return answer


@pytest.fixture
def seeds() -> List[Path]:
    """All samples."""
    return SEEDS
