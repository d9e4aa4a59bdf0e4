"""The Chinese of many documents cut into tokens, by a child that starts before anything heavy is loaded here."""

from __future__ import annotations

import contextlib
import marshal
import os
import signal
from collections.abc import Generator, Iterable, Iterator, Sequence

from workbench.children import are_side_by_side, framed, next_message

Sentences = Sequence[str]
Tokens = list[list[str]]
"""The tokens of every sentence of a text."""


class Cutter:
    """Cuts the Chinese sentences of documents into tokens, in order; once.

    With a child (`start_ahead`) that does it, while the caller does something else between two documents; without,
    and if the child does not come to its end, here.
    """

    def __init__(self, child: tuple[int, int, int] | None = None) -> None:
        self._child = child

    def cut(self, documents: Sequence[Sentences], forms: Iterable[str]) -> Iterator[Tokens]:
        """Return the tokens of each document; those that make one of the term `forms` together are one besides.

        The child is asked at once, not only when the first tokens are wanted.
        """
        known = list(forms)
        if self._child is not None:
            self._ask(documents, known)
        return self._answers(documents, known)

    def close(self) -> None:
        """End the child if there is one."""
        if self._child is not None:
            pid, asking, answering = self._child
            self._child = None
            for end in (asking, answering):
                os.close(end)
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)

    def _ask(self, documents: Sequence[Sentences], forms: list[str]) -> None:
        assert self._child is not None
        request = marshal.dumps((forms, [list(document) for document in documents]))
        with contextlib.suppress(BrokenPipeError), os.fdopen(os.dup(self._child[1]), "wb") as pipe:
            pipe.write(framed(request))

    def _answers(self, documents: Sequence[Sentences], forms: list[str]) -> Iterator[Tokens]:
        done = 0
        with contextlib.closing(self._by_child(len(documents))) as answers:
            for tokens in answers:
                yield tokens
                done += 1
        yield from _cut(documents[done:], forms)

    def _by_child(self, count: int) -> Generator[Tokens, None, None]:
        if self._child is None:
            return
        try:
            with os.fdopen(os.dup(self._child[2]), "rb") as pipe:
                for _ in range(count):
                    body = next_message(pipe)
                    if not body:
                        return
                    yield marshal.loads(body)  # noqa: S302 - what our own child wrote
        finally:
            self.close()


def start_ahead() -> Cutter:
    """Return a cutter whose child loads its words from now on; only a program of one thread may do so.

    Where processes cannot be forked, or a second one would only take turns with this, it has no child.
    """
    if not hasattr(os, "fork") or not are_side_by_side():
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
    from workbench.text.tokens import load_words

    load_words()
    with os.fdopen(asked, "rb") as pipe:
        request = next_message(pipe)
    if not request:
        return
    forms, documents = marshal.loads(request)  # noqa: S302 - what our own parent wrote
    waiting = bytearray()
    os.set_blocking(answered, False)  # a pipe is soon full, and the parent has English to cut first
    for tokens in _cut(documents, forms):
        waiting += framed(marshal.dumps(tokens))
        with contextlib.suppress(BlockingIOError):
            del waiting[: os.write(answered, waiting)]
    os.set_blocking(answered, True)
    with os.fdopen(answered, "wb") as pipe:
        pipe.write(waiting)


def _cut(documents: Iterable[Sentences], forms: Iterable[str]) -> Iterator[Tokens]:
    from workbench.text.tokens import TermForms, chinese_tokens  # the child loads it while the parent goes on

    terms = TermForms(forms)
    for document in documents:
        yield [chinese_tokens(sentence, terms) for sentence in document]
