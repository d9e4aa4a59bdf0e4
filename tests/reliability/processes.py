"""Starting the other half of a test as a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
SEED = int(os.environ.get("WORKBENCH_SEED", "0"))
"""Added to every seed: a further part of a long run draws other moments and cases than those before."""


def environment() -> dict[str, str]:
    """Return the environment in which tests and program can be imported."""
    path = f"{ROOT}{os.pathsep}{ROOT / 'src'}"
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": path}


def answer_of(module: str, *arguments: str, timeout: float = 3600) -> Any:
    """Run a module of the tests and return the JSON of its last line; its death is the test's failure."""
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
    )
    assert done.returncode == 0, f"{module} {arguments} ended with {done.returncode}: {done.stderr[-3000:]}"
    return json.loads(done.stdout.splitlines()[-1])
