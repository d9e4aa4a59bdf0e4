"""Any server with an OpenAI-compatible chat address, on this computer or elsewhere.

The model is given the house's terms, the sentences around, and the house style; it answers in JSON lines,
and only what is answered in that form, for a number that was asked, becomes a draft.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from workbench.engines.batching import around, batches, digest_of
from workbench.engines.courier import Answer, Courier, Patience
from workbench.engines.markup import codes_lost, has_codes, keeps_codes
from workbench.engines.remote import checked_server, host_of
from workbench.errors import EngineError
from workbench.model.draft import Draft, DraftRequest
from workbench.model.kinds import TermStatus
from workbench.model.passage import Passage
from workbench.sentences import say
from workbench.text.terms import TermFinder

MOST_TEXTS = 12
MOST_CHARACTERS = 1_500
MOST_CONTEXT = 3_000
LONGEST_RATIO = 12
"""An English text with more characters for each Chinese one is no translation but a remark."""

_HAN = re.compile(r"[\u4e00-\u9fff]")
_FENCE = re.compile(r"^```\w*$")
_LANGUAGES = {
    "fr": "French",
    "ko": "Korean",
    "ja": "Japanese",
    "de": "German",
    "es": "Spanish",
    "ru": "Russian",
}
_SLOW = Patience(deadline_s=180.0, try_s=120.0)
"""A model on an office computer takes its time."""


class ChatEngine:
    """Drafts with a chat server; a key is needed only where the server wants one."""

    key = "chat"
    label = say("Chat model")
    is_remote = True

    def __init__(self, patience: Patience | None = None) -> None:
        self._patience = patience or _SLOW
        self._key = ""

    def use_key(self, key: str) -> None:
        """Take the server's key, "" for none."""
        self._key = key.strip()

    def is_ready(self, options: Mapping[str, str]) -> bool:
        """Tell whether a server and a model have been chosen."""
        return bool(options.get("chat_server", "").strip() and options.get("chat_model", "").strip())

    def signature(self, options: Mapping[str, str]) -> str:
        """Return the server, the model and the style that the prompt tells."""
        return "|".join([options.get("chat_server", ""), options.get("chat_model", ""), _style(options)])

    def server(self, options: Mapping[str, str]) -> str:
        """Return the address of the server."""
        address = options.get("chat_server", "").strip()
        if not address:
            raise EngineError(
                say(
                    "No chat server is set. Put its address into the setting chat_server, such as "
                    "http://localhost:11434/v1."
                ),
                is_final=True,
            )
        return checked_server(address, "chat_server")

    def draft(self, passages: Sequence[Passage], request: DraftRequest) -> Iterator[Draft]:
        """Yield drafts batch by batch; a sentence that was left out is asked for once more."""
        server, model = self.server(request.options), request.options.get("chat_model", "").strip()
        if not model:
            raise EngineError(
                say("No model is set. Put its name into the setting chat_model."), is_final=True
            )
        courier = Courier(
            say("The chat server {host}", host=host_of(server)), self._patience, request.is_cancelled
        )
        try:
            lost: list[Passage] = []
            for batch in batches(passages, MOST_TEXTS, MOST_CHARACTERS):
                left = batch
                for _ in range(2):
                    found = self._asked(courier, server, model, left, request)
                    yield from found
                    answered = {draft.number for draft in found}
                    left = [passage for passage in left if passage.number not in answered]
                    if not left:
                        break
                lost += [passage for passage in left if has_codes(passage.source)]
            if lost:
                raise codes_lost(self.label, lost)
        finally:
            courier.close()

    def try_out(self, options: Mapping[str, str]) -> str:
        """Return in words what the server says about the model; raises `EngineError` when it says nothing."""
        server, model = self.server(options), options.get("chat_model", "").strip()
        courier = Courier(say("The chat server {host}", host=host_of(server)), Patience(tries=1))
        try:
            answer = courier.send("GET", f"{server}/models", headers=self._headers())
        finally:
            courier.close()
        _refuse(answer, host_of(server))
        try:
            names = [str(one["id"]) for one in json.loads(answer.text)["data"]]
        except (ValueError, KeyError, TypeError, RecursionError):
            return say(
                "The chat server {host} answers; which models it has it does not say.", host=host_of(server)
            )
        if model in names:
            return say(
                "The chat server {host} answers and has the model {model}.", host=host_of(server), model=model
            )
        shown = ", ".join(names[:8]) or "none"
        return say(
            "The chat server {host} answers, but has no model “{model}”. It has: {shown}.",
            host=host_of(server),
            model=model,
            shown=shown,
        )

    def _headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self._key}"} if self._key else {}

    def _asked(
        self, courier: Courier, server: str, model: str, batch: list[Passage], request: DraftRequest
    ) -> list[Draft]:
        body = {
            "model": model,
            "temperature": 0,
            "messages": [
                {"role": "system", "content": instructions(batch, request)},
                {"role": "user", "content": question(batch)},
            ],
        }
        answer = courier.send("POST", f"{server}/chat/completions", headers=self._headers(), json=body)
        content = _content(answer, host_of(server))
        terms = _terms(batch, request)
        detail = {"model": model, **({"glossary": digest_of(terms)} if terms else {})}
        texts = answers(content, batch)
        if not texts:
            raise EngineError(
                say(
                    "The chat server {server} did not answer in the form that was asked for. Try a larger model; "
                    "nothing of the answer was used.",
                    server=host_of(server),
                )
            )
        sources = {passage.number: passage.source for passage in batch}
        drafts = [
            Draft(number, text, self.key, detail, billed_characters=len(sources[number]))
            for number, text in texts.items()
            if keeps_codes(sources[number], text)
        ]
        request.keep(drafts)
        return drafts


