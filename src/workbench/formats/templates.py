"""Turning a page into HTML by a template: ours in this process, other people's in a fenced child."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import TypeAlias

from jinja2 import BaseLoader, Environment, FileSystemLoader, StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from workbench.children import environment_of_children
from workbench.errors import FormatError
from workbench.resources import resource
from workbench.sentences import say, verbatim

Plain: TypeAlias = "str | int | bool | list[Plain] | dict[str, Plain]"

CHILD_SECONDS = 10
CHILD_BYTES = 512 * 1024 * 1024
_OUTPUT_BYTES = 32 * 1024 * 1024
# Page fields that are markup already: escaped or hashed by html_out, never a person's words.
_MARKUP = ("json_ld", "style")


def render_shipped(name: str, page: dict[str, Plain]) -> str:
    """Fill one of the templates that ship with the program (`site.html`, `plain.html`)."""
    return _shipped().get_template(name).render(page=_with_markup(page))


def render_from_folder(template: Path, page: dict[str, Plain]) -> str:
    """Fill a template of the user in a child process with bounded memory and time.

    It may include other files of its folder and those that ship, and sees plain data only.
    Raises `FormatError` with the template's name when it fails, is too slow or too large.
    """
    job = json.dumps({"folder": str(template.parent), "name": template.name, "page": page})
    command = [sys.executable, "-P", "-m", "workbench.formats.template_child"]
    try:
        done = subprocess.run(
            command,
            input=job.encode(),
            capture_output=True,
            timeout=CHILD_SECONDS,
            check=False,
            env=environment_of_children(),
        )
    except subprocess.TimeoutExpired as error:
        raise FormatError(
            say(
                "The template {name} needed more than {seconds} seconds and was stopped. "
                "Look for a loop in it that never ends.",
                name=template.name,
                seconds=CHILD_SECONDS,
            ),
            place=template.name,
        ) from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        why = verbatim(said[-1]) if said else say("it used too much memory")
        raise FormatError(
            say("The template {name} could not be filled in: {why}.", name=template.name, why=why),
            place=template.name,
        )
    if len(done.stdout) > _OUTPUT_BYTES:
        raise FormatError(
            say("The template {name} makes a page of over 32 MB.", name=template.name),
            place=template.name,
        )
    return done.stdout.decode("utf-8")


def render_untrusted(folder: Path, name: str, page: dict[str, Plain]) -> str:
    """Fill a user's template in this process: for the child alone."""
    try:
        loader = FileSystemLoader([folder, resource("templates")])
        return _environment(loader).get_template(name).render(page=_with_markup(page))
    except TemplateError as error:
        line = getattr(error, "lineno", None)
        reason = verbatim(error.message or type(error).__name__)
        raise FormatError(
            say("line {number}: {reason}", number=line, reason=reason) if line else reason
        ) from error


@cache
def _shipped() -> Environment:
    return _environment(FileSystemLoader(resource("templates")))


def _environment(loader: BaseLoader) -> Environment:
    environment = ImmutableSandboxedEnvironment(autoescape=True, loader=loader, undefined=StrictUndefined)
    # A template decides about its own markup, never that a person's words are markup.
    for name in ("safe", "attr", "xmlattr", "pprint"):
        environment.filters.pop(name, None)
    environment.globals.clear()
    return environment


def _with_markup(page: dict[str, Plain]) -> dict[str, Plain | Markup]:
    return {
        name: Markup(value) if name in _MARKUP else value  # noqa: S704 - made by html_out, see _MARKUP
        for name, value in page.items()
    }
