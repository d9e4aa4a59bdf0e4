"""Commands on words: looking Chinese up."""

from __future__ import annotations

from typing import Annotated

import typer

from workbench.cli.context import WITH_PROBLEMS, common
from workbench.desk.consulting import Consulted

app = typer.Typer(no_args_is_help=True, help="The words that spelling knows.")
KeyArgument = Annotated[str, typer.Argument(help="An article's key; without one, the whole library.")]


def add_commands(program: typer.Typer) -> None:
    """Add these commands to the program."""
    program.command("lookup")(lookup_command)
    program.add_typer(app, name="words")


@app.command("list")
def list_command(command: typer.Context, key: KeyArgument = "") -> None:
    """List the words that spelling knows."""
    from workbench.desk.spelling import list_words

    context = common(command)
    for word in list_words(context.library(create=False), key):
        context.answer_line({"word": word}, word)


@app.command("add")
def add_command(command: typer.Context, word: str, key: KeyArgument = "") -> None:
    """Let spelling know a word."""
    from workbench.desk.spelling import add_word

    context = common(command)
    is_new = add_word(context.library(), context.actor(), word, key)
    context.answer({"word": word, "added": is_new}, f"{word}\t{'added' if is_new else 'was known already'}")


@app.command("remove")
def remove_command(command: typer.Context, word: str, key: KeyArgument = "") -> None:
    """Take a word out again."""
    from workbench.desk.spelling import remove_word

    context = common(command)
    remove_word(context.library(create=False), context.actor(), word, key)
    context.answer({"word": word, "removed": True}, f"{word}\tremoved")


def lookup_command(
    command: typer.Context,
    text: Annotated[str, typer.Argument(help="A Chinese word, or a sentence with it.")],
    at: Annotated[int, typer.Option(min=1, help="Which character of the sentence, from 1.")] = 1,
) -> None:
    """Look up a Chinese word: the house's terms and names, then the dictionary (CC-CEDICT, CC BY-SA 4.0)."""
    from workbench.desk.consulting import look_word_up

    context = common(command)
    found = look_word_up(context.library(), text, at - 1)
    if found is None:
        context.status = WITH_PROBLEMS
        context.answer(
            {"word": "", "house": [], "entries": []}, "There is no Chinese character at that place."
        )
        return
    context.answer(_document(found), _lines(found))


def _document(found: Consulted) -> dict[str, object]:
    return {
        "word": found.word,
        "start": found.start,
        "end": found.end,
        "house": [
            {"source": word.source, "targets": list(word.targets), "kind": "name" if word.is_name else "term"}
            for word in found.house
        ],
        "entries": [
            {
                "simplified": entry.simplified,
                "traditional": entry.traditional,
                "pinyin": entry.pinyin,
                "glosses": list(entry.glosses),
            }
            for entry in found.entries
        ],
    }


def _lines(found: Consulted) -> list[str]:
    house = [f"{word.source}\t{' | '.join(word.targets)}" for word in found.house]
    entries = [
        f"{entry.simplified}\t{entry.traditional}\t{entry.pinyin}\t{'; '.join(entry.glosses)}"
        for entry in found.entries
    ]
    return [*house, *entries] or [f"{found.word}\t(not in the dictionary)"]
