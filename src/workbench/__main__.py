"""`python -m workbench` is the program `workbench`."""

from __future__ import annotations

from workbench.cli.main import run

if __name__ == "__main__":
    run()
