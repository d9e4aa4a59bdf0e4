"""The house's preferred terms as a DeepL glossary: made anew only when they changed, removed when unused.

The glossary's name carries a digest of its entries, so that the account itself remembers what it has. Each
library and language pair has one of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import deepl
from deepl.api_data import MultilingualGlossaryDictionaryEntries

from workbench.engines.batching import digest_of
from workbench.engines.courier import CancelledError
from workbench.engines.deepl_client import Client, explained
from workbench.engines.remote import host_of
from workbench.errors import EngineError
from workbench.model.draft import DraftRequest
from workbench.model.kinds import TermStatus
from workbench.model.passage import TermEntry


@dataclass(frozen=True, slots=True)
class Glossary:
    """A glossary on the account: its id and the digest of its entries; empty when there is none.

    `version` is "none" where DeepL would not take the glossary; drafts are made without it then.
    """

    id: str = ""
    version: str = ""


def glossary_entries(terms: Iterable[TermEntry]) -> dict[str, str]:
    """Return source → preferred form.

    Left out are sources for which two concepts differ, terms valid only at certain times (a glossary knows
    no dates), and what a glossary cannot hold (tabs, line breaks).
    """
    found: dict[str, str] = {}
    doubtful: set[str] = set()
    for term in terms:
        preferred = next((form.text for form in term.targets if form.status is TermStatus.PREFERRED), "")
        if term.valid_from or term.valid_to or not _can_stand(preferred):
            continue
        for source in term.sources:
            if not _can_stand(source):
                continue
            if found.setdefault(source.strip(), preferred.strip()) != preferred.strip():
                doubtful.add(source.strip())
    return {source: found[source] for source in sorted(found) if source not in doubtful}


def _can_stand(text: str) -> bool:
    return bool(text.strip()) and text.isprintable()


def synchronise(client: Client, request: DraftRequest) -> Glossary:
    """Return the glossary for a request, made or replaced on the account where needed.

    A key that is refused, a spent account and a network that is away raise `EngineError`; whatever else
    DeepL has against the glossary (a pair it offers none for, too many of them) leaves the draft without.
    """
    source = request.source_language.split("-")[0].upper()
    target = request.target_language.split("-")[0].upper()
    entries = glossary_entries(request.terms)
    stem = f"Workbench {request.options.get('library', 'library')} {source}-{target} "
    name = stem + digest_of(entries)
    try:
        with explained(host_of(client.server_url)):
            ours = [one for one in client.list_multilingual_glossaries() if one.name.startswith(stem)]
            kept = next((one for one in ours if one.name == name and entries), None)
            for old in ours:
                if old is not kept:
                    _remove(client, old.glossary_id)
            if not entries:
                return Glossary()
            if kept is None:
                pair = MultilingualGlossaryDictionaryEntries(source, target, entries)
                kept = client.create_multilingual_glossary(name, [pair])
            return Glossary(kept.glossary_id, digest_of(entries))
    except CancelledError:
        raise
    except EngineError as error:
        status = getattr(error.__cause__, "http_status_code", None)
        if status in {400, 404, 405, 501} or _is_too_many(error):
            return Glossary(version="none")
        raise


def _remove(client: Client, glossary_id: str) -> None:
    try:
        client.delete_multilingual_glossary(glossary_id)
    except deepl.GlossaryNotFoundException:
        return  # somebody else removed it first


def _is_too_many(error: EngineError) -> bool:
    """Tell whether the account holds no more glossaries (456 with that message)."""
    return isinstance(error.__cause__, deepl.QuotaExceededException) and "lossar" in str(error.__cause__)
