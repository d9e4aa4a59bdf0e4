"""The child process that fills a user's template: job on standard input, page on standard output."""

from __future__ import annotations

import json
import sys
from pathlib import Path


def main() -> int:
    """Bound memory and time, fill the template, and say on standard error why it failed."""
    _bound()
    from workbench.errors import FormatError
    from workbench.formats.templates import render_untrusted

    job = json.load(sys.stdin.buffer)
    try:
        page = render_untrusted(Path(job["folder"]), job["name"], job["page"])
    except FormatError as error:
        print(error, file=sys.stderr)  # noqa: T201 - the parent reads it
        return 1
    except MemoryError:
        print("it used too much memory", file=sys.stderr)  # noqa: T201
        return 1
    except (ArithmeticError, LookupError, OSError, TypeError, ValueError, RecursionError) as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)  # noqa: T201
        return 1
    sys.stdout.buffer.write(page.encode())
    return 0


def _bound() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits; the parent's time-out still holds
        return
    from workbench.formats.templates import CHILD_BYTES, CHILD_SECONDS

    resource.setrlimit(resource.RLIMIT_AS, (CHILD_BYTES, CHILD_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CHILD_SECONDS, CHILD_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


if __name__ == "__main__":
    sys.exit(main())
