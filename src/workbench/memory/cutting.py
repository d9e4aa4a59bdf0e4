"""The Chinese of many documents cut into tokens, by a child that starts before anything heavy is loaded here."""

from __future__ import annotations

import contextlib
import marshal
import os
import signal
import struct
from collections.abc import Generator, Iterable, Iterator, Sequence
from typing import IO

from workbench.text.tokens import TermForms, chinese_tokens, load_words

Sentences = Sequence[str]
Tokens = list[list[str]]
"""The tokens of every sentence of a text."""

_LENGTH = struct.Struct("<Q")
"""Before each document's tokens: how many bytes they take."""


class Cutter:
    """Cuts the Chinese sentences of documents into tokens, in order; once.

    With a child (`start_ahead`) that does it, while the caller does something else between two documents; without,
    and if the child does not come to its end, here.
    """

    def __init__(self, child: tuple[int, int, int] | None = None) -> None:
        self._child = child

    def cut(self, documents: Sequence[Sentences], forms: Iterable[str]) -> Iterator[Tokens]:
        """Yield the tokens of each document; those that make one of the term `forms` together are one besides."""
        terms = TermForms(forms)
        done = 0
        with contextlib.closing(self._by_child(documents, terms)) as answers:
            for tokens in answers:
                yield tokens
                done += 1
        for document in documents[done:]:
            yield _cut(document, terms)

    def close(self) -> None:
        """End the child if there is one."""
        if self._child is not None:
            pid, asking, answering = self._child
            self._child = None
            for end in (asking, answering):
                os.close(end)
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)

    def _by_child(self, documents: Sequence[Sentences], terms: TermForms) -> Generator[Tokens, None, None]:
        if self._child is None:
            return
        _, asking, answering = self._child
        request = marshal.dumps((list(terms.forms), [list(document) for document in documents]))
        try:
            with contextlib.suppress(BrokenPipeError), os.fdopen(os.dup(asking), "wb") as pipe:
                pipe.write(_LENGTH.pack(len(request)) + request)
            with os.fdopen(os.dup(answering), "rb") as pipe:
                for _ in documents:
                    body = _message(pipe)
                    if not body:
                        return
                    yield marshal.loads(body)  # noqa: S302 - what our own child wrote
        finally:
            self.close()


def start_ahead() -> Cutter:
    """Return a cutter whose child loads its words from now on; only a program of one thread may do so.

    Where processes cannot be forked, or a second one would only take turns with this, it has no child.
    """
    if not hasattr(os, "fork") or (os.cpu_count() or 1) < 2:
        return Cutter()
    (asked, asking), (answering, answered) = os.pipe(), os.pipe()
    pid = os.fork()
    if pid:
        os.close(asked)
        os.close(answered)
        return Cutter((pid, asking, answering))
    try:
        os.close(asking)
        os.close(answering)
        _serve(asked, answered)
    finally:
        os._exit(0)  # whatever happened: the parent does what is missing


def _serve(asked: int, answered: int) -> None:
    """Answer one request, document by document; the parent takes an answer when it comes to that document."""
    load_words()
    with os.fdopen(asked, "rb") as pipe:
        request = _message(pipe)
    if not request:
        return
    forms, documents = marshal.loads(request)  # noqa: S302 - what our own parent wrote
    terms = TermForms(forms)
    with os.fdopen(answered, "wb") as pipe:
        for document in documents:
            body = marshal.dumps(_cut(document, terms))
            pipe.write(_LENGTH.pack(len(body)) + body)


def _message(pipe: IO[bytes]) -> bytes:
    """Return the next message, b"" when there is none or it is cut off."""
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return b""
    (length,) = _LENGTH.unpack(head)
    body = pipe.read(length)
    return body if len(body) == length else b""


def _cut(document: Sentences, terms: TermForms) -> Tokens:
    return [chinese_tokens(sentence, terms) for sentence in document]
