"""Running one command: every failure becomes a sentence and an exit status, never a traceback."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import Any

from workbench.cli.aligning import align, plain_request
from workbench.cli.checking_pairs import check_plainly, plain_pairs
from workbench.cli.context import NO_LIBRARY, WITH_PROBLEMS, CommandContext
from workbench.errors import LibraryError, RefusedError, WorkbenchError


def run_command(context: CommandContext, rest: Sequence[str]) -> int:
    """Run the command that the words name and return its exit status (CLI.md)."""
    try:
        request = plain_request(rest)
        pairs = plain_pairs(rest)
        if pairs is not None:
            check_plainly(context, pairs)
        elif request is None:
            from workbench.cli.parsing import run_parsed

            return run_parsed(context, rest)
        else:
            align(context, request)
    except LibraryError as error:
        _say(context, {"problems": [_problem(str(error))]}, str(error))
        return NO_LIBRARY
    except RefusedError as error:
        context.refuse(error.reasons)
        return WITH_PROBLEMS
    except WorkbenchError as error:
        problem = _problem(str(error), getattr(error, "place", ""))
        _say(context, {"problems": [problem], "reasons": []}, str(error))
        return WITH_PROBLEMS
    except OSError as error:
        if error.filename is None:
            raise
        problem = {"path": str(error.filename), "place": "", "message": _sentence(error)}
        _say(context, {"problems": [problem], "reasons": []}, problem["message"])
        return WITH_PROBLEMS
    return context.status


def _sentence(error: OSError) -> str:
    """Say what a file or folder the person named could not be used for."""
    return f"{error.filename} cannot be used: {error.strerror}. Name another file or folder."


def _problem(message: str, place: str = "") -> dict[str, str]:
    return {"path": "", "place": place, "message": message}


def _say(context: CommandContext, document: dict[str, Any], sentence: str) -> None:
    if context.as_json:
        print(json.dumps(document, ensure_ascii=False))
    print(sentence, file=sys.stderr)