def instructions(batch: Sequence[Passage], request: DraftRequest) -> str:
    """Return what the model is told: the task, the house's terms and style, and the article around."""
    base = request.target_language.split("-")[0]
    language = "English" if base == "en" else _LANGUAGES.get(base, request.target_language)
    task = (
        f"Translate news from Chinese into {language} for publication. Each line of the input is a JSON object "
        'with a number "n", a kind and the Chinese "zh". Answer each with one line {"n": …, "text": "…"}, in the '
        "same order, and nothing else. Translate everything, add nothing, keep every figure, date and name."
    )
    parts = [task]
    if any(has_codes(passage.source) for passage in batch):
        parts.append(
            "Codes such as <1>…</1>, <2/>, {0} or %s stand for markup: keep each exactly as it is, around or "
            "beside the words it belongs to."
        )
    terms = _terms(batch, request)
    if terms:
        parts.append(
            "Use these forms:\n" + "\n".join(f"{source} = {target}" for source, target in terms.items())
        )
    if base == "en":
        parts.append(_style(request.options))
    context = around(batch, request, MOST_CONTEXT)
    if context:
        parts.append(f"The article, for reading only:\n{context}")
    return "\n\n".join(parts)


def question(batch: Sequence[Passage]) -> str:
    """Return the passages as JSON lines."""
    lines = [{"n": passage.number, "kind": str(passage.kind), "zh": passage.source} for passage in batch]
    return "\n".join(json.dumps(line, ensure_ascii=False) for line in lines)


def answers(content: str, batch: Sequence[Passage]) -> dict[int, str]:
    """Return the texts of an answer by number: those that were asked for, once, and can be translations."""
    wanted = {passage.number: passage for passage in batch}
    found: dict[int, str] = {}
    doubled: set[int] = set()
    for line in content.splitlines():
        number, text = _line(line.strip())
        if number not in wanted or not _can_be(text, wanted[number]):
            continue
        if number in found and found[number] != text:
            doubled.add(number)
        found[number] = text
    return {number: text for number, text in found.items() if number not in doubled}


def _line(line: str) -> tuple[int, str]:
    """Return number and text of a line; (0, "") for anything else."""
    if not line or _FENCE.match(line):
        return 0, ""
    try:
        said = json.loads(line.rstrip(","))
    except (ValueError, RecursionError):
        return 0, ""
    if not isinstance(said, dict) or type(said.get("n")) is not int or not isinstance(said.get("text"), str):
        return 0, ""
    return said["n"], said["text"].strip()


def _can_be(text: str, passage: Passage) -> bool:
    return bool(text) and text != passage.source and len(text) <= 40 + LONGEST_RATIO * len(passage.source)


def _refuse(answer: Answer, host: str) -> None:
    """Raise in words what the server has against us."""
    if answer.status in {401, 403}:
        raise EngineError(
            say("The chat server {host} does not accept the key. Check it under Settings.", host=host),
            is_final=True,
        )
    if answer.status == 404:
        raise EngineError(
            say(
                "The chat server {host} has no such address or model. Check chat_server and chat_model.",
                host=host,
            ),
            is_final=True,
        )
    if answer.status == 402:
        raise EngineError(say("The account with the chat server {host} is spent.", host=host), is_final=True)
    if answer.status != 200:
        raise EngineError(
            say(
                "The chat server {host} answered with status {status}. Draft again later; nothing is lost.",
                host=host,
                status=answer.status,
            ),
            is_final=answer.status in {400, 413, 422},
        )


def _content(answer: Answer, host: str) -> str:
    _refuse(answer, host)
    try:
        content = json.loads(answer.text)["choices"][0]["message"]["content"]
    except (ValueError, KeyError, IndexError, TypeError, RecursionError):
        content = None
    if not isinstance(content, str):
        raise EngineError(
            say(
                "The server {host} answered something that no chat server says. Check the setting chat_server.",
                host=host,
            )
        )
    return content


def _terms(batch: Sequence[Passage], request: DraftRequest) -> dict[str, str]:
    text = "\n".join(passage.source for passage in batch)
    found = {name.source: name.target for name in request.names if name.source and name.source in text}
    for hit in TermFinder(request.terms).find(text):
        preferred = [form.text for form in hit.entry.targets if form.status is TermStatus.PREFERRED]
        if preferred:
            found.setdefault(text[hit.start : hit.end], preferred[0])
    return found


def _style(options: Mapping[str, str]) -> str:
    spelling = "British" if options.get("spelling") == "uk" else "American"
    return (
        f"House style: {spelling} spelling; percentages with “{options.get('percent', 'percent')}”; Chinese money in "
        f"{options.get('currency', 'yuan')}; {options.get('clock', '12')}-hour clock; headlines in "
        f"{options.get('headline_case', 'title')} case; Chinese names with the surname first."
    )


def make_engine() -> ChatEngine:
    """Return the engine."""
    return ChatEngine()
