"""DeepL through its official client: whole paragraphs with the article as context, and the house's terms."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.engines.batching import around, batches
from workbench.engines.courier import Patience
from workbench.engines.markup import ALONE, AROUND, as_xml, codes_lost, from_xml, has_codes, keeps_codes
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


@dataclass(frozen=True, slots=True)
class _Errand:
    """What all requests of one draft share; `lost` gathers the passages whose codes came back changed."""

    client: Client
    request: DraftRequest
    glossary: Glossary
    lost: list[Passage] = field(default_factory=list)


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
        """Yield a draft for each passage, paragraph after paragraph; texts with codes go by themselves, as XML.

        Raises at the end, when all else is done, for passages whose codes did not come back as they went.
        """
        if not passages:
            return
        client = self._client(request.options, request.is_cancelled)
        try:
            errand = _Errand(client, request, self._glossary(client, request))
            for batch in batches(passages, MOST_TEXTS, MOST_CHARACTERS):
                for part in _by_codes(batch):
                    yield from self._drafted(errand, part)
            if errand.lost:
                raise codes_lost(self.label, errand.lost)
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

    def _drafted(self, errand: _Errand, batch: list[Passage]) -> Iterator[Draft]:
        from workbench.engines.deepl_client import TooLargeError

        try:
            answers = _translated(errand, batch, as_tags=has_codes(batch[0].source))
        except TooLargeError:
            if len(batch) == 1:
                raise
            half = len(batch) // 2
            yield from self._drafted(errand, batch[:half])
            yield from self._drafted(errand, batch[half:])
            return
        texts = [_restored(answer.text, passage) for passage, answer in zip(batch, answers, strict=True)]
        yield from self._kept(errand, batch, answers, texts)
        changed = [passage for passage, text in zip(batch, texts, strict=True) if text is None]
        if changed:
            yield from self._once_more(errand, changed)

    def _once_more(self, errand: _Errand, changed: list[Passage]) -> Iterator[Draft]:
        """Ask for texts whose codes came back changed as plain text, where DeepL often leaves them alone."""
        answers = _translated(errand, changed, as_tags=False)
        texts = [
            answer.text if keeps_codes(passage.source, answer.text) else None
            for passage, answer in zip(changed, answers, strict=True)
        ]
        errand.lost.extend(passage for passage, text in zip(changed, texts, strict=True) if text is None)
        yield from self._kept(errand, changed, answers, texts)

    def _kept(
        self,
        errand: _Errand,
        batch: Sequence[Passage],
        answers: Sequence[TextResult],
        texts: Sequence[str | None],
    ) -> list[Draft]:
        """Return the drafts of one answer, which whoever asked has kept by then."""
        drafts = []
        for passage, answer, text in zip(batch, answers, texts, strict=True):
            if not text or not text.strip() or (text == passage.source and _HAN.search(text)):
                continue
            detail = {"model": answer.model_type_used or "", "glossary": errand.glossary.version}
            told = {name: value for name, value in detail.items() if value}
            drafts.append(
                Draft(passage.number, text, self.key, told, billed_characters=answer.billed_characters)
            )
        errand.request.keep(drafts)
        return drafts


def _by_codes(batch: Sequence[Passage]) -> list[list[Passage]]:
    """Return the passages without codes, and those with some."""
    plain = [passage for passage in batch if not has_codes(passage.source)]
    coded = [passage for passage in batch if has_codes(passage.source)]
    return [part for part in (plain, coded) if part]


def _restored(answer: str, passage: Passage) -> str | None:
    """Return the text of an answer; None when the codes of the passage did not come back as they went."""
    return from_xml(answer, passage.source) if has_codes(passage.source) else answer


def _translated(errand: _Errand, batch: list[Passage], *, as_tags: bool) -> list[TextResult]:
    """Ask for a batch, its codes as XML tags that neither split a sentence nor are translated, or as plain text."""
    from workbench.engines.deepl_client import explained

    request, options = errand.request, errand.request.options
    formality, model = options.get("deepl_formality", "default"), options.get("deepl_model", "default")
    host = host_of(errand.client.server_url)
    with explained(host):
        answers = errand.client.translate_text(
            [as_xml(passage.source) if as_tags else passage.source for passage in batch],
            source_lang=request.source_language.split("-")[0].upper(),
            target_lang=target_code(request),
            context=around(batch, request, MOST_CONTEXT) or None,
            formality=None if formality == "default" else formality,
            model_type=None if model == "default" else model,
            glossary=errand.glossary.id or None,
            split_sentences="nonewlines",
            tag_handling="xml" if as_tags else None,
            outline_detection=False if as_tags else None,
            non_splitting_tags=[AROUND, ALONE] if as_tags else None,
            ignore_tags=[ALONE] if as_tags else None,
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
