"""Where the packed program begins: the command line, the window, or a child it starts of itself.

The program runs two of its own modules in child processes, as `python -P -m MODULE …`. In a packed program
the interpreter is the program itself, so it understands those words too, for its own modules alone.
"""

from __future__ import annotations

import runpy
import sys

CHILD = ["-P", "-m"]


def main() -> None:
    """Run a child's module, the command line, or, by the name of the other program, the window alone."""
    if sys.argv[1:3] == CHILD and sys.argv[3:4] and sys.argv[3].startswith("workbench."):
        module = sys.argv[3]
        sys.argv[:] = [module, *sys.argv[4:]]
        runpy.run_module(module, run_name="__main__", alter_sys=True)
        return
    from workbench.cli.main import desktop, run

    is_window = sys.executable.rpartition(".exe")[0].endswith("workbench-desktop")
    (desktop if is_window else run)()


if __name__ == "__main__":
    main()
