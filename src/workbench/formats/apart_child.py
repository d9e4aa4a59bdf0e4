"""The process that reads files for `apart`: a request on standard input, an answer on standard output, until the end."""

from __future__ import annotations

import sys
from pathlib import Path

from workbench.errors import WorkbenchError
from workbench.formats.apart import MEMORY_BYTES, answer_to, receive, send, too_hard, too_large


def main() -> None:
    """Answer requests until nobody asks any more."""
    _limit_memory()
    while True:
        try:
            request = receive(sys.stdin.buffer)
        except EOFError:
            return
        assert isinstance(request, tuple)
        send(sys.stdout.buffer, _answer(request))


def _answer(request: tuple[object, ...]) -> object:
    try:
        return answer_to(request)
    except WorkbenchError as error:
        return error
    except MemoryError:
        name = request[1].name if isinstance(request[1], Path) else str(request[2])
        return too_hard(name) if request[0] == "exchange" else too_large(name)


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))


if __name__ == "__main__":
    main()
