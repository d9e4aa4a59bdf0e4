"""DeepL through its official client: whole paragraphs with the article as context, and the house's terms."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.engines.batching import around, batches
from workbench.engines.courier import Patience
from workbench.engines.remote import checked_server, host_of
from workbench.errors import EngineError
from workbench.model.draft import Draft, DraftRequest
from workbench.model.passage import Passage
from workbench.sentences import Sentence, join, say

if TYPE_CHECKING:
    from deepl import TextResult

    from workbench.engines.deepl_client import Client
    from workbench.engines.deepl_glossary import Glossary

SERVERS = {True: "https://api-free.deepl.com", False: "https://api.deepl.com"}
MOST_TEXTS = 50
"""Texts a request may carry, by DeepL's documentation."""
MOST_CHARACTERS = 8_000
MOST_CONTEXT = 6_000
"""Characters of the article sent as context, which costs nothing; a request may hold 128 KiB in all."""

_HAN = re.compile(r"[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Usage:
    """Characters the account has used in this period, and how many it may; None where there is no limit."""

    used: int
    limit: int | None

    @property
    def sentence(self) -> Sentence:
        """Return the usage in words."""
        if self.limit is None:
            return say(
                "{used:,} characters of this period are used; the account has no limit.", used=self.used
            )
        return say(
            "{used:,} of {limit:,} characters of this period are used.", used=self.used, limit=self.limit
        )


class DeeplEngine:
    """Drafts with DeepL; the key comes by `use_key`."""

    key = "deepl"
    label = "DeepL"
    is_remote = True

    def __init__(self, patience: Patience | None = None) -> None:
        self._patience = patience or Patience()
        self._key = ""

    def use_key(self, key: str) -> None:
        """Take the key of the account."""
        self._key = key.strip()

    def is_ready(self, options: Mapping[str, str]) -> bool:  # noqa: ARG002 - what an engine is asked
        """Tell whether there is a key."""
        return bool(self._key)

    def signature(self, options: Mapping[str, str]) -> str:
        """Return the settings that change what DeepL answers."""
        names = ("spelling", "deepl_formality", "deepl_model", "deepl_glossary")
        return "|".join(options.get(name, "") for name in names)

    def server(self, options: Mapping[str, str]) -> str:
        """Return the server to ask: the one in the settings, or DeepL's own for this kind of key."""
        address = options.get("deepl_server", "").strip()
        return checked_server(address, "deepl_server") if address else SERVERS[self._key.endswith(":fx")]

    def draft(self, passages: Sequence[Passage], request: DraftRequest) -> Iterator[Draft]:
        """Yield a draft for each passage, paragraph after paragraph."""
        if not passages:
            return
        client = self._client(request.options, request.is_cancelled)
        try:
            glossary = self._glossary(client, request)
            for batch in batches(passages, MOST_TEXTS, MOST_CHARACTERS):
                yield from self._drafted(client, batch, request, glossary)
        finally:
            client.close()

    def usage(self, options: Mapping[str, str]) -> Usage:
        """Return how much of the account is used; raises `EngineError` in words when DeepL cannot be asked."""
        from workbench.engines.deepl_client import explained

        client = self._client(options, lambda: False)
        try:
            with explained(host_of(client.server_url)):
                told = client.get_usage().character
                if told.count is None:
                    raise ValueError("an answer without a count")
                return Usage(told.count, told.limit)
        finally:
            client.close()

    def try_out(self, options: Mapping[str, str]) -> str:
        """Return in words that the account can be used; raises `EngineError` when it cannot."""
        return join([say("DeepL accepts the key."), self.usage(options).sentence])

    def _client(self, options: Mapping[str, str], is_cancelled: Callable[[], bool]) -> Client:
        from workbench.engines.deepl_client import Client

        if not self._key:
            raise EngineError(
                say(
                    "DeepL needs the key of an account. Put it in under Settings, Engines, or set WORKBENCH_DEEPL_KEY."
                ),
                is_final=True,
            )
        return Client(self._key, self.server(options), self._patience, is_cancelled)

    def _glossary(self, client: Client, request: DraftRequest) -> Glossary:
        from workbench.engines.deepl_glossary import Glossary, synchronise

        if request.options.get("deepl_glossary", "on") == "off":
            return Glossary()
        return synchronise(client, request)

    def _drafted(
        self, client: Client, batch: list[Passage], request: DraftRequest, glossary: Glossary
    ) -> Iterator[Draft]:
        from workbench.engines.deepl_client import TooLargeError

        try:
            answers = self._translated(client, batch, request, glossary)
        except TooLargeError:
            if len(batch) == 1:
                raise
            half = len(batch) // 2
            yield from self._drafted(client, batch[:half], request, glossary)
            yield from self._drafted(client, batch[half:], request, glossary)
            return
        for passage, answer in zip(batch, answers, strict=True):
            if not answer.text.strip() or (answer.text == passage.source and _HAN.search(answer.text)):
                continue
            detail = {"model": answer.model_type_used or "", "glossary": glossary.version}
            yield Draft(
                passage.number,
                answer.text,
                self.key,
                {name: value for name, value in detail.items() if value},
                billed_characters=answer.billed_characters,
            )

    def _translated(
        self, client: Client, batch: list[Passage], request: DraftRequest, glossary: Glossary
    ) -> list[TextResult]:
        from workbench.engines.deepl_client import explained

        options = request.options
        formality, model = options.get("deepl_formality", "default"), options.get("deepl_model", "default")
        host = host_of(client.server_url)
        with explained(host):
            answers = client.translate_text(
                [passage.source for passage in batch],
                source_lang=request.source_language.split("-")[0].upper(),
                target_lang=target_code(request),
                context=around(batch, request, MOST_CONTEXT) or None,
                formality=None if formality == "default" else formality,
                model_type=None if model == "default" else model,
                glossary=glossary.id or None,
                split_sentences="nonewlines",
            )
        return _checked(answers, len(batch), host)


def _checked(answers: object, count: int, host: str) -> list[TextResult]:
    """Return the answers when there is one text for each question; what cannot be paired is not used."""
    if not isinstance(answers, list) or len(answers) != count:
        found = len(answers) if isinstance(answers, list) else 0
        raise EngineError(
            say(
                "DeepL's server {host} answered {found} texts where {count} were asked for. Nothing of that answer "
                "was used; try again.",
                host=host,
                found=found,
                count=count,
            )
        )
    if any(not isinstance(answer.text, str) for answer in answers):
        raise EngineError(
            say(
                "DeepL's server {host} answered something that is no translation. Nothing of it was used.",
                host=host,
            )
        )
    return answers


def target_code(request: DraftRequest) -> str:
    """Return DeepL's code of the target language: English by the house's spelling, Portuguese as in Portugal."""
    code = request.target_language.upper()
    if code == "EN":
        return "EN-GB" if request.options.get("spelling") == "uk" else "EN-US"
    return {"PT": "PT-PT", "ZH-CN": "ZH-HANS", "ZH-TW": "ZH-HANT"}.get(code, code)


def make_engine() -> DeeplEngine:
    """Return the engine."""
    return DeeplEngine()
